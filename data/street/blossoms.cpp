#include "data/street/blossoms.h"

#include "data/street/light.h"

#include <cmath>
#include <numbers>

namespace samples {

namespace {

/// A petal from the origin along the x axis, of length 1.
QPainterPath petalPath(double width, double tip)
{
    QPainterPath petal(QPointF(0, 0));
    petal.cubicTo({0.25, -width * 0.5}, {0.75, -width * (0.9 - tip * 0.5)},
                  {1, -width * 0.06 * (1 - tip)});
    petal.cubicTo({0.75, width * (0.9 - tip * 0.5)}, {0.25, width * 0.5}, {0, 0});
    return petal;
}

struct Ring {
    int number = 12;
    double length = 1;
    double width = 0.3;
    double tip = 0.3; ///< 0 round, 1 pointed
    double turn = 0;  ///< degrees
};

void drawRing(Canvas& canvas, const Ring& ring, const QColor& inner, const QColor& outer)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QPainterPath shape = petalPath(ring.width, ring.tip);
    const bool fine = painter.worldTransform().determinant() > 900; // a petal is 30 pixels long
    for (int k = 0; k < ring.number; ++k) {
        painter.save();
        const double angle =
            ring.turn + k * 360.0 / ring.number + dice.around(0, 80.0 / ring.number);
        painter.rotate(angle);
        const double size = ring.length * dice.between(0.9, 1.04);
        painter.scale(size, size);
        // Petals that look to the upper left catch more light; in steps, for Qt keeps few ramps.
        const double facing = std::cos((angle - 45) * std::numbers::pi / 180);
        const double light = std::round((-0.12 * facing + dice.around(0, 0.04)) * 25) / 25;
        QLinearGradient gradient(QPointF(0, 0), QPointF(1, 0));
        gradient.setColorAt(0.1, shadowed(inner, 0.25));
        gradient.setColorAt(0.55, shade(outer, light));
        gradient.setColorAt(1, shade(outer, light + 0.14));
        if (fine)
            fill(painter, shape.translated(0.02, 0.03), QColor(24, 10, 34, 46));
        fill(painter, shape, gradient);
        if (fine)
            stroke(painter, {0.25, 0}, {0.85, 0}, withAlpha(shadowed(outer, 0.35), 0.22), 0.016);
        painter.restore();
    }
}

void drawDisc(Canvas& canvas, double radius, const QColor& colour)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {0.03, 0.05}, {radius * 1.5, radius * 1.5}, 0.6);
    fillBody(painter, {0, 0}, {radius, radius}, colour, 0.9);
    for (int k = 1; k < 90; ++k) { // seeds in the golden angle
        const double reach = radius * 0.97 * std::sqrt(k / 90.0);
        const double size = radius * 0.075;
        fillEllipse(painter, {std::cos(k * 2.39996) * reach, std::sin(k * 2.39996) * reach},
                    {size, size}, k % 2 == 0 ? shade(colour, 0.25) : shadowed(colour, 0.35));
    }
}

void drawRose(Canvas& canvas, const Blossom& blossom)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    double turn = dice.between(0, 360);
    for (int layer = 0; layer < 6; ++layer) {
        const double share = 1 - layer / 6.0;
        const int petals = layer < 4 ? 5 : 3;
        for (int k = 0; k < petals; ++k) {
            turn += 360.0 / petals + 13;
            const double angle = turn * std::numbers::pi / 180;
            const double reach = 0.46 * share;
            const QPointF at(std::cos(angle) * reach, std::sin(angle) * reach);
            const double size = 0.56 * (0.25 + 0.75 * share);
            drawShadow(painter, at, {size * 1.22, size * 1.22}, 0.34);
            QRadialGradient petal(at - QPointF(std::cos(angle), std::sin(angle)) * size * 0.9,
                                  size * 1.95);
            const QColor tone = mix(blossom.inner, blossom.petal, share);
            petal.setColorAt(0, shadowed(tone, 0.5));
            petal.setColorAt(0.72, tone);
            petal.setColorAt(0.93, shade(tone, 0.3));
            petal.setColorAt(1, shade(tone, 0.1));
            fill(painter, blob(dice, at, {size, size}, 0.07), petal);
        }
    }
    drawShadow(painter, {0, 0}, {0.16, 0.14}, 0.6);
}

