#pragma once

#include <QRect>
#include <QSize>

namespace ui {

/// Where a sense's top images lie: cells of one size, line after line, best first.
struct TileLayout {
    QSize cell;
    int columns = 0;
    int visible = 0; ///< of the images that are to be shown

    QRect rectOf(int place, const QPoint& origin) const;
    int placeAt(const QPoint& point, const QPoint& origin) const; ///< −1: beside the cells
};

/// The square cells that cover the most of `area` with up to `count` images.
TileLayout squareTiles(const QSize& area, int count);
/// Cells for a few words each.
TileLayout chipTiles(const QSize& area, int count, const QSize& chip);

} // namespace ui
