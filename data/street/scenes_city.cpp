#include "data/street/scenery.h"
#include "data/street/scenes.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

/// The colours of a night's lamps.
struct Lamps {
    double hue = 44;    ///< of most windows
    double spread = 14; ///< of the windows' hues
    double neon = 320;  ///< of signs
};

Lamps pickLamps(Dice& dice)
{
    return {dice.pick({44.0, 44.0, 36.0, 200.0, 180.0, 290.0}), dice.pick({10.0, 18.0, 70.0}),
            dice.between(0, 360)};
}

QColor lampColour(Dice& dice, const Lamps& lamps)
{
    if (dice.chance(0.06))
        return hsl(lamps.neon, 0.9, 0.66);
    return hsl(dice.around(lamps.hue, lamps.spread), dice.between(0.55, 0.95),
               dice.between(0.55, 0.85));
}

/// A window near enough to see its curtains and who stands behind them.
void drawRoom(Canvas& canvas, const QRectF& window, const QColor& light, bool lit)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double unit = window.width() / 10;
    fill(painter, window.adjusted(-unit, -unit, unit, unit), shade(light, -0.75));
    fill(painter, window, down(window, {shade(light, lit ? 0.35 : 0.1), shade(light, -0.3)}));
    const QColor cloth = shade(light, lit ? -0.4 : -0.2);
    if (dice.chance(0.5))
        for (const double left : {window.left(), window.right() - unit * 2.6})
            fill(painter, QRectF(left, window.top(), unit * 2.6, window.height()),
                 between({left, 0}, {left + unit * 2.6, 0}, shade(cloth, 0.2), cloth));
    if (lit && dice.chance(0.16)) { // somebody at home
        const QPointF foot(window.center().x() + dice.around(0, unit * 2), window.bottom());
        fillEllipse(painter, foot - QPointF(0, unit * 5.4), {unit * 1.1, unit * 1.3},
                    shade(light, -0.8));
        fillRounded(painter, {foot.x() - unit * 2, foot.y() - unit * 4.2, unit * 4, unit * 4.2},
                    unit * 1.2, shade(light, -0.8));
    }
    fill(painter,
         QRectF(window.center().x() - unit * 0.3, window.top(), unit * 0.6, window.height()),
         shade(light, -0.7));
    fill(painter, QRectF(window.left() - unit * 1.4, window.bottom(), unit * 12.8, unit * 1.2),
         shade(light, lit ? -0.5 : 0.1));
}

/// The farther away, the plainer.
void drawWindow(Canvas& canvas, const QRectF& window, const QColor& light, bool lit)
{
    if (window.width() > 6)
        drawRoom(canvas, window, light, lit);
    else
        fill(canvas.painter, window, lit ? withAlpha(light, canvas.dice.between(0.55, 1)) : light);
}

/// A wall of windows, some lit.
struct Facade {
    QRectF wall;
    QColor colour;
    double pitch = 8; ///< from window to window
    double lit = 0.4; ///< share of them
};

void drawFacade(Canvas& canvas, const Facade& facade, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QRectF& wall = facade.wall;
    fill(painter, wall,
         between(wall.topLeft(), wall.topRight(), shade(facade.colour, 0.1),
                 shade(facade.colour, -0.3)));
    const QSizeF pane{facade.pitch * dice.between(0.35, 0.72),
                      facade.pitch * dice.between(0.4, 0.8)};
    const double rise = facade.pitch * dice.between(1, 1.5);
    const QColor unlit = shade(facade.colour, -0.28);
    const bool floors = dice.chance(0.25); // lit floor by floor
    for (const double y :
         steps(wall.top() + rise * 0.4, std::min(wall.bottom(), 258.0) - pane.height(), rise)) {
        const bool floor = dice.chance(facade.lit);
        for (const double x :
             steps(wall.left() + facade.pitch * 0.25, wall.right() - pane.width(), facade.pitch)) {
            const bool lit = floors ? floor && dice.chance(0.9) : dice.chance(facade.lit);
            if (lit || facade.pitch > 6)
                drawWindow(canvas, {QPointF(x, y), pane}, lit ? lampColour(dice, lamps) : unlit,
                           lit);
        }
    }
}