void drawPoppy(Canvas& canvas, const Blossom& blossom)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double turn = dice.between(0, 90);
    for (int k = 0; k < 4; ++k) {
        const double angle = (turn + (k % 2 == 0 ? k * 90 : k * 90 + 180)) * std::numbers::pi / 180;
        const QPointF at(std::cos(angle) * 0.42, std::sin(angle) * 0.42);
        drawShadow(painter, at + QPointF(0.03, 0.05), {0.75, 0.75}, 0.3);
        fill(painter, blob(dice, at, {0.6, 0.56}, 0.12),
             radial({0, 0}, 1.05, shadowed(blossom.petal, 0.6), shade(blossom.petal, 0.18)));
        for (int crease = 0; crease < 8; ++crease) {
            const double fan = angle + (crease - 3.5) * 0.16;
            stroke(painter, QPointF(std::cos(fan), std::sin(fan)) * 0.3,
                   QPointF(std::cos(fan), std::sin(fan)) * dice.between(0.7, 0.92),
                   withAlpha(shadowed(blossom.petal, 0.5), 0.16), 0.025);
        }
    }
    fillBody(painter, {0, 0}, {0.17, 0.16}, hsl(90, 0.3, 0.35));
    for (int k = 0; k < 26; ++k) {
        const double angle = k * 0.2417;
        const QPointF way(std::cos(angle), std::sin(angle));
        const double reach = dice.between(0.22, 0.32);
        stroke(painter, way * 0.15, way * reach, QColor(24, 16, 24), 0.016);
        fillEllipse(painter, way * reach, {0.032, 0.032}, QColor(24, 16, 24));
    }
}

void drawStamens(Canvas& canvas, const QColor& colour, double reach)
{
    for (int k = 0; k < 14; ++k) {
        const double angle = k * 0.449;
        const QPointF tip =
            QPointF(std::cos(angle), std::sin(angle)) * reach * canvas.dice.between(0.6, 1);
        stroke(canvas.painter, {0, 0}, tip, withAlpha(colour, 0.8), 0.02);
        fillEllipse(canvas.painter, tip, {0.045, 0.04}, hsl(44, 0.85, 0.56));
    }
}

} // namespace

Blossom drawBlossomLots(Dice& dice)
{
    Blossom blossom;
    blossom.kind = dice.pick({Kind::Daisy, Kind::Sunflower, Kind::Rose, Kind::Rose, Kind::Poppy,
                              Kind::Cherry, Kind::Dahlia, Kind::Dahlia, Kind::Lily});
    // Petals of every hue but green.
    const double hue = dice.between(190, 430);
    blossom.petal = hsl(hue, dice.between(0.5, 0.85), dice.between(0.45, 0.74));
    if (dice.chance(0.2))
        blossom.petal = hsl(hue, 0.3, 0.94);
    blossom.inner = hsl(hue + dice.around(0, 40), 0.75, dice.between(0.35, 0.6));
    blossom.heart = hsl(dice.between(38, 52), 0.85, 0.5);
    if (blossom.kind == Kind::Sunflower) {
        blossom.petal = hsl(dice.between(28, 50), 0.92, 0.54);
        blossom.inner = hsl(30, 0.9, 0.42);
        blossom.heart = hsl(24, 0.5, 0.18);
    }
    return blossom;
}

