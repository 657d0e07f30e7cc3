#pragma once

#include "core/images/bitmap.h"
#include "core/images/picture_header.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core {

/// The ICC profile that a JPEG, PNG, WebP or TIFF file holds: what its numbers mean as colours.
/// Empty where there is none, or it is damaged, or larger than 16 MB.
std::vector<std::uint8_t> colourProfileIn(PictureFormat format,
                                          std::span<const std::uint8_t> bytes);

/// Turns the colours of a picture into those that mean the same in sRGB, where the profile is of
/// red, green and blue, or of grey; relative to white, out-of-range colours clipped. Any other
/// profile, one that calls itself sRGB, and a damaged one leave the picture as it is, as all
/// programs do. Thread-safe. Cost: making the transform, and O(pixels).
void convertToSrgb(Bitmap& picture, std::span<const std::uint8_t> profile);

} // namespace core
