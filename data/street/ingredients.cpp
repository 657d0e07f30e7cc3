#include "data/street/dishes.h"
#include "data/street/light.h"

#include <cmath>
#include <numbers>

namespace samples {

void drawLeaf(Canvas& canvas, QPointF at, double size, const QColor& colour)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.between(0, 360));
    painter.scale(size, size);
    drawShadow(painter, {0.12, 0.12}, {1.1, 0.8}, 0.4);
    QPainterPath leaf(QPointF(-1, 0));
    leaf.cubicTo({-0.5, -0.75}, {0.4, -0.6}, {1, 0});
    leaf.cubicTo({0.4, 0.6}, {-0.5, 0.75}, {-1, 0});
    fillBody(painter, leaf, colour, 0.9);
    stroke(painter, {-0.95, 0}, {0.8, 0}, withAlpha(shade(colour, 0.4), 0.6), 0.06);
    painter.restore();
}

void drawTomato(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    drawShadow(painter, at + QPointF(size * 0.25, size * 0.3), {size * 1.3, size * 1.2}, 0.5);
    fillBody(painter, at, {size, size}, hsl(canvas.dice.pick({4.0, 12.0, 24.0}), 0.8, 0.5));
    glow(painter, at + QPointF(-size * 0.35, -size * 0.4), {size * 0.35, size * 0.25},
         QColor(255, 255, 255, 210));
}

void drawLemon(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    const double hue = canvas.dice.pick({52.0, 84.0, 34.0}); // lemon, lime, orange
    drawShadow(painter, at + QPointF(size * 0.15, size * 0.2), {size * 1.25, size * 1.2}, 0.5);
    fillBody(painter, at, {size, size}, hsl(hue, 0.85, 0.55), 0.4);
    fillEllipse(painter, at, {size * 0.86, size * 0.86}, hsl(hue, 0.5, 0.92));
    painter.setPen(Qt::NoPen);
    painter.setBrush(radial(at, size, hsl(hue, 0.8, 0.78), hsl(hue, 0.9, 0.58)));
    const double turn = canvas.dice.between(0, 45);
    for (int k = 0; k < 8; ++k)
        painter.drawPie(
            QRectF(at.x() - size * 0.78, at.y() - size * 0.78, size * 1.56, size * 1.56),
            static_cast<int>((turn + k * 45 + 4) * 16), 37 * 16);
}

void drawBerry(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    drawShadow(painter, at + QPointF(size * 0.2, size * 0.25), {size * 1.3, size * 1.2}, 0.5);
    switch (dice.count(0, 2)) {
    case 0: // blueberry
        fillBody(painter, at, {size * 0.85, size * 0.85}, hsl(230, 0.4, 0.32));
        fillEllipse(painter, at + QPointF(size * 0.1, -size * 0.1), {size * 0.26, size * 0.24},
                    hsl(236, 0.45, 0.18));
        break;
    case 1: // raspberry
        for (int k = 0; k < 12; ++k)
            fillBody(painter,
                     at
                         + QPointF(std::cos(k * 2.4) * size * 0.19 * std::sqrt(k),
                                   std::sin(k * 2.4) * size * 0.19 * std::sqrt(k)),
                     {size * 0.3, size * 0.3}, hsl(346, 0.7, 0.46), 0.9);
        break;
    default: { // strawberry, halved
        const auto flesh =
            smoothPath({at + QPointF(-size, -size * 0.5), at + QPointF(0, -size * 0.75),
                        at + QPointF(size, -size * 0.5), at + QPointF(size * 0.5, size * 0.7),
                        at + QPointF(0, size * 1.1), at + QPointF(-size * 0.5, size * 0.7)},
                       true);
        fill(painter, flesh, radial(at, size * 1.2, hsl(350, 0.6, 0.82), hsl(354, 0.78, 0.46)));
    }
    }
    glow(painter, at + QPointF(-size * 0.3, -size * 0.35), {size * 0.3, size * 0.22},
         QColor(255, 255, 255, 170));
}

void drawEgg(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    drawShadow(painter, at + QPointF(size * 0.1, size * 0.15), {size * 1.35, size * 1.2}, 0.4);
    const auto white = blob(canvas.dice, at, {size, size * 0.88}, 0.14);
    fillBody(painter, white, QColor(252, 250, 244), 0.35);
    const QPointF yolk = at + QPointF(canvas.dice.around(0, size * 0.12), 0);
    fillBody(painter, yolk, {size * 0.42, size * 0.41},
             hsl(canvas.dice.between(36, 46), 0.95, 0.54));
    glow(painter, yolk + QPointF(-size * 0.14, -size * 0.16), {size * 0.14, size * 0.1},
         QColor(255, 255, 255, 220));
}

void drawPlate(Canvas& canvas, const QColor& glaze)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {0.1, 0.14}, {1.3, 1.28}, 0.75);
    fillBody(painter, {0, 0}, {1, 1}, glaze, 0.45);
    fillEllipse(painter, {0, 0}, {0.76, 0.76},
                between({-0.6, -0.6}, {0.6, 0.6}, shadowed(glaze, 0.2), shade(glaze, 0.25)));
    fillEllipse(painter, {0, 0}, {0.73, 0.73},
                between({-0.7, -0.7}, {0.7, 0.7}, shade(glaze, 0.08), shadowed(glaze, 0.06)));
    if (canvas.dice.chance(0.4)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(withAlpha(hsl(canvas.dice.between(0, 360), 0.5, 0.4), 0.7), 0.025));
        painter.drawEllipse(QPointF(0, 0), 0.93, 0.93);
    }
}

void drawBowlAbove(Canvas& canvas, const QColor& glaze, const QColor& inside)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {0.14, 0.18}, {1.34, 1.3}, 0.8);
    fillBody(painter, {0, 0}, {1, 1}, glaze, 0.8);
    fillEllipse(painter, {0, 0}, {0.92, 0.92},
                between({-0.7, -0.7}, {0.7, 0.7}, shadowed(glaze, 0.5), shade(glaze, 0.15)));
    fillEllipse(painter, {0, 0}, {0.84, 0.84},
                radial({-0.1, -0.1}, 0.9, inside, shadowed(inside, 0.35)));
}

} // namespace samples
