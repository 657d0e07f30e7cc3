#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core {

// What predicts popularity without looking at a picture. A visual model is read beside these: where
// the author or the date alone orders the images better, the pictures may only tell who or when.
//
// Both are pure functions that throw std::invalid_argument where training lists differ in length or
// are empty. A prediction that knows nothing of an image is the mean y of all training images.

/// The author alone: the mean y of the author's training images. An author without any, and an
/// image without a known author (below 0), gets the mean of all. Not shrunk: an author of one image
/// predicts that image's y.
///
/// Returns [authors.size()]. Cost: O(n + m).
std::vector<double> predictByAuthor(std::span<const std::int32_t> trainingAuthors,
                                    std::span<const double> trainingY,
                                    std::span<const std::int32_t> authors);

/// Seconds since 1970 of each image; nullopt where its date is not known.
using Moments = std::span<const std::optional<std::int64_t>>;

/// The time alone: the mean y of the k training images nearest in time, k = ⌈√N⌉ of the N training
/// images that have a date. All that are no further away than the k-th belong to them, so that
/// images of one moment count alike. An image without a date gets the mean of all.
///
/// Returns [moments.size()]. Cost: O((N + m) log N).
std::vector<double> predictByTime(Moments trainingMoments, std::span<const double> trainingY,
                                  Moments moments);

} // namespace core
