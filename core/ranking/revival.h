#pragma once

#include "core/ranking/training_set.h"

#include <vector>

namespace core {

/// A sense that wins a smaller share of images is dead (science.md).
inline constexpr double kDeadShare = 0.001;

/// Senses of `tally` (an epoch's) that are dead.
std::vector<SenseId> deadSenses(const DescentTally& tally, const SenseModel& model);

/// Restarts each dead sense as the direction of those images that its half ranked worst when they
/// were last seen, at the mean length of the other senses. Dead senses of one half share those
/// images out among them.
void reviveSenses(Descent& descent, const TrainingSet& set, const std::vector<SenseId>& dead);

} // namespace core