void drawRoof(Canvas& canvas, const Facade& facade, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QRectF& wall = facade.wall;
    const double width = wall.width();
    const QPointF top(wall.center().x(), wall.top());
    switch (dice.count(0, 4)) {
    case 0: // a mast with its warning lamp
        stroke(painter, top, top - QPointF(0, width * 0.9), facade.colour, width * 0.04 + 0.6);
        glow(painter, top - QPointF(0, width * 0.9), 7, hsl(2, 0.9, 0.6));
        break;
    case 1: // a stepped crown
        for (int step = 1; step <= 3; ++step)
            fill(painter,
                 QRectF(top.x() - width * (0.5 - step * 0.12), top.y() - step * width * 0.14,
                        width * (1 - step * 0.24), width * 0.16),
                 shade(facade.colour, 0.04 * step));
        break;
    case 2: // a lit crown
        glow(painter, top, {width * 0.9, width * 0.4}, hsl(lamps.neon, 0.8, 0.6, 0.7));
        fill(painter, QRectF(wall.left(), wall.top(), width, 2.4), hsl(lamps.neon, 0.9, 0.75));
        break;
    case 3: // a slanted roof
        fill(painter,
             polygon({wall.topLeft(), wall.topRight(), wall.topRight() - QPointF(0, width * 0.4)}),
             shade(facade.colour, -0.15));
        break;
    default:
        break;
    }
}

QColor wallColour(Dice& dice, const Weather& night, double near)
{
    const QColor stone = hsl(dice.pick({225.0, 260.0, 200.0, 20.0, 330.0}), 0.3, 0.12);
    return mix(mix(night.haze, night.horizon, 0.4), stone, near);
}

/// Rows of towers that rise from `base`, the far ones pale.
void drawTowers(Canvas& canvas, double base, const Weather& night, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    const double size = canvas.scale(0.62, 1.5);
    const double lit = canvas.scale(0.2, 0.3) + canvas.number(0, 10) * 0.035;
    for (int row = 0; row < 3; ++row) {
        const double near = (row + 1) / 3.0;
        for (double x = -12; x < kScene;) {
            const double width = dice.between(14, 34) * size * (0.55 + 0.45 * near);
            const double height = dice.between(24, 96) * size * (1.1 - 0.35 * near);
            const Facade facade{{x, base - height, width, kScene - base + height},
                                wallColour(dice, night, 0.35 + 0.6 * near),
                                dice.between(3.4, 5.2) * (0.5 + near * 0.5) * size,
                                lit};
            drawFacade(canvas, facade, lamps);
            if (dice.chance(0.4))
                drawRoof(canvas, facade, lamps);
            x += width * dice.between(0.9, 1.5) + (canvas.traits.clutter < 0 ? 6 : 0);
        }
        glow(canvas.painter, {dice.between(40, 216), base}, {200, 26},
             withAlpha(night.horizon, 0.4 * (1.2 - near)));
    }
    const double width = 30 * size;
    const double height = std::min(base - 14, dice.between(110, 150) * size);
    const Facade tower{{canvas.across(84) - width / 2, base - height, width, kScene},
                       wallColour(dice, night, 0.9),
                       dice.between(3.6, 5) * size,
                       lit + 0.15};
    drawFacade(canvas, tower, lamps);
    drawRoof(canvas, tower, lamps);
}

/// The upper part of what was drawn, upside down and broken by ripples.
void drawReflection(Canvas& canvas, double shore, const Weather& night, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QRectF water(0, shore, kScene, kScene - shore);
    fill(painter, water,
         down(water, {mix(night.horizon, night.middle, 0.6), shade(night.top, -0.2)}));
    for (int k = canvas.number(26, 80); k > 0; --k) {
        const double x = dice.between(0, kScene);
        const QColor lamp = lampColour(dice, lamps);
        const double reach = dice.between(0.2, 1) * water.height();
        glow(painter, {x, shore + reach * 0.45}, {dice.between(1.2, 4), reach * 0.6},
             withAlpha(lamp, dice.between(0.25, 0.75)));
    }
    for (int k = 0; k < 60; ++k) {
        const double depth = dice.between(0, 1);
        glow(painter, {dice.between(0, kScene), shore + depth * water.height()},
             {6 + 24 * depth, 0.6 + 1.5 * depth}, withAlpha(shade(night.top, -0.3), 0.5));
    }
    fill(painter, QRectF(0, shore - 2.5, kScene, 3), shade(night.top, -0.5));
}

