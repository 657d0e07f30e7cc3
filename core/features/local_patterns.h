#pragma once

#include "core/images/bitmap.h"

#include <cstddef>
#include <span>

namespace core {

inline constexpr std::size_t kLocalPatterns = 512; ///< 256 patterns at each of two radii

/// How often each local binary pattern occurs (Ojala, Pietikäinen, Mäenpää, "Multiresolution
/// gray-scale and rotation invariant texture classification", TPAMI 2002): which of eight
/// neighbours, 1 and then 3 pixels away, are clearly lighter than a pixel. The picture is stretched
/// to 128 × 128. What is written is the root of each share. Thread-safe; about half a millisecond
/// beside the stretching.
///
/// picture   not empty
/// row       [kLocalPatterns], all of it written
/// Throws std::invalid_argument otherwise.
void describePatterns(const Bitmap& picture, std::span<float> row);

} // namespace core
