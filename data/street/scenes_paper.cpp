#include "data/street/lettering.h"
#include "data/street/scenery.h"
#include "data/street/scenes.h"
#include "data/street/surface.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace samples {

namespace {

// NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
constexpr const char* kShops[] = {"CORNER SHOP", "MARKET 24", "BAKERY",    "PHARMACY", "CAFE BLEU",
                                  "HARDWARE",    "BISTRO 9",  "BOOK NOOK", "GREENS",   "FUEL STOP"};
// NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
constexpr const char* kGoods[] = {"MILK",   "BREAD",  "APPLES", "SOAP",    "COFFEE", "BATTERY",
                                  "TOMATO", "PASTA",  "TEA",    "CHEESE",  "PAPER",  "CANDLE",
                                  "RICE",   "OLIVES", "BANANA", "YOGURT",  "SPONGE", "JAM",
                                  "NUTS",   "WATER",  "PEN",    "LENTILS", "HONEY",  "CEREAL"};

QString priceText(int cents)
{
    return QStringLiteral("%1.%2").arg(cents / 100).arg(cents % 100, 2, 10, QLatin1Char('0'));
}

/// Slips are drawn on a strip of this width in the painter's units, its top at 0.
constexpr double kSlip = 100;

QPainterPath slipPath(double length)
{
    constexpr double kTooth = 2.5;
    QPainterPath path(QPointF(-kSlip / 2, 0));
    for (const double x : steps(-kSlip / 2, kSlip / 2, kTooth * 2)) {
        path.lineTo(x + kTooth, -kTooth);
        path.lineTo(x + 2 * kTooth, 0);
    }
    path.lineTo(kSlip / 2, length);
    for (const double x : steps(-kSlip / 2, kSlip / 2, kTooth * 2)) {
        path.lineTo(-x - kTooth, length + kTooth);
        path.lineTo(-x - 2 * kTooth, length);
    }
    path.closeSubpath();
    return path;
}

void drawRule(QPainter& painter, double y, const QColor& ink)
{
    for (const double x : steps(-42, 42, 4.2))
        fill(painter, QRectF(x, y, 2.6, 0.9), ink);
}

void drawBarcode(Canvas& canvas, double y, const QColor& ink)
{
    for (double x = -30; x < 30;) {
        const double width = canvas.dice.between(0.6, 2.6);
        fill(canvas.painter, QRectF(x, y, width, 15), ink);
        x += width + canvas.dice.between(0.6, 2.2);
    }
}

void drawSlipText(Canvas& canvas, int items, const QColor& ink)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    painter.setPen(ink);
    const auto row = [&](double y, const QString& left, const QString& right, int size) {
        const QRectF line(-42, y, 84, size + 4);
        const int middle = Qt::AlignVCenter;
        drawText(painter, line, {left, Face::Mono, size, size > 7, middle | Qt::AlignLeft});
        drawText(painter, line, {right, Face::Mono, size, size > 7, middle | Qt::AlignRight});
    };
    drawText(painter, {-48, 5, 96, 14},
             {QString::fromLatin1(dice.pick(kShops)), Face::Mono, 12, true});
    drawText(painter, {-48, 18, 96, 9},
             {QStringLiteral("No %1  till %2").arg(dice.count(1000, 9999)).arg(dice.count(1, 9)),
              Face::Mono, 6});
    drawRule(painter, 30, ink);
    double y = 34;
    int sum = 0;
    for (int k = 0; k < items; ++k, y += 9) {
        const int cents = dice.count(45, 1890);
        row(y, QString::fromLatin1(dice.pick(kGoods)), priceText(cents), 7);
        sum += cents;
    }
    drawRule(painter, y + 3, ink);
    row(y + 6, QStringLiteral("TOTAL"), priceText(sum), 11);
    row(y + 22, QStringLiteral("CARD"), priceText(sum), 7);
    drawBarcode(canvas, y + 35, ink);
}

double slipLength(int items)
{
    return 94 + items * 9.0;
}

