#pragma once

#include "core/study/runs.h"

#include <optional>
#include <stop_token>

namespace core {

/// How well a run's scores order one split's images by each target, whichever it has learned.
/// nullopt: the collection lacks the column, or ρ is undefined.
struct TargetRhos {
    std::optional<double> raw;
    std::optional<double> day;    ///< on the images that have a date
    std::optional<double> author; ///< beyond the mean of the author's training images
};

/// Throws as evaluateRun().
TargetRhos targetRhos(const Project& project, const LoadedRun& run, Split split,
                      const std::stop_token& stop = {});

} // namespace core
