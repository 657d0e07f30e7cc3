#include "data/street/cups.h"

#include "data/street/backdrop.h"
#include "data/street/light.h"

#include <cmath>
#include <numbers>

namespace samples {

namespace {

const QColor kMilk(250, 238, 216);

QColor drawCrema(Dice& dice)
{
    return hsl(dice.between(22, 32), dice.between(0.5, 0.7), dice.between(0.26, 0.46));
}

QPainterPath heart(double size)
{
    QPainterPath path(QPointF(0, size));
    path.cubicTo({-size * 1.5, -size * 0.1}, {-size * 0.7, -size * 1.1}, {0, -size * 0.42});
    path.cubicTo({size * 0.7, -size * 1.1}, {size * 1.5, -size * 0.1}, {0, size});
    return path;
}

/// A fern of milk: chevrons from the bottom to a heart at the top.
void drawFern(QPainter& painter)
{
    for (int k = 0; k < 6; ++k) {
        const double y = 0.5 - k * 0.19;
        const double w = 0.24 + 0.34 * std::sin((k + 1) * std::numbers::pi / 8);
        QPainterPath leaf(QPointF(0, y + 0.12));
        leaf.cubicTo({-w, y + 0.1}, {-w, y - 0.14}, {-w * 0.9, y - 0.2});
        leaf.cubicTo({-w * 0.5, y - 0.06}, {-0.1, y}, {0, y + 0.02});
        leaf.cubicTo({0.1, y}, {w * 0.5, y - 0.06}, {w * 0.9, y - 0.2});
        leaf.cubicTo({w, y - 0.14}, {w, y + 0.1}, {0, y + 0.12});
        fill(painter, leaf, kMilk);
    }
    stroke(painter, {0, 0.7}, {0, -0.55}, kMilk, 0.05);
}

void drawTulipArt(QPainter& painter, const QColor& crema)
{
    painter.save();
    painter.translate(0, 0.34);
    for (int k = 0; k < 3; ++k) {
        fill(painter, heart(0.5 - 0.09 * k), kMilk);
        stroke(painter, heart(0.5 - 0.09 * k), withAlpha(crema, 0.8), 0.035);
        painter.translate(0, -0.36);
    }
    painter.restore();
}

void drawSwirl(Canvas& canvas, const QColor& crema)
{
    QPainterPath spiral(QPointF(0, 0));
    for (int k = 1; k < 60; ++k)
        spiral.lineTo(std::cos(k * 0.28) * k * 0.012, std::sin(k * 0.28) * k * 0.012);
    stroke(canvas.painter, spiral, withAlpha(mix(kMilk, crema, 0.2), 0.9), 0.09);
}

void drawBubbles(Canvas& canvas, const QColor& crema)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < 46; ++k) {
        const double angle = dice.between(0, 2 * std::numbers::pi);
        const double size = dice.between(0.008, 0.026);
        const double reach = 0.78 - std::abs(dice.normal()) * 0.12;
        fillEllipse(canvas.painter, {std::cos(angle) * reach, std::sin(angle) * reach},
                    {size, size}, withAlpha(shade(crema, 0.5), 0.6));
    }
}

void drawSurface(Canvas& canvas, const QColor& crema)
{
    auto& painter = canvas.painter;
    fillEllipse(painter, {0, 0}, {0.84, 0.84},
                radial({-0.1, -0.1}, 0.95, shade(crema, 0.12), shadowed(crema, 0.45)));
    switch (canvas.dice.count(0, 5)) {
    case 0:
        fill(painter, heart(0.52), kMilk);
        fill(painter, heart(0.3), mix(kMilk, crema, 0.16));
        break;
    case 1:
        drawFern(painter);
        break;
    case 2:
        drawTulipArt(painter, crema);
        break;
    case 3:
        drawSwirl(canvas, crema);
        break;
    case 4: // foam with cocoa on it
        fillBody(painter, blob(canvas.dice, {0, 0}, {0.7, 0.68}, 0.06), kMilk, 0.3);
        for (int k = 0; k < 90; ++k)
            fillEllipse(painter, {canvas.dice.normal() * 0.25, canvas.dice.normal() * 0.25},
                        {0.02, 0.02}, QColor(96, 54, 26, 150));
        break;
    default: // black
        fillEllipse(painter, {0, 0}, {0.84, 0.84},
                    radial({0, 0}, 0.86, QColor(30, 15, 10), QColor(78, 40, 18)));
        glow(painter, {-0.3, -0.35}, {0.34, 0.2}, QColor(255, 240, 220, 110));
    }
    drawBubbles(canvas, crema);
}

