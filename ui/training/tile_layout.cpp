#include "ui/training/tile_layout.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int kGap = 4;
constexpr int kLeastSide = 32;
constexpr int kMostSide = 224; // thumbnails have 256 pixels

TileLayout fill(const QSize& area, int count, const QSize& cell)
{
    const int columns = (area.width() + kGap) / (cell.width() + kGap);
    const int lines = (area.height() + kGap) / (cell.height() + kGap);
    return {.cell = cell,
            .columns = std::max(0, columns),
            .visible = std::clamp(columns * lines, 0, std::max(0, count))};
}

} // namespace

QRect TileLayout::rectOf(int place, const QPoint& origin) const
{
    const int column = place % columns;
    const int line = place / columns;
    return {origin + QPoint(column * (cell.width() + kGap), line * (cell.height() + kGap)), cell};
}

int TileLayout::placeAt(const QPoint& point, const QPoint& origin) const
{
    for (int place = 0; place < visible; ++place) {
        if (rectOf(place, origin).contains(point))
            return place;
    }
    return -1;
}

TileLayout squareTiles(const QSize& area, int count)
{
    TileLayout best = fill(area, count, {kLeastSide, kLeastSide});
    for (int side = kLeastSide + 1; side <= kMostSide; ++side) {
        const TileLayout next = fill(area, count, {side, side});
        const auto covered = [](const TileLayout& layout) {
            return layout.visible * layout.cell.width() * layout.cell.height();
        };
        if (covered(next) >= covered(best))
            best = next;
    }
    return best;
}

TileLayout chipTiles(const QSize& area, int count, const QSize& chip)
{
    return fill(area, count, chip);
}

} // namespace ui
