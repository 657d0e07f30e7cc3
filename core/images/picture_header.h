#pragma once

#include "core/images/byte_source.h"

#include <cstdint>
#include <optional>

namespace core {

enum class PictureFormat { Jpeg, Png, WebP, Tiff, Bmp, Gif, Heif };

/// What a picture file says of itself before anything is decoded.
struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::int64_t width = 0;  ///< pixels as stored, before the orientation is applied
    std::int64_t height = 0; ///< the same
    int orientation = 1; ///< EXIF: 1 upright, 3 upside down, 6 and 8 on its side, even mirrored …
};

/// The format by the first bytes, whatever the file is called; nullopt: none of ours.
std::optional<PictureFormat> formatOf(ByteSource& source);

/// nullopt where it is none of our formats or the header ends before it has told the size.
std::optional<PictureHeader> readPictureHeader(ByteSource& source);

} // namespace core
