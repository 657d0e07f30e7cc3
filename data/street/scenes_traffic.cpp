#include "data/street/scenery.h"
#include "data/street/scenes.h"
#include "data/street/surface.h"
#include "data/street/vehicle.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

struct Hour {
    Weather weather;
    bool night = false;
};

Hour pickHour(Dice& dice)
{
    if (dice.chance(0.22))
        return {drawNight(dice), true};
    if (dice.chance(0.2))
        return {drawEvening(dice), true};
    return {drawWeather(dice), false};
}

QColor asphalt(Dice& dice, const Hour& hour)
{
    const QColor tar = hsl(dice.between(0, 360), 0.06, dice.between(0.25, 0.62));
    return mix(hour.night ? shade(tar, -0.55) : tar, hour.weather.haze, 0.25);
}

Vehicle pickOnRoad(Dice& dice, bool night)
{
    auto vehicle = pickVehicle(dice);
    vehicle.lamps = night;
    if (night)
        vehicle.paint = shade(vehicle.paint, -0.4);
    return vehicle;
}

/// A door or a shop window with its awning.
void drawShopfront(Canvas& canvas, const QRectF& area, bool night)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor frame = hsl(dice.between(0, 360), 0.3, dice.between(0.2, 0.5));
    fill(painter, area, frame);
    const QColor pane = night ? hsl(44, 0.8, 0.66) : hsl(205, 0.22, 0.62);
    const QRectF glass = area.adjusted(4, 16, -4, -10);
    fill(painter, glass,
         between(glass.topLeft(), glass.bottomRight(), shade(pane, 0.4), shade(pane, -0.45)));
    const QColor cloth = hsl(dice.between(0, 360), 0.6, 0.5);
    const double width = area.width() / 8;
    for (int k = 0; k < 8; ++k)
        fill(painter,
             polygon({{area.left() + k * width, area.top() + 3},
                      {area.left() + (k + 1) * width, area.top() + 3},
                      {area.left() + (k + 1) * width * 1.04, area.top() + 19},
                      {area.left() + k * width * 1.04, area.top() + 19}}),
             k % 2 == 0 ? cloth : shade(cloth, 0.75));
}

void drawWindowRow(Canvas& canvas, const QRectF& wall, double y, bool night)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor trim = hsl(40, 0.15, night ? 0.45 : 0.92);
    for (const double x : steps(wall.left() + 9, wall.right() - 17, 27)) {
        const QRectF window(x, y, 17, 27);
        const QColor pane = night ? (dice.chance(0.5) ? hsl(44, 0.85, 0.68) : hsl(225, 0.3, 0.16))
                                  : hsl(208, 0.25, dice.between(0.35, 0.6));
        fill(painter, window.adjusted(-1.5, -1.5, 1.5, 2.5), trim);
        fill(painter, window,
             between(window.topLeft(), window.bottomRight(), shade(pane, 0.3), shade(pane, -0.25)));
        fill(painter, QRectF(x + 8, y, 1, 27), trim);
        if (dice.chance(0.3))
            fillRounded(painter, {x - 2, y + 25, 21, 5}, 2, hsl(dice.between(80, 150), 0.5, 0.32));
    }
}

/// Houses wall to wall, painted in any colour.
void drawHouses(Canvas& canvas, double base, const Hour& hour)
{
    auto& dice = canvas.dice;
    const double hue = dice.between(0, 360);
    const double spread = dice.pick({12.0, 40.0, 180.0});
    for (double x = dice.between(-50, 0); x < kScene;) {
        const QRectF wall(x, base - dice.between(96, 190), dice.between(64, 120), 0);
        QColor paint =
            hsl(dice.around(hue, spread), dice.between(0.12, 0.6), dice.between(0.3, 0.8));
        if (hour.night)
            paint = mix(shade(paint, -0.6), hour.weather.haze, 0.2);
        const QRectF house(wall.left(), wall.top(), wall.width(), base - wall.top());
        fill(canvas.painter, house, down(house, {shade(paint, 0.08), shade(paint, -0.14)}));
        fill(canvas.painter, QRectF(x - 2, house.top() - 5, house.width() + 4, 6),
             shade(paint, -0.4));
        for (const double y : steps(house.top() + 12, base - 66, 40))
            drawWindowRow(canvas, house, y, hour.night);
        drawShopfront(canvas, {x + 8, base - 52, house.width() - 16, 52}, hour.night);
        x += house.width();
    }
}