struct Slip {
    QPointF middle;
    double width = 100;
    double turn = 0; ///< degrees
    int items = 5;
    QColor paper;
};

void drawSlip(Canvas& canvas, const Slip& slip)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    const double length = slipLength(slip.items);
    painter.save();
    painter.translate(slip.middle);
    painter.rotate(slip.turn);
    painter.scale(slip.width / kSlip, slip.width / kSlip);
    painter.translate(0, -length / 2);
    const QRectF area(-kSlip / 2, 0, kSlip, length);
    drawShadow(painter, area.translated(3, 4), 12, 0.62);
    const auto shape = slipPath(length);
    fill(painter, shape,
         between(area.topLeft(), area.topRight(), shade(slip.paper, 0.1), shade(slip.paper, -0.1)));
    const QColor ink = hsl(dice.pick({230.0, 250.0, 210.0}), 0.25, dice.between(0.12, 0.36));
    drawSlipText(canvas, slip.items, ink);
    for (int k = dice.count(1, 3); k > 0; --k) { // creases
        const double y = length * dice.between(0.1, 0.9);
        fill(painter, QRectF(-kSlip / 2, y, kSlip, 9),
             down({0, y, 1, 9}, {QColor(0, 0, 0, 44), QColor(0, 0, 0, 0)}));
        fill(painter, QRectF(-kSlip / 2, y - 7, kSlip, 7),
             down({0, y - 7, 1, 7}, {QColor(255, 255, 255, 0), QColor(255, 255, 255, 120)}));
    }
    fill(painter, shape, // the ends curl up
         down(area, {QColor(0, 0, 0, 60), QColor(0, 0, 0, 0), QColor(0, 0, 0, 0),
                     QColor(0, 0, 0, 0), QColor(0, 0, 0, 60)}));
    if (dice.chance(0.25)) {
        painter.translate(dice.around(0, 14), length * 0.6);
        painter.rotate(dice.around(0, 24));
        const QColor stamp = hsl(dice.pick({355.0, 225.0, 150.0, 280.0}), 0.7, 0.45, 0.75);
        painter.setPen(QPen(stamp, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(-27, -11, 54, 22), 4, 4);
        drawText(painter, {-27, -11, 54, 22}, {QStringLiteral("PAID"), Face::Sans, 16, true});
    }
    painter.restore();
}

void drawCoin(Canvas& canvas, QPointF at, double size)
{
    const QColor metal = hsl(canvas.dice.pick({42.0, 22.0, 210.0}), 0.35, 0.56);
    glow(canvas.painter, at + QPointF(size * 0.25, size * 0.35), size * 1.5, QColor(0, 0, 0, 150));
    fillEllipse(canvas.painter, at, {size, size}, shade(metal, -0.35));
    fillEllipse(canvas.painter, at, {size * 0.93, size * 0.93},
                between(at - QPointF(size, size), at + QPointF(size, size), shade(metal, 0.55),
                        shade(metal, -0.3)));
    fillEllipse(canvas.painter, at, {size * 0.72, size * 0.72},
                between(at - QPointF(size, size), at + QPointF(size, size), shade(metal, -0.12),
                        shade(metal, 0.3)));
}

void drawPencil(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    const QColor colour = hsl(dice.between(0, 360), 0.7, dice.between(0.3, 0.6));
    painter.save();
    painter.translate(at);
    painter.rotate(dice.between(0, 360));
    const QRectF body(-size * 2.4, -size * 0.22, size * 4.2, size * 0.44);
    drawShadow(painter, body.translated(size * 0.1, size * 0.2), size * 0.5, 0.5);
    fill(painter, body, down(body, {shade(colour, 0.45), colour, shade(colour, -0.35)}));
    fill(painter, polygon({body.topRight(), {size * 2.6, 0}, body.bottomRight()}),
         hsl(36, 0.5, 0.75));
    fill(painter,
         polygon({{size * 2.35, -size * 0.07}, {size * 2.6, 0}, {size * 2.35, size * 0.07}}),
         hsl(0, 0, 0.15));
    fill(painter, QRectF(-size * 2.7, -size * 0.22, size * 0.35, size * 0.44), hsl(345, 0.5, 0.7));
    painter.restore();
}

