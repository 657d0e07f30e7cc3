#include "data/street/dishes.h"

#include "data/street/backdrop.h"
#include "data/street/light.h"

#include <cmath>
#include <numbers>

namespace samples {

namespace {

QColor drawGreen(Dice& dice)
{
    // Few of them: each is a colour ramp of its own to Qt, which keeps only some.
    return hsl(dice.pick({78.0, 100.0, 122.0}), 0.52, dice.pick({0.26, 0.36, 0.47}));
}

QColor drawGlaze(Dice& dice)
{
    return dice.chance(0.45) ? QColor(247, 246, 242) : drawTone(dice);
}

/// Somewhere within `reach` of the middle.
QPointF within(Dice& dice, double reach)
{
    const double angle = dice.between(0, 2 * std::numbers::pi);
    const double radius = reach * std::sqrt(dice.between(0, 1));
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

void drawNoodles(Canvas& canvas, double reach, int number, const QColor& dough)
{
    auto& dice = canvas.dice;
    const QColor edge = shadowed(dough, 0.45);
    for (int k = 0; k < number; ++k) {
        QPainterPath noodle(within(dice, reach));
        noodle.cubicTo(within(dice, reach), within(dice, reach), within(dice, reach));
        stroke(canvas.painter, noodle, edge, 0.075);
        stroke(canvas.painter, noodle, shade(dough, dice.around(0, 0.12)), 0.055);
    }
}

} // namespace

void drawPasta(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawPlate(canvas, drawGlaze(dice));
    drawShadow(painter, {0.06, 0.08}, {0.9, 0.88}, 0.5);
    const QColor dough = hsl(dice.between(38, 48), 0.65, dice.between(0.62, 0.76));
    fillBody(painter, {0, 0}, {0.6, 0.58}, shadowed(dough, 0.3));
    drawNoodles(canvas, 0.66, 26, dough);
    const QColor sauce = dice.pick({hsl(10, 0.75, 0.38), hsl(96, 0.5, 0.3), hsl(40, 0.5, 0.82),
                                    hsl(18, 0.7, 0.5), hsl(300, 0.1, 0.14)});
    fillBody(painter, blob(dice, {0, -0.03}, {0.4, 0.36}, 0.22), withAlpha(sauce, 0.93));
    drawNoodles(canvas, 0.5, 5, dough);
    for (int k = dice.count(0, 5); k > 0; --k)
        fillBody(painter, within(dice, 0.34), {0.12, 0.115}, hsl(18, 0.45, 0.26));
    for (int k = dice.count(0, 4); k > 0; --k)
        drawTomato(canvas, within(dice, 0.45), 0.09);
    for (int k = dice.count(2, 6); k > 0; --k)
        drawLeaf(canvas, within(dice, 0.4), 0.12, drawGreen(dice));
    for (int k = 0; k < 34; ++k)
        fill(painter, QRectF(within(dice, 0.5), QSizeF(0.035, 0.016)), QColor(255, 248, 222, 210));
}

void drawSalad(Canvas& canvas)
{
    auto& dice = canvas.dice;
    drawBowlAbove(canvas, drawGlaze(dice), hsl(100, 0.4, 0.2));
    for (int k = 0; k < 40; ++k)
        drawLeaf(canvas, within(dice, 0.72), dice.between(0.16, 0.28),
                 dice.chance(0.14) ? hsl(320, 0.35, 0.3) : drawGreen(dice));
    const int kind = dice.count(0, 2);
    for (int k = dice.count(3, 8); k > 0; --k)
        drawTomato(canvas, within(dice, 0.6), 0.11);
    for (int k = dice.count(2, 6); k > 0; --k) { // cucumber
        const QPointF at = within(dice, 0.62);
        drawShadow(canvas.painter, at + QPointF(0.02, 0.03), {0.2, 0.18}, 0.4);
        fillEllipse(canvas.painter, at, {0.14, 0.135}, hsl(120, 0.45, 0.26));
        fillEllipse(canvas.painter, at, {0.12, 0.115},
                    radial(at, 0.12, hsl(90, 0.5, 0.84), hsl(96, 0.45, 0.68)));
    }
    for (int k = kind == 0 ? 4 : 0; k > 0; --k)
        drawEgg(canvas, within(dice, 0.5), 0.18);
    for (int k = kind == 1 ? 12 : 0; k > 0; --k) // cheese
        fillRounded(canvas.painter, QRectF(within(dice, 0.6), QSizeF(0.12, 0.1)), 0.02,
                    QColor(252, 249, 240));
    for (int k = kind == 2 ? 6 : 0; k > 0; --k)
        drawBerry(canvas, within(dice, 0.6), 0.1);
}

void drawPizza(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    if (dice.chance(0.5)) { // a wooden board
        drawShadow(painter, {0.12, 0.15}, {1.5, 1.4}, 0.7);
        fillBody(painter, {0, 0}, {1.12, 1.12}, hsl(28, 0.45, dice.between(0.35, 0.62)), 0.4);
    } else {
        drawShadow(painter, {0.1, 0.12}, {1.3, 1.26}, 0.7);
    }
    fillBody(painter, blob(dice, {0, 0}, {1, 1}, 0.025), hsl(33, 0.6, 0.6));
    for (int k = 0; k < 40; ++k) { // where the crust browned
        const double angle = dice.between(0, 2 * std::numbers::pi);
        glow(painter, {std::cos(angle) * 0.93, std::sin(angle) * 0.93}, {0.09, 0.07},
             withAlpha(hsl(22, 0.6, 0.22), 0.5));
    }
    fillBody(painter, blob(dice, {0, 0}, {0.84, 0.84}, 0.02), hsl(dice.between(8, 18), 0.78, 0.44),
             0.5);
    for (int k = 0; k < 30; ++k)
        fillBody(
            painter,
            blob(dice, within(dice, 0.74), {dice.between(0.1, 0.24), dice.between(0.1, 0.2)}, 0.25),
            withAlpha(hsl(46, 0.75, dice.pick({0.72, 0.8, 0.88})), 0.85), 0.3);
    const int kind = dice.count(0, 3);
    for (int k = dice.count(9, 17); k > 0; --k) {
        const QPointF at = within(dice, 0.7);
        if (kind == 0 || (kind == 3 && k % 2 == 0)) {
            drawShadow(painter, at + QPointF(0.02, 0.03), {0.18, 0.17}, 0.5);
            fillBody(painter, at, {0.13, 0.125}, hsl(8, 0.7, 0.38), 0.8);
        } else if (kind == 1) {
            drawTomato(canvas, at, 0.1);
        } else {
            drawShadow(painter, at, {0.12, 0.12}, 0.4);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(hsl(dice.pick({265.0, 290.0, 85.0}), 0.3, 0.2), 0.05));
            painter.drawEllipse(at, 0.06, 0.06);
        }
    }
    for (int k = dice.count(4, 11); k > 0; --k)
        drawLeaf(canvas, within(dice, 0.65), dice.between(0.1, 0.16), drawGreen(dice));
    const double turn = dice.between(0, 45);
    for (int k = 0; k < 4 && kind != 2; ++k) {
        const double angle = (turn + k * 45) * std::numbers::pi / 180;
        const QPointF rim(std::cos(angle), std::sin(angle));
        stroke(painter, -rim, rim, withAlpha(hsl(20, 0.6, 0.2), 0.55), 0.022);
    }
}

void drawRamen(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor broth =
        hsl(dice.between(14, 42), dice.between(0.4, 0.75), dice.between(0.3, 0.62));
    drawBowlAbove(canvas, dice.chance(0.5) ? hsl(dice.between(0, 360), 0.4, 0.2) : drawGlaze(dice),
                  broth);
    painter.save();
    painter.translate(0.12, 0.14);
    drawNoodles(canvas, 0.58, 22, hsl(44, 0.7, 0.76));
    painter.restore();
    for (int k = 0; k < 16; ++k) {
        const QPointF at = within(dice, 0.8);
        fillEllipse(painter, at, {0.045, 0.04}, withAlpha(hsl(32, 0.9, 0.7), 0.45));
    }
    for (int k = 0; k < 2; ++k) // seaweed
        fillRounded(painter, {-0.78 + 0.16 * k, -0.72 + 0.1 * k, 0.34, 0.5}, 0.03,
                    hsl(150, 0.3, 0.13 + 0.04 * k));
    for (int k = dice.count(1, 3); k > 0; --k) { // meat
        const QPointF at(0.3 + dice.around(0, 0.2), -0.3 + dice.around(0, 0.22));
        drawShadow(painter, at, {0.36, 0.34}, 0.5);
        fillBody(painter, at, {0.27, 0.25}, hsl(16, 0.45, 0.42));
        fillEllipse(painter, at, {0.19, 0.17}, hsl(18, 0.5, 0.66));
        fillEllipse(painter, at, {0.09, 0.08}, hsl(14, 0.45, 0.52));
    }
    drawEgg(canvas, {-0.34, 0.18}, 0.24);
    drawEgg(canvas, {-0.1, 0.42}, 0.23);
    for (int k = 0; k < 30; ++k) { // rings of leek
        const QPointF at = within(dice, 0.5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hsl(dice.around(95, 12), 0.5, dice.between(0.35, 0.6)), 0.022));
        painter.drawEllipse(at, 0.035, 0.032);
    }
}