void drawParkBehind(Canvas& canvas, double base, const Hour& hour)
{
    auto& dice = canvas.dice;
    const double hue = dice.pick({100.0, 130.0, 75.0, 30.0, 12.0, 340.0});
    QColor leaves = hsl(hue, dice.between(0.25, 0.55), dice.between(0.25, 0.55));
    if (hour.night)
        leaves = shade(leaves, -0.6);
    fill(canvas.painter, ridgePath(dice, {.base = base - 46, .height = 14, .roughness = 0.5}),
         mix(leaves, hour.weather.haze, 0.55));
    fill(canvas.painter, QRectF(0, base - 24, kScene, 40), shade(leaves, 0.12));
    for (double x = dice.between(-10, 20); x < kScene;) {
        drawTree(canvas, {x, base - 2}, dice.between(80, 150), leaves);
        x += dice.between(30, 70);
    }
}

void drawOpenLand(Canvas& canvas, double base, const Hour& hour)
{
    auto& dice = canvas.dice;
    const QColor land = hsl(dice.pick({36.0, 20.0, 90.0, 205.0, 50.0}), dice.between(0.12, 0.5),
                            hour.night ? 0.14 : dice.between(0.4, 0.82));
    drawClouds(canvas, {0, 10, kScene, 60}, dice.count(0, 3), hour.weather.light,
               hour.weather.haze);
    for (int layer = 0; layer < 3; ++layer)
        fill(canvas.painter,
             ridgePath(
                 dice,
                 {.base = base - 50 + layer * 18.0, .height = 26.0 - layer * 8, .roughness = 0.5}),
             mix(hour.weather.haze, land, 0.35 + layer * 0.3));
}

void drawSideRoad(Canvas& canvas, double kerb, const Hour& hour)
{
    auto& painter = canvas.painter;
    const QColor tar = asphalt(canvas.dice, hour);
    fill(painter, QRectF(0, kerb, kScene, 9), shade(tar, 0.45));
    fill(painter, QRectF(0, kerb + 9, kScene, 3), shade(tar, -0.35));
    const QRectF road(0, kerb + 12, kScene, kScene - kerb);
    fill(painter, road, down(road, {shade(tar, 0.06), shade(tar, -0.25)}));
    const double lane = kerb + 12 + road.height() * 0.52;
    const double phase = canvas.dice.between(0, 44);
    for (const double x : steps(-phase, kScene, 44))
        fill(painter, polygon({{x, lane}, {x + 24, lane}, {x + 22, lane + 4}, {x - 3, lane + 4}}),
             hsl(48, 0.4, hour.night ? 0.55 : 0.9));
}

void drawStreetSide(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto hour = pickHour(dice);
    const double kerb = dice.between(150, 186);
    drawSky(canvas, hour.weather, kerb);
    switch (dice.count(0, 4)) {
    case 0:
        drawParkBehind(canvas, kerb, hour);
        break;
    case 1:
        drawOpenLand(canvas, kerb, hour);
        break;
    default:
        drawHouses(canvas, kerb, hour);
    }
    drawSideRoad(canvas, kerb, hour);
    for (int k = canvas.number(0, 5); k > 0; --k) { // parked along the kerb
        auto parked = pickOnRoad(dice, hour.night);
        parked.lamps = false;
        parked.road = {dice.between(0, kScene), kerb + 14 + dice.between(0, 5)};
        parked.length = canvas.scale(50, 84);
        drawFromSide(canvas, parked);
    }
    auto hero = pickOnRoad(dice, hour.night);
    hero.length = canvas.scale(84, 218);
    hero.road = {canvas.across(92), std::min(kerb + 34 + hero.length * 0.16, 244.0)};
    const bool turned = dice.chance(0.5);
    canvas.painter.save();
    if (turned) {
        canvas.painter.translate(kScene, 0);
        canvas.painter.scale(-1, 1);
    }
    drawFromSide(canvas, hero);
    canvas.painter.restore();
}

