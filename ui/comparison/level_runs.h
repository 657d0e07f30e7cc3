#pragma once

#include "core/study/runs.h"

#include <vector>

namespace ui {

/// The runs to set side by side as low, high and combined, in that order: the newest of each level
/// among runs that are alike in all but the level (one split, one feature set, the same senses,
/// margin and seed). Of several such families, the newest with more than one level; else the
/// newest. A run on measures other than its level's in `collection` belongs to no level.
///
/// runs   oldest first
std::vector<core::RunInfo> newestLevelRuns(const std::vector<core::RunInfo>& runs,
                                           const core::Collection& collection);

} // namespace ui
