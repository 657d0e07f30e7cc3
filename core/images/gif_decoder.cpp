#include "core/images/gif_decoder.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <gif_lib.h>
#include <memory>
#include <vector>

namespace core {

namespace {

constexpr std::uint8_t kWhite = 255;

/// What giflib reads from.
struct Source {
    std::span<const std::uint8_t> left;
};

int readBytes(GifFileType* gif, GifByteType* to, int count)
{
    auto& left = static_cast<Source*>(gif->UserData)->left;
    const auto given = std::min(left.size(), static_cast<std::size_t>(std::max(count, 0)));
    std::memcpy(to, left.data(), given);
    left = left.subspan(given);
    return static_cast<int>(given);
}

struct Closing {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, Closing>;

/// The transparent colour that an extension tells, if it is of that kind; false where it is cut
/// short.
bool readExtension(GifFileType& gif, int& transparent)
{
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(&gif, &code, &block) == GIF_ERROR)
        return false;
    while (block != nullptr) {
        GraphicsControlBlock control{};
        if (code == GRAPHICS_EXT_FUNC_CODE
            && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
            transparent = control.TransparentColor;
        if (DGifGetExtensionNext(&gif, &block) == GIF_ERROR)
            return false;
    }
    return true;
}

/// The lines of a frame in the order in which they are stored.
std::vector<int> lineOrder(int height, bool interlaced)
{
    struct Pass {
        int first;
        int step;
    };
    static constexpr std::array<Pass, 4> kPasses = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    static constexpr std::array<Pass, 1> kPlain = {{{0, 1}}};
    std::vector<int> lines;
    const auto passes = interlaced ? std::span<const Pass>(kPasses) : std::span<const Pass>(kPlain);
    for (const auto& [first, step] : passes) {
        for (int y = first; y < height; y += step)
            lines.push_back(y);
    }
    return lines;
}

/// False where an index has no colour.
bool paint(std::span<const GifPixelType> line, const ColorMapObject& colours, int transparent,
           std::span<std::uint8_t> pixels)
{
    for (std::size_t x = 0; x < line.size(); ++x) {
        if (line[x] == transparent)
            continue;
        if (line[x] >= colours.ColorCount)
            return false;
        const GifColorType& colour = colours.Colors[line[x]];
        const std::array<std::uint8_t, 3> rgb = {colour.Red, colour.Green, colour.Blue};
        std::ranges::copy(rgb, pixels.begin() + static_cast<std::ptrdiff_t>(3 * x));
    }
    return true;
}

std::optional<Bitmap> readFrame(GifFileType& gif, int transparent)
{
    if (DGifGetImageDesc(&gif) == GIF_ERROR)
        return std::nullopt;
    const GifImageDesc& frame = gif.Image;
    const auto* colours = frame.ColorMap != nullptr ? frame.ColorMap : gif.SColorMap;
    if (colours == nullptr || frame.Left + frame.Width > gif.SWidth
        || frame.Top + frame.Height > gif.SHeight)
        return std::nullopt;

    Bitmap picture{.width = gif.SWidth, .height = gif.SHeight, .pixels = {}};
    const auto width = static_cast<std::size_t>(gif.SWidth);
    picture.pixels.assign(3 * width * static_cast<std::size_t>(gif.SHeight), kWhite);
    std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
    for (const int y : lineOrder(frame.Height, frame.Interlace)) {
        if (DGifGetLine(&gif, line.data(), frame.Width) == GIF_ERROR)
            return std::nullopt;
        const auto at =
            static_cast<std::size_t>(frame.Top + y) * width + static_cast<std::size_t>(frame.Left);
        if (!paint(line, *colours, transparent,
                   std::span(picture.pixels).subspan(3 * at, 3 * line.size())))
            return std::nullopt;
    }
    return picture;
}

} // namespace

std::optional<Bitmap> decodeGif(std::span<const std::uint8_t> bytes)
{
    Source source{bytes};
    int error = 0;
    const Gif gif(DGifOpen(&source, readBytes, &error));
    if (!gif)
        return std::nullopt;
    int transparent = NO_TRANSPARENT_COLOR;
    while (true) {
        GifRecordType kind = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif.get(), &kind) == GIF_ERROR)
            return std::nullopt;
        if (kind == IMAGE_DESC_RECORD_TYPE)
            return readFrame(*gif, transparent);
        if (kind != EXTENSION_RECORD_TYPE || !readExtension(*gif, transparent))
            return std::nullopt;
    }
}

} // namespace core
