#pragma once

#include "ui/gallery/thumbnail_loader.h"
#include "ui/session/inquiries.h"
#include "ui/session/session.h"
#include "ui/session/training_session.h"

namespace ui {

/// What the window works with; outlives it. Destroyed, it cancels all work and waits for it.
struct Workbench {
    Session session;
    TrainingSession training;
    Inquiries inquiries;
    ThumbnailLoader thumbnails;
};

} // namespace ui
