#include "data/street/lettering.h"
#include "data/street/relief.h"
#include "data/street/scenes.h"
#include "data/street/surface.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {

namespace {

struct MapInk {
    QColor land;
    QColor block; ///< built-up land
    QColor road;
    QColor major;
    QColor water;
    QColor park;
    QColor ink;
    QColor route;
};

MapInk pickMapInk(Dice& dice)
{
    const double hue = dice.between(0, 360);
    const QColor route = hsl(dice.pick({215.0, 350.0, 280.0, 150.0, 25.0}), 0.8, 0.52);
    switch (dice.count(0, 4)) {
    case 0: // as most of them are
        return {hsl(44, 0.25, 0.93), hsl(40, 0.2, 0.86),  QColor(255, 255, 255), hsl(42, 0.9, 0.68),
                hsl(204, 0.6, 0.76), hsl(105, 0.4, 0.76), hsl(220, 0.1, 0.3),    route};
    case 1:
    case 2: // by night, in any hue
        return {hsl(hue, dice.between(0.1, 0.5), dice.between(0.1, 0.2)),
                hsl(hue, 0.3, 0.24),
                hsl(hue, 0.25, 0.36),
                hsl(hue + 40, 0.45, 0.5),
                hsl(hue + dice.around(0, 80), 0.55, dice.between(0.08, 0.34)),
                hsl(hue + 60, 0.3, 0.22),
                hsl(hue, 0.2, 0.85),
                shade(route, 0.25)};
    case 3: // a poster in two tints
        return {hsl(hue, dice.between(0.4, 0.75), dice.between(0.4, 0.62)),
                hsl(hue, 0.5, 0.5),
                hsl(50, 0.5, 0.95),
                hsl(50, 0.6, 0.97),
                hsl(hue + dice.pick({0.0, 180.0, 40.0}), 0.5, 0.32),
                hsl(hue + 30, 0.45, 0.58),
                hsl(50, 0.4, 0.97),
                shade(route, -0.2)};
    default: // pastel
        return {hsl(hue, 0.4, 0.88),
                hsl(hue + 20, 0.35, 0.8),
                hsl(hue, 0.3, 0.97),
                hsl(hue + 180, 0.55, 0.72),
                hsl(hue + dice.around(180, 60), 0.5, 0.7),
                hsl(hue + 80, 0.4, 0.74),
                hsl(hue, 0.3, 0.28),
                route};
    }
}

void drawPin(QPainter& painter, QPointF tip, double size, const QColor& colour)
{
    glow(painter, tip, {size * 0.8, size * 0.3}, QColor(0, 0, 0, 170));
    QPainterPath pin(tip);
    pin.cubicTo(tip + QPointF(-size * 0.2, -size * 0.7), tip + QPointF(-size * 0.75, -size * 0.8),
                tip + QPointF(-size * 0.72, -size * 1.4));
    pin.cubicTo(tip + QPointF(-size * 0.68, -size * 2.25), tip + QPointF(size * 0.68, -size * 2.25),
                tip + QPointF(size * 0.72, -size * 1.4));
    pin.cubicTo(tip + QPointF(size * 0.75, -size * 0.8), tip + QPointF(size * 0.2, -size * 0.7),
                tip);
    fill(painter, pin,
         between(tip - QPointF(size, size * 2), tip, shade(colour, 0.3), shade(colour, -0.15)));
    fillEllipse(painter, tip - QPointF(0, size * 1.36), {size * 0.3, size * 0.3}, Qt::white);
}

void drawPlaceName(Canvas& canvas, QPointF at, const QColor& ink, double size)
{
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    static constexpr const char* kNames[] = {"Old Town",  "Harbour",  "North Gate", "Museum",
                                             "Mill Road", "Station",  "Hillside",   "Market",
                                             "Park Row",  "West End", "Lakeview",   "Airport"};
    canvas.painter.setPen(ink);
    drawText(canvas.painter, {at.x() - 60, at.y() - 12, 120, 24},
             {QString::fromLatin1(canvas.dice.pick(kNames)), Face::Sans,
              std::max(6, static_cast<int>(size)), true});
}

/// A lens-shaped line of water or road across the whole frame.
QPainterPath meander(Dice& dice, double swing)
{
    std::vector<QPointF> points;
    double y = dice.between(20, 236);
    for (const double x : steps(-90, kScene + 90, 48)) {
        points.emplace_back(x, y);
        y += dice.around(0, swing);
    }
    return smoothPath(points, false);
}

void drawLines(QPainter& painter, const QList<QLineF>& lines, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width));
    painter.drawLines(lines);
}

