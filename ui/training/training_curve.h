#pragma once

#include "core/ranking/trainer.h"
#include "ui/charts/line_chart.h"

#include <QList>

#include <vector>

namespace ui {

/// Loss at the left and validation ρ at the right over epochs, at most about a thousand points
/// each. Epochs whose ρ is undefined are left out of its line.
QList<Line> curveLines(const std::vector<core::EpochReport>& epochs);

/// Where a snapshot lies on that curve, in epochs and fractions of one.
double epochOf(const core::TrainingSnapshot& snapshot,
               const std::vector<core::EpochReport>& epochs);

} // namespace ui