void drawBlossom(Canvas& canvas, const Blossom& blossom)
{
    auto& painter = canvas.painter;
    const double turn = canvas.dice.between(0, 360);
    switch (blossom.kind) {
    case Kind::Daisy:
        drawRing(canvas, {16, 1, 0.24, 0.15, turn}, blossom.inner, blossom.petal);
        drawRing(canvas, {13, 0.88, 0.24, 0.15, turn + 9}, blossom.inner, blossom.petal);
        drawDisc(canvas, 0.27, blossom.heart);
        break;
    case Kind::Sunflower:
        drawRing(canvas, {21, 1, 0.24, 0.9, turn}, blossom.inner, shadowed(blossom.petal, 0.12));
        drawRing(canvas, {19, 0.9, 0.24, 0.9, turn + 8}, blossom.inner, blossom.petal);
        drawDisc(canvas, 0.46, blossom.heart);
        break;
    case Kind::Rose:
        drawRose(canvas, blossom);
        break;
    case Kind::Poppy:
        drawPoppy(canvas, blossom);
        break;
    case Kind::Cherry:
        drawRing(canvas, {5, 1, 0.82, 0, turn}, blossom.inner, shade(blossom.petal, 0.35));
        drawStamens(canvas, blossom.inner, 0.5);
        break;
    case Kind::Dahlia:
        for (int layer = 0; layer < 6; ++layer)
            drawRing(canvas, {16 - 2 * layer, 1 - 0.155 * layer, 0.34, 0.55, turn + layer * 11.0},
                     shadowed(blossom.inner, 0.2), mix(blossom.petal, blossom.inner, layer * 0.11));
        break;
    case Kind::Lily:
        drawRing(canvas, {3, 1, 0.5, 0.8, turn}, blossom.inner, shadowed(blossom.petal, 0.08));
        drawRing(canvas, {3, 1, 0.56, 0.8, turn + 60}, blossom.inner, blossom.petal);
        glow(painter, {0, 0}, {0.4, 0.4}, withAlpha(hsl(80, 0.6, 0.6), 0.7));
        drawStamens(canvas, hsl(80, 0.4, 0.6), 0.6);
        break;
    }
    glow(painter, {-0.4, -0.4}, {0.9, 0.9}, QColor(255, 252, 236, 50));
}

void drawTulip(Canvas& canvas, const QColor& petal)
{
    auto& painter = canvas.painter;
    const auto leaf = [&](double x, double width, double top, const QColor& colour) {
        QPainterPath path(QPointF(x * 0.3, 0.9));
        path.cubicTo({x - width * 1.4, 0.8}, {x - width * 1.2, -0.3}, {x, top});
        path.cubicTo({x + width * 1.2, -0.3}, {x + width * 1.4, 0.8}, {x * 0.3, 0.9});
        fill(painter, path,
             down({0, top, 1, 0.9 - top}, {shade(colour, 0.25), colour, shadowed(colour, 0.45)}));
    };
    leaf(-0.2, 0.28, -0.95, shadowed(petal, 0.3));
    leaf(0.22, 0.28, -0.9, shadowed(petal, 0.22));
    leaf(-0.36, 0.26, -0.75, shadowed(petal, 0.08));
    leaf(0.38, 0.26, -0.78, shadowed(petal, 0.14));
    leaf(0.02, 0.34, -0.72, petal);
    glow(painter, {-0.1, 0}, {0.2, 0.6}, withAlpha(shade(petal, 0.6), 0.6));
}

void drawStem(Canvas& canvas, QPointF foot, QPointF head, double width, const QColor& green)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QPointF middle = (foot + head) / 2 + QPointF(dice.around(0, 16), 0);
    QPainterPath stem(foot);
    stem.quadTo(middle, head);
    stroke(painter, stem, shadowed(green, 0.3), width);
    stroke(painter, stem, shade(green, 0.15), width * 0.45);
    const double length = std::hypot(head.x() - foot.x(), head.y() - foot.y());
    for (const double side : {-1.0, 1.0}) {
        if (dice.chance(0.35))
            continue;
        const QPointF from = stem.pointAtPercent(dice.between(0.25, 0.7));
        const QPointF tip =
            from
            + QPointF(side * length * dice.between(0.16, 0.34), -length * dice.between(0.1, 0.3));
        QPainterPath leaf(from);
        leaf.quadTo(from + QPointF(side * length * 0.05, -length * 0.22), tip);
        leaf.quadTo(from + QPointF(side * length * 0.22, 0), from);
        fill(painter, leaf, between(from, tip, shadowed(green, 0.3), shade(green, 0.2)));
        stroke(painter, from, (from + tip) / 2, withAlpha(shade(green, 0.4), 0.4), 0.8);
    }
}

} // namespace samples