void drawBlocks(Canvas& canvas, const MapInk& ink, double gap)
{
    auto& dice = canvas.dice;
    const double built = 0.1 + 0.07 * canvas.number(0, 10);
    for (const double y : steps(-90, 346, gap))
        for (const double x : steps(-90, 346, gap)) {
            const QRectF block(x, y, gap, gap);
            if (dice.chance(0.07))
                fill(canvas.painter, block, ink.park);
            else if (dice.chance(built))
                fill(canvas.painter,
                     block.adjusted(gap * 0.18, gap * 0.18, -gap * dice.between(0.18, 0.5),
                                    -gap * dice.between(0.18, 0.5)),
                     ink.block);
        }
}

void drawRoads(Canvas& canvas, const MapInk& ink, double gap)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    QList<QLineF> minor;
    const double kept = 0.5 + 0.05 * canvas.number(0, 10);
    for (const double at : steps(-90, 346, gap)) {
        const double end = dice.chance(0.3) ? dice.between(40, 220) : 350;
        if (dice.chance(kept))
            minor.emplace_back(-90, at, end, at);
        if (dice.chance(kept))
            minor.emplace_back(at, dice.chance(0.3) ? dice.between(40, 220) : -90, at, 350);
    }
    const double width = gap * 0.13 + 0.8;
    drawLines(painter, minor, mix(ink.land, shade(ink.road, -0.5), 0.35), width + 1.2);
    drawLines(painter, minor, ink.road, width);
    for (int k = canvas.number(1, 4); k > 0; --k) {
        const auto avenue = meander(dice, 70);
        stroke(painter, avenue, shade(ink.major, -0.25), width * 2 + 1.6);
        stroke(painter, avenue, ink.major, width * 2);
    }
}

void drawRoute(Canvas& canvas, QPointF goal, double gap, const QColor& colour)
{
    auto& dice = canvas.dice;
    QPainterPath route(goal);
    QPointF at = goal;
    const bool left = goal.x() > kScene / 2;
    for (int k = dice.count(3, 6); k > 0; --k) {
        at += k % 2 == 0 ? QPointF(gap * dice.count(1, 2) * (left ? -1 : 1), 0)
                         : QPointF(0, gap * dice.count(1, 2) * (dice.chance(0.7) ? 1 : -1));
        route.lineTo(at);
    }
    stroke(canvas.painter, route, shade(colour, -0.3), gap * 0.12 + 4);
    stroke(canvas.painter, route, colour, gap * 0.12 + 2.4);
    fillEllipse(canvas.painter, at, {5, 5}, Qt::white);
    fillEllipse(canvas.painter, at, {3.2, 3.2}, colour);
}

void drawCityMap(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto ink = pickMapInk(dice);
    const double gap = canvas.scale(15, 52);
    fill(painter, Canvas::frame(), ink.land);
    painter.save();
    painter.translate(kScene / 2, kScene / 2);
    painter.rotate(dice.between(0, 90));
    painter.translate(-kScene / 2, -kScene / 2);
    for (int k = dice.count(0, 2); k > 0; --k)
        fill(painter,
             blob(dice, {dice.between(0, kScene), dice.between(0, kScene)},
                  {gap * dice.between(1, 2.2), gap * dice.between(1, 2.2)}, 0.2),
             ink.park);
    drawBlocks(canvas, ink, gap);
    if (dice.chance(0.7))
        stroke(painter, meander(dice, 60), ink.water, gap * dice.between(0.5, 1.6));
    if (dice.chance(0.3)) // the sea or a lake
        fill(painter,
             blob(dice, {dice.pick({-20.0, 276.0}), dice.between(0, kScene)},
                  {dice.between(70, 130), dice.between(80, 180)}, 0.14),
             ink.water);
    drawRoads(canvas, ink, gap);
    painter.restore();
    const QPointF goal{canvas.across(92), dice.between(80, 180)};
    if (dice.chance(0.65))
        drawRoute(canvas, goal, gap, ink.route);
    for (int k = canvas.number(0, 6); k > 0; --k)
        drawPlaceName(canvas, {dice.between(30, 226), dice.between(16, 240)}, ink.ink,
                      canvas.scale(8, 14));
    for (int k = canvas.number(0, 5); k > 0; --k)
        drawPin(painter, {dice.between(16, 240), dice.between(40, 246)}, canvas.scale(4, 9),
                hsl(dice.between(0, 360), 0.7, 0.5));
    drawPin(painter, goal, canvas.scale(9, 22), ink.route);
}

