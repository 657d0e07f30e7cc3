#pragma once

#include "core/ranking/sense_model.h"
#include "ui/theme/theme.h"

#include <QString>

namespace ui {

// How a sense is marked wherever it is shown: by colour, by sign and by its id.

Accent senseAccent(const core::SenseId& id);
QString senseSign(const core::SenseId& id);   ///< "▲" popular, "▼" unpopular
QString senseIdText(const core::SenseId& id); ///< "+1", "−1" with a real minus sign

} // namespace ui
