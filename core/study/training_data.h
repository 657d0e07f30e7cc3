#pragma once

#include "core/feature_rows.h"
#include "core/ranking/trainer.h"
#include "core/study/lesson.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace core {

/// The images of a lesson that are learned from and chosen by, and have features.
///
/// present [n] as withFeatures() says
/// Cost: O(n).
TrainingData trainingDataOf(const FeatureRows& rows, const Lesson& lesson,
                            const std::vector<bool>& present);

/// A bound on memory, in bytes, where the rows would take more than half of what is free. A power
/// of two, so that a run repeated under much the same conditions is the same run.
std::optional<std::size_t> memoryFor(const FeatureRows& rows);

} // namespace core
