#pragma once

#include "data/street/paint.h"

#include <vector>

namespace samples {

/// Heights over the frame, about -1 to 1, smooth: hills, valleys and, below a level, water.
class Relief {
public:
    /// `waves` of the broadest forms fit into the frame.
    Relief(Dice& dice, double waves);

    /// The frame as a picture: `low` to `high` along the heights, lit from the upper left by
    /// `shading` (0 flat to 1 steep); below `shore` it is `deep` to `shallow` instead.
    struct Tints {
        QColor low;
        QColor high;
        QColor deep;
        QColor shallow;
        double shore = -2;
        double shading = 0.6;
    };
    QImage tinted(const Tints& tints) const;

    /// The line of one height, in scene units.
    QList<QLineF> contour(double level) const;

private:
    static constexpr int kCells = 72;
    double at(int column, int row) const
    {
        return m_heights[static_cast<std::size_t>(row) * (kCells + 1)
                         + static_cast<std::size_t>(column)];
    }

    std::vector<double> m_heights;
};

} // namespace samples
