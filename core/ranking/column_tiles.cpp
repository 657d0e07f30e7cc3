#include "core/ranking/column_tiles.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t kWidestTile = 1024;
constexpr std::size_t kNarrowestTile = 256;
constexpr std::size_t kTilesWanted = 4;

} // namespace

std::vector<ColumnRange> columnTiles(std::size_t columns)
{
    const std::size_t fair = padded((columns + kTilesWanted - 1) / kTilesWanted);
    const std::size_t width = std::clamp(fair, kNarrowestTile, kWidestTile);
    std::vector<ColumnRange> tiles;
    for (std::size_t first = 0; first < columns; first += width)
        tiles.push_back({first, std::min(width, columns - first)});
    return tiles;
}

} // namespace core
