#pragma once

#include "core/study/overview.h"
#include "core/study/runs.h"

#include <cstdint>
#include <vector>

namespace ui {

/// The popularity of every image of the project as `run` measured it; empty where the project no
/// longer has its measures. Cost: one pass over the counts.
core::CountHistogram runHistogram(const core::Project& project, const core::RunInfo& run);

/// `counts` in the bins of `whole`. One beyond its edges falls in the bin nearest to it.
core::CountHistogram binnedLike(const core::CountHistogram& whole,
                                const std::vector<std::int64_t>& counts);

} // namespace ui