void drawSteam(Canvas& canvas, double top)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < 3; ++k) {
        const double x = -0.45 + 0.45 * k;
        const double sway = dice.around(0, 0.35);
        for (int puff = 0; puff < 11; ++puff) {
            const double rise = puff * 0.16;
            glow(canvas.painter,
                 {x + std::sin(rise * 3 + k * 2) * (0.08 + 0.1 * rise) + sway * rise * 0.4,
                  top - rise},
                 {0.1 + 0.06 * rise, 0.2}, QColor(255, 255, 255, 95 - puff * 7));
        }
    }
}

void drawHandle(QPainter& painter, const QColor& glaze)
{
    QPainterPath handle(QPointF(0.82, -0.35));
    handle.cubicTo({1.62, -0.7}, {1.62, 0.62}, {0.68, 0.5});
    stroke(painter, handle, shadowed(glaze, 0.4), 0.24);
    stroke(painter, handle, shadowed(glaze, 0.08), 0.17);
    stroke(painter, handle, withAlpha(shade(glaze, 0.5), 0.7), 0.05);
}

} // namespace

QColor drawCrockery(Dice& dice)
{
    return dice.chance(0.4) ? hsl(dice.between(0, 360), 0.08, dice.between(0.86, 0.96))
                            : drawTone(dice);
}

void drawCupAbove(Canvas& canvas, const QColor& glaze, bool saucer)
{
    auto& painter = canvas.painter;
    if (saucer) {
        painter.save();
        painter.scale(1.62, 1.62);
        drawShadow(painter, {0.1, 0.12}, {1.34, 1.3}, 0.75);
        fillBody(painter, {0, 0}, {1, 1}, glaze, 0.5);
        fillEllipse(painter, {0, 0}, {0.68, 0.68},
                    between({-0.6, -0.6}, {0.6, 0.6}, shadowed(glaze, 0.25), shade(glaze, 0.2)));
        painter.restore();
    }
    const QRectF handle(0.85, -0.16, 0.72, 0.32);
    drawShadow(painter, {0.2, 0.22}, {1.4, 1.35}, 0.8);
    fillRounded(painter, handle, 0.16, lit(handle, glaze));
    fillBody(painter, {0, 0}, {1, 1}, glaze, 0.7);
    fillEllipse(painter, {0, 0}, {0.91, 0.91},
                between({-0.7, -0.7}, {0.7, 0.7}, shadowed(glaze, 0.45), shade(glaze, 0.2)));
    drawSurface(canvas, drawCrema(canvas.dice));
}

void drawCupSide(Canvas& canvas, const QColor& glaze)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    if (dice.chance(0.6)) {
        drawShadow(painter, {0.1, 1.12}, {2.3, 0.34}, 0.7);
        fillBody(painter, {0, 1.02}, {1.6, 0.24}, shadowed(glaze, 0.15));
        fillBody(painter, {0, 0.97}, {1.57, 0.22}, glaze, 0.5);
        drawShadow(painter, {0.1, 1.0}, {1.0, 0.16}, 0.5);
    } else {
        drawShadow(painter, {0.15, 1.02}, {1.5, 0.25}, 0.75);
    }
    drawHandle(painter, glaze);
    const double foot = dice.between(0.45, 0.85);
    const double tall = dice.between(0.75, 1.25);
    QPainterPath cup(QPointF(-1, -tall));
    cup.cubicTo({-1, 0.4}, {-foot, 0.7}, {-foot, 1});
    cup.quadTo({0, 1.12}, {foot, 1});
    cup.cubicTo({foot, 0.7}, {1, 0.4}, {1, -tall});
    cup.closeSubpath();
    fill(painter, cup, cylinder(-1, 1, glaze, 0.7));
    if (dice.chance(0.35)) {
        painter.save();
        painter.setClipPath(cup, Qt::IntersectClip);
        const QColor band = drawTone(dice);
        fill(painter, QRectF(-1.2, 0.05, 2.4, 0.4), withAlpha(band, 0.75));
        painter.restore();
    }
    fillEllipse(painter, {0, -tall}, {1, 0.24}, shade(glaze, 0.2));
    fillEllipse(painter, {0, -tall + 0.01}, {0.92, 0.205}, shadowed(glaze, 0.4));
    const QColor crema = drawCrema(dice);
    fillBody(painter, {0, -tall + 0.04}, {0.87, 0.17}, crema, 0.6);
    fillEllipse(painter, {0.05, -tall + 0.04}, {0.4, 0.07}, withAlpha(kMilk, 0.9));
    drawSteam(canvas, -tall - 0.1);
}

