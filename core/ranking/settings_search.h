#pragma once

#include "core/ranking/training_run.h"

#include <vector>

namespace core {

/// What a run is to use, and how that was found.
struct FoundSettings {
    TrainingOptions options;         ///< regularisation filled in
    std::vector<SearchTrial> trials; ///< in the order tried; empty where nothing was searched
};

/// Fills in what `options` leave open (see TrainingOptions::searchSettings and regularisation) by
/// whole runs from `start` that are judged by their best validation ρ, the first of equals. λ is
/// searched at the rate of `options`, and then the rate, by factors, at the λ found: a grid of
/// both would cost 20 runs in place of 8.
///
/// Throws Error where a search is asked for and there is nothing to judge by; Cancelled when
/// stopped, within a batch: a search that is cut short has found nothing.
FoundSettings findSettings(const TrainingSet& set, const TrainingOptions& options,
                           const SenseModel& start, WorkerTeam& team, const RunControl& control);

} // namespace core
