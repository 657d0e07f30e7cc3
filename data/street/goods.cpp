#include "data/street/goods.h"

#include "data/street/backdrop.h"
#include "data/street/lettering.h"
#include "data/street/light.h"

#include <array>
#include <cmath>
#include <numbers>

namespace samples {

namespace {

QBrush across(const QRectF& area, const QColor& colour, double gloss = 0.8)
{
    return cylinder(area.left(), area.right(), colour, gloss);
}

/// A made-up brand on a thing; letters have whole sizes, so they are drawn much enlarged.
void drawBrand(Canvas& canvas, const QRectF& area, const QColor& colour)
{
    static constexpr std::array kBrands = {"AURA", "nord", "LUMO", "Vela",
                                           "PURE", "oko",  "MIRA", "Fjell"};
    constexpr double kPerUnit = 40;
    auto& painter = canvas.painter;
    painter.save();
    painter.scale(1 / kPerUnit, 1 / kPerUnit);
    painter.setPen(colour);
    drawText(painter,
             {area.left() * kPerUnit, area.top() * kPerUnit, area.width() * kPerUnit,
              area.height() * kPerUnit},
             {QString::fromLatin1(canvas.dice.pick(kBrands)),
              canvas.dice.chance(0.5) ? Face::Serif : Face::Sans, 11, true});
    painter.restore();
}

void drawStandShadow(QPainter& painter, double width)
{
    drawShadow(painter, {0.12, 1.0}, {width * 1.5, 0.2}, 0.7);
}

} // namespace

Finish drawFinish(Dice& dice)
{
    Finish finish;
    finish.body = dice.chance(0.25) ? hsl(dice.between(0, 360), 0.06, dice.pick({0.12, 0.94, 0.9}))
                                    : drawTone(dice);
    finish.second =
        dice.pick({hsl(44, 0.5, 0.58), QColor(246, 245, 242), QColor(28, 26, 30), drawTone(dice)});
    finish.label = dice.chance(0.5) ? QColor(250, 249, 245) : drawTone(dice);
    return finish;
}

void drawBottle(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    const double width = canvas.dice.between(0.42, 0.62);
    drawStandShadow(painter, width);
    const QRectF body(-width, -0.55, width * 2, 1.55);
    fillRounded(painter, {-0.16, -0.85, 0.32, 0.4}, 0.03,
                across({-0.16, -0.85, 0.32, 0.4}, finish.second));
    fillRounded(painter, body, 0.14, across(body, finish.body));
    if (canvas.dice.chance(0.5)) { // a pump
        fillRounded(painter, {-0.05, -1.15, 0.1, 0.34}, 0.02,
                    across({-0.05, -1.15, 0.1, 0.34}, finish.second));
        fillRounded(painter, {-0.5, -1.24, 0.7, 0.16}, 0.07,
                    lit({-0.5, -1.24, 0.7, 0.16}, finish.second));
    } else {
        fillRounded(painter, {-0.22, -1.12, 0.44, 0.44}, 0.05,
                    across({-0.22, -1.12, 0.44, 0.44}, finish.second));
    }
    const QRectF label(-width, -0.15, width * 2, 0.75);
    fill(painter, label, across(label, finish.label, 0.2));
    drawBrand(canvas, label, shadowed(finish.body, 0.5));
}

void drawPerfume(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.7);
    const QRectF glass(-0.7, -0.3, 1.4, 1.3);
    const QRectF cap(-0.26, -0.92, 0.52, 0.46);
    fillRounded(painter, {-0.16, -0.5, 0.32, 0.24}, 0.02,
                across({-0.16, -0.5, 0.32, 0.24}, hsl(44, 0.4, 0.6)));
    fillRounded(painter, cap, 0.05, across(cap, finish.second));
    fillRounded(painter, glass, 0.12, lit(glass, withAlpha(shade(finish.body, 0.5), 0.92), 0.5));
    const QRectF inside = glass.adjusted(0.11, 0.16, -0.11, -0.13);
    fillRounded(painter, inside, 0.06,
                down(inside, {shade(finish.body, 0.35), finish.body, shadowed(finish.body, 0.3)}));
    fill(painter, polygon({{-0.62, -0.22}, {-0.4, -0.22}, {-0.54, 0.92}, {-0.62, 0.92}}),
         QColor(255, 255, 255, 110));
    drawBrand(canvas, inside, QColor(255, 255, 255, 220));
}

