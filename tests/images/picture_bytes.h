#pragma once

#include "core/error.h"
#include "core/images/bitmap.h"
#include "core/images/bitmap_view.h"
#include "core/images/decoder.h"
#include "core/images/picture_header.h"
#include "core/random.h"
#include "tests/temporary_folder.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using Bytes = std::vector<std::uint8_t>;

inline constexpr std::array<std::pair<const char*, core::PictureFormat>, 5> kFormats = {
    {{".jpg", core::PictureFormat::Jpeg},
     {".png", core::PictureFormat::Png},
     {".webp", core::PictureFormat::WebP},
     {".tiff", core::PictureFormat::Tiff},
     {".bmp", core::PictureFormat::Bmp}}};

/// A few bytes replaced by others, up to `most`.
inline Bytes changedAtRandom(Bytes bytes, core::Random& random, std::uint64_t most)
{
    for (auto changes = 1 + random.below(most); changes > 0; --changes)
        bytes[random.below(bytes.size())] = static_cast<std::uint8_t>(random.below(256));
    return bytes;
}

/// What decodeBytes() says of a file of this name; empty: it reads it.
inline std::string decodingRefusal(const Bytes& bytes, const std::string& name,
                                   const core::DecodeLimits& limits = {})
{
    try {
        core::decodeBytes(bytes, name, 0, limits);
    } catch (const core::Error& error) {
        return error.what();
    }
    return {};
}

/// A file of tests/golden.
inline Bytes goldenBytes(const std::string& path)
{
    const auto text =
        readFile(std::filesystem::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden" / path);
    return {text.begin(), text.end()};
}

/// Red grows to the right, green downwards: no two places look the same.
inline core::Bitmap gradient(int width, int height)
{
    core::Bitmap picture = core::blank(width, height);
    auto* pixel = picture.pixels.data();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            *pixel++ = static_cast<std::uint8_t>(255 * x / width);
            *pixel++ = static_cast<std::uint8_t>(255 * y / height);
            *pixel++ = 40;
        }
    }
    return picture;
}

inline core::Bitmap plain(int width, int height, std::uint8_t level)
{
    core::Bitmap picture = core::blank(width, height);
    picture.pixels.assign(picture.pixels.size(), level);
    return picture;
}

/// A picture file as OpenCV writes it; `ending` chooses the format.
inline Bytes encoded(const cv::Mat& bgr, const char* ending)
{
    Bytes bytes;
    cv::imencode(ending, bgr, bytes);
    return bytes;
}

inline Bytes encoded(const core::Bitmap& picture, const char* ending)
{
    cv::Mat bgr;
    cv::cvtColor(core::viewOf(picture), bgr, cv::COLOR_RGB2BGR);
    return encoded(bgr, ending);
}

inline void append(Bytes& bytes, std::string_view text)
{
    bytes.insert(bytes.end(), text.begin(), text.end());
}

/// `count` bytes of `value`, the highest first or last.
inline void appendBig(Bytes& bytes, std::uint32_t value, int count)
{
    while (count-- > 0)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * count)));
}

inline void appendLittle(Bytes& bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// One entry of a TIFF directory, little-endian, its value inside.
struct TiffEntry {
    std::uint32_t tag;
    std::uint32_t type; ///< 3: two bytes, 4: four bytes
    std::uint32_t count;
    std::uint32_t value; ///< or the offset of the values
};

inline Bytes tiffOf(std::initializer_list<TiffEntry> entries)
{
    using std::string_view_literals::operator""sv;
    Bytes bytes;
    append(bytes, "II*\0"sv);
    appendLittle(bytes, 8, 4);
    appendLittle(bytes, static_cast<std::uint32_t>(entries.size()), 2);
    for (const auto& entry : entries) {
        appendLittle(bytes, entry.tag, 2);
        appendLittle(bytes, entry.type, 2);
        appendLittle(bytes, entry.count, 4);
        appendLittle(bytes, entry.value, 4);
    }
    appendLittle(bytes, 0, 4);
    return bytes;
}

/// The JPEG with an EXIF block that tells how the camera was held.
inline Bytes withOrientation(const Bytes& jpeg, std::uint32_t orientation)
{
    using std::string_view_literals::operator""sv;
    constexpr std::uint32_t kOrientation = 274;
    const auto tiff = tiffOf({{kOrientation, 3, 1, orientation}});
    Bytes bytes(jpeg.begin(), jpeg.begin() + 2);
    append(bytes, "\xFF\xE1"sv);
    appendBig(bytes, static_cast<std::uint32_t>(2 + 6 + tiff.size()), 2);
    append(bytes, "Exif\0\0"sv);
    bytes.insert(bytes.end(), tiff.begin(), tiff.end());
    bytes.insert(bytes.end(), jpeg.begin() + 2, jpeg.end());
    return bytes;
}

/// The first bytes of a picture file that claims this size, and nothing after them.
inline Bytes headerClaiming(core::PictureFormat format, std::uint32_t width, std::uint32_t height)
{
    using std::string_view_literals::operator""sv;
    Bytes bytes;
    switch (format) {
    case core::PictureFormat::Jpeg:
        append(bytes, "\xFF\xD8\xFF\xC0\x00\x11\x08"sv);
        appendBig(bytes, height, 2);
        appendBig(bytes, width, 2);
        append(bytes, "\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"sv);
        break;
    case core::PictureFormat::Png:
        append(bytes, "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"sv);
        appendBig(bytes, width, 4);
        appendBig(bytes, height, 4);
        append(bytes, "\x08\x02\0\0\0\0\0\0\0"sv);
        break;
    case core::PictureFormat::WebP:
        append(bytes, "RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0"sv);
        appendLittle(bytes, width - 1, 3);
        appendLittle(bytes, height - 1, 3);
        break;
    case core::PictureFormat::Tiff:
        return tiffOf({{256, 4, 1, width}, {257, 4, 1, height}});
    case core::PictureFormat::Heif:
        append(bytes, "\0\0\0\x14"
                      "ftypheic\0\0\0\0mif1"
                      "\0\0\0\x30meta\0\0\0\0\0\0\0\x24iprp\0\0\0\x1Cipco"
                      "\0\0\0\x14ispe\0\0\0\0"sv);
        appendBig(bytes, width, 4);
        appendBig(bytes, height, 4);
        break;
    case core::PictureFormat::Gif:
        append(bytes, "GIF89a"sv);
        appendLittle(bytes, width, 2);
        appendLittle(bytes, height, 2);
        append(bytes, "\0\0\0"sv);
        break;
    case core::PictureFormat::Bmp:
        append(bytes, "BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"sv);
        appendLittle(bytes, width, 4);
        appendLittle(bytes, height, 4);
        append(bytes, "\x01\0\x18\0\0\0\0\0"sv);
        break;
    }
    return bytes;
}
