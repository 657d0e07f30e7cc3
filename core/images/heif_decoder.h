#pragma once

#include "core/images/bitmap.h"

#include <cstdint>
#include <optional>
#include <span>

namespace core {

/// The main picture of a HEIC or AVIF file, turned upright, in sRGB, over white. Thread-safe.
///
/// bytes   a whole file, whose picture's size was judged before
/// nullopt where it is damaged, larger than it told, or needs a codec that libheif came without.
std::optional<Bitmap> decodeHeif(std::span<const std::uint8_t> bytes);

} // namespace core
