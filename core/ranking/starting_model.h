#pragma once

#include "core/ranking/training_set.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core {

/// The weights before the first step: k-means centres of the most and of the least popular
/// training images (at most 1,000 of each and half of the images; ties drawn by the seed), or
/// Gaussian rows of expected length 1.
SenseModel startingModel(const TrainingSet& set, const TrainingOptions& options);

/// The rows x' = (x − μ)·r of the training images at `places` [places × d].
MatrixF centredRows(const TrainingSet& set, std::span<const std::size_t> places);

} // namespace core
