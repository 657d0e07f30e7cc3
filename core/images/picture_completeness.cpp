#include "core/images/picture_completeness.h"

#include "core/images/heif_boxes.h"
#include "core/images/tiff_directory.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace core {

namespace {

using namespace std::string_view_literals;

/// The offset of the next marker in entropy-coded data from `at`; size where there is none.
std::size_t nextMarker(std::span<const std::uint8_t> bytes, std::size_t at)
{
    while (at + 1 < bytes.size()) {
        const void* found = std::memchr(bytes.data() + at, 0xFF, bytes.size() - 1 - at);
        if (found == nullptr)
            break;
        at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - bytes.data());
        const std::uint8_t next = bytes[at + 1];
        // FF00 is a stuffed FF, FFD0 to FFD7 are restarts: both belong to the data.
        if (next != 0x00 && next != 0xFF && (next < 0xD0 || next > 0xD7))
            return at;
        ++at;
    }
    return bytes.size();
}

/// A marker in the middle of the headers is searched for as libjpeg does: what is no marker is
/// skipped.
bool jpegReachesItsEnd(std::span<const std::uint8_t> bytes)
{
    bool scanned = false;
    for (std::size_t at = nextMarker(bytes, 2); at + 1 < bytes.size();) {
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xD9)
            return scanned;
        scanned = scanned || marker == 0xDA;
        std::size_t length = 0; // of a segment; TEM and SOI have none
        if (marker != 0x01 && marker != 0xD8) {
            if (at + 3 >= bytes.size())
                return false;
            length = static_cast<std::size_t>(bytes[at + 2]) << 8U | bytes[at + 3];
        }
        at = nextMarker(bytes, std::min(bytes.size(), at + 2 + length));
    }
    return false;
}

bool pngReachesItsEnd(ByteSource& source)
{
    for (std::uint64_t at = 8; source.has(at, 12); at += 12 + std::uint64_t{source.big32(at)}) {
        if (source.startsWith(at + 4, "IEND"sv))
            return true;
    }
    return false;
}

bool webpReachesItsEnd(ByteSource& source)
{
    return source.has(8, source.little32(4));
}

/// Every strip or tile lies within the file.
bool tiffReachesItsEnd(ByteSource& source)
{
    constexpr std::uint32_t kStripOffsets = 273;
    constexpr std::uint32_t kStripBytes = 279;
    constexpr std::uint32_t kTileOffsets = 324;
    constexpr std::uint32_t kTileBytes = 325;
    const auto directory = TiffDirectory::at(source, 0);
    if (!directory)
        return false;
    auto offsets = directory->find(kStripOffsets);
    auto counts = directory->find(kStripBytes);
    if (!offsets) {
        offsets = directory->find(kTileOffsets);
        counts = directory->find(kTileBytes);
    }
    if (!offsets)
        return false;
    if (!counts) // allowed in old files, which only the decoder can judge
        return true;
    const auto lists = std::min(offsets->count, counts->count);
    if (!source.has(offsets->offset, lists * offsets->elementSize)
        || !source.has(counts->offset, lists * counts->elementSize))
        return false;
    for (std::uint64_t i = 0; i < lists; ++i) {
        if (!source.has(directory->value(*offsets, i), directory->value(*counts, i)))
            return false;
    }
    return true;
}

/// Run-length BMPs tell their size nowhere; their decoder notices by itself.
bool bmpReachesItsEnd(ByteSource& source)
{
    const bool os2 = source.little32(14) == 12;
    const std::uint64_t bits = source.little16(os2 ? 24 : 28);
    const std::uint32_t compression = os2 ? 0 : source.little32(30);
    if (compression == 1 || compression == 2)
        return true;
    const auto header = readPictureHeader(source);
    if (!header || header->width <= 0)
        return false;
    const std::uint64_t rowBytes = (static_cast<std::uint64_t>(header->width) * bits + 31) / 32 * 4;
    return source.has(source.little32(10), rowBytes * static_cast<std::uint64_t>(header->height));
}

/// The bytes that a table of colours takes whose flags these are.
std::uint64_t gifTableBytes(std::uint8_t flags)
{
    constexpr std::uint8_t kPresent = 0x80;
    return (flags & kPresent) != 0 ? 3ULL << ((flags & 7U) + 1U) : 0;
}

/// Behind the blocks that begin at `at`; behind all bytes where they do not end.
std::uint64_t afterGifBlocks(ByteSource& source, std::uint64_t at)
{
    while (source.has(at, 1)) {
        const std::uint64_t length = source.byte(at);
        at += 1 + length;
        if (length == 0)
            return at;
    }
    return source.size() + 1;
}

/// The first frame, which is the one that is read, is all there.
bool gifReachesItsEnd(ByteSource& source)
{
    constexpr std::uint8_t kExtension = 0x21;
    constexpr std::uint8_t kFrame = 0x2C;
    std::uint64_t at = 13 + gifTableBytes(source.byte(10));
    while (source.byte(at) == kExtension)
        at = afterGifBlocks(source, at + 2);
    if (source.byte(at) != kFrame)
        return false;
    const auto pixels = at + 10 + gifTableBytes(source.byte(at + 9)) + 1;
    return afterGifBlocks(source, pixels) <= source.size();
}

} // namespace

bool reachesItsEnd(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    ByteSource source(bytes);
    switch (format) {
    case PictureFormat::Jpeg:
        return jpegReachesItsEnd(bytes);
    case PictureFormat::Png:
        return pngReachesItsEnd(source);
    case PictureFormat::WebP:
        return webpReachesItsEnd(source);
    case PictureFormat::Tiff:
        return tiffReachesItsEnd(source);
    case PictureFormat::Bmp:
        return bmpReachesItsEnd(source);
    case PictureFormat::Gif:
        return gifReachesItsEnd(source);
    case PictureFormat::Heif:
        return heifReachesItsEnd(source);
    }
    return false;
}

} // namespace core