void drawJar(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.85);
    const QRectF body(-0.85, -0.02, 1.7, 1.02);
    const QRectF lid(-0.9, -0.42, 1.8, 0.46);
    fillRounded(painter, body, 0.16, across(body, finish.body));
    fillRounded(painter, lid, 0.06, across(lid, finish.second));
    fillEllipse(painter, {0, -0.4}, {0.88, 0.11}, shade(finish.second, 0.2));
    drawBrand(canvas, {-0.8, 0.2, 1.6, 0.6},
              finish.body.lightnessF() > 0.5F ? QColor(40, 34, 40) : QColor(Qt::white));
}

void drawTube(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.45);
    const QPainterPath body = polygon({{-0.52, -1.1}, {0.52, -1.1}, {0.42, 0.66}, {-0.42, 0.66}});
    fill(painter, body, cylinder(-0.52, 0.52, finish.body, 0.7));
    fill(painter, QRectF(-0.54, -1.2, 1.08, 0.14), shadowed(finish.body, 0.12));
    const QRectF cap(-0.38, 0.6, 0.76, 0.4);
    fillRounded(painter, cap, 0.05, across(cap, finish.second));
    fill(painter, QRectF(-0.45, -0.15, 0.9, 0.4), withAlpha(finish.label, 0.85));
    drawBrand(canvas, {-0.45, -0.15, 0.9, 0.4}, shadowed(finish.body, 0.6));
}

void drawLamp(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.5);
    fillBody(painter, {0, 0.95}, {0.48, 0.09}, finish.second);
    fill(painter, QRectF(-0.05, -0.2, 0.1, 1.15), across({-0.05, -0.2, 0.1, 1.15}, finish.second));
    const QPainterPath screen =
        polygon({{-0.45, -1.15}, {0.45, -1.15}, {0.82, -0.18}, {-0.82, -0.18}});
    glow(painter, {0, -0.2}, {2.0, 1.6}, QColor(255, 226, 160, 150));
    fill(painter, screen, cylinder(-0.82, 0.82, finish.body, 0.5));
    painter.save();
    painter.setClipPath(screen, Qt::IntersectClip);
    glow(painter, {0, -0.25}, {0.8, 0.9}, QColor(255, 240, 196, 210));
    painter.restore();
    fillEllipse(painter, {0, -0.18}, {0.8, 0.07}, QColor(255, 244, 210));
}

void drawCarton(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.9);
    const QColor front = finish.body;
    fill(painter, polygon({{-0.85, -0.75}, {0.35, -0.65}, {0.35, 1.0}, {-0.85, 0.9}}),
         between({-0.85, -0.7}, {0.4, 1}, shade(front, 0.15), shadowed(front, 0.12)));
    fill(painter, polygon({{0.35, -0.65}, {0.85, -0.8}, {0.85, 0.82}, {0.35, 1.0}}),
         between({0.35, 0}, {0.9, 0}, shadowed(front, 0.35), shadowed(front, 0.5)));
    fill(painter, polygon({{-0.85, -0.75}, {-0.3, -0.9}, {0.85, -0.8}, {0.35, -0.65}}),
         shade(front, 0.32));
    fillEllipse(painter, {-0.25, -0.15}, {0.38, 0.38}, finish.label);
    fillBody(painter, {-0.25, -0.15}, {0.22, 0.22}, finish.second);
    drawBrand(canvas, {-0.8, 0.35, 1.1, 0.4},
              front.lightnessF() > 0.5F ? QColor(40, 34, 40) : QColor(Qt::white));
}

void drawHeadphones(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.9);
    QPainterPath band(QPointF(-0.82, 0.35));
    band.cubicTo({-1.0, -1.35}, {1.0, -1.35}, {0.82, 0.35});
    stroke(painter, band, shadowed(finish.body, 0.3), 0.24);
    stroke(painter, band, finish.body, 0.17);
    stroke(painter, band, withAlpha(shade(finish.body, 0.6), 0.7), 0.04);
    for (const double side : {-1.0, 1.0}) {
        const QRectF pad(side * 0.7 - 0.2, 0.0, 0.4, 0.98);
        fillRounded(painter, pad, 0.19, lit(pad, finish.second));
        const QRectF shell(side * 0.9 - 0.19, 0.06, 0.38, 0.86);
        fillRounded(painter, shell, 0.18, lit(shell, finish.body));
        glow(painter, {side * 0.9 - 0.08, 0.3}, {0.08, 0.3}, QColor(255, 255, 255, 170));
    }
}

