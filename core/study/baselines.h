#pragma once

#include "core/evaluation/evaluation.h"
#include "core/progress.h"
#include "core/study/project.h"
#include "core/study/runs.h"

#include <optional>
#include <stop_token>
#include <string>

namespace core {

struct ScoredSplit;

/// What the author and the date alone say of the images `wanted`, known from the images `training`.
/// Cost: O(n log n).
Baselines blindBaselines(const Collection& collection, const ScoredSplit& training,
                         const ScoredSplit& wanted);

/// What two linear models say of the images of `split`: a ranker of one sense, trained as `run` was
/// (its regularisation by the rule of TrainingOptions), and support vector regression; both on the
/// run's own features, split and target. Fills Baselines::linear and svr alone; stores nothing.
///
/// Throws Error as trainRun() and scoreSplit() do; Cancelled. Cost: that of two trainings.
Baselines visualBaselines(const Project& project, const LoadedRun& run, Split split,
                          const ProgressObserver& observe = {}, const std::stop_token& stop = {});

/// Where author or time order the images better than the run does: what that means and what to do,
/// in English, for scripts and the command line. nullopt where they do not.
std::optional<std::string> confoundWarning(const Evaluation& evaluation);

} // namespace core