void drawCurry(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawBowlAbove(canvas, drawGlaze(dice),
                  dice.pick({hsl(30, 0.8, 0.46), hsl(12, 0.7, 0.38), hsl(50, 0.75, 0.52),
                             hsl(100, 0.4, 0.38), hsl(22, 0.5, 0.24)}));
    const auto rice = blob(dice, {-0.36, 0.05}, {0.42, 0.62}, 0.1);
    drawShadow(painter, {-0.3, 0.1}, {0.62, 0.8}, 0.45);
    fillBody(painter, rice, QColor(250, 248, 240), 0.5);
    for (int k = 0; k < 80; ++k) {
        const QPointF at = QPointF(-0.36, 0.05) + within(dice, 0.4);
        stroke(painter, at, at + QPointF(dice.around(0, 0.03), dice.around(0, 0.03)),
               withAlpha(k % 2 == 0 ? QColor(Qt::white) : QColor(196, 190, 180), 0.8), 0.02);
    }
    for (int k = 0; k < 11; ++k) {
        const QPointF at = QPointF(0.32, 0) + within(dice, 0.4);
        drawShadow(painter, at + QPointF(0.02, 0.03), {0.18, 0.16}, 0.45);
        fillBody(painter, blob(dice, at, {0.12, 0.1}, 0.2),
                 dice.pick({hsl(28, 0.85, 0.52), hsl(36, 0.5, 0.68), hsl(105, 0.5, 0.34),
                            hsl(16, 0.5, 0.34)}));
    }
    for (int k = dice.count(2, 7); k > 0; --k)
        drawLeaf(canvas, within(dice, 0.5), 0.1, drawGreen(dice));
}

