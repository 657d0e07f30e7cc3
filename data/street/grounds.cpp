#include "data/street/backdrop.h"
#include "data/street/light.h"
#include "data/street/scenery.h"

#include <cmath>

namespace samples {

namespace {

void drawMeadow(Canvas& canvas, const QRectF& ground, const QColor& tone)
{
    auto& dice = canvas.dice;
    fill(canvas.painter, ground, down(ground, {shade(tone, 0.22), tone, shadowed(tone, 0.4)}));
    QList<QLineF> blades[3]; // NOLINT(modernize-avoid-c-arrays): three tones
    for (int k = 0; k < 420; ++k) {
        const double depth = dice.between(0, 1);
        const QPointF foot(dice.between(0, kScene), ground.top() + depth * depth * ground.height());
        const double length = 2 + 9 * depth;
        blades[k % 3].append(QLineF(foot, foot + QPointF(dice.around(0, length * 0.4), -length)));
    }
    for (int k = 0; k < 3; ++k) {
        canvas.painter.setPen(QPen(withAlpha(shade(tone, -0.25 + 0.25 * k), 0.6), 1));
        canvas.painter.drawLines(blades[k]);
    }
}

/// Spots that become larger towards the viewer: leaves, pebbles, flowers.
void strew(Canvas& canvas, const QRectF& ground, int number, double hue, double spread)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const double depth = dice.between(0, 1);
        const QPointF at(dice.between(0, kScene), ground.top() + depth * ground.height());
        const double size = 1 + 3.5 * depth;
        fillEllipse(canvas.painter, at, {size * dice.between(0.7, 1.3), size * 0.6},
                    hsl(dice.around(hue, spread), 0.6, dice.between(0.35, 0.8), 0.9));
    }
}

void drawPlanks(Canvas& canvas, const QColor& wood)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double width = dice.between(28, 70);
    const int planks = static_cast<int>((kScene + 140) / width) + 1;
    for (int number = 0; number < planks; ++number) {
        const double x = -60 + number * width;
        const QRectF plank(x, -80, width - 1.2, kScene + 160);
        fill(painter, plank, shade(wood, dice.around(0, 0.09)));
        for (int k = 0; k < 9; ++k) {
            const double at = x + dice.between(2, width - 3);
            QPainterPath grain(QPointF(at, -80));
            grain.cubicTo({at + dice.around(0, 5), 60}, {at + dice.around(0, 5), 180}, {at, 340});
            stroke(painter, grain, withAlpha(shadowed(wood, 0.45), dice.between(0.1, 0.35)), 0.8);
        }
    }
}

void drawMarble(Canvas& canvas, const QColor& stone)
{
    auto& dice = canvas.dice;
    fill(canvas.painter, QRectF(-80, -80, 420, 420), stone);
    for (int k = 0; k < 9; ++k) {
        glow(canvas.painter, {dice.between(0, kScene), dice.between(0, kScene)},
             {dice.between(30, 110), dice.between(10, 50)},
             withAlpha(shade(stone, dice.chance(0.5) ? 0.3 : -0.3), 0.3));
        QPointF at(dice.between(-40, 300), -60);
        std::vector<QPointF> vein;
        for (; at.y() < 330; at += QPointF(dice.around(10, 26), dice.between(14, 40)))
            vein.push_back(at);
        stroke(canvas.painter, smoothPath(vein, false),
               withAlpha(shadowed(stone, 0.5), dice.between(0.08, 0.4)), dice.between(0.6, 2.2));
    }
}

void drawChecks(Canvas& canvas, const QColor& cloth)
{
    auto& dice = canvas.dice;
    const double step = dice.between(18, 40);
    fill(canvas.painter, QRectF(-80, -80, 420, 420),
         dice.chance(0.7) ? QColor(246, 243, 236) : shade(cloth, -0.6));
    const bool crossed = dice.chance(0.7);
    const int stripes = static_cast<int>(420 / step) + 1;
    for (int k = 0; k < stripes; ++k) {
        const double at = -80 + k * step;
        fill(canvas.painter, QRectF(at, -80, step / 2, 420), withAlpha(cloth, 0.55));
        if (crossed)
            fill(canvas.painter, QRectF(-80, at, 420, step / 2), withAlpha(cloth, 0.55));
    }
}

void drawLinen(Canvas& canvas, const QColor& cloth)
{
    auto& dice = canvas.dice;
    fill(canvas.painter, QRectF(-80, -80, 420, 420), cloth);
    for (int k = 0; k < 7; ++k) { // folds
        const double x = dice.between(-60, 320);
        fill(canvas.painter, QRectF(x, -80, 26, 420),
             between({x, 0}, {x + 26, 0}, withAlpha(shade(cloth, 0.4), 0.35),
                     withAlpha(shadowed(cloth, 0.6), 0)));
        fill(canvas.painter, QRectF(x - 18, -80, 18, 420),
             between({x - 18, 0}, {x, 0}, withAlpha(shadowed(cloth, 0.6), 0),
                     withAlpha(shadowed(cloth, 0.6), 0.3)));
    }
}

enum class Ground { Meadow, Sand, Snow, Leaves, Pavement };

