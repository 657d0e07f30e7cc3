#include "data/street/backdrop.h"

#include "data/street/light.h"
#include "data/street/scenery.h"

namespace samples {

namespace {

void drawFrames(Canvas& room, double floor)
{
    auto& dice = room.dice;
    for (int k = room.number(0, 6); k > 0; --k) {
        const QRectF frame(dice.between(-10, 230), dice.between(14, floor * 0.45),
                           dice.between(22, 54), dice.between(24, 56));
        fill(room.painter, frame.translated(3, 4), QColor(20, 10, 30, 70));
        fill(room.painter, frame, dice.chance(0.5) ? hsl(30, 0.3, 0.25) : QColor(245, 243, 238));
        fill(room.painter, frame.adjusted(4, 4, -4, -4), drawTone(dice));
    }
}

void drawWindow(Canvas& room, double floor, const QColor& light)
{
    auto& dice = room.dice;
    const QRectF window(dice.between(-30, 190), dice.between(-20, 30), dice.between(60, 110),
                        floor * dice.between(0.5, 0.75));
    fill(room.painter, window.adjusted(-5, -5, 5, 5), QColor(240, 238, 232));
    fill(room.painter, window, down(window, {shade(light, 0.5), light, shade(light, -0.12)}));
    fill(room.painter, QRectF(window.center().x() - 2, window.top(), 4, window.height()),
         QColor(240, 238, 232));
    fill(room.painter, QRectF(window.left(), window.center().y(), window.width(), 4),
         QColor(240, 238, 232));
    glow(room.painter, window.center(), 150, withAlpha(light, 0.5));
}

void drawFurniture(Canvas& room, double floor)
{
    auto& dice = room.dice;
    for (int k = room.number(0, 5); k > 0; --k) {
        const double x = dice.between(0, kScene);
        switch (dice.count(0, 3)) {
        case 0: { // a sofa
            const QColor cloth = drawTone(dice);
            fillRounded(room.painter, {x - 70, floor - 56, 140, 50}, 14, shade(cloth, -0.12));
            fillRounded(room.painter, {x - 76, floor - 30, 152, 40}, 12, cloth);
            break;
        }
        case 1: // a plant
            fillRounded(room.painter, {x - 12, floor - 26, 24, 28}, 5, drawTone(dice));
            for (int leaf = 0; leaf < 7; ++leaf)
                fillEllipse(room.painter, {x + dice.around(0, 20), floor - 50 + dice.around(0, 24)},
                            {dice.between(6, 14), dice.between(8, 18)},
                            hsl(dice.around(120, 30), 0.4, dice.between(0.2, 0.42)));
            break;
        case 2: // a lamp
            fill(room.painter, QRectF(x - 1.5, floor - 90, 3, 90), hsl(35, 0.3, 0.3));
            fill(room.painter,
                 polygon({{x - 12, floor - 120},
                          {x + 12, floor - 120},
                          {x + 20, floor - 88},
                          {x - 20, floor - 88}}),
                 hsl(42, 0.85, 0.78));
            glow(room.painter, {x, floor - 100}, 90, QColor(255, 214, 130, 170));
            break;
        default: // a shelf of books
            for (int book = 0; book < 8; ++book)
                fill(room.painter,
                     QRectF(x - 30 + book * 8, floor - 120 + dice.between(0, 10), 7, 40),
                     drawTone(dice));
            fill(room.painter, QRectF(x - 36, floor - 82, 78, 5), hsl(28, 0.4, 0.3));
        }
    }
}

Setting drawLeaves(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double hue = dice.pick({95.0, 130.0, 60.0, 32.0, 335.0, 170.0, 270.0, 12.0});
    const double lightness = dice.between(0.18, 0.7);
    const QColor tone = hsl(hue, dice.between(0.25, 0.6), lightness);
    drawSoftened(canvas, 7, [&](Canvas& soft) {
        fill(soft.painter, Canvas::frame(),
             down(Canvas::frame(), {shade(tone, 0.3), tone, shadowed(tone, 0.35)}));
        for (int k = soft.number(14, 60); k > 0; --k) {
            const QColor leaf =
                hsl(hue + dice.around(0, 35), 0.5, lightness * dice.between(0.5, 1.5));
            fillEllipse(soft.painter, {dice.between(0, kScene), dice.between(0, kScene)},
                        {dice.between(8, 34), dice.between(8, 30)}, withAlpha(leaf, 0.55));
        }
        glow(soft.painter, {dice.between(20, 236), dice.between(0, 80)}, 120,
             QColor(255, 248, 220, 150));
    });
    drawBokeh(canvas, {Canvas::frame(), canvas.number(4, 26), 15, hue + 10, 40, 0.3});
    return {tone, hsl(50, 0.8, 0.88)};
}

void drawHouseWindows(Canvas& soft, const QRectF& house, const QColor& wall)
{
    auto& dice = soft.dice;
    const int floors = static_cast<int>((190 - house.top()) / 26);
    const int columns = static_cast<int>((house.width() - 10) / 18);
    for (int k = 0; k < floors * columns; ++k) {
        const int row = k / columns;
        fill(soft.painter,
             QRectF(house.left() + 8 + (k % columns) * 18, house.top() + 12 + row * 26, 9, 14),
             dice.chance(0.3) ? hsl(42, 0.8, 0.75) : shadowed(wall, 0.45));
    }
}

Setting drawStreet(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto weather = drawWeather(dice);
    const double wallHue = dice.between(0, 360);
    drawSoftened(canvas, 5.5, [&](Canvas& soft) {
        drawSky(soft, weather, 200);
        for (int k = 0; k < 7; ++k) {
            const double width = dice.between(36, 80);
            const QRectF house(dice.between(-30, 230), dice.between(0, 110), width, 260);
            const QColor wall = mix(
                hsl(wallHue + dice.around(0, 40), dice.between(0.1, 0.5), dice.between(0.3, 0.75)),
                weather.haze, 0.25);
            fill(soft.painter, house, down(house, {shade(wall, 0.12), shadowed(wall, 0.25)}));
            drawHouseWindows(soft, house, wall);
        }
        for (int k = soft.number(0, 9); k > 0; --k) // passers-by
            fillRounded(soft.painter, {dice.between(0, 250), dice.between(140, 170), 16, 110}, 8,
                        withAlpha(drawTone(dice), 0.8));
    });
    return {weather.haze, weather.light};
}

Setting drawLights(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto night = drawNight(dice);
    fill(canvas.painter, Canvas::frame(),
         down(Canvas::frame(), {night.middle, night.top, night.haze}));
    const double hue = dice.between(0, 360);
    drawBokeh(canvas, {{0, 0, kScene, 220}, canvas.number(10, 60), 17, hue, 60, 0.5});
    drawBokeh(canvas, {{0, 60, kScene, 120}, canvas.number(6, 30), 9, 38, 20, 0.6});
    return {night.middle, hsl(hue, 0.6, 0.75)};
}

Setting drawOpenSky(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto weather = dice.chance(0.5) ? drawEvening(dice) : drawWeather(dice);
    const double horizon = dice.between(150, 230);
    drawSky(canvas, weather, horizon);
    drawSoftened(canvas, 4, [&](Canvas& soft) {
        drawClouds(soft, {0, 20, kScene, 120}, soft.number(0, 4), weather.light, weather.haze);
        if (dice.chance(0.5))
            drawWater(soft, {horizon, weather.horizon, shadowed(weather.middle, 0.3), weather.light,
                             dice.between(40, 220), 30});
        else
            for (int k = 0; k < 3; ++k)
                fill(soft.painter, ridgePath(dice, {horizon + k * 22.0, 20, 0.4}),
                     shadowed(weather.haze, 0.15 + 0.2 * k));
    });
    return {weather.middle, weather.light};
}

Setting drawWallOfRoom(Canvas& canvas)
{
    return drawRoom(canvas, canvas.dice.between(200, 300));
}

} // namespace

QColor drawTone(Dice& dice)
{
    const double hue = dice.between(0, 360);
    switch (dice.count(0, 3)) {
    case 0:
        return hsl(hue, dice.between(0.3, 0.65), dice.between(0.72, 0.9));
    case 1:
        return hsl(hue, dice.between(0.3, 0.6), dice.between(0.14, 0.3));
    case 2:
        return hsl(hue, dice.between(0.05, 0.2), dice.between(0.2, 0.92));
    default:
        return hsl(hue, dice.between(0.4, 0.75), dice.between(0.4, 0.62));
    }
}

Setting drawStudio(Canvas& canvas, const QColor& tone)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    fill(painter, Canvas::frame(),
         down(Canvas::frame(), {shade(tone, 0.08), tone, shadowed(tone, 0.22)}));
    glow(painter, {dice.between(60, 196), dice.between(60, 150)}, dice.between(120, 200),
         withAlpha(shade(tone, 0.55), 0.75));
    for (const double x : {0.0, kScene})
        drawShadow(painter, {x, dice.between(120, 256)}, {100, 150}, 0.22);
    return {tone, shade(tone, 0.75)};
}