/// A cup from above.
void drawCup(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    const QColor glaze = hsl(canvas.dice.between(0, 360), canvas.dice.between(0, 0.6), 0.8);
    glow(painter, at + QPointF(size * 0.6, size * 0.8), size * 2.3, QColor(0, 0, 0, 150));
    fillEllipse(painter, at, {size * 1.6, size * 1.6},
                between(at - QPointF(size, size), at + QPointF(size, size), shade(glaze, 0.5),
                        shade(glaze, -0.25)));
    fillEllipse(painter, at, {size * 1.05, size * 1.05}, shade(glaze, -0.2));
    fillEllipse(painter, at, {size, size}, shade(glaze, 0.4));
    fillEllipse(painter, at, {size * 0.86, size * 0.86},
                radial(at, size, hsl(24, 0.5, 0.36), hsl(20, 0.6, 0.12)));
}

void drawClutter(Canvas& canvas, int things, const QColor& paper)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < things; ++k) {
        const QPointF at{dice.between(0, kScene), dice.between(0, kScene)};
        switch (dice.count(0, 4)) {
        case 0:
            drawPencil(canvas, at, dice.between(12, 24));
            break;
        case 1:
            drawCup(canvas, at, dice.between(18, 30));
            break;
        case 2:
            drawSlip(canvas, {.middle = at,
                              .width = dice.between(40, 72),
                              .turn = dice.between(0, 360),
                              .items = dice.count(2, 3),
                              .paper = shade(paper, -0.06)});
            break;
        default:
            for (int coin = dice.count(1, 3); coin > 0; --coin)
                drawCoin(canvas, at + QPointF{dice.around(0, 20), dice.around(0, 20)},
                         dice.between(8, 13));
        }
    }
}

/// A thumb that holds the paper from the lower edge.
void drawThumb(Canvas& canvas, QPointF tip, double size)
{
    auto& painter = canvas.painter;
    const QColor skin = hsl(canvas.dice.around(22, 6), 0.42, canvas.dice.between(0.24, 0.76));
    painter.save();
    painter.translate(tip);
    painter.rotate((tip.x() - kScene / 2) * -0.2);
    const QRectF thumb(-size * 0.5, 0, size, size * 6);
    drawShadow(painter, thumb.translated(size * 0.12, 0), size * 0.4, 0.4);
    fillRounded(painter, thumb, size * 0.5,
                between(thumb.topLeft(), thumb.topRight(), shade(skin, 0.15), shade(skin, -0.3)));
    fillRounded(painter, {-size * 0.3, size * 0.1, size * 0.6, size * 0.72}, size * 0.26,
                mix(skin, hsl(350, 0.5, 0.85), 0.55));
    painter.restore();
}

} // namespace

void drawReceipt(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double lean = dice.around(0, 40);
    canvas.painter.save();
    canvas.painter.translate(kScene / 2, kScene / 2);
    canvas.painter.rotate(lean);
    drawSurface(canvas, pickSurface(dice), {-185, -185, 370, 370});
    canvas.painter.restore();
    const QColor paper = hsl(dice.pick({50.0, 50.0, 210.0, 340.0, 52.0, 140.0}),
                             dice.between(0.05, 0.55), dice.between(0.84, 0.96));
    drawClutter(canvas, canvas.number(0, 7), paper);
    const double width = canvas.scale(52, 176);
    const QPointF middle{canvas.across(90), dice.around(128, 22)};
    drawSlip(canvas, {.middle = middle,
                      .width = width,
                      .turn = dice.chance(0.15) ? dice.around(90, 20) : dice.around(0, 16),
                      .items = canvas.number(2, 12),
                      .paper = paper});
    drawWindowLight(canvas);
    if (dice.chance(0.25))
        drawThumb(canvas, {middle.x() + dice.around(0, width * 0.3), dice.between(186, 226)},
                  dice.between(30, 46));
}

} // namespace samples
