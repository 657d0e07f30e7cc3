#include "core/images/colour_profile.h"

#include "core/images/tiff_directory.h"

#include <algorithm>
#include <array>
#include <lcms2.h>
#include <map>
#include <memory>
#include <string_view>
#include <type_traits>
#include <zlib.h>

namespace core {

namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kMostProfileBytes = std::size_t{16} << 20U;
constexpr std::size_t kChannels = 3;

std::vector<std::uint8_t> copied(Bytes bytes, std::uint64_t offset, std::uint64_t count)
{
    if (count > kMostProfileBytes || offset > bytes.size() || count > bytes.size() - offset)
        return {};
    const auto part = bytes.subspan(offset, count);
    return {part.begin(), part.end()};
}

/// In numbered pieces, each in a segment of its own before the picture.
std::vector<std::uint8_t> profileOfJpeg(Bytes bytes)
{
    constexpr auto kName = "ICC_PROFILE\0"sv;
    ByteSource source(bytes);
    std::map<std::uint8_t, Bytes> pieces;
    for (std::uint64_t at = 2; source.has(at, 4) && source.byte(at) == 0xFF;) {
        const std::uint8_t marker = source.byte(at + 1);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        const std::uint64_t length = source.big16(at + 2);
        if (length < 2 || marker == 0xD9 || marker == 0xDA || !source.has(at, 2 + length))
            break;
        const std::uint64_t body = at + 4 + kName.size() + 2; // behind its number and the count
        if (marker == 0xE2 && source.startsWith(at + 4, kName) && body <= at + 2 + length)
            pieces[source.byte(body - 2)] = bytes.subspan(body, at + 2 + length - body);
        at += 2 + length;
    }
    std::vector<std::uint8_t> profile;
    for (const auto& [number, piece] : pieces)
        profile.insert(profile.end(), piece.begin(), piece.end());
    return profile;
}

std::vector<std::uint8_t> inflated(Bytes packed)
{
    z_stream stream{};
    if (packed.size() > kMostProfileBytes || inflateInit(&stream) != Z_OK)
        return {};
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> ending(&stream, inflateEnd);
    stream.next_in = const_cast<Bytef*>(packed.data()); // zlib only reads it
    stream.avail_in = static_cast<uInt>(packed.size());
    std::vector<std::uint8_t> result;
    std::array<std::uint8_t, 16384> piece{};
    int state = Z_OK;
    while (state == Z_OK && result.size() <= kMostProfileBytes) {
        stream.next_out = piece.data();
        stream.avail_out = piece.size();
        state = inflate(&stream, Z_NO_FLUSH);
        result.insert(result.end(), piece.begin(),
                      piece.end() - static_cast<std::ptrdiff_t>(stream.avail_out));
    }
    return state == Z_STREAM_END ? result : std::vector<std::uint8_t>{};
}

std::vector<std::uint8_t> profileOfPng(Bytes bytes)
{
    ByteSource source(bytes);
    for (std::uint64_t at = 8; source.has(at, 12); at += 12 + std::uint64_t{source.big32(at)}) {
        const std::uint64_t length = source.big32(at);
        if (source.startsWith(at + 4, "IDAT"sv) || !source.has(at + 8, length))
            break;
        if (!source.startsWith(at + 4, "iCCP"sv))
            continue;
        const auto body = bytes.subspan(at + 8, length);
        const auto name = std::ranges::find(body, 0); // a zero and the method lie behind it
        const auto packed = static_cast<std::size_t>(name - body.begin()) + 2;
        return packed < body.size() ? inflated(body.subspan(packed)) : std::vector<std::uint8_t>{};
    }
    return {};
}

std::vector<std::uint8_t> profileOfWebP(Bytes bytes)
{
    ByteSource source(bytes);
    for (std::uint64_t at = 12; source.has(at, 8);) {
        const std::uint64_t length = source.little32(at + 4);
        if (source.startsWith(at, "ICCP"sv))
            return copied(bytes, at + 8, length);
        at += 8 + length + length % 2;
    }
    return {};
}

std::vector<std::uint8_t> profileOfTiff(Bytes bytes)
{
    constexpr std::uint32_t kProfileTag = 34675;
    ByteSource source(bytes);
    const auto directory = TiffDirectory::at(source, 0);
    const auto entry = directory ? directory->find(kProfileTag) : std::nullopt;
    return entry ? copied(bytes, entry->offset, entry->count * entry->elementSize)
                 : std::vector<std::uint8_t>{};
}

struct ClosingProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, ClosingProfile>;

struct DeletingTransform {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<std::remove_pointer_t<cmsHTRANSFORM>, DeletingTransform>;

bool callsItselfSrgb(const Profile& profile)
{
    std::array<char, 128> description{};
    cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", description.data(),
                           description.size());
    return std::string_view(description.data()).find("sRGB") != std::string_view::npos;
}

/// nullptr where the profile is not of `space`, or makes no sense.
Transform transformToSrgb(const Profile& profile, cmsColorSpaceSignature space,
                          cmsUInt32Number pixels)
{
    if (cmsGetColorSpace(profile.get()) != space)
        return nullptr;
    const Profile srgb(cmsCreate_sRGBProfile());
    return Transform(cmsCreateTransform(profile.get(), pixels, srgb.get(), TYPE_RGB_8,
                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
}

std::vector<std::uint8_t> firstChannel(const Bitmap& picture)
{
    std::vector<std::uint8_t> values(picture.pixels.size() / kChannels);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = picture.pixels[i * kChannels];
    return values;
}

} // namespace

std::vector<std::uint8_t> colourProfileIn(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return profileOfJpeg(bytes);
    case PictureFormat::Png:
        return profileOfPng(bytes);
    case PictureFormat::WebP:
        return profileOfWebP(bytes);
    case PictureFormat::Tiff:
        return profileOfTiff(bytes);
    case PictureFormat::Bmp:
    case PictureFormat::Gif:
    case PictureFormat::Heif: // its decoder knows where it stands
        return {};
    }
    return {};
}

void convertToSrgb(Bitmap& picture, std::span<const std::uint8_t> profile)
{
    if (profile.empty() || profile.size() > kMostProfileBytes)
        return;
    const Profile own(
        cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
    if (!own || callsItselfSrgb(own))
        return;
    const auto width = static_cast<cmsUInt32Number>(picture.width);
    const auto rowBytes = static_cast<std::size_t>(picture.width) * kChannels;
    if (const auto transform = transformToSrgb(own, cmsSigRgbData, TYPE_RGB_8)) {
        for (int y = 0; y < picture.height; ++y) {
            auto* row = picture.pixels.data() + static_cast<std::size_t>(y) * rowBytes;
            cmsDoTransform(transform.get(), row, row, width);
        }
    } else if (const auto ofGrey = transformToSrgb(own, cmsSigGrayData, TYPE_GRAY_8)) {
        const auto grey = firstChannel(picture);
        for (int y = 0; y < picture.height; ++y)
            cmsDoTransform(ofGrey.get(), grey.data() + static_cast<std::size_t>(y) * width,
                           picture.pixels.data() + static_cast<std::size_t>(y) * rowBytes, width);
    }
}

} // namespace core
