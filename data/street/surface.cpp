#include "data/street/surface.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

void drawPlanks(Canvas& canvas, const Surface& surface, const QRectF& area)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    for (const double y :
         steps(area.top() - dice.between(0, surface.size), area.bottom(), surface.size)) {
        for (double x = area.left() - dice.between(0, 150); x < area.right();) {
            const double length = surface.size * dice.between(4, 8);
            const QColor tone = shade(surface.colour, dice.around(0, 0.12));
            const QRectF plank(x, y, length, surface.size);
            fill(painter, plank, down(plank, {shade(tone, 0.08), tone, shade(tone, -0.1)}));
            for (int k = 0; k < 3; ++k) { // the grain
                const double at = y + surface.size * dice.between(0.1, 0.9);
                QPainterPath line(QPointF(x, at));
                line.cubicTo({x + length * 0.3, at + dice.around(0, 3)},
                             {x + length * 0.6, at + dice.around(0, 3)}, {x + length, at});
                stroke(painter, line, withAlpha(shade(tone, -0.45), dice.between(0.08, 0.3)),
                       dice.between(0.5, 1.6));
            }
            fill(painter, QRectF(x + length - 1.2, y, 1.2, surface.size),
                 shade(surface.colour, -0.6));
            x += length;
        }
        fill(painter, QRectF(area.left(), y + surface.size - 1.4, area.width(), 1.4),
             shade(surface.colour, -0.6));
    }
}

void drawTiles(Canvas& canvas, const Surface& surface, const QRectF& area)
{
    auto& dice = canvas.dice;
    const bool bricks = dice.chance(0.4);
    const bool chequered = dice.chance(0.35);
    const double width = bricks ? surface.size * 1.8 : surface.size;
    const QColor other = mix(surface.colour, dice.chance(0.5) ? Qt::white : Qt::black, 0.6);
    fill(canvas.painter, area, shade(surface.colour, dice.chance(0.5) ? -0.4 : 0.45));
    int row = 0;
    for (const double y : steps(area.top(), area.bottom(), surface.size)) {
        ++row;
        int column = 0;
        const double first = area.left() - (bricks && row % 2 == 1 ? width / 2 : 0);
        for (const double x : steps(first, area.right(), width)) {
            ++column;
            const bool second = chequered && (row + column) % 2 == 1;
            const QColor tone = shade(second ? other : surface.colour, dice.around(0, 0.1));
            const QRectF tile(x + 1, y + 1, width - 2, surface.size - 2);
            fill(canvas.painter, tile,
                 between(tile.topLeft(), tile.bottomRight(), shade(tone, 0.12), shade(tone, -0.1)));
        }
    }
}

void drawCloth(Canvas& canvas, const Surface& surface, const QRectF& area)
{
    auto& painter = canvas.painter;
    const bool pale = canvas.dice.chance(0.6);
    fill(painter, area, pale ? shade(surface.colour, 0.75) : shade(surface.colour, -0.1));
    const QColor stripe = withAlpha(pale ? surface.colour : shade(surface.colour, 0.45), 0.5);
    const double gap = surface.size * 0.9;
    const bool crossed = canvas.dice.chance(0.6);
    for (const double y : steps(area.top(), area.bottom(), gap))
        fill(painter, QRectF(area.left(), y, area.width(), gap / 2), stripe);
    for (const double x : steps(area.left(), crossed ? area.right() : area.left(), gap))
        fill(painter, QRectF(x, area.top(), gap / 2, area.height()), stripe);
    for (int k = 0; k < 4; ++k) // folds
        glow(painter,
             {canvas.dice.between(area.left(), area.right()),
              canvas.dice.between(area.top(), area.bottom())},
             {area.width() * 0.5, 14}, withAlpha(k % 2 == 0 ? Qt::black : Qt::white, 0.16));
}

void drawMarble(Canvas& canvas, const Surface& surface, const QRectF& area)
{
    auto& dice = canvas.dice;
    fill(canvas.painter, area,
         between(area.topLeft(), area.bottomRight(), shade(surface.colour, 0.25),
                 shade(surface.colour, -0.08)));
    const bool light = dice.chance(0.4);
    for (int k = 0; k < 12; ++k) {
        std::vector<QPointF> points;
        QPointF at(area.left() - 10, dice.between(area.top() - 60, area.bottom()));
        while (at.x() < area.right() + 30) {
            points.push_back(at);
            at += QPointF{dice.between(18, 46), dice.around(8, 26)};
        }
        const auto vein = smoothPath(points, false);
        const QColor tone = shade(surface.colour, light ? 0.6 : -0.45);
        const double width = dice.between(0.6, 2.4);
        stroke(canvas.painter, vein, withAlpha(tone, 0.09), width * 7);
        stroke(canvas.painter, vein, withAlpha(tone, dice.between(0.15, 0.5)), width);
    }
}