void drawGlass(Canvas& canvas, const QColor&)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    drawShadow(painter, {0.15, 1.02}, {1.3, 0.22}, 0.7);
    const double top = -dice.between(1.4, 2.1);
    const QPainterPath glass = polygon({{-0.84, top}, {0.84, top}, {0.62, 1.0}, {-0.62, 1.0}});
    fill(painter, glass, QColor(255, 255, 255, 70));
    painter.save();
    painter.setClipPath(glass, Qt::IntersectClip);
    const double level = top + 0.3;
    const QRectF drink(-1, level, 2, 0.94 - level);
    QLinearGradient layers(drink.bottomLeft(), drink.topLeft());
    layers.setColorAt(0, dice.pick({QColor(246, 232, 208), QColor(60, 28, 14), QColor(120, 160, 90),
                                    QColor(236, 160, 170)}));
    layers.setColorAt(0.4, QColor(232, 208, 172));
    layers.setColorAt(0.55, QColor(124, 72, 36));
    layers.setColorAt(0.78, QColor(72, 36, 18));
    layers.setColorAt(0.82, kMilk);
    layers.setColorAt(1, QColor(255, 250, 240));
    fill(painter, drink, layers);
    fill(painter, QRectF(-0.7, top, 0.12, 3.4), QColor(255, 255, 255, 130));
    drawShadow(painter, {0.8, 0}, {0.4, 2}, 0.4);
    painter.restore();
    const bool iced = dice.chance(0.5);
    for (int k = 0; iced && k < 4; ++k) {
        const QRectF ice(-0.55 + 0.28 * k, level - 0.12 + dice.around(0, 0.1), 0.3, 0.28);
        fillRounded(painter, ice, 0.06, QColor(236, 246, 255, 170));
    }
    if (iced)
        stroke(painter, {0.3, level + 0.1}, {0.62, top - 0.75}, drawTone(dice), 0.1);
    else
        drawSteam(canvas, level - 0.2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 170), 0.05));
    painter.drawEllipse(QPointF(0, top), 0.84, 0.13);
}

void drawPaperCup(Canvas& canvas, const QColor& glaze)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    drawShadow(painter, {0.15, 1.02}, {1.3, 0.24}, 0.75);
    const double top = -1.75;
    fill(painter, polygon({{-0.88, top}, {0.88, top}, {0.64, 1.02}, {-0.64, 1.02}}),
         cylinder(-0.88, 0.88, glaze, 0.45));
    const QColor sleeve = dice.chance(0.5) ? hsl(30, 0.4, 0.5) : drawTone(dice);
    fill(painter, polygon({{-0.81, -0.85}, {0.81, -0.85}, {0.71, 0.3}, {-0.71, 0.3}}),
         cylinder(-0.81, 0.81, sleeve, 0.2));
    fillEllipse(painter, {0, -0.28}, {0.3, 0.3}, withAlpha(shade(sleeve, 0.55), 0.9));
    painter.save();
    painter.translate(0, -0.26);
    fill(painter, heart(0.14), shadowed(sleeve, 0.4));
    painter.restore();
    const QColor lid = dice.chance(0.5) ? QColor(246, 245, 242) : QColor(38, 32, 32);
    fillRounded(painter, {-0.97, top - 0.1, 1.94, 0.22}, 0.08, cylinder(-0.97, 0.97, lid, 0.5));
    fill(painter,
         polygon({{-0.8, top - 0.38}, {0.8, top - 0.38}, {0.9, top - 0.08}, {-0.9, top - 0.08}}),
         cylinder(-0.9, 0.9, lid, 0.5));
    fillEllipse(painter, {0, top - 0.38}, {0.8, 0.1}, shade(lid, 0.15));
    drawSteam(canvas, top - 0.5);
}

} // namespace samples