Setting drawBackdrop(Canvas& canvas)
{
    switch (canvas.dice.count(0, 6)) {
    case 0:
        return drawLeaves(canvas);
    case 1:
        return drawStreet(canvas);
    case 2:
        return drawLights(canvas);
    case 3:
        return drawOpenSky(canvas);
    case 4:
        return drawWallOfRoom(canvas);
    default:
        return drawStudio(canvas, drawTone(canvas.dice));
    }
}

Setting drawRoom(Canvas& canvas, double floor)
{
    auto& dice = canvas.dice;
    const QColor wall = drawTone(dice);
    const QColor boards =
        dice.chance(0.5) ? hsl(dice.around(28, 8), 0.4, dice.between(0.25, 0.68)) : drawTone(dice);
    const QColor light = dice.pick({QColor(255, 246, 224), QColor(214, 232, 255),
                                    QColor(255, 214, 160), QColor(120, 140, 190)});
    drawSoftened(canvas, dice.between(2.6, 5), [&](Canvas& room) {
        fill(room.painter, Canvas::frame(),
             down(Canvas::frame(), {shade(wall, 0.12), shadowed(wall, 0.2)}));
        if (dice.chance(0.5))
            drawWindow(room, floor, light);
        drawFrames(room, floor);
        const QRectF ground(0, floor, kScene, kScene - floor + 1);
        fill(room.painter, ground,
             down(ground, {shadowed(boards, 0.25), boards, shade(boards, 0.1)}));
        drawFurniture(room, floor);
    });
    glow(canvas.painter, {dice.between(0, kScene), floor}, {200, 60}, withAlpha(light, 0.3));
    return {wall, light};
}

} // namespace samples
