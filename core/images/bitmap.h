#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core {

/// A decoded picture: 8-bit sRGB, rows from the top, three bytes (R, G, B) a pixel, no padding.
struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< [height × width × 3]

    bool empty() const { return pixels.empty(); }
    std::span<const std::uint8_t> row(int y) const;
};

/// The whole picture scaled to width × height, its proportions given up (area averaging when
/// shrinking).
Bitmap stretched(const Bitmap& picture, int width, int height);
/// The largest centred part of the proportions width : height, scaled to that (area averaging when
/// shrinking).
Bitmap centredPart(const Bitmap& picture, int width, int height);
/// The same of a square.
Bitmap centredSquare(const Bitmap& picture, int side);
/// Scaled so that the longer side is `longest` pixels; smaller pictures stay as they are.
Bitmap fitted(const Bitmap& picture, int longest);

// All throw std::invalid_argument on an empty picture, one whose pixels are not
// height × width × 3 bytes, or a size under 1.

} // namespace core
