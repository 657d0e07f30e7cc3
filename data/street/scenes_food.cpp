#include "data/street/backdrop.h"
#include "data/street/dishes.h"
#include "data/street/light.h"
#include "data/street/scenes.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

void drawFork(Canvas& canvas, QPointF at, double length)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.around(0, 24));
    painter.scale(length, length);
    const QColor metal = canvas.dice.chance(0.7) ? hsl(220, 0.08, 0.76) : hsl(42, 0.55, 0.6);
    const QColor shine = shade(metal, 0.6);
    drawShadow(painter, {0.04, 0.03}, {0.14, 0.6}, 0.4);
    stroke(painter, {0, 0.5}, {0, -0.1}, shadowed(metal, 0.2), 0.055);
    stroke(painter, {-0.01, 0.48}, {-0.01, -0.1}, shine, 0.018);
    if (canvas.dice.chance(0.5)) {
        fillBody(painter, {0, -0.22}, {0.075, 0.09}, metal);
        for (const double x : {-0.06, -0.02, 0.02, 0.06})
            stroke(painter, {x, -0.2}, {x, -0.46}, metal, 0.022);
    } else {
        QPainterPath blade(QPointF(-0.04, -0.1));
        blade.cubicTo({-0.05, -0.4}, {0.0, -0.52}, {0.06, -0.5});
        blade.lineTo(0.05, -0.1);
        blade.closeSubpath();
        fill(painter, blade, between({-0.05, 0}, {0.06, 0}, shine, shadowed(metal, 0.25)));
    }
    painter.restore();
}

void drawDrink(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    const QColor drink = hsl(canvas.dice.between(0, 360), 0.6, canvas.dice.between(0.3, 0.7));
    drawShadow(painter, at + QPointF(size * 0.4, size * 0.45), {size * 1.6, size * 1.5}, 0.5);
    fillEllipse(painter, at, {size, size}, QColor(255, 255, 255, 110));
    fillBody(painter, at, {size * 0.86, size * 0.86}, withAlpha(drink, 0.9), 0.7);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 190), size * 0.07));
    painter.drawArc(QRectF(at.x() - size * 0.93, at.y() - size * 0.93, size * 1.86, size * 1.86),
                    90 * 16, 110 * 16);
    if (canvas.dice.chance(0.5))
        drawLemon(canvas, at + QPointF(size * 0.3, size * 0.2), size * 0.45);
}

void drawNapkin(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.between(0, 90));
    const QColor cloth = drawTone(canvas.dice);
    const QRectF area(-size, -size, size * 2, size * 2);
    drawShadow(painter, {size * 0.1, size * 0.15}, {size * 1.7, size * 1.7}, 0.4);
    fill(painter, area,
         between(area.topLeft(), area.bottomRight(), shade(cloth, 0.15), shadowed(cloth, 0.12)));
    fill(painter, polygon({area.topLeft(), area.topRight(), area.bottomLeft()}),
         withAlpha(shade(cloth, 0.35), 0.4));
    painter.restore();
}

void drawSideBowl(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.scale(size, size);
    auto& dice = canvas.dice;
    drawBowlAbove(canvas, drawTone(dice),
                  hsl(dice.pick({8.0, 40.0, 90.0, 24.0, 340.0}), 0.65, dice.between(0.25, 0.7)));
    for (int k = 0; k < 5; ++k)
        fillEllipse(painter, {dice.around(0, 0.5), dice.around(0, 0.5)}, {0.1, 0.07},
                    QColor(255, 255, 255, 70));
    painter.restore();
}

/// A place on the table away from the dish.
QPointF beside(Dice& dice, QPointF dish, double radius)
{
    QPointF best;
    double farthest = -1;
    for (int k = 0; k < 4; ++k) {
        const QPointF at(dice.between(0, kScene), dice.between(0, kScene));
        const double away =
            std::min(std::hypot(at.x() - dish.x(), at.y() - dish.y()), radius * 1.6);
        if (away > farthest) {
            farthest = away;
            best = at;
        }
    }
    return best;
}

void layTable(Canvas& canvas, QPointF dish, double radius, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF at = beside(dice, dish, radius);
        switch (dice.count(0, 7)) {
        case 0:
            drawNapkin(canvas, at, dice.between(28, 46));
            break;
        case 1:
            drawDrink(canvas, at, dice.between(17, 28));
            break;
        case 2:
            drawSideBowl(canvas, at, dice.between(16, 30));
            break;
        case 3:
            drawFork(canvas, at, dice.between(90, 130));
            break;
        case 4:
            drawLemon(canvas, at, dice.between(9, 16));
            break;
        case 5:
            drawBerry(canvas, at, dice.between(6, 9));
            break;
        case 6:
            drawTomato(canvas, at, dice.between(8, 12));
            break;
        default:
            drawLeaf(canvas, at, dice.between(9, 15), hsl(dice.around(105, 25), 0.5, 0.38));
        }
    }
}

void drawMealFromAbove(Canvas& canvas)
{
    auto& dice = canvas.dice;
    drawTabletop(canvas);
    const double radius = canvas.scale(44, 122);
    const QPointF dish(canvas.across(canvas.scale(110, 60)), 128 + dice.around(0, 16));
    const int things = canvas.number(0, 15);
    layTable(canvas, dish, radius, things * 2 / 3);
    canvas.painter.save();
    canvas.painter.translate(dish);
    canvas.painter.rotate(dice.around(0, 20));
    canvas.painter.scale(radius, radius);
    dice.pick({drawPasta, drawSalad, drawPizza, drawRamen, drawCurry, drawSushi, drawBreakfast,
               drawFruitTart})(canvas);
    canvas.painter.restore();
    layTable(canvas, dish, radius, things / 3);
    if (dice.chance(0.4)) // the shadow of a window's bars
        for (int k = 0; k < 3; ++k) {
            const double x = dice.between(-40, 220);
            fill(canvas.painter, polygon({{x, -5}, {x + 16, -5}, {x + 90, 261}, {x + 74, 261}}),
                 QColor(20, 12, 30, 38));
        }
}

void drawMealFromSide(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto setting = drawBackdrop(canvas);
    const double table = dice.between(150, 190);
    drawTableFront(canvas, table);
    const double size = canvas.scale(27, 78);
    const double ground = table + dice.between(18, 40);
    for (int k = canvas.number(0, 8); k > 0; --k) {
        const QPointF at(dice.between(6, 250), table + dice.between(4, 70));
        if (dice.chance(0.3))
            drawTomato(canvas, at, dice.between(6, 10));
        else if (dice.chance(0.4))
            drawLemon(canvas, at, dice.between(8, 13));
        else
            drawBerry(canvas, at, dice.between(6, 9));
    }
    canvas.painter.save();
    canvas.painter.translate(canvas.across(canvas.scale(100, 60)), ground + 14 - size);
    canvas.painter.scale(dice.chance(0.5) ? size : -size, size);
    dice.pick({drawBurger, drawPancakes, drawCakeSlice})(canvas);
    canvas.painter.restore();
    glow(canvas.painter, {dice.chance(0.5) ? 0.0 : kScene, 40}, {190, 200},
         withAlpha(setting.light, dice.between(0.1, 0.35)));
}

} // namespace

void drawFood(Canvas& canvas)
{
    if (canvas.dice.chance(0.7))
        drawMealFromAbove(canvas);
    else
        drawMealFromSide(canvas);
}

} // namespace samples
