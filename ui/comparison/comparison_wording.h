#pragma once

#include "core/evaluation/evaluation.h"
#include "core/study/runs.h"

#include <QString>

#include <optional>

namespace ui {

/// "0.631", with a true minus below 0; "undefined" for what is not a number, never 0.
QString figureText(const std::optional<double>& value);
QString intervalText(const std::optional<core::Interval>& interval); ///< "[0.550, 0.702]"
QString levelText(core::EngagementChoice level);                     ///< "Low"
QString runName(const core::RunInfo& run);
/// "run-2: low, 5 + 5 senses".
QString runDescription(const core::RunInfo& run);
/// What ρ is, for a person who has never read the paper.
QString rhoExplained();

/// Where the author or the date alone orders a run's test images better than its pictures do: what
/// that means. Empty where neither does.
QString confoundText(const core::RunInfo& run);

/// The verdict on two runs as a sentence: which ranks better by how much, or that the data cannot
/// tell (the interval holds 0).
QString verdictText(const QString& first, const QString& second,
                    const core::PairedComparison& comparison);

} // namespace ui
