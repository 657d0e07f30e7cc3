#include "data/street/vehicle.h"

#include <algorithm>

namespace samples {

namespace {

using Body = Vehicle::Body;

/// The outline of a body, from -50 to 50 along x and up from y = 0 to about -40.
QPainterPath bodyPath(Body body)
{
    QPainterPath path(QPointF(-49, -8));
    switch (body) {
    case Body::Saloon:
        path.cubicTo(-50, -20, -47, -21, -36, -22);
        path.cubicTo(-26, -35, -22, -35, -6, -35);
        path.cubicTo(8, -35, 14, -30, 22, -22);
        path.cubicTo(38, -20, 50, -20, 50, -8);
        break;
    case Body::Hatchback:
        path.cubicTo(-50, -22, -49, -24, -46, -26);
        path.cubicTo(-40, -40, -36, -40, -14, -40);
        path.cubicTo(6, -40, 14, -32, 22, -24);
        path.cubicTo(40, -22, 50, -20, 50, -8);
        break;
    case Body::Van:
        path.cubicTo(-50, -46, -50, -49, -44, -49);
        path.lineTo(18, -49);
        path.cubicTo(30, -48, 34, -34, 39, -27);
        path.cubicTo(48, -24, 50, -20, 50, -8);
        break;
    case Body::Bus:
        path.cubicTo(-50, -40, -50, -43, -46, -43);
        path.lineTo(44, -43);
        path.cubicTo(50, -43, 50, -34, 50, -8);
        break;
    case Body::Pickup:
        path.lineTo(-49, -22);
        path.lineTo(-10, -22);
        path.cubicTo(-8, -38, -6, -39, 2, -39);
        path.cubicTo(16, -39, 18, -32, 24, -24);
        path.cubicTo(42, -22, 50, -20, 50, -8);
        break;
    case Body::Classic:
        path.cubicTo(-54, -22, -44, -26, -36, -26);
        path.cubicTo(-28, -44, 8, -46, 18, -26);
        path.cubicTo(34, -27, 52, -24, 50, -8);
        break;
    }
    path.closeSubpath();
    return path;
}

std::vector<QRectF> windowsOf(Body body)
{
    switch (body) {
    case Body::Van:
        return {{2, -44, 26, 15}};
    case Body::Bus:
        return {{-45, -38, 15, 14}, {-28, -38, 15, 14}, {-11, -38, 15, 14},
                {6, -38, 15, 14},   {23, -38, 12, 26},  {37, -38, 10, 18}};
    case Body::Pickup:
        return {{-5, -36, 22, 12}};
    default:
        return {{-30, -40, 22, 17}, {-6, -40, 25, 17}};
    }
}

void drawWheel(QPainter& painter, QPointF at, double radius)
{
    fillEllipse(painter, at, {radius * 1.22, radius * 1.22}, QColor(12, 12, 16));
    fillEllipse(painter, at, {radius, radius}, QColor(30, 30, 34));
    fillEllipse(painter, at, {radius * 0.62, radius * 0.62},
                radial(at - QPointF(radius * 0.2, radius * 0.2), radius, QColor(225, 228, 232),
                       QColor(90, 94, 102)));
    fillEllipse(painter, at, {radius * 0.18, radius * 0.18}, QColor(50, 52, 58));
}

void drawGlass(QPainter& painter, const Vehicle& vehicle, const QPainterPath& body)
{
    // A smaller body cut by the windows' frames: so the glass follows the roof.
    QTransform inner;
    inner.translate(0, -3.2);
    inner.scale(0.9, vehicle.body == Body::Bus || vehicle.body == Body::Van ? 0.93 : 0.88);
    const auto cabin = inner.map(body);
    const QColor dark(32, 42, 56);
    const QColor bright = vehicle.lamps ? QColor(255, 226, 150) : QColor(170, 196, 214);
    for (const QRectF& frame : windowsOf(vehicle.body)) {
        QPainterPath pane;
        pane.addRect(frame);
        fill(painter, pane.intersected(cabin),
             between(frame.topLeft(), frame.bottomRight(),
                     vehicle.lamps && vehicle.body == Body::Bus ? bright : mix(dark, bright, 0.75),
                     dark));
    }
}

void drawTrim(QPainter& painter, const Vehicle& vehicle)
{
    const QColor dark = withAlpha(shade(vehicle.paint, -0.6), 0.7);
    fill(painter, QRectF(-48, -8.5, 97, 2.6), shade(vehicle.paint, -0.55));
    if (vehicle.body != Body::Bus)
        for (const double x : {-7.0, 20.0})
            stroke(painter, {x, -23}, {x - 0.5, -9}, dark, 0.7);
    if (vehicle.body == Body::Classic || vehicle.body == Body::Bus)
        fill(painter, QRectF(-48, -20, 97, 2.2), shade(vehicle.paint, 0.7));
    fillRounded(painter, {2, -19.5, 5, 1.5}, 0.7, dark);
    fillRounded(painter, {44, -19, 5, 5}, 2, QColor(255, 246, 214));
    fillRounded(painter, {-49, -19, 3.4, 6}, 1, QColor(206, 34, 40));
    if (!vehicle.lamps)
        return;
    glow(painter, {56, -15}, {34, 13}, QColor(255, 244, 200, 220));
    glow(painter, {-50, -16}, 12, QColor(255, 40, 40, 220));
}

} // namespace

Vehicle pickVehicle(Dice& dice)
{
    Vehicle vehicle;
    vehicle.body = dice.pick({Body::Saloon, Body::Saloon, Body::Hatchback, Body::Van, Body::Bus,
                              Body::Pickup, Body::Classic, Body::Classic});
    vehicle.paint =
        dice.chance(0.25)
            ? hsl(dice.between(0, 360), 0.06, dice.pick({0.15, 0.45, 0.7, 0.92}))
            : hsl(dice.between(0, 360), dice.between(0.3, 0.85), dice.between(0.28, 0.66));
    return vehicle;
}

void drawFromSide(Canvas& canvas, const Vehicle& vehicle)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(vehicle.road);
    painter.scale(vehicle.length / 100, vehicle.length / 100);
    glow(painter, {0, 0.5}, {62, 8}, QColor(0, 0, 0, 220));
    painter.translate(0, -1.5);
    const auto body = bodyPath(vehicle.body);
    const bool large = vehicle.body == Body::Bus || vehicle.body == Body::Van;
    fill(painter, QRectF(-44, -9, 88, 4), QColor(14, 14, 18));
    QLinearGradient coat(0, large ? -46 : -38, 0, -5);
    coat.setColorAt(0, shade(vehicle.paint, 0.5));
    coat.setColorAt(0.4, shade(vehicle.paint, 0.12));
    coat.setColorAt(0.55, vehicle.paint);
    coat.setColorAt(1, shade(vehicle.paint, -0.4));
    fill(painter, body, coat);
    drawGlass(painter, vehicle, body);
    stroke(painter, {-40, -21.5}, {44, -20}, withAlpha(Qt::white, 0.35), 0.9);
    drawTrim(painter, vehicle);
    const double radius = vehicle.body == Body::Classic ? 9.4 : 8.4;
    for (const double x : {-29.0, 30.0})
        drawWheel(painter, {x, -radius + 1.5}, radius);
    painter.restore();
}

