#include "data/street/scenery.h"
#include "data/street/scenes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {

namespace {

/// A peak with snow on its upper part, lit from one side.
void drawPeak(Canvas& canvas, QPointF top, double width, const QColor& rock, const QColor& snow)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double foot = kScene + 4;
    const double height = foot - top.y();
    std::vector<QPointF> left;
    std::vector<QPointF> right;
    std::vector<QPointF> crest;
    constexpr int kSteps = 14;
    for (int k = 0; k <= kSteps; ++k) {
        const double t = static_cast<double>(k) / kSteps;
        const double jag = k == 0 ? 0 : width * 0.035;
        left.emplace_back(top.x() - width * t + dice.around(0, jag), top.y() + height * t);
        right.emplace_back(top.x() + width * t + dice.around(0, jag), top.y() + height * t);
        crest.emplace_back(top.x() + dice.around(0, jag * 3) + width * 0.1 * t,
                           top.y() + height * t);
    }
    const auto shape = [&](const std::vector<QPointF>& a, const std::vector<QPointF>& b) {
        QPainterPath path(a.front());
        for (const auto& point : a)
            path.lineTo(point);
        std::for_each(b.rbegin(), b.rend(), [&](const auto& point) { path.lineTo(point); });
        path.closeSubpath();
        return path;
    };
    const QRectF area(top.x() - width, top.y(), width * 2, height);
    const double line = dice.between(0.25, 0.6);
    const auto coat = [&](const QPainterPath& side, double light) {
        QLinearGradient gradient(area.topLeft(), area.bottomLeft());
        gradient.setColorAt(0, shade(snow, light));
        gradient.setColorAt(line * 0.7, shade(snow, light - 0.05));
        gradient.setColorAt(line, mix(shade(rock, light), shade(snow, light), 0.25));
        gradient.setColorAt(1, shade(rock, light));
        fill(painter, side, gradient);
    };
    coat(shape(left, crest), 0.05);
    coat(shape(crest, right), -0.32);
    for (int k = 0; k < 26; ++k) { // gullies
        const double t = dice.between(0.05, 0.9);
        const double x = top.x() + dice.around(0, width * t * 0.9);
        const QPointF at(x, top.y() + height * t);
        const bool lit = x < top.x();
        stroke(painter, at, at + QPointF((lit ? -1 : 1) * dice.between(2, 9), dice.between(6, 20)),
               withAlpha(lit ? shade(rock, -0.2) : shade(snow, -0.1), dice.between(0.1, 0.35)),
               dice.between(0.8, 2.4));
    }
}

void drawTreeLine(Canvas& canvas, double base, double size, const QColor& colour)
{
    auto& dice = canvas.dice;
    double x = -5;
    while (x < kScene + 5) {
        drawPine(canvas, {x, base + dice.around(0, size * 0.15)}, size * dice.between(0.5, 1),
                 shade(colour, dice.around(0, 0.1)));
        x += size * dice.between(0.15, 0.5);
    }
}

void drawMountainFoot(Canvas& canvas, const Weather& weather)
{
    auto& dice = canvas.dice;
    const QColor green =
        mix(hsl(dice.pick({95.0, 130.0, 160.0, 48.0, 28.0}), 0.34, 0.24), weather.haze, 0.15);
    const double base = dice.between(178, 216);
    switch (dice.count(0, 2)) {
    case 0: // a lake
        drawTreeLine(canvas, base, dice.between(10, 22), shade(green, -0.2));
        drawWater(canvas, {.top = base,
                           .far = mix(weather.horizon, green, 0.35),
                           .near = shade(weather.top, -0.35),
                           .glint = weather.light,
                           .glintX = dice.between(40, 216),
                           .glintWidth = 60});
        break;
    case 1: // meadows and woods
        for (int layer = 0; layer < 3; ++layer)
            fill(canvas.painter,
                 ridgePath(dice, {.base = base + layer * 22.0, .height = 12, .roughness = 0.2}),
                 shade(green, 0.12 - 0.16 * layer));
        break;
    default:
        fill(canvas.painter, ridgePath(dice, {.base = base + 22, .height = 12, .roughness = 0.3}),
             shade(green, -0.3));
        break;
    }
    if (dice.chance(0.6)) {
        const int trees = canvas.number(1, 14);
        for (int k = 0; k < trees; ++k)
            drawPine(canvas, {dice.between(-5, 261), dice.between(246, 264)}, dice.between(34, 80),
                     shade(green, -0.45));
    }
}