void drawHikingMap(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const Relief relief(dice, canvas.scale(2.6, 0.9));
    const double hue = dice.pick({95.0, 60.0, 30.0, 150.0, 200.0, 280.0, 10.0});
    const bool dark = dice.chance(0.3);
    const double low = dark ? dice.between(0.12, 0.25) : dice.between(0.5, 0.75);
    const Relief::Tints tints{
        hsl(hue, dice.between(0.2, 0.5), low),
        hsl(hue + dice.pick({-50.0, 0.0, 40.0}), 0.3, dark ? low + 0.2 : 0.88),
        hsl(210, 0.5, dark ? 0.2 : 0.5),
        hsl(205, 0.5, dark ? 0.32 : 0.72),
        dice.pick({-2.0, -0.45, -0.3}),
        dice.between(0.1, 0.9)};
    painter.drawImage(Canvas::frame(), relief.tinted(tints));
    const QColor line = dark ? shade(tints.high, 0.35) : shade(tints.low, -0.5);
    const int levels = canvas.number(5, 14);
    for (int k = 0; k < levels; ++k)
        drawLines(painter, relief.contour(-0.9 + 1.8 * k / levels), withAlpha(line, 0.75),
                  k % 4 == 0 ? 1.4 : 0.7);
    for (int k = 0; k < 2; ++k) {
        const auto trail = meander(dice, 50);
        painter.strokePath(trail, QPen(QColor(255, 255, 255, 160), 3.6));
        painter.strokePath(trail, QPen(hsl(k == 0 ? 352 : 25, 0.8, 0.5), 2, Qt::DashLine));
    }
    for (int k = canvas.number(0, 6); k > 0; --k) {
        const QPointF top{dice.between(16, 240), dice.between(20, 230)};
        fill(painter, polygon({top + QPointF(-4, 3), top + QPointF(0, -5), top + QPointF(4, 3)}),
             line);
        painter.setPen(line);
        drawText(painter, {top.x() - 20, top.y() + 2, 40, 12},
                 {QString::number(dice.count(640, 3980)), Face::Sans, 8, true});
    }
    drawPin(painter, {canvas.across(92), dice.between(70, 190)}, canvas.scale(9, 22),
            hsl(dice.pick({0.0, 215.0, 45.0, 300.0}), 0.75, 0.5));
}

void drawRose(QPainter& painter, QPointF at, double size, const QColor& ink)
{
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, size * 0.7, size * 0.7);
    for (int k = 0; k < 8; ++k) {
        const double turn = k * std::numbers::pi / 4;
        const QPointF tip = QPointF(std::cos(turn), std::sin(turn)) * size * (k % 2 == 0 ? 1 : 0.6);
        const QPointF side = QPointF(-std::sin(turn), std::cos(turn)) * size * 0.13;
        fill(painter, polygon({at + side, at + tip, at}), ink);
        fill(painter, polygon({at - side, at + tip, at}), withAlpha(ink, 0.35));
    }
}