void drawFromBehind(Canvas& canvas, const Vehicle& vehicle)
{
    auto& painter = canvas.painter;
    const bool tall = vehicle.body == Body::Bus || vehicle.body == Body::Van;
    const double top = tall ? -92 : -62;
    painter.save();
    painter.translate(vehicle.road);
    painter.scale(vehicle.length / 100, vehicle.length / 100);
    glow(painter, {0, 0}, {62, 13}, QColor(0, 0, 0, 230));
    for (const double x : {-40.0, 24.0})
        fillRounded(painter, {x, -18, 16, 18}, 4, QColor(16, 16, 20));
    fill(painter,
         smoothPath({{-44, -12},
                     {-47, -36},
                     {-36, top},
                     {0, top - 4},
                     {36, top},
                     {47, -36},
                     {44, -12},
                     {0, -9}},
                    true),
         down({0, top, 1, -top},
              {shade(vehicle.paint, 0.35), vehicle.paint, shade(vehicle.paint, -0.45)}));
    fill(painter, polygon({{-35, -40}, {-29, top + 4}, {29, top + 4}, {35, -40}}),
         between({-30, top}, {30, -36}, QColor(150, 176, 196), QColor(26, 34, 46)));
    fillRounded(painter, {-14, -26, 28, 9}, 1.5, QColor(240, 240, 236));
    fill(painter, QRectF(-45, -15, 90, 4), shade(vehicle.paint, -0.6));
    for (const double x : {-45.0, 31.0}) {
        fillRounded(painter, {x, -35, 14, 9}, 3, QColor(220, 30, 36));
        if (vehicle.lamps)
            glow(painter, {x + 7, -30}, 30, QColor(255, 40, 36, 235));
    }
    painter.restore();
}

void drawFromAbove(Canvas& canvas, const Vehicle& vehicle)
{
    auto& painter = canvas.painter;
    const bool tall = vehicle.body == Body::Bus || vehicle.body == Body::Van;
    const double half = tall ? 66 : 50;
    painter.save();
    painter.translate(vehicle.road);
    painter.scale(vehicle.length / 100, vehicle.length / 100);
    glow(painter, {7, 8}, {40, half * 1.25}, QColor(0, 0, 0, 210));
    const QRectF body(-23, -half, 46, half * 2);
    fillRounded(painter, body, tall ? 6 : 15,
                between(body.topLeft(), body.topRight(), shade(vehicle.paint, 0.25),
                        shade(vehicle.paint, -0.25)));
    const QColor glass(36, 46, 60);
    if (tall) {
        fillRounded(painter, {-20, -half + 4, 40, 9}, 3, glass);
        for (const double y : steps(-half + 26, half - 20, 30))
            fillRounded(painter, {-12, y, 24, 14}, 3, shade(vehicle.paint, 0.25));
    } else {
        fill(painter, polygon({{-19, -18}, {-17, -27}, {17, -27}, {19, -18}}), glass);
        fill(painter, polygon({{-18, 30}, {-16, 38}, {16, 38}, {18, 30}}), glass);
        for (const double x : {-20.5, 17.5})
            fillRounded(painter, {x, -14, 3, 42}, 1, glass);
        fillRounded(painter, {-16, -15, 32, 43}, 6, shade(vehicle.paint, 0.18));
    }
    if (vehicle.lamps)
        for (const double x : {-15.0, 15.0}) {
            glow(painter, {x, -half - 20}, {22, 34}, QColor(255, 244, 205, 150));
            glow(painter, {x, half}, 12, QColor(255, 40, 36, 220));
        }
    painter.restore();
}

} // namespace samples