void drawLampPost(QPainter& painter, QPointF foot, double height, bool left, bool lit)
{
    const QColor steel(58, 62, 70);
    const QPointF lamp = foot + QPointF(left ? height * 0.3 : -height * 0.3, -height);
    QPainterPath post(foot);
    post.lineTo(foot - QPointF(0, height * 0.8));
    post.quadTo(foot - QPointF(0, height), lamp);
    stroke(painter, post, steel, height * 0.025 + 0.4);
    if (lit)
        glow(painter, lamp, height * 0.35 + 4, QColor(255, 226, 150, 230));
}

/// A road that runs straight away from the viewer.
struct LongRoad {
    QPointF vanishing;
    double reach = 250; ///< from its middle to its side where it leaves the frame

    /// lane in [-1, 1] from the left edge to the right one, depth in [0, 1] from far to near.
    QPointF at(double lane, double depth) const
    {
        return {vanishing.x() + (kScene / 2 + lane * reach - vanishing.x()) * depth,
                vanishing.y() + depth * (kScene - vanishing.y())};
    }
};

void drawLongRoad(Canvas& canvas, const LongRoad& road, const Hour& hour)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double horizon = road.vanishing.y();
    drawSky(canvas, hour.weather, horizon);
    const QColor land = hsl(dice.pick({100.0, 40.0, 25.0, 210.0, 140.0}), dice.between(0.1, 0.45),
                            hour.night ? 0.15 : dice.between(0.35, 0.75));
    const QColor far = mix(hour.weather.haze, land, 0.5);
    if (dice.chance(0.5))
        fill(painter, skylinePath(dice, horizon + 6, dice.between(40, 90)),
             mix(hour.weather.haze, shade(hour.weather.top, -0.4), 0.5));
    fill(painter, ridgePath(dice, {.base = horizon, .height = 10, .roughness = 0.4}), far);
    const QRectF ground(0, horizon, kScene, kScene - horizon);
    fill(painter, ground, down(ground, {far, land}));
    const QColor tar = asphalt(dice, hour);
    fill(painter, polygon({road.vanishing, road.at(1, 1.02), road.at(-1, 1.02)}),
         down(ground, {mix(tar, hour.weather.haze, 0.6), tar}));
    const QColor line = hsl(48, 0.3, hour.night ? 0.6 : 0.92);
    double depth = 0.06;
    for (int k = 0; k < 10; ++k, depth *= 1.35)
        for (const double lane : {-0.36, 0.36})
            fill(
                painter,
                polygon({road.at(lane - 0.012, depth), road.at(lane + 0.012, depth),
                         road.at(lane + 0.012, depth * 1.16), road.at(lane - 0.012, depth * 1.16)}),
                line);
    for (const double lamp : {0.12, 0.2, 0.35, 0.6})
        for (const double side : {-1.06, 1.06})
            drawLampPost(painter, road.at(side, lamp), 190 * lamp, side < 0, hour.night);
}

/// A queue seen from behind.
void drawQueue(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto hour = pickHour(dice);
    const LongRoad road{
        {kScene / 2 + (canvas.across(70) - kScene / 2) * 0.6, dice.between(92, 136)}};
    drawLongRoad(canvas, road, hour);
    constexpr double kWidth = 118; // of a car that is as near as can be
    const int cars = canvas.number(1, 13);
    for (int k = 0; k < cars; ++k) {
        const double depth = 0.1 + 0.55 * std::pow((k + 0.5) / cars, 1.5);
        auto car = pickOnRoad(dice, hour.night);
        car.road = road.at(dice.pick({-0.7, 0.0, 0.7}), depth);
        car.length = kWidth * depth;
        car.lamps = hour.night || dice.chance(0.3);
        drawFromBehind(canvas, car);
    }
    auto hero = pickOnRoad(dice, hour.night);
    hero.length = canvas.scale(52, 128);
    hero.road =
        road.at((canvas.across(100) - kScene / 2) / 145, std::min(hero.length / kWidth, 0.93));
    hero.lamps = hour.night || dice.chance(0.4);
    drawFromBehind(canvas, hero);
}