void drawDistance(Canvas& far, double horizon, Ground kind, double leaves, const Weather& weather)
{
    auto& dice = far.dice;
    drawSky(far, weather, horizon);
    drawClouds(far, {0, 10, kScene, horizon * 0.5}, dice.count(0, 3), weather.light, weather.haze);
    fill(far.painter, ridgePath(dice, {horizon - 14, 16, 0.4}), shadowed(weather.haze, 0.25));
    if (kind == Ground::Sand)
        drawWater(far, {horizon - 14, weather.horizon, shadowed(weather.middle, 0.25),
                        weather.light, dice.between(30, 226), 30});
    else
        for (int k = far.number(0, 7); k > 0; --k)
            drawTree(far, {dice.between(0, kScene), horizon + 4}, dice.between(50, 130),
                     mix(hsl(leaves + dice.around(0, 15), 0.45, 0.35), weather.haze, 0.3));
    fill(far.painter, QRectF(0, horizon, kScene, kScene), shadowed(weather.haze, 0.2));
}

void drawGround(Canvas& canvas, const QRectF& ground, Ground kind, double leaves,
                const Weather& weather)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor light = weather.light;
    switch (kind) {
    case Ground::Sand:
        fill(painter, ground,
             down(ground,
                  {mix(hsl(32, 0.35, 0.55), light, 0.2), mix(hsl(38, 0.4, 0.74), light, 0.3)}));
        strew(canvas, ground, canvas.number(4, 50), 35, 20);
        break;
    case Ground::Snow:
        fill(painter, ground,
             down(ground, {mix(weather.haze, Qt::white, 0.5), mix(light, Qt::white, 0.6),
                           mix(weather.top, Qt::white, 0.55)}));
        strew(canvas, ground, canvas.number(0, 20), 215, 10);
        break;
    case Ground::Leaves:
        fill(painter, ground, down(ground, {hsl(30, 0.35, 0.42), hsl(24, 0.4, 0.24)}));
        strew(canvas, ground, canvas.number(60, 240), 30, 26);
        break;
    case Ground::Pavement: {
        const QColor stone =
            mix(hsl(dice.between(0, 360), 0.08, dice.between(0.3, 0.65)), light, 0.15);
        fill(painter, ground, down(ground, {shade(stone, 0.15), shadowed(stone, 0.25)}));
        strew(canvas, ground, canvas.number(0, 30), 40, 60);
        break;
    }
    case Ground::Meadow:
        drawMeadow(canvas, ground, mix(hsl(leaves, 0.42, dice.between(0.24, 0.5)), light, 0.12));
        strew(canvas, ground, canvas.number(0, 70), dice.between(0, 360), 50);
        break;
    }
}

} // namespace

Setting drawOutdoors(Canvas& canvas, double horizon, bool green)
{
    auto& dice = canvas.dice;
    const auto weather = dice.chance(0.3) ? drawEvening(dice) : drawWeather(dice);
    const Ground kind = green ? Ground::Meadow
                              : dice.pick({Ground::Meadow, Ground::Sand, Ground::Snow,
                                           Ground::Leaves, Ground::Pavement});
    const double leaves = kind == Ground::Leaves ? 24 : dice.pick({100.0, 75.0, 130.0, 50.0});
    drawSoftened(canvas, 4.5,
                 [&](Canvas& far) { drawDistance(far, horizon, kind, leaves, weather); });
    drawGround(canvas, {0, horizon, kScene, kScene - horizon + 1}, kind, leaves, weather);
    return {weather.haze, weather.light};
}

void drawTableFront(Canvas& canvas, double top)
{
    auto& dice = canvas.dice;
    const QColor board =
        dice.chance(0.6) ? hsl(dice.around(26, 8), 0.42, dice.between(0.2, 0.66)) : drawTone(dice);
    const QRectF area(0, top, kScene, kScene - top + 1);
    drawShadow(canvas.painter, {128, top}, {240, 12}, 0.3);
    fill(canvas.painter, area, down(area, {shade(board, 0.22), board, shadowed(board, 0.4)}));
    for (int k = 0; k < 16; ++k) {
        const double depth = dice.between(0, 1);
        const double y = top + depth * depth * area.height();
        glow(canvas.painter, {dice.between(0, kScene), y},
             {dice.between(40, 150), 0.6 + 1.6 * depth},
             withAlpha(dice.chance(0.5) ? shade(board, 0.25) : shadowed(board, 0.4), 0.4));
    }
    glow(canvas.painter, {dice.between(40, 216), top + 8}, {110, 16}, QColor(255, 250, 235, 80));
}

void drawTabletop(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(kScene / 2, kScene / 2);
    painter.rotate(dice.chance(0.5) ? dice.around(0, 6) : dice.between(0, 90));
    painter.scale(1.15, 1.15);
    painter.translate(-kScene / 2, -kScene / 2);
    switch (dice.count(0, 6)) {
    case 0:
        drawPlanks(canvas,
                   hsl(dice.around(26, 8), dice.between(0.25, 0.5), dice.between(0.2, 0.7)));
        break;
    case 1:
        drawPlanks(canvas, drawTone(dice));
        break;
    case 2:
        drawMarble(canvas, hsl(dice.between(0, 360), 0.08, dice.pick({0.92, 0.86, 0.16, 0.3})));
        break;
    case 3:
        drawChecks(canvas, hsl(dice.between(0, 360), 0.55, dice.between(0.35, 0.55)));
        break;
    case 4:
        drawLinen(canvas, drawTone(dice));
        break;
    default:
        fill(painter, QRectF(-80, -80, 420, 420), drawTone(dice));
    }
    painter.restore();
    glow(painter, {dice.between(0, 90), dice.between(0, 90)}, 230, QColor(255, 252, 240, 90));
    drawShadow(painter, {250, 250}, {200, 200}, 0.3);
}

} // namespace samples