void drawBreakfast(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawPlate(canvas, drawGlaze(dice));
    for (const double x : {-0.4, -0.12}) { // toast
        const QRectF bread(x - 0.24, -0.58, 0.46, 0.5);
        drawShadow(painter, bread.center(), {0.42, 0.4}, 0.5);
        fillRounded(painter, bread, 0.12, lit(bread, hsl(28, 0.6, 0.42)));
        fillRounded(painter, bread.adjusted(0.04, 0.04, -0.04, -0.04), 0.1,
                    lit(bread, hsl(36, 0.65, 0.68)));
    }
    for (int k = 0; k < 3; ++k) { // bacon
        QPainterPath strip(QPointF(0.2 + 0.14 * k, -0.55));
        strip.cubicTo({0.42 + 0.14 * k, -0.3}, {0.04 + 0.14 * k, -0.1}, {0.24 + 0.14 * k, 0.2});
        stroke(painter, strip, hsl(8, 0.6, 0.34), 0.12);
        stroke(painter, strip, hsl(16, 0.6, 0.66), 0.04);
    }
    drawEgg(canvas, {-0.26, 0.24}, 0.34);
    if (dice.chance(0.7))
        drawEgg(canvas, {0.16, 0.42}, 0.3);
    for (int k = dice.count(1, 5); k > 0; --k)
        drawTomato(canvas, QPointF(0.45, 0.3) + within(dice, 0.18), 0.1);
    for (int k = dice.count(1, 5); k > 0; --k)
        drawLeaf(canvas, within(dice, 0.6), 0.12, drawGreen(dice));
}

