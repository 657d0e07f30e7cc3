#pragma once

#include "core/images/bitmap.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace core {

struct DecodeLimits {
    std::int64_t maxPixels = 100'000'000;      ///< width × height, judged before decoding
    std::uintmax_t maxFileBytes = 512U << 20U; ///< judged before reading
};

/// Why the picture cannot be decoded, as far as its first bytes tell (missing, empty, no picture
/// of a known format, too large), naming the file; nullopt where all seems well. Reads the header
/// only: about 20 µs. A file that is cut short further in passes, and fails in decodePicture.
std::optional<std::string> pictureFault(const std::filesystem::path& file,
                                        const DecodeLimits& limits = {});

/// Decodes JPEG, PNG, WebP, GIF (its first frame), HEIC, AVIF, TIFF and BMP to sRGB, by the colour
/// profile that the file holds; EXIF orientation applied, transparency over white. Where
/// `leastSide` > 0 the result may be smaller than the file's picture (JPEG decodes at 1/2, 1/4, 1/8
/// much faster) but its shorter side stays ≥ leastSide where the picture's was. Throws Error naming
/// the file if it cannot be decoded, also where only a part could be. Thread-safe.
Bitmap decodePicture(const std::filesystem::path& file, int leastSide = 0,
                     const DecodeLimits& limits = {});

/// The same of a file that is in memory; `name` stands for it in messages.
Bitmap decodeBytes(std::span<const std::uint8_t> bytes, const std::string& name, int leastSide = 0,
                   const DecodeLimits& limits = {});

/// Atomic writes; the format is chosen by the function. Throw Error naming the file.
void writePng(const std::filesystem::path& file, const Bitmap& picture);

} // namespace core
