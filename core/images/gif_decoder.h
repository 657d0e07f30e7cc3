#pragma once

#include "core/images/bitmap.h"

#include <cstdint>
#include <optional>
#include <span>

namespace core {

/// The first frame of a GIF over white, as large as the whole animation. Thread-safe.
///
/// bytes   a whole file, whose size on the screen was judged before
/// nullopt where it holds no frame, or a damaged one: cut short, without colours, or not all of it
/// on the screen.
std::optional<Bitmap> decodeGif(std::span<const std::uint8_t> bytes);

} // namespace core
