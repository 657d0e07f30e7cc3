#pragma once

#include "core/images/bitmap.h"

#include <QImage>

namespace ui {

/// A copy of the picture as Qt paints it fastest (32-bit RGB); null where it is empty.
/// Thread-safe.
QImage imageOf(const core::Bitmap& picture);

} // namespace ui
