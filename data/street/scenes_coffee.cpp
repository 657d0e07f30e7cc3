#include "data/street/backdrop.h"
#include "data/street/cups.h"
#include "data/street/light.h"
#include "data/street/scenes.h"

#include <cmath>

namespace samples {

namespace {

void drawBean(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.between(0, 180));
    drawShadow(painter, {size * 0.1, size * 0.2}, {size * 1.4, size * 1.1}, 0.5);
    fillBody(painter, {0, 0}, {size, size * 0.68}, hsl(20, 0.5, canvas.dice.between(0.14, 0.28)),
             1);
    QPainterPath crease(QPointF(-size * 0.9, 0));
    crease.cubicTo({-size * 0.3, size * 0.25}, {size * 0.3, -size * 0.25}, {size * 0.9, 0});
    stroke(painter, crease, QColor(24, 12, 8), size * 0.14);
    painter.restore();
}

void drawCookie(Canvas& canvas, QPointF at, double size)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawShadow(painter, at + QPointF(size * 0.15, size * 0.2), {size * 1.35, size * 1.25}, 0.55);
    fillBody(painter, blob(dice, at, {size, size * 0.96}, 0.05),
             hsl(32, 0.55, dice.between(0.45, 0.66)));
    for (int k = 0; k < 9; ++k)
        fillBody(painter, at + QPointF(dice.around(0, size * 0.65), dice.around(0, size * 0.65)),
                 {size * 0.13, size * 0.11}, hsl(18, 0.5, 0.18));
}

void drawCroissant(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.between(0, 360));
    drawShadow(painter, {size * 0.1, size * 0.2}, {size * 1.5, size}, 0.55);
    for (const int k : {-3, 3, -2, 2, -1, 1, 0}) {
        const double t = k / 3.0;
        fillBody(painter, {t * size * 0.95, t * t * size * 0.6},
                 {size * (0.34 - 0.05 * std::abs(k)), size * (0.46 - 0.09 * std::abs(k))},
                 hsl(31, 0.65, 0.5 + 0.03 * std::abs(k)), 1);
    }
    painter.restore();
}

void drawBook(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.around(0, 40));
    const QColor cover = drawTone(canvas.dice);
    const QRectF area(-size * 0.7, -size, size * 1.4, size * 2);
    drawShadow(painter, {size * 0.15, size * 0.15}, {size * 1.2, size * 1.5}, 0.55);
    fillRounded(painter, area.adjusted(2, 2, 3, 3), 2, QColor(245, 240, 228));
    fillRounded(
        painter, area, 2,
        between(area.topLeft(), area.bottomRight(), shade(cover, 0.15), shadowed(cover, 0.2)));
    if (canvas.dice.chance(0.5)) { // open
        fillRounded(
            painter, area, 1,
            between(area.topLeft(), area.topRight(), QColor(252, 249, 240), QColor(226, 220, 206)));
        for (int k = 0; k < 11; ++k)
            fill(painter,
                 QRectF(area.left() + 5, area.top() + 8 + k * size * 0.16,
                        area.width() - 12 - (k % 4) * 5, 1.2),
                 QColor(90, 84, 80, 140));
    } else {
        fillRounded(painter, {-size * 0.45, -size * 0.6, size * 0.9, size * 0.3}, 1,
                    shade(cover, 0.6));
    }
    painter.restore();
}

void drawSpoon(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.between(0, 360));
    const QColor metal = canvas.dice.chance(0.6) ? hsl(220, 0.08, 0.74) : hsl(40, 0.5, 0.58);
    drawShadow(painter, {2, 3}, {size, size * 0.2}, 0.4);
    stroke(painter, {-size * 0.9, 0}, {size * 0.5, 0}, metal, size * 0.08);
    stroke(painter, {-size * 0.9, -size * 0.01}, {size * 0.4, -size * 0.01}, shade(metal, 0.6),
           size * 0.025);
    fillBody(painter, {size * 0.7, 0}, {size * 0.28, size * 0.17}, metal);
    painter.restore();
}

void strewTable(Canvas& canvas, const QRectF& area, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF at(dice.between(area.left(), area.right()),
                         dice.between(area.top(), area.bottom()));
        switch (dice.count(0, 6)) {
        case 0:
            drawCookie(canvas, at, dice.between(12, 20));
            break;
        case 1:
            drawCroissant(canvas, at, dice.between(22, 34));
            break;
        case 2:
            drawBook(canvas, at, dice.between(32, 50));
            break;
        case 3:
            drawSpoon(canvas, at, dice.between(26, 40));
            break;
        default:
            for (int bean = dice.count(3, 9); bean > 0; --bean)
                drawBean(canvas, at + QPointF(dice.normal() * 11, dice.normal() * 11),
                         dice.between(3.5, 5));
        }
    }
}

void drawCoffeeFromAbove(Canvas& canvas)
{
    auto& dice = canvas.dice;
    drawTabletop(canvas);
    const double size = canvas.scale(26, 84);
    const QPointF at(canvas.across(canvas.scale(120, 60)), 128 + dice.around(0, 20));
    strewTable(canvas, Canvas::frame(), canvas.number(0, 14));
    canvas.painter.save();
    canvas.painter.translate(at);
    canvas.painter.rotate(dice.between(0, 360));
    canvas.painter.scale(size, size);
    drawCupAbove(canvas, drawCrockery(dice), dice.chance(0.75));
    canvas.painter.restore();
}

void drawCoffeeFromSide(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto setting = drawBackdrop(canvas);
    const double table = dice.between(148, 200);
    drawTableFront(canvas, table);
    const double size = canvas.scale(18, 62);
    const double ground = table + dice.between(14, 34);
    const int things = canvas.number(0, 9);
    for (int k = 0; k < things; ++k) {
        const QPointF at(dice.between(0, kScene), table + dice.between(8, 56));
        canvas.painter.save();
        canvas.painter.translate(at);
        canvas.painter.scale(1, 0.45); // as flat as the table
        strewTable(canvas, {0, 0, 1, 1}, 1);
        canvas.painter.restore();
    }
    canvas.painter.save();
    canvas.painter.translate(canvas.across(canvas.scale(120, 70)), ground - size * 0.6);
    canvas.painter.scale(dice.chance(0.5) ? size : -size, size);
    dice.pick({drawCupSide, drawCupSide, drawGlass, drawPaperCup})(canvas, drawCrockery(dice));
    canvas.painter.restore();
    glow(canvas.painter, {dice.chance(0.5) ? 0.0 : kScene, 40}, {190, 200},
         withAlpha(setting.light, dice.between(0.1, 0.4)));
}

} // namespace

void drawCoffee(Canvas& canvas)
{
    if (canvas.dice.chance(0.5))
        drawCoffeeFromAbove(canvas);
    else
        drawCoffeeFromSide(canvas);
}

} // namespace samples
