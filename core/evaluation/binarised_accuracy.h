#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace core {

// Popularity as two classes (the paper, Section 4.5). Positives are the most popular kPopularShare
// of the images (head_ranking.h), negatives as many drawn from all the others; ties at the border
// and negatives are drawn by the seed. Because both classes have one size, accuracy is the mean of
// the two class accuracies, and chance is 0.5.
//
// Both throw std::invalid_argument if the lists differ in length or a value is NaN, are undefined
// (nullopt) where n < 2 or y is constant, and cost O(n log n). Pure functions.

/// The score above which an image is called popular: of all thresholds the one with the best mean
/// class accuracy on these images, halfway between two scores; the lowest where several are best.
std::optional<double> popularityThreshold(std::span<const double> scores, std::span<const double> y,
                                          std::uint64_t seed = 1);

/// The share of the drawn images on whose side of `threshold` (chosen on other images) they stand.
std::optional<double> binarisedAccuracy(std::span<const double> scores, std::span<const double> y,
                                        double threshold, std::uint64_t seed = 1);

} // namespace core