void drawRoadsideTrees(Canvas& canvas, const QRectF& road, bool night)
{
    auto& dice = canvas.dice;
    for (int k = canvas.number(2, 14); k > 0; --k) {
        const double away = dice.between(16, 90);
        const QPointF crown{dice.chance(0.5) ? road.left() - away : road.right() + away,
                            dice.between(-40, 300)};
        const double size = dice.between(9, 22);
        glow(canvas.painter, crown + QPointF(5, 6), size * 1.5, QColor(0, 0, 0, 150));
        const QColor leaves = hsl(dice.around(110, 35), 0.4, night ? 0.1 : 0.34);
        fill(canvas.painter, blob(dice, crown, {size, size}, 0.2),
             radial(crown - QPointF(4, 5), size * 1.3, shade(leaves, 0.3), shade(leaves, -0.3)));
    }
}

void drawLane(Canvas& canvas, const QRectF& lane, bool night)
{
    auto& dice = canvas.dice;
    const double gap = lane.width() * 2.4 * (2.6 - canvas.number(0, 10) * 0.16);
    for (double y = lane.top() + dice.between(0, gap); y < lane.bottom();) {
        auto car = pickOnRoad(dice, night);
        car.length = lane.width() * 1.5;
        car.road = {lane.center().x() + dice.around(0, 2), y};
        drawFromAbove(canvas, car);
        y += gap * dice.between(0.85, 1.5);
    }
}

/// Lanes and what drives on them from a drone.
void drawLanes(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const bool night = dice.chance(0.25);
    const double width = canvas.scale(26, 70);
    const double middle = canvas.across(60);
    painter.save();
    painter.translate(kScene / 2, kScene / 2);
    painter.rotate(dice.pick({0.0, 90.0, 30.0, -25.0, 60.0}));
    painter.translate(-kScene / 2, -kScene / 2);
    const QColor land = hsl(dice.pick({100.0, 85.0, 40.0, 28.0, 200.0, 150.0}),
                            dice.between(0.1, 0.5), dice.between(0.25, 0.8));
    drawSurface(canvas, {Surface::Kind::Grain, night ? shade(land, -0.7) : land, 40},
                {-70, -70, 400, 400});
    const int lanes = canvas.traits.closeness < 0 ? 4 : 2;
    const QRectF road(middle - width * lanes / 2.0, -70, width * lanes, 400);
    const QColor tar = hsl(dice.between(0, 360), 0.06, night ? 0.14 : dice.between(0.25, 0.58));
    drawSurface(canvas, {Surface::Kind::Grain, tar, 16}, road);
    const QColor line = hsl(48, 0.5, night ? 0.5 : 0.92);
    for (int lane = 0; lane <= lanes; ++lane) {
        const bool edge = lane == 0 || lane == lanes;
        for (const double y : steps(road.top(), road.bottom(), edge ? 400 : 34))
            fill(painter, QRectF(road.left() + lane * width - 1, y, 2, edge ? 400 : 17), line);
    }
    for (int lane = 0; lane < lanes; ++lane)
        drawLane(canvas, {road.left() + lane * width, road.top(), width, road.height()}, night);
    drawRoadsideTrees(canvas, road, night);
    painter.restore();
}

} // namespace

void drawTraffic(Canvas& canvas)
{
    switch (canvas.dice.count(0, 5)) {
    case 0:
        return drawLanes(canvas);
    case 1:
    case 2:
        return drawQueue(canvas);
    default:
        drawStreetSide(canvas);
    }
}

} // namespace samples
