#pragma once

#include "core/study/project.h"
#include "core/study/runs.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core {

/// What a run learns from and is judged by.
struct Lesson {
    Splits splits; ///< [n] an image that the split or the target leaves out is on no side
    std::vector<std::int64_t> counts; ///< [n] c of the measures
    std::vector<double> y;            ///< [n] the target; 0 where it leaves the image out
};

/// The wish with rule, seed and moment of counting filled in: a split seed means Random, none the
/// table's own column or else the project's random split; the counts were read at the newest date.
/// Throws Error where the collection lacks the column that the split or the target needs, or a
/// split that is not drawn is given a seed.
TrainRequest withSplitAndTarget(const Project& project, TrainRequest wish);

/// `request` as withSplitAndTarget() gives it, measures filled in. Throws as splitBy() and
/// countsOf(). Cost: that of the split and O(n).
Lesson lessonOf(const Project& project, const TrainRequest& request);

/// c [n] of all images for measures by name. Throws Error naming a measure that is not there.
std::vector<std::int64_t> countsOf(const Project& project,
                                   const std::vector<std::string>& measures);

} // namespace core