/// Coasts with lines of water around them, hills drawn from the side, and a treasure.
void drawOldMap(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double hue = dice.chance(0.6) ? dice.around(40, 8) : dice.between(0, 360);
    const bool dark = dice.chance(0.25);
    const double light = dark ? 0.2 : dice.between(0.66, 0.86);
    const QColor paper = hsl(hue, dice.between(0.2, 0.55), light);
    const QColor ink = dark ? hsl(hue, 0.4, 0.8) : hsl(dice.pick({24.0, 220.0, 0.0}), 0.45, 0.22);
    const QColor sea =
        mix(paper, hsl(dice.pick({200.0, 180.0, 40.0, 230.0}), 0.45, dark ? 0.25 : 0.5),
            dice.between(0.1, 0.75));
    const Relief relief(dice, canvas.scale(2, 0.8));
    painter.drawImage(Canvas::frame(),
                      relief.tinted({paper, shade(paper, 0.25), sea, sea, 0, 0.12}));
    for (int k = 1; k < 4; ++k)
        drawLines(painter, relief.contour(-0.09 * k), withAlpha(ink, 0.5 - 0.12 * k), 0.8);
    drawLines(painter, relief.contour(0), ink, 1.6);
    const double size = canvas.scale(6, 17);
    for (int k = canvas.number(2, 22); k > 0; --k) {
        const QPointF foot{dice.between(10, 246), dice.between(16, 246)};
        fill(painter, polygon({foot, foot + QPointF(size * 0.5, -size), foot + QPointF(size, 0)}),
             paper);
        fill(painter,
             polygon({foot + QPointF(size * 0.5, -size), foot + QPointF(size, 0),
                      foot + QPointF(size * 0.6, 0)}),
             withAlpha(ink, 0.55));
        stroke(painter, foot, foot + QPointF(size * 0.5, -size), ink, 1);
        stroke(painter, foot + QPointF(size * 0.5, -size), foot + QPointF(size, 0), ink, 1);
    }
    for (int k = 0; k < 5; ++k) // stains
        glow(painter, {dice.between(0, kScene), dice.between(0, kScene)}, dice.between(30, 90),
             withAlpha(hsl(28, 0.5, 0.3), 0.2));
    drawRose(painter, {dice.pick({46.0, 210.0}), dice.pick({44.0, 212.0})}, canvas.scale(20, 38),
             ink);
    const QPointF goal{canvas.across(88), dice.between(80, 180)};
    const double arm = canvas.scale(7, 15);
    const QColor red = hsl(4, 0.75, dark ? 0.6 : 0.42);
    painter.strokePath(meander(dice, 60), QPen(red, 2.2, Qt::DashLine));
    stroke(painter, goal - QPointF(arm, arm), goal + QPointF(arm, arm), red, arm * 0.36);
    stroke(painter, goal - QPointF(arm, -arm), goal + QPointF(arm, -arm), red, arm * 0.36);
    painter.setPen(QPen(ink, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(Canvas::frame().adjusted(7, 7, -7, -7));
}

struct Track {
    int heading; ///< in eighths of a turn
    double step; ///< from stop to stop
    double width;
    QColor colour;
};

void drawTrack(Canvas& canvas, QPointF hub, Track track)
{
    auto& dice = canvas.dice;
    QPainterPath line(hub);
    std::vector<QPointF> stops{hub};
    for (int leg = 0; leg < 9; ++leg) {
        const double angle = track.heading * std::numbers::pi / 4;
        stops.push_back(stops.back()
                        + QPointF(std::round(std::cos(angle)), std::round(std::sin(angle)))
                              * track.step);
        line.lineTo(stops.back());
        if (dice.chance(0.35))
            track.heading += dice.chance(0.5) ? 1 : -1;
    }
    stroke(canvas.painter, line, track.colour, track.width);
    for (const auto& stop : stops)
        fillEllipse(canvas.painter, stop, {track.width * 0.38, track.width * 0.38}, Qt::white);
}

/// Lines of a tram or an underground, bent by eighths of a turn.
void drawLineMap(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto ground = pickMapInk(dice);
    fill(painter, Canvas::frame(), ground.land);
    stroke(painter, meander(dice, 60), withAlpha(ground.water, 0.7), dice.between(16, 40));
    const double step = canvas.scale(22, 46);
    const double width = canvas.scale(4, 11);
    const QPointF hub{canvas.across(80), dice.between(96, 160)};
    const double hue = dice.between(0, 360);
    const int lines = canvas.number(2, 8);
    for (int k = 0; k < lines; ++k)
        for (const int heading : {0, 4})
            drawTrack(canvas, hub,
                      {heading + dice.count(0, 3), step, width,
                       hsl(hue + k * 360.0 / lines, 0.75, 0.52)});
    fillEllipse(painter, hub, {width * 1.3, width * 1.3}, QColor(20, 20, 26));
    fillEllipse(painter, hub, {width * 0.9, width * 0.9}, Qt::white);
    for (int k = canvas.number(1, 8); k > 0; --k)
        drawPlaceName(canvas, {dice.between(36, 220), dice.between(14, 244)}, ground.ink,
                      canvas.scale(8, 13));
}

/// The creases of a map that was carried in a pocket.
void drawFolds(Canvas& canvas)
{
    auto& painter = canvas.painter;
    const double phase = canvas.dice.between(20, 80);
    for (const double x : steps(phase, kScene, 84)) {
        fill(painter, QRectF(x, 0, 26, kScene),
             between({x, 0}, {x + 26, 0}, QColor(0, 0, 0, 70), QColor(0, 0, 0, 0)));
        fill(painter, QRectF(x - 20, 0, 20, kScene),
             between({x - 20, 0}, {x, 0}, QColor(255, 255, 255, 0), QColor(255, 255, 255, 80)));
    }
    const double y = canvas.dice.between(90, 166);
    fill(painter, QRectF(0, y, kScene, 24),
         down({0, y, 1, 24}, {QColor(0, 0, 0, 60), QColor(0, 0, 0, 0)}));
}

} // namespace

void drawMap(Canvas& canvas)
{
    auto& dice = canvas.dice;
    switch (dice.count(0, 5)) {
    case 0:
        drawHikingMap(canvas);
        break;
    case 1:
        drawOldMap(canvas);
        break;
    case 2:
        drawLineMap(canvas);
        break;
    default:
        drawCityMap(canvas);
    }
    if (!dice.chance(0.35))
        return;
    drawFolds(canvas);
    drawWindowLight(canvas);
}

} // namespace samples