/// A beach umbrella from the side, or from above where `open` is a full circle.
void drawUmbrella(Canvas& canvas, QPointF at, double size, double hue)
{
    auto& painter = canvas.painter;
    const QColor bright = hsl(hue, 0.75, 0.55);
    const QColor pale = hsl(hue, 0.2, 0.95);
    glow(painter, at + QPointF(size * 0.35, size * 1.55), {size * 1.3, size * 0.28},
         QColor(60, 40, 30, 130));
    stroke(painter, at + QPointF(0, -size * 0.4), at + QPointF(size * 0.12, size * 1.55),
           hsl(35, 0.2, 0.85), size * 0.06);
    constexpr int kPanels = 6;
    for (int k = 0; k < kPanels; ++k) {
        const double a = -1 + 2.0 * k / kPanels;
        const double b = -1 + 2.0 * (k + 1) / kPanels;
        QPainterPath panel(at + QPointF(0, -size * 0.55));
        panel.quadTo(at + QPointF(a * size * 0.8, -size * 0.5),
                     at + QPointF(a * size, size * 0.12));
        panel.quadTo(at + QPointF((a + b) / 2 * size, size * 0.02),
                     at + QPointF(b * size, size * 0.12));
        panel.quadTo(at + QPointF(b * size * 0.8, -size * 0.5), at + QPointF(0, -size * 0.55));
        fill(painter, panel, shade(k % 2 == 0 ? bright : pale, -0.07 * k));
    }
}

void drawUmbrellaAbove(Canvas& canvas, QPointF at, double size, double hue)
{
    auto& painter = canvas.painter;
    glow(painter, at + QPointF(size * 0.45, size * 0.5), {size * 1.2, size * 1.1},
         QColor(50, 40, 40, 150));
    constexpr int kPanels = 8;
    const double turn = canvas.dice.between(0, 45);
    for (int k = 0; k < kPanels; ++k) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(k % 2 == 0 ? hsl(hue, 0.75, 0.55) : hsl(hue, 0.2, 0.95),
                               0.1 * std::cos((k * 45 + turn) * 0.0175)));
        painter.drawPie(QRectF(at.x() - size, at.y() - size, size * 2, size * 2),
                        static_cast<int>((turn + k * 45) * 16), 45 * 16);
    }
    fillEllipse(painter, at, {size * 0.07, size * 0.07}, QColor(250, 250, 250));
}

void drawTowel(Canvas& canvas, QPointF at, double size, double hue)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.around(0, 40));
    const QRectF cloth(-size * 0.35, -size * 0.7, size * 0.7, size * 1.4);
    fillRounded(painter, cloth.translated(1.5, 1.5), 2, QColor(60, 40, 30, 80));
    fillRounded(painter, cloth, 2, hsl(hue, 0.6, 0.62));
    for (int k = 0; k < 4; ++k)
        fill(painter,
             QRectF(cloth.left(), cloth.top() + (k + 0.5) * cloth.height() / 4, cloth.width(),
                    size * 0.08),
             hsl(hue, 0.25, 0.94));
    painter.restore();
}

QPainterPath surf(Dice& dice, double base, double swell)
{
    std::vector<QPointF> points;
    for (int x = -30; x <= kScene + 30; x += 26)
        points.emplace_back(x, base + dice.around(0, swell));
    auto path = smoothPath(points, false);
    path.lineTo(kScene + 30, -10);
    path.lineTo(-30, -10);
    path.closeSubpath();
    return path;
}

