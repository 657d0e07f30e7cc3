#include "data/street/scenery.h"
#include "data/street/scenes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {

namespace {

void drawSun(Canvas& canvas, QPointF at, double radius, const Weather& weather)
{
    glow(canvas.painter, at, radius * 7, withAlpha(weather.light, 0.35));
    glow(canvas.painter, at, radius * 3.2, withAlpha(weather.light, 0.75));
    fillEllipse(canvas.painter, at, {radius, radius},
                radial(at, radius, shade(weather.light, 0.65), shade(weather.light, 0.15)));
}

void drawPerson(Canvas& canvas, QPointF foot, double height, const QColor& colour)
{
    auto& painter = canvas.painter;
    const double head = height * 0.09;
    fillEllipse(painter, foot - QPointF(0, height - head), {head * 0.85, head}, colour);
    fill(painter,
         smoothPath({foot + QPointF(-height * 0.1, -height * 0.78),
                     foot + QPointF(height * 0.1, -height * 0.78),
                     foot + QPointF(height * 0.09, -height * 0.4),
                     foot + QPointF(-height * 0.09, -height * 0.4)},
                    true),
         colour);
    const double stride = height * canvas.dice.between(0.02, 0.12);
    for (const double side : {-1.0, 1.0}) {
        stroke(painter, foot + QPointF(side * height * 0.04, -height * 0.42),
               foot + QPointF(side * stride, 0), colour, height * 0.085);
        stroke(painter, foot + QPointF(side * height * 0.09, -height * 0.74),
               foot + QPointF(side * height * 0.15, -height * 0.42), colour, height * 0.055);
    }
}

void drawEveningHills(Canvas& canvas, double horizon, const Weather& weather)
{
    auto& dice = canvas.dice;
    const int layers = dice.count(2, 4);
    for (int k = 0; k < layers; ++k) {
        const double near = static_cast<double>(k + 1) / layers;
        const auto path = ridgePath(dice, {.base = horizon + 70 * near * near,
                                           .height = 10 + 22 * near,
                                           .roughness = dice.between(0.1, 0.6)});
        const QColor tone = mix(weather.haze, shade(weather.top, -0.75), near);
        fill(canvas.painter, path,
             down({0, horizon - 20, kScene, 120}, {tone, shade(tone, -0.35)}));
    }
}

void drawEveningCity(Canvas& canvas, double horizon, const Weather& weather)
{
    auto& dice = canvas.dice;
    fill(canvas.painter, skylinePath(dice, horizon + 10, 70),
         mix(weather.haze, shade(weather.top, -0.3), 0.5));
    const QColor near = shade(weather.top, -0.7);
    fill(canvas.painter, skylinePath(dice, horizon + 40, 70), near);
    for (int k = 0; k < 50; ++k)
        fill(canvas.painter,
             QRectF(dice.between(0, kScene), dice.between(horizon + 28, kScene), 1.8, 2.4),
             withAlpha(hsl(44, 0.95, 0.7), dice.between(0.3, 0.9)));
}

void drawEveningSea(Canvas& canvas, double horizon, double sun, const Weather& weather)
{
    auto& dice = canvas.dice;
    drawWater(canvas, {.top = horizon,
                       .far = mix(weather.horizon, weather.haze, 0.45),
                       .near = shade(mix(weather.top, weather.haze, 0.3), -0.35),
                       .glint = weather.light,
                       .glintX = sun,
                       .glintWidth = dice.between(12, 34)});
    if (dice.chance(0.45)) // a far coast
        fill(canvas.painter,
             ridgePath(dice, {.base = horizon, .height = dice.between(4, 14), .roughness = 0.4})
                 .intersected(polygon({{0, 0}, {kScene, 0}, {kScene, horizon}, {0, horizon}})),
             mix(weather.haze, shade(weather.top, -0.4), 0.5));
    if (dice.chance(0.4)) { // a sailing boat
        const QPointF at(dice.between(30, 226), horizon + dice.between(8, 40));
        const double size = (at.y() - horizon) * 0.6 + 8;
        const QColor dark = shade(weather.top, -0.75);
        fill(canvas.painter,
             polygon({at + QPointF(-size * 0.6, 0), at + QPointF(size * 0.6, 0),
                      at + QPointF(size * 0.4, size * 0.2), at + QPointF(-size * 0.4, size * 0.2)}),
             dark);
        fill(canvas.painter,
             polygon({at + QPointF(0, -size * 1.5), at + QPointF(size * 0.5, -size * 0.1),
                      at + QPointF(0, -size * 0.1)}),
             dark);
        fill(canvas.painter,
             polygon({at + QPointF(-2, -size * 1.3), at + QPointF(-2, -size * 0.1),
                      at + QPointF(-size * 0.4, -size * 0.1)}),
             dark);
    }
}

void drawEveningForeground(Canvas& canvas, const Weather& weather)
{
    auto& dice = canvas.dice;
    const QColor dark = shade(weather.top, -0.82);
    switch (dice.count(0, 4)) {
    case 0:
        drawPalm(canvas, {dice.between(10, 70), 262}, dice.between(110, 190), dark);
        if (dice.chance(0.5))
            drawPalm(canvas, {dice.between(190, 250), 262}, dice.between(70, 130), dark);
        break;
    case 1:
        drawGrass(canvas, dice.between(196, 228), 110, dark);
        break;
    case 2: {
        fill(canvas.painter, ridgePath(dice, {.base = 236, .height = 12, .roughness = 0.2}), dark);
        drawPerson(canvas, {dice.between(40, 216), 240}, dice.between(36, 72), dark);
        break;
    }
    default:
        break;
    }
}

void drawHotAirBalloon(Canvas& canvas, QPointF at, double size, double hue)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    QPainterPath envelope(at + QPointF(0, -size));
    envelope.cubicTo(at + QPointF(size * 1.15, -size), at + QPointF(size * 1.0, size * 0.25),
                     at + QPointF(size * 0.22, size * 0.85));
    envelope.lineTo(at + QPointF(-size * 0.22, size * 0.85));
    envelope.cubicTo(at + QPointF(-size * 1.0, size * 0.25), at + QPointF(-size * 1.15, -size),
                     at + QPointF(0, -size));
    const QColor first = hsl(hue, dice.between(0.5, 0.85), dice.between(0.45, 0.62));
    const QColor second = dice.chance(0.5) ? hsl(44, 0.4, 0.92)
                                           : hsl(hue + dice.pick({30.0, 150.0, 190.0}), 0.7, 0.55);
    fill(painter, envelope, first);
    painter.save();
    painter.setClipPath(envelope);
    if (dice.chance(0.7)) {
        for (const double share : {0.92, 0.42}) {
            fillEllipse(painter, at + QPointF(0, -size * 0.1), {size * share * 0.92, size * 1.05},
                        second);
            fillEllipse(painter, at + QPointF(0, -size * 0.1),
                        {size * (share - 0.24) * 0.92, size * 1.05}, first);
        }
    } else {
        for (int k = 0; k < 3; ++k)
            fill(
                painter,
                QRectF(at.x() - size, at.y() - size * 0.55 + k * size * 0.42, size * 2, size * 0.2),
                second);
    }
    fill(painter, QRectF(at.x() - size * 1.2, at.y() - size * 1.1, size * 2.4, size * 2.2),
         radial(at + QPointF(-size * 0.35, -size * 0.45), size * 1.5, QColor(255, 255, 255, 95),
                QColor(20, 10, 40, 120)));
    painter.restore();
    const QRectF basket(at.x() - size * 0.16, at.y() + size * 1.18, size * 0.32, size * 0.24);
    for (const double side : {-1.0, 1.0})
        stroke(painter, at + QPointF(side * size * 0.2, size * 0.84),
               {basket.center().x() + side * size * 0.14, basket.top()}, hsl(25, 0.3, 0.22),
               size * 0.02 + 0.4);
    fillRounded(painter, basket, size * 0.05, hsl(26, 0.5, 0.32));
}