void drawRiverNight(Canvas& canvas, const Weather& night, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    const double shore = dice.between(150, 206);
    drawTowers(canvas, shore, night, lamps);
    drawReflection(canvas, shore, night, lamps);
    if (!dice.chance(0.35))
        return;
    auto& painter = canvas.painter; // a suspension bridge
    const double deck = shore - dice.between(4, 12);
    const QColor steel = mix(night.haze, Qt::black, 0.6);
    for (const double x : {40.0, 190.0}) {
        fill(painter, QRectF(x - 3, deck - 62, 6, 66 + kScene - shore), steel);
        for (const double side : {-1.0, 1.0}) {
            QPainterPath cable(QPointF(x, deck - 60));
            cable.quadTo({x + side * 40, deck - 4}, {x + side * 76, deck - 4});
            stroke(painter, cable, shade(steel, 0.2), 1.6);
        }
    }
    fill(painter, QRectF(0, deck - 3, kScene, 5), steel);
    for (const double x : steps(6, kScene, 14))
        glow(painter, {x, deck - 5}, 6, hsl(lamps.hue, 0.9, 0.8));
}

void drawSign(Canvas& canvas, const QRectF& sign, double hue)
{
    auto& painter = canvas.painter;
    const QColor tube = hsl(hue, 0.95, 0.68);
    glow(painter, sign.center(), {sign.width() * 1.8 + 10, sign.height() + 12},
         withAlpha(tube, 0.65));
    fillRounded(painter, sign, 3, shade(tube, -0.75));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tube, 1.6));
    painter.drawRoundedRect(sign.adjusted(2, 2, -2, -2), 2, 2);
    const double step = sign.width() * 0.72;
    for (const double y : steps(sign.top() + 6, sign.bottom() - 3 - step * 0.6, step)) {
        const double left = sign.left() + sign.width() * 0.28;
        stroke(painter, {left, y}, {sign.right() - sign.width() * 0.28, y + step * 0.4},
               shade(tube, 0.6), 1.6);
        if (canvas.dice.chance(0.6))
            stroke(painter, {left, y + step * 0.5}, {sign.right() - sign.width() * 0.25, y},
                   shade(tube, 0.6), 1.4);
    }
}

/// One side of a street that runs to `vanishing`: walls as seen in perspective.
void drawStreetSide(Canvas& canvas, QPointF vanishing, bool left, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double edge = left ? -10 : kScene + 10;
    const double pitch = canvas.scale(15, 30);
    double far = 0.93;
    while (far > 0) {
        const double near = std::max(0.0, far - dice.between(0.12, 0.24));
        const auto at = [&](double depth, double height) {
            return QPointF(edge + (vanishing.x() - edge) * depth,
                           vanishing.y() + (height - vanishing.y()) * (1 - depth));
        };
        const double top = dice.between(-150, 20);
        const QColor wall =
            mix(hsl(dice.between(0, 360), 0.35, 0.13), hsl(lamps.neon, 0.4, 0.26), far * 0.6);
        fill(painter, polygon({at(far, top), at(near, top), at(near, 290), at(far, 290)}),
             down({0, top, 1, 250 - top}, {shade(wall, -0.4), wall, shade(wall, 0.14)}));
        for (const double y : steps(top + pitch * 0.5, 210, pitch * 1.2))
            for (const double depth : steps(near + 0.055, far, 0.06))
                if (dice.chance(0.2 + 0.05 * canvas.number(0, 7)))
                    fill(painter,
                         polygon({at(depth, y), at(depth - 0.035, y),
                                  at(depth - 0.035, y + pitch * 0.6), at(depth, y + pitch * 0.6)}),
                         lampColour(dice, lamps));
        if (dice.chance(0.3 + 0.06 * canvas.number(0, 8))) {
            const QPointF hook = at((far + near) / 2, dice.between(90, 190));
            const double size = 34 * (1 - (far + near) / 2) + 5;
            drawSign(canvas, {hook.x() - size * 0.3, hook.y() - size, size * 0.6, size * 1.8},
                     dice.around(lamps.neon, 90));
        }
        far = near;
    }
}