void drawGrain(Canvas& canvas, const Surface& surface, const QRectF& area)
{
    auto& dice = canvas.dice;
    fill(canvas.painter, area, surface.colour);
    for (int k = 0; k < 14; ++k)
        glow(canvas.painter,
             {dice.between(area.left(), area.right()), dice.between(area.top(), area.bottom())},
             dice.between(30, 90), withAlpha(dice.chance(0.5) ? Qt::white : Qt::black, 0.1));
    for (int k = 0; k < 320; ++k) {
        const double size = dice.between(0.6, 0.6 + surface.size * 0.06);
        fill(canvas.painter,
             QRectF{dice.between(area.left(), area.right()),
                    dice.between(area.top(), area.bottom()), size * 1.3, size},
             withAlpha(shade(surface.colour, dice.around(0, 0.6)), 0.6));
    }
}

QColor pickColour(Dice& dice, Surface::Kind kind)
{
    if (dice.chance(0.5)) // painted, dyed or glazed
        return hsl(dice.between(0, 360), dice.between(0.15, 0.65), dice.between(0.16, 0.8));
    switch (kind) {
    case Surface::Kind::Planks:
        return hsl(dice.around(29, 10), dice.between(0.2, 0.5), dice.between(0.18, 0.66));
    case Surface::Kind::Cloth:
        return hsl(dice.pick({0.0, 215.0, 130.0, 45.0, 280.0}), 0.5, dice.between(0.3, 0.6));
    default:
        return hsl(dice.between(0, 360), dice.between(0, 0.12), dice.between(0.14, 0.9));
    }
}

} // namespace

Surface pickSurface(Dice& dice)
{
    using Kind = Surface::Kind;
    const auto kind = dice.pick({Kind::Planks, Kind::Planks, Kind::Tiles, Kind::Cloth, Kind::Marble,
                                 Kind::Grain, Kind::Plain});
    return {kind, pickColour(dice, kind), dice.between(26, 64)};
}

void drawSurface(Canvas& canvas, const Surface& surface, const QRectF& area)
{
    switch (surface.kind) {
    case Surface::Kind::Planks:
        return drawPlanks(canvas, surface, area);
    case Surface::Kind::Tiles:
        return drawTiles(canvas, surface, area);
    case Surface::Kind::Cloth:
        return drawCloth(canvas, surface, area);
    case Surface::Kind::Marble:
        return drawMarble(canvas, surface, area);
    case Surface::Kind::Grain:
        return drawGrain(canvas, surface, area);
    case Surface::Kind::Plain:
        fill(canvas.painter, area,
             between(area.topLeft(), area.bottomRight(), shade(surface.colour, 0.18),
                     shade(surface.colour, -0.22)));
    }
}

void drawWindowLight(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const bool left = dice.chance(0.5);
    const QPointF lit(left ? 0 : kScene, dice.between(0, 120));
    const QPointF unlit(kScene - lit.x(), kScene - lit.y() * 0.5);
    fill(painter, Canvas::frame(),
         between(lit, unlit, QColor(255, 248, 230, 76), QColor(10, 8, 30, 84)));
    if (!dice.chance(0.35))
        return;
    const double lean = dice.between(50, 130) * (left ? 1 : -1);
    const double width = dice.between(24, 60);
    double x = dice.between(-60, 60);
    for (int pane = 0; pane < 3; ++pane, x += width * 1.25)
        for (int soft = 0; soft < 4; ++soft)
            fill(painter,
                 polygon({{x + soft * 2.0, -2},
                          {x + width - soft * 2.0, -2},
                          {x + width + lean - soft * 2.0, kScene + 2},
                          {x + lean + soft * 2.0, kScene + 2}}),
                 QColor(255, 244, 214, 15));
}

void drawShadow(QPainter& painter, const QRectF& area, double reach, double alpha)
{
    constexpr int kLayers = 6;
    for (int k = 0; k < kLayers; ++k) {
        const double grow = reach * (static_cast<double>(k) / kLayers - 0.35);
        const QRectF layer = area.adjusted(-grow, -grow, grow, grow);
        fillRounded(painter, layer, std::max(reach * 0.7, 0.5),
                    QColor(8, 6, 20, static_cast<int>(255 * alpha / kLayers)));
    }
}

} // namespace samples
