#include "core/images/picture_header.h"

#include "core/images/heif_boxes.h"
#include "core/images/tiff_directory.h"

#include <cstdlib>
#include <string_view>

namespace core {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t kWidthTag = 256;
constexpr std::uint32_t kHeightTag = 257;
constexpr std::uint32_t kOrientationTag = 274;

int orientationOf(ByteSource& source, std::uint64_t tiffStart)
{
    const auto directory = TiffDirectory::at(source, tiffStart);
    const std::uint32_t orientation = directory ? directory->first(kOrientationTag, 1) : 1;
    return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
}

/// Start of frame: C0 to CF but for three that mean something else.
bool isFrameMarker(std::uint32_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// With the size that the start of frame holds whose body begins at `body`.
std::optional<PictureHeader> framed(PictureHeader header, ByteSource& source, std::uint64_t body)
{
    if (!source.has(body, 5))
        return std::nullopt;
    header.height = source.big16(body + 1);
    header.width = source.big16(body + 3);
    return header;
}

std::optional<PictureHeader> jpegHeader(ByteSource& source)
{
    PictureHeader header{.format = PictureFormat::Jpeg};
    for (std::uint64_t at = 2; source.has(at, 4);) {
        if (source.byte(at) != 0xFF)
            return std::nullopt;
        const std::uint32_t marker = source.byte(at + 1);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        const std::uint64_t body = at + 4;
        const std::uint64_t length = source.big16(at + 2);
        if (marker == 0xE1 && source.startsWith(body, "Exif\0\0"sv))
            header.orientation = orientationOf(source, body + 6);
        if (isFrameMarker(marker))
            return framed(header, source, body);
        if (length < 2 || marker == 0xD9 || marker == 0xDA)
            return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

/// A PNG may carry EXIF before its picture; most do not, and the walk ends at the first data.
std::optional<PictureHeader> pngHeader(ByteSource& source)
{
    if (!source.startsWith(12, "IHDR"sv) || !source.has(16, 13))
        return std::nullopt;
    PictureHeader header{
        .format = PictureFormat::Png, .width = source.big32(16), .height = source.big32(20)};
    // In 64 bits, where a length of 2³² − 12 does not lead back to its own chunk for ever.
    for (std::uint64_t at = 8; source.has(at, 12); at += 12 + std::uint64_t{source.big32(at)}) {
        if (source.startsWith(at + 4, "IDAT"sv))
            break;
        if (source.startsWith(at + 4, "eXIf"sv))
            header.orientation = orientationOf(source, at + 8);
    }
    return header;
}

int webpOrientation(ByteSource& source)
{
    for (std::uint64_t at = 12; source.has(at, 8);) {
        const std::uint64_t length = source.little32(at + 4);
        if (source.startsWith(at, "EXIF"sv)) {
            const bool prefixed = source.startsWith(at + 8, "Exif\0\0"sv);
            return orientationOf(source, at + (prefixed ? 14 : 8));
        }
        at += 8 + length + length % 2;
    }
    return 1;
}

std::optional<PictureHeader> webpHeader(ByteSource& source)
{
    constexpr std::uint32_t k14Bits = 0x3FFF;
    PictureHeader header{.format = PictureFormat::WebP};
    if (!source.has(20, 10))
        return std::nullopt;
    if (source.startsWith(12, "VP8X"sv)) {
        header.width = 1 + (source.little32(24) & 0xFFFFFFU);
        header.height = 1 + (source.little32(26) >> 8U);
        if ((source.byte(20) & 8U) != 0) // the EXIF flag
            header.orientation = webpOrientation(source);
    } else if (source.startsWith(12, "VP8L"sv)) {
        const std::uint32_t bits = source.little32(21);
        header.width = 1 + (bits & k14Bits);
        header.height = 1 + (bits >> 14U & k14Bits);
    } else if (source.startsWith(12, "VP8 "sv)) {
        header.width = source.little16(26) & k14Bits;
        header.height = source.little16(28) & k14Bits;
    } else {
        return std::nullopt;
    }
    return header;
}

std::optional<PictureHeader> tiffHeader(ByteSource& source)
{
    const auto directory = TiffDirectory::at(source, 0);
    if (!directory)
        return std::nullopt;
    // The decoder turns TIFF pictures itself, so no orientation is told here.
    return PictureHeader{.format = PictureFormat::Tiff,
                         .width = directory->first(kWidthTag, 0),
                         .height = directory->first(kHeightTag, 0)};
}

std::optional<PictureHeader> bmpHeader(ByteSource& source)
{
    if (!source.has(0, 26))
        return std::nullopt;
    PictureHeader header{.format = PictureFormat::Bmp};
    if (source.little32(14) == 12) { // OS/2
        header.width = source.little16(18);
        header.height = source.little16(20);
    } else {
        header.width = static_cast<std::int32_t>(source.little32(18));
        // A negative height says that the rows go from the top.
        header.height = std::abs(std::int64_t{static_cast<std::int32_t>(source.little32(22))});
    }
    return header;
}

std::optional<PictureHeader> gifHeader(ByteSource& source)
{
    if (!source.has(0, 13))
        return std::nullopt;
    return PictureHeader{
        .format = PictureFormat::Gif, .width = source.little16(6), .height = source.little16(8)};
}

// Its decoder turns the picture itself, so no orientation is told here.
std::optional<PictureHeader> heifHeader(ByteSource& source)
{
    const auto size = heifSize(source);
    if (!size)
        return std::nullopt;
    return PictureHeader{
        .format = PictureFormat::Heif, .width = size->first, .height = size->second};
}

} // namespace

std::optional<PictureFormat> formatOf(ByteSource& source)
{
    if (source.startsWith(0, "\xFF\xD8\xFF"sv))
        return PictureFormat::Jpeg;
    if (source.startsWith(0, "\x89PNG\r\n\x1A\n"sv))
        return PictureFormat::Png;
    if (source.startsWith(0, "RIFF"sv) && source.startsWith(8, "WEBP"sv))
        return PictureFormat::WebP;
    if (source.startsWith(0, "II*\0"sv) || source.startsWith(0, "MM\0*"sv))
        return PictureFormat::Tiff;
    if (source.startsWith(0, "BM"sv))
        return PictureFormat::Bmp;
    if (source.startsWith(0, "GIF87a"sv) || source.startsWith(0, "GIF89a"sv))
        return PictureFormat::Gif;
    if (isHeif(source))
        return PictureFormat::Heif;
    return std::nullopt;
}

std::optional<PictureHeader> readPictureHeader(ByteSource& source)
{
    const auto format = formatOf(source);
    if (!format)
        return std::nullopt;
    switch (*format) {
    case PictureFormat::Jpeg:
        return jpegHeader(source);
    case PictureFormat::Png:
        return pngHeader(source);
    case PictureFormat::WebP:
        return webpHeader(source);
    case PictureFormat::Tiff:
        return tiffHeader(source);
    case PictureFormat::Bmp:
        return bmpHeader(source);
    case PictureFormat::Gif:
        return gifHeader(source);
    case PictureFormat::Heif:
        return heifHeader(source);
    }
    return std::nullopt;
}

} // namespace core