void drawStreetNight(Canvas& canvas, const Weather& night, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QPointF vanishing(canvas.across(76), dice.between(128, 168));
    glow(painter, vanishing, 130, withAlpha(hsl(lamps.hue, 0.8, 0.6), 0.6));
    const QRectF road(0, vanishing.y(), kScene, kScene - vanishing.y());
    fill(painter, road, down(road, {mix(night.horizon, night.haze, 0.5), shade(night.top, -0.1)}));
    drawStreetSide(canvas, vanishing, true, lamps);
    drawStreetSide(canvas, vanishing, false, lamps);
    for (int k = canvas.number(14, 46); k > 0; --k) { // the wet road mirrors the signs
        const double depth = dice.between(0.1, 1);
        const double x = vanishing.x() + dice.around(0, 110) * depth;
        glow(painter, {x, vanishing.y() + depth * road.height()}, {3 + 6 * depth, 6 + 30 * depth},
             withAlpha(dice.chance(0.5) ? hsl(dice.around(lamps.neon, 60), 0.9, 0.6)
                                        : lampColour(dice, lamps),
                       dice.between(0.2, 0.55)));
    }
    for (int k = canvas.number(1, 7); k > 0; --k) { // cars far off
        const double depth = dice.between(0.12, 0.6);
        const double x = vanishing.x() + dice.around(0, 60) * depth;
        const double y = vanishing.y() + depth * road.height() * 0.75;
        for (const double side : {-1.0, 1.0})
            glow(painter, {x + side * 9 * depth, y}, 4 + 12 * depth,
                 dice.chance(0.5) ? hsl(50, 0.9, 0.9) : hsl(2, 0.95, 0.55));
    }
}

void drawWindowsNight(Canvas& canvas, const Weather& night, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double pitch = canvas.scale(13, 46);
    const double lit = 0.18 + canvas.number(0, 10) * 0.055;
    const double corner = canvas.across(100);
    const QColor wall = mix(hsl(dice.between(0, 360), 0.35, 0.2), wallColour(dice, night, 0.6),
                            dice.between(0.2, 1));
    drawFacade(canvas, {{corner, -10, kScene - corner + 10, 280}, shade(wall, -0.3), pitch, lit},
               lamps);
    drawFacade(canvas, {{-10, -10, corner + 10, 280}, wall, pitch * 1.1, lit}, lamps);
    glow(painter, {dice.between(0, kScene), kScene}, {190, 90},
         withAlpha(hsl(lamps.neon, 0.8, 0.5), 0.5));
}

void drawLightsNight(Canvas& canvas, const Weather& night, const Lamps& lamps)
{
    auto& dice = canvas.dice;
    const auto city = [&](Canvas& soft) {
        drawSky(soft, night, 190);
        drawTowers(soft, 190, night, lamps);
    };
    drawSoftened(canvas, dice.between(2.5, 6), city);
    for (const double hue : {lamps.hue, lamps.neon})
        drawBokeh(canvas, {.area = {0, dice.between(60, 120), kScene, 140},
                           .number = canvas.number(8, 34),
                           .radius = canvas.scale(8, 24),
                           .hue = hue,
                           .spread = 24,
                           .alpha = 0.6});
}

} // namespace

void drawCityNight(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto night = drawNight(dice);
    if (dice.chance(0.5)) { // the blue hour
        night = drawEvening(dice);
        night.top = shade(night.top, -0.2);
        night.middle = shade(night.middle, -0.15);
    }
    const auto lamps = pickLamps(dice);
    drawSky(canvas, night, dice.between(150, 210));
    if (dice.chance(0.4))
        drawStars(canvas, {0, 0, kScene, 110}, 50);
    if (dice.chance(0.3)) {
        const QPointF moon(dice.between(20, 236), dice.between(20, 70));
        glow(canvas.painter, moon, 46, QColor(255, 250, 225, 120));
        fillEllipse(canvas.painter, moon, {10, 10}, QColor(255, 250, 232));
    }
    switch (dice.count(0, 6)) {
    case 0:
    case 1:
        return drawRiverNight(canvas, night, lamps);
    case 2:
    case 3:
        return drawStreetNight(canvas, night, lamps);
    case 4:
        return drawWindowsNight(canvas, night, lamps);
    case 5:
        return drawLightsNight(canvas, night, lamps);
    default:
        drawTowers(canvas, dice.between(200, 250), night, lamps);
    }
}

} // namespace samples
