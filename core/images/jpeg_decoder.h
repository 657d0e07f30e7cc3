#pragma once

#include "core/images/bitmap.h"

#include <cstdint>
#include <optional>
#include <span>

namespace core {

/// A JPEG's pixels at 1/divisor of its size (1, 2, 4 or 8), as they are stored: not turned upright,
/// the colour profile not followed. Thread-safe. The same pixels as OpenCV gives, but not by way of
/// blue first.
///
/// nullopt where libjpeg-turbo cannot give red, green and blue: a damaged file, or one of inks.
std::optional<Bitmap> decodeJpeg(std::span<const std::uint8_t> bytes, int divisor);

} // namespace core