/// The shore from a drone: sand, foam, water, umbrellas as discs.
void drawShoreFromAbove(Canvas& canvas, const QColor& sand, const QColor& sea)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(kScene / 2, kScene / 2);
    painter.rotate(dice.around(0, 60));
    painter.scale(1.5, 1.5);
    painter.translate(-kScene / 2, -kScene / 2);
    fill(painter, QRectF(-60, -60, 400, 400),
         down({0, 80, kScene, 180}, {shade(sand, -0.18), sand, shade(sand, 0.1)}));
    const double line = dice.between(80, 130);
    fill(painter, surf(dice, line + 10, 6), shade(sand, -0.22));
    fill(painter, surf(dice, line + 4, 6), QColor(250, 253, 252, 235));
    fill(painter, surf(dice, line, 6),
         down({0, 0, kScene, line}, {shade(sea, -0.35), sea, shade(sea, 0.45)}));
    for (int k = 0; k < 3; ++k)
        stroke(painter, surf(dice, line - 14 - k * 22.0, 5), QColor(255, 255, 255, 130 - k * 35),
               2.5 - k * 0.5);
    painter.restore();
}

} // namespace

void drawMountains(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto weather = drawWeather(dice);
    drawSky(canvas, weather, 190);
    drawClouds(canvas, {0, 30, kScene, 70}, dice.count(0, 3), weather.light, weather.haze);
    const QColor rock =
        mix(hsl(dice.pick({215.0, 25.0, 250.0, 190.0, 10.0}), dice.between(0.08, 0.3), 0.34),
            weather.middle, 0.2);
    for (int k = 0; k < 2; ++k)
        fill(canvas.painter,
             ridgePath(dice, {.base = 128 + k * 20.0, .height = 40, .roughness = 0.8}),
             mix(weather.haze, rock, 0.25 + 0.2 * k));
    const QColor snow = mix(QColor(250, 251, 255), weather.light, 0.35);
    const double width = canvas.scale(110, 250);
    const double top = canvas.scale(86, 26);
    const double x = canvas.across(80);
    const int peaks = canvas.number(0, 3);
    for (int k = 0; k < peaks; ++k)
        drawPeak(canvas, {dice.between(0, kScene), top + dice.between(18, 50)},
                 width * dice.between(0.5, 0.8), mix(rock, weather.haze, 0.35),
                 mix(snow, weather.haze, 0.3));
    drawPeak(canvas, {x, top}, width, rock, snow);
    glow(canvas.painter, {dice.between(30, 226), dice.between(165, 200)}, {200, 28},
         withAlpha(weather.haze, dice.between(0.2, 0.8)));
    drawMountainFoot(canvas, weather);
}

void drawBeach(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto weather = drawWeather(dice);
    const QColor sand = hsl(dice.around(36, 10), dice.between(0.25, 0.55), dice.between(0.62, 0.8));
    const QColor sea =
        hsl(dice.around(188, 20), dice.between(0.35, 0.65), dice.between(0.34, 0.52));
    const double size = canvas.scale(13, 46);
    const int umbrellas = canvas.number(1, 12);
    if (dice.chance(0.35)) {
        drawShoreFromAbove(canvas, sand, sea);
        for (int k = 0; k < umbrellas; ++k) {
            const QPointF at(k == 0 ? canvas.across(80) : dice.between(10, 246),
                             dice.between(130, 246));
            drawTowel(canvas, at + QPointF(size * 1.1, size * 0.3), size * 0.9,
                      dice.between(0, 360));
            drawUmbrellaAbove(canvas, at, size * 0.75, dice.between(0, 360));
        }
        return;
    }
    const double horizon = dice.between(70, 120);
    drawSky(canvas, weather, horizon);
    drawClouds(canvas, {0, 10, kScene, horizon * 0.6}, dice.count(0, 3), weather.light,
               weather.haze);
    const double shore = horizon + dice.between(34, 66);
    const QRectF water(0, horizon, kScene, shore - horizon + 8);
    fill(canvas.painter, QRectF(0, horizon, kScene, kScene),
         down({0, shore, kScene, kScene - shore}, {shade(sand, -0.2), sand, shade(sand, 0.12)}));
    canvas.painter.save();
    canvas.painter.setClipRect(QRectF(0, horizon, kScene, kScene));
    fill(canvas.painter, surf(dice, shore + 7, 5), shade(sand, -0.28));
    fill(canvas.painter, surf(dice, shore + 3, 5), QColor(252, 254, 253));
    fill(canvas.painter, surf(dice, shore, 5),
         down(water, {shade(sea, -0.25), sea, shade(sea, 0.4)}));
    for (int k = 0; k < 7; ++k)
        glow(canvas.painter, {dice.between(0, kScene), dice.between(horizon + 5, shore - 4)},
             {dice.between(20, 60), 1.8}, QColor(255, 255, 255, 190));
    canvas.painter.restore();
    for (int k = umbrellas - 1; k >= 0; --k) {
        const double depth = 1 - static_cast<double>(k) / umbrellas;
        const QPointF at(k == 0 ? canvas.across(90) : dice.between(6, 250),
                         shore + (kScene - shore) * depth * 0.55 - size * 0.4);
        drawUmbrella(canvas, at, size * (0.45 + 0.55 * depth), dice.between(0, 360));
        if (dice.chance(0.4))
            drawTowel(canvas, at + QPointF(-size, size * 1.7), size * 0.5 * depth,
                      dice.between(0, 360));
    }
    if (dice.chance(0.3))
        drawPalm(canvas, {dice.chance(0.5) ? 18.0 : 238.0, 262}, dice.between(150, 220),
                 hsl(130, 0.3, 0.18));
}