void drawPartyBalloon(Canvas& canvas, QPointF at, QPointF hand, double size, double hue)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    const QColor colour = hsl(hue, dice.between(0.6, 0.85), dice.between(0.48, 0.62));
    QPainterPath string(at + QPointF(0, size * 1.25));
    string.cubicTo(at + QPointF(dice.around(0, 14), size * 2.4),
                   hand - QPointF(dice.around(0, 10), 40), hand);
    stroke(painter, string, QColor(255, 255, 255, 150), 0.9);
    QPainterPath shape(at + QPointF(0, -size * 1.15));
    shape.cubicTo(at + QPointF(size * 1.25, -size * 1.15), at + QPointF(size * 1.1, size * 0.55),
                  at + QPointF(0, size * 1.18));
    shape.cubicTo(at + QPointF(-size * 1.1, size * 0.55), at + QPointF(-size * 1.25, -size * 1.15),
                  at + QPointF(0, -size * 1.15));
    QRadialGradient light(at + QPointF(-size * 0.3, -size * 0.4), size * 1.6);
    light.setColorAt(0, withAlpha(shade(colour, 0.5), 0.96));
    light.setColorAt(0.45, withAlpha(colour, 0.96));
    light.setColorAt(1, withAlpha(shade(colour, -0.45), 0.97));
    fill(painter, shape, light);
    fill(painter,
         polygon({at + QPointF(-size * 0.12, size * 1.3), at + QPointF(0, size * 1.12),
                  at + QPointF(size * 0.12, size * 1.3)}),
         shade(colour, -0.2));
    painter.save();
    painter.translate(at + QPointF(-size * 0.4, -size * 0.55));
    painter.rotate(-35);
    fillEllipse(painter, {0, 0}, {size * 0.12, size * 0.26}, QColor(255, 255, 255, 150));
    painter.restore();
}

} // namespace

