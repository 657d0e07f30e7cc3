#include "data/street/relief.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace samples {

Relief::Relief(Dice& dice, double waves)
{
    struct Wave {
        double x;
        double y;
        double phase;
        double height;
    };
    constexpr int kWaves = 9;
    std::array<Wave, kWaves> parts{};
    double frequency = waves;
    for (auto& part : parts) {
        const double turn = dice.between(0, 2 * std::numbers::pi);
        const double pace = frequency * 2 * std::numbers::pi / kCells;
        part = {std::cos(turn) * pace, std::sin(turn) * pace, dice.between(0, 6.28),
                0.55 * waves / frequency};
        frequency *= 1.22;
    }
    for (int row = 0; row <= kCells; ++row)
        for (int column = 0; column <= kCells; ++column) {
            double height = 0;
            for (const auto& part : parts)
                height += part.height * std::sin(part.x * column + part.y * row + part.phase);
            m_heights.push_back(height * 0.7);
        }
}

QImage Relief::tinted(const Tints& tints) const
{
    QImage image(kCells, kCells, QImage::Format_RGB32);
    for (int row = 0; row < kCells; ++row)
        for (int column = 0; column < kCells; ++column) {
            const double height = at(column, row);
            const double slope =
                (at(column + 1, row) - height + at(column, row + 1) - height) * 4 * tints.shading;
            QColor colour = mix(tints.low, tints.high, (height + 0.9) / 1.8);
            if (height < tints.shore)
                colour = mix(tints.shallow, tints.deep, (tints.shore - height) * 1.4);
            else
                colour = shade(colour, std::clamp(slope, -0.5, 0.4));
            image.setPixel(column, row, colour.rgb());
        }
    return image;
}

QList<QLineF> Relief::contour(double level) const
{
    // Marching squares: in each cell the crossings of its four sides, joined in pairs.
    constexpr double kCell = kScene / kCells;
    QList<QLineF> lines;
    for (int row = 0; row < kCells; ++row)
        for (int column = 0; column < kCells; ++column) {
            const std::array<QPoint, 5> corners{QPoint(0, 0), QPoint(1, 0), QPoint(1, 1),
                                                QPoint(0, 1), QPoint(0, 0)};
            std::optional<QPointF> open;
            for (std::size_t side = 0; side < 4; ++side) {
                const QPoint from = corners[side] + QPoint(column, row);
                const QPoint to = corners[side + 1] + QPoint(column, row);
                const double first = at(from.x(), from.y()) - level;
                const double second = at(to.x(), to.y()) - level;
                if ((first < 0) == (second < 0))
                    continue;
                const QPointF crossing =
                    (QPointF(from) + QPointF(to - from) * (first / (first - second))) * kCell;
                if (open)
                    lines.emplace_back(*std::exchange(open, std::nullopt), crossing);
                else
                    open = crossing;
            }
        }
    return lines;
}

} // namespace samples
