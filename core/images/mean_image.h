#pragma once

#include "core/images/bitmap.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>

namespace core {

inline constexpr int kMeanImageSide = 256;

/// The arithmetic mean in linear light of pictures cropped square and scaled to 256 × 256
/// (the paper's Figure 1).
struct MeanImage {
    Bitmap picture;          ///< empty where `used` is 0
    std::size_t used = 0;    ///< pictures that went in
    std::size_t skipped = 0; ///< pictures that could not be read
};

/// decode    gives picture i < count; may throw Error (counted as skipped); called from several
///           threads at once
/// progress  pictures done, on the calling thread or a worker, at least twice a second
/// The result does not depend on the number of threads. Throws Cancelled when stopped.
MeanImage meanOf(std::size_t count, const std::function<Bitmap(std::size_t)>& decode,
                 const std::stop_token& stop = {},
                 const std::function<void(std::size_t)>& progress = {}, int threads = 0);

} // namespace core
