#pragma once

#include "core/study/runs.h"

#include <QString>

#include <optional>

namespace ui {

QString engagementText(core::EngagementChoice choice); ///< "low"
QString marginText(core::Margin margin);               ///< "soft"
QString rhoText(const std::optional<double>& rho);     ///< "0.631" or "undefined", never 0 for it
/// "0.631 [0.55, 0.70]", without brackets where there is no interval.
QString rhoWithIntervalText(const core::Evaluation& evaluation);
/// "random, 1": how its images were split.
QString splitText(const core::TrainRequest& request);
QString targetText(core::Target target); ///< "as counted"
/// A sentence about test images that the model has seen; empty where there are none.
QString leaksText(const core::RunInfo& run);
/// "Epoch 3 of 10 · 0.42 s · validation ρ 0.58", and how many senses are dead.
QString epochText(const core::EpochReport& report);
/// What a run that has ended reached, and its leaks.
QString finishedText(const core::RunInfo& run);
QString secondsText(double seconds); ///< "0.42 s", "3 min 20 s"
/// A share in [0, 1]: "23%", "< 1%" where it is above 0 and would be rounded to it.
QString shareText(double share);

} // namespace ui
