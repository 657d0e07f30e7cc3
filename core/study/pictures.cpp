#include "core/error.h"
#include "core/images/decoder.h"
#include "core/images/thumbnail_cache.h"
#include "core/study/senses.h"

#include <algorithm>
#include <cstdint>

namespace core {

namespace {

constexpr int kGap = 4; // pixels between the pictures of a contact sheet
constexpr std::uint8_t kPaper = 250;

std::filesystem::path fileOf(const Project& project, ImageKey key)
{
    auto file = project.pictureOf(key);
    if (file.empty())
        throw Error("Image " + project.collection->ids[static_cast<std::size_t>(key)]
                    + " has no picture: its table named none.");
    return file;
}

void place(Bitmap& sheet, const Bitmap& tile, int left, int top)
{
    for (int y = 0; y < tile.height; ++y) {
        const auto source = tile.row(y);
        const auto offset =
            (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(sheet.width)
             + static_cast<std::size_t>(left))
            * 3;
        std::ranges::copy(source, sheet.pixels.begin() + static_cast<std::ptrdiff_t>(offset));
    }
}

/// Square tiles of those images whose picture can be read.
std::vector<Bitmap> tilesOf(const Project& project, const std::vector<ImageKey>& images, int side)
{
    std::vector<Bitmap> tiles;
    for (const auto key : images) {
        try {
            tiles.push_back(centredSquare(thumbnailOf(project, key), side));
        } catch (const Error&) {
            continue; // left out, as the header promises
        }
    }
    return tiles;
}

} // namespace

Bitmap thumbnailOf(const Project& project, ImageKey key)
{
    return ThumbnailCache(project.thumbnailFolder()).thumbnail(key, fileOf(project, key));
}

Bitmap pictureOf(const Project& project, ImageKey key, int longest)
{
    return fitted(decodePicture(fileOf(project, key), longest), longest);
}

Bitmap contactSheet(const Project& project, const std::vector<ImageKey>& images, int columns,
                    int side)
{
    const auto tiles = tilesOf(project, images, side);
    if (tiles.empty())
        throw Error("None of these images has a picture that can be read, so that there is no "
                    "contact sheet to make.");
    const int across = std::min(columns, static_cast<int>(tiles.size()));
    const int down = (static_cast<int>(tiles.size()) + across - 1) / across;
    Bitmap sheet;
    sheet.width = kGap + across * (side + kGap);
    sheet.height = kGap + down * (side + kGap);
    sheet.pixels.assign(
        static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * 3, kPaper);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const int column = static_cast<int>(i) % across;
        const int line = static_cast<int>(i) / across;
        place(sheet, tiles[i], kGap + column * (side + kGap), kGap + line * (side + kGap));
    }
    return sheet;
}

} // namespace core