void drawSneaker(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 1.3);
    const QPainterPath upper = smoothPath({{-1.2, 0.75},
                                           {-1.22, 0.1},
                                           {-1.1, -0.35},
                                           {-0.75, -0.3},
                                           {-0.45, -0.42},
                                           {0.1, 0.05},
                                           {0.75, 0.25},
                                           {1.25, 0.5},
                                           {1.3, 0.8},
                                           {0, 0.85}},
                                          true);
    fillBody(painter, upper, finish.body, 0.9);
    fillBody(painter,
             smoothPath({{0.75, 0.28}, {1.25, 0.5}, {1.3, 0.8}, {0.7, 0.82}, {0.6, 0.5}}, true),
             finish.label, 0.6);
    QPainterPath swoosh(QPointF(-0.95, 0.15));
    swoosh.cubicTo({-0.8, 0.75}, {0.0, 0.55}, {0.55, 0.2});
    swoosh.cubicTo({0.0, 0.4}, {-0.7, 0.5}, {-0.95, 0.15});
    fill(painter, swoosh, finish.second);
    for (int k = 0; k < 5; ++k) {
        const QPointF at(-0.38 + 0.19 * k, -0.28 + 0.13 * k);
        stroke(painter, at + QPointF(-0.06, 0.1), at + QPointF(0.14, -0.02), QColor(252, 251, 248),
               0.06);
    }
    const QPainterPath sole = smoothPath(
        {{-1.28, 0.72}, {0, 0.8}, {1.35, 0.7}, {1.38, 0.9}, {1.2, 1.0}, {-1.2, 1.0}, {-1.32, 0.88}},
        true);
    fill(painter, sole, down({-1, 0.7, 2, 0.3}, {QColor(252, 251, 248), QColor(206, 204, 206)}));
    stroke(painter, {-1.2, 0.94}, {1.2, 0.94}, withAlpha(finish.second, 0.7), 0.05);
}

void drawWatch(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 0.5);
    for (const QRectF& strap : {QRectF(-0.34, -1.2, 0.68, 0.9), QRectF(-0.34, 0.2, 0.68, 0.8)})
        fillRounded(painter, strap, 0.12, across(strap, finish.body, 0.3));
    fillRounded(painter, {0.6, -0.14, 0.14, 0.2}, 0.03, hsl(40, 0.3, 0.6));
    fillBody(painter, {0, -0.05}, {0.65, 0.65}, mix(finish.second, hsl(220, 0.06, 0.75), 0.5), 1);
    fillBody(painter, {0, -0.05}, {0.54, 0.54}, finish.label, 0.4);
    for (int k = 0; k < 12; ++k) {
        const double angle = k * std::numbers::pi / 6;
        const QPointF way(std::sin(angle), -std::cos(angle));
        stroke(painter, QPointF(0, -0.05) + way * 0.43, QPointF(0, -0.05) + way * 0.49,
               shadowed(finish.label, 0.75), 0.03);
    }
    const double hour = canvas.dice.between(0, 6.28);
    stroke(painter, {0, -0.05}, QPointF(std::sin(hour) * 0.26, -std::cos(hour) * 0.26 - 0.05),
           shadowed(finish.label, 0.85), 0.05);
    stroke(painter, {0, -0.05},
           QPointF(std::sin(hour * 12) * 0.4, -std::cos(hour * 12) * 0.4 - 0.05),
           shadowed(finish.label, 0.85), 0.035);
    glow(painter, {-0.2, -0.28}, {0.34, 0.22}, QColor(255, 255, 255, 150));
}

void drawHandbag(Canvas& canvas, const Finish& finish)
{
    auto& painter = canvas.painter;
    drawStandShadow(painter, 1.0);
    QPainterPath handle(QPointF(-0.5, -0.2));
    handle.cubicTo({-0.5, -1.3}, {0.5, -1.3}, {0.5, -0.2});
    stroke(painter, handle, shadowed(finish.body, 0.4), 0.13);
    stroke(painter, handle, shade(finish.body, 0.1), 0.07);
    const QPainterPath body = smoothPath(
        {{-0.8, -0.25}, {0.8, -0.25}, {1.05, 0.85}, {0.9, 1.0}, {-0.9, 1.0}, {-1.05, 0.85}}, true);
    fillBody(painter, body, finish.body);
    QPainterPath flap(QPointF(-0.86, -0.25));
    flap.lineTo(0.86, -0.25);
    flap.cubicTo({0.9, 0.35}, {0.4, 0.48}, {0, 0.5});
    flap.cubicTo({-0.4, 0.48}, {-0.9, 0.35}, {-0.86, -0.25});
    drawShadow(painter, {0, 0.4}, {0.9, 0.25}, 0.4);
    fillBody(painter, flap, shade(finish.body, 0.07), 0.8);
    fillRounded(painter, {-0.13, 0.36, 0.26, 0.22}, 0.05,
                lit({-0.13, 0.36, 0.26, 0.22}, hsl(44, 0.65, 0.6)));
}

} // namespace samples