void drawSunset(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto weather = drawEvening(dice);
    const double horizon = dice.between(120, 196);
    const double radius = canvas.scale(9, 34);
    const QPointF sun(canvas.across(80), horizon - dice.between(-0.6, 2.2) * radius);
    drawSky(canvas, weather, horizon);
    if (weather.dark && dice.chance(0.3))
        drawStars(canvas, {0, 0, kScene, horizon * 0.4}, 40);
    drawSun(canvas, sun, radius, weather);
    const int clouds = canvas.number(0, 16);
    drawStreaks(canvas, {0, horizon * 0.15, kScene, horizon * 0.75}, clouds,
                mix(weather.haze, weather.top, dice.between(0, 0.5)));
    drawStreaks(canvas, {0, horizon * 0.3, kScene, horizon * 0.65}, clouds / 2, weather.light);
    if (dice.chance(0.35))
        drawClouds(canvas, {0, 20, kScene, horizon * 0.5}, canvas.number(1, 3),
                   mix(weather.light, weather.haze, 0.5), shade(weather.haze, -0.3));
    if (dice.chance(0.4))
        drawBirds(canvas, {20, 20, 216, horizon * 0.6}, canvas.number(2, 9),
                  shade(weather.top, -0.7));
    switch (dice.count(0, 4)) {
    case 0:
        drawEveningHills(canvas, horizon, weather);
        break;
    case 1:
        drawEveningCity(canvas, horizon, weather);
        break;
    default:
        drawEveningSea(canvas, horizon, sun.x(), weather);
    }
    drawEveningForeground(canvas, weather);
}

void drawBalloons(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto weather = drawWeather(dice);
    const double horizon = dice.between(200, 262);
    drawSky(canvas, weather, horizon);
    drawClouds(canvas, {0, 30, kScene, 170}, dice.count(1, 4), shade(weather.light, 0.3),
               weather.haze);
    if (dice.chance(0.45)) {
        const QPointF hand(canvas.across(90), dice.between(258, 300));
        const double size = canvas.scale(13, 30);
        for (int k = canvas.number(3, 16); k > 0; --k) {
            const double spread = 18 + size * 1.6;
            drawPartyBalloon(canvas,
                             {hand.x() + dice.normal() * spread * 0.8, dice.between(50, 175)}, hand,
                             size * dice.between(0.8, 1.15), dice.between(0, 360));
        }
        return;
    }
    for (int layer = 0; layer < 3; ++layer) {
        const QColor tone =
            mix(weather.haze, hsl(dice.around(100, 50), 0.3, 0.25), (layer + 1) / 3.0);
        fill(canvas.painter,
             ridgePath(dice, {.base = horizon - 8 + layer * 16.0, .height = 12, .roughness = 0.3}),
             tone);
    }
    const int others = canvas.number(0, 12);
    for (int k = 0; k < others; ++k)
        drawHotAirBalloon(canvas, {dice.between(10, 246), dice.between(24, horizon - 30)},
                          dice.between(5, 8 + 12.0 * k / others), dice.between(0, 360));
    const double size = canvas.scale(24, 66);
    drawHotAirBalloon(canvas, {canvas.across(90), dice.between(size + 8, 130)}, size,
                      dice.between(0, 360));
}

} // namespace samples
