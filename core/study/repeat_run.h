#pragma once

#include "core/study/runs.h"

#include <stop_token>
#include <string>
#include <vector>

namespace core {

struct RepeatOptions {
    std::string name; ///< of the new run; empty: "run-1", "run-2", …
    int threads = 0;  ///< the weights do not depend on it
};

/// A run trained again as another was.
struct Repetition {
    LoadedRun run;
    bool repeats = false; ///< the same weights, bit for bit
    /// What is not as it was, a sentence each, also where the weights are the same all the same.
    std::vector<std::string> differences;
};

/// Trains with the settings, seeds, split and target of `original`, those that a search found
/// included (it is not searched again). A run that was stopped is stopped after the same epoch.
/// Throws as trainRun().
Repetition repeatRun(const Project& project, const LoadedRun& original,
                     const RepeatOptions& options = {}, const std::stop_token& stop = {},
                     const RunObserver& observer = {});

/// What may keep `repeated` from being `original` again: another instruction set, other data.
std::vector<std::string> differencesBetween(const RunInfo& original, const RunInfo& repeated);

} // namespace core