void drawSushi(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor board = dice.chance(0.5) ? hsl(220, 0.08, 0.16) : drawGlaze(dice);
    drawShadow(painter, {0.1, 0.14}, {1.6, 1.1}, 0.75);
    fillRounded(painter, {-1.15, -0.78, 2.3, 1.56}, 0.08,
                lit({-1.15, -0.78, 2.3, 1.56}, board, 0.5));
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 5; ++column) {
            const QPointF at(-0.88 + column * 0.44, -0.5 + row * 0.5);
            const QColor fish =
                dice.pick({hsl(14, 0.85, 0.62), hsl(350, 0.6, 0.52), hsl(40, 0.4, 0.88),
                           hsl(46, 0.85, 0.6), hsl(96, 0.5, 0.5)});
            drawShadow(painter, at + QPointF(0.04, 0.07), {0.28, 0.26}, 0.6);
            if (row == 1) { // rice with fish on it
                fillRounded(painter, {at.x() - 0.13, at.y() - 0.19, 0.26, 0.38}, 0.1,
                            QColor(250, 248, 242));
                const QRectF slice(at.x() - 0.15, at.y() - 0.22, 0.28, 0.42);
                fillRounded(painter, slice, 0.1, lit(slice, fish, 0.8));
                for (int k = 0; k < 4; ++k)
                    stroke(painter, {slice.left() + 0.03, slice.top() + 0.1 + k * 0.08},
                           {slice.right() - 0.03, slice.top() + 0.05 + k * 0.08},
                           QColor(255, 255, 255, 130), 0.018);
            } else {
                fillBody(painter, at, {0.18, 0.18}, hsl(150, 0.25, 0.12));
                fillEllipse(painter, at, {0.155, 0.155}, QColor(250, 249, 244));
                fillBody(painter, at, {0.075, 0.075}, fish, 0.5);
            }
        }
    fillBody(painter, blob(dice, {1.0, 0.6}, {0.13, 0.1}, 0.15), hsl(90, 0.5, 0.55));
}

void drawFruitTart(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawPlate(canvas, drawGlaze(dice));
    drawShadow(painter, {0.06, 0.08}, {1.0, 0.98}, 0.6);
    constexpr int kWaves = 28;
    for (int k = 0; k < kWaves; ++k) { // a fluted crust
        const double angle = k * 2 * std::numbers::pi / kWaves;
        fillBody(painter, {std::cos(angle) * 0.76, std::sin(angle) * 0.76}, {0.1, 0.1},
                 hsl(33, 0.6, 0.56));
    }
    fillEllipse(painter, {0, 0}, {0.75, 0.75},
                radial({-0.1, -0.1}, 0.8, hsl(46, 0.7, 0.84), hsl(40, 0.6, 0.66)));
    for (const double ring : {0.62, 0.42, 0.22, 0.0}) {
        const int number = std::max(1, static_cast<int>(ring * 24));
        const bool slices = dice.chance(0.35);
        for (int k = 0; k < number; ++k) {
            const double angle = k * 2 * std::numbers::pi / number;
            const QPointF at(std::cos(angle) * ring, std::sin(angle) * ring);
            if (slices && k % 2 == 0)
                drawLemon(canvas, at, 0.13);
            else
                drawBerry(canvas, at, 0.11);
        }
    }
    for (int k = dice.count(0, 4); k > 0; --k)
        drawLeaf(canvas, within(dice, 0.4), 0.11, drawGreen(dice));
}

} // namespace samples