void drawForest(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double hue = dice.pick({95.0, 140.0, 165.0, 200.0, 40.0, 25.0, 260.0});
    const QColor fog = hsl(hue, dice.between(0.08, 0.35), dice.between(0.55, 0.86));
    const QColor deep =
        hsl(hue + dice.around(0, 15), dice.between(0.2, 0.45), dice.between(0.08, 0.18));
    const bool trunks = dice.chance(0.5);
    auto& painter = canvas.painter;
    fill(painter, Canvas::frame(),
         down(Canvas::frame(), {shade(fog, 0.25), fog, mix(fog, deep, 0.5)}));
    glow(painter, {canvas.across(100), dice.between(20, 90)}, dice.between(80, 150),
         withAlpha(shade(fog, 0.8), 0.9));
    const int layers = 5;
    const double near = canvas.scale(0.6, 1.35);
    for (int layer = 1; layer <= layers; ++layer) {
        const double depth = static_cast<double>(layer) / layers;
        const QColor tone = mix(fog, deep, depth * depth * 0.95);
        const int trees = canvas.number(3, 13) + (layers - layer) * 2;
        for (int k = 0; k < trees; ++k) {
            const double x = dice.between(-10, kScene + 10);
            if (trunks) {
                const double width = (2 + 13 * depth * depth) * near * dice.between(0.6, 1.2);
                const double lean = dice.around(0, 8);
                fill(painter,
                     polygon({{x - width * 0.5, 262},
                              {x + width * 0.5, 262},
                              {x + lean + width * 0.36, -4},
                              {x + lean - width * 0.36, -4}}),
                     between({x - width / 2, 0}, {x + width / 2, 0}, shade(tone, 0.12),
                             shade(tone, -0.2)));
            } else {
                drawPine(canvas, {x, 150 + 116 * depth + dice.around(0, 8)},
                         (50 + 110 * depth) * near * dice.between(0.6, 1.1), tone);
            }
        }
        glow(painter, {dice.between(40, 216), 150 + 90 * depth}, {190, 34},
             withAlpha(fog, 0.6 * (1.1 - depth)));
    }
    if (dice.chance(0.35)) // rays of light through the crowns
        for (int k = 0; k < 5; ++k) {
            const double x = dice.between(40, 240);
            const double w = dice.between(6, 16);
            fill(painter, polygon({{x, -5}, {x + w, -5}, {x - 60 + w * 3, 240}, {x - 70, 240}}),
                 down({0, 0, kScene, 240}, {QColor(255, 250, 225, 70), QColor(255, 250, 225, 0)}));
        }
    drawGrass(canvas, dice.between(222, 244), trunks ? 90 : 30, shade(deep, 0.06));
}

} // namespace samples
