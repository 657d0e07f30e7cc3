#include "data/street/backdrop.h"
#include "data/street/goods.h"
#include "data/street/lettering.h"
#include "data/street/light.h"
#include "data/street/scenes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace samples {

namespace {

constexpr std::array<Ware, 10> kWares{{drawBottle, drawPerfume, drawJar, drawTube, drawLamp,
                                       drawCarton, drawHeadphones, drawSneaker, drawWatch,
                                       drawHandbag}};

Ware drawWare(Dice& dice)
{
    return dice.pick(std::span<const Ware>(kWares));
}

/// Puts the thing down at `foot`; `size` is half its height.
void placeWare(Canvas& canvas, Ware ware, const Finish& finish, QPointF foot, double size)
{
    canvas.painter.save();
    canvas.painter.translate(foot - QPointF(0, size));
    canvas.painter.scale(size, size);
    ware(canvas, finish);
    canvas.painter.restore();
}

void drawBadge(Canvas& canvas, QPointF at, double size)
{
    static constexpr std::array kOffers = {"-20%", "-50%", "NEW", "SALE", "2 for 1",
                                           "9.99", "19.-", "TOP", "hot",  "49.90"};
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor paper = hsl(dice.pick({0.0, 50.0, 340.0, 130.0, 215.0, 28.0}), 0.85, 0.52);
    painter.save();
    painter.translate(at);
    painter.rotate(dice.around(0, 18));
    drawShadow(painter, {1.5, 2.5}, {size * 1.3, size * 1.3}, 0.5);
    switch (dice.count(0, 2)) {
    case 0: { // a star
        QPolygonF star;
        for (int k = 0; k < 32; ++k) {
            const double radius = k % 2 == 0 ? size : size * 0.84;
            star << QPointF(std::cos(k * std::numbers::pi / 16) * radius,
                            std::sin(k * std::numbers::pi / 16) * radius);
        }
        QPainterPath shape;
        shape.addPolygon(star);
        fillBody(painter, shape, paper, 0.4);
        break;
    }
    case 1:
        fillBody(painter, {0, 0}, {size, size}, paper, 0.4);
        break;
    default: // a ribbon
        fill(painter, QRectF(-size * 1.15, -size * 0.45, size * 2.3, size * 0.9), paper);
    }
    painter.setPen(paper.lightnessF() > 0.5F && paper.hslHueF() > 0.1F && paper.hslHueF() < 0.2F
                       ? Qt::black
                       : Qt::white);
    drawText(painter, {-size, -size, size * 2, size * 2},
             {QString::fromLatin1(dice.pick(kOffers)), Face::Sans,
              std::max(5, static_cast<int>(size * 0.55)), true});
    painter.restore();
}

void drawHeadline(Canvas& canvas, const QColor& ground)
{
    static constexpr std::array kHeadlines = {"SUMMER SALE",   "ORDER NOW",  "only today",
                                              "BEST PRICE",    "new season", "FREE SHIPPING",
                                              "shop the look", "MEGA DEAL",  "limited edition"};
    auto& dice = canvas.dice;
    canvas.painter.setPen(ground.lightnessF() > 0.52F ? shadowed(ground, 0.75)
                                                      : shade(ground, 0.85));
    const double y = canvas.traits.closeness < 0 && dice.chance(0.5) ? 216 : 8;
    drawText(canvas.painter, {8, y, kScene - 16, 34},
             {QString::fromLatin1(dice.pick(kHeadlines)),
              dice.chance(0.5) ? Face::Sans : Face::Serif, dice.count(18, 27), true});
}

/// Flat shapes of a designer who wants attention behind the thing.
QColor drawDesignerGround(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor tone = drawTone(dice);
    const QColor other =
        dice.chance(0.5) ? shade(tone, dice.chance(0.5) ? 0.35 : -0.3) : drawTone(dice);
    drawStudio(canvas, tone);
    switch (dice.count(0, 4)) {
    case 0:
        fillEllipse(painter, {128, 120}, {96, 96}, lit({32, 24, 192, 192}, other, 0.3));
        break;
    case 1:
        fill(painter,
             polygon(
                 {{0, 256}, {0, dice.between(60, 240)}, {256, dice.between(0, 180)}, {256, 256}}),
             other);
        break;
    case 2: { // an arch
        QPainterPath arch(QPointF(58, 256));
        arch.lineTo(58, 120);
        arch.arcTo(QRectF(58, 40, 140, 160), 180, -180);
        arch.lineTo(198, 256);
        fill(painter, arch, between({58, 0}, {198, 0}, shadowed(other, 0.25), shade(other, 0.1)));
        break;
    }
    case 3: // rays
        for (int k = 0; k < 12; ++k) {
            const double a = k * std::numbers::pi / 6;
            fill(painter,
                 polygon({{128, 130},
                          {128 + 260 * std::cos(a), 130 + 260 * std::sin(a)},
                          {128 + 260 * std::cos(a + 0.26), 130 + 260 * std::sin(a + 0.26)}}),
                 withAlpha(other, 0.5));
        }
        break;
    default:
        break;
    }
    return tone;
}

void drawPodium(Canvas& canvas, double x, double top, double width, const QColor& colour)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {x + 8, top + 46}, {width * 1.4, 26}, 0.5);
    QPainterPath side(QPointF(x - width, top));
    side.lineTo(x - width, top + 40);
    side.cubicTo({x - width, top + 40 + width * 0.3}, {x + width, top + 40 + width * 0.3},
                 {x + width, top + 40});
    side.lineTo(x + width, top);
    side.closeSubpath();
    fill(painter, side, cylinder(x - width, x + width, colour, 0.25));
    fillEllipse(
        painter, {x, top}, {width, width * 0.22},
        between({x - width, top}, {x + width, top}, shade(colour, 0.35), shade(colour, 0.1)));
}

void drawBadges(Canvas& canvas, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k)
        drawBadge(canvas,
                  {dice.chance(0.5) ? dice.between(16, 76) : dice.between(180, 240),
                   dice.between(56, 232)},
                  dice.between(13, 25));
}

/// One thing in a studio, the others of its range smaller beside it.
void drawStage(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const QColor tone = drawDesignerGround(canvas);
    const double size = canvas.scale(25, 84);
    const double x = canvas.across(canvas.scale(110, 60));
    const double foot = canvas.scale(192, 226);
    const Ware ware = drawWare(dice);
    const auto finish = drawFinish(dice);
    const int others = canvas.number(0, 5);
    for (int k = 0; k < others; ++k)
        placeWare(canvas, drawWare(dice), drawFinish(dice),
                  {dice.between(14, 242), foot - dice.between(4, 14)},
                  size * dice.between(0.4, 0.62));
    if (dice.chance(0.5))
        drawPodium(canvas, x, foot, size * 1.25,
                   dice.chance(0.5) ? shade(tone, 0.3) : drawTone(dice));
    placeWare(canvas, ware, finish, {x, foot + 2}, size);
    drawBadges(canvas, canvas.number(0, 5));
    if (canvas.traits.clutter > -0.2)
        drawHeadline(canvas, tone);
}

/// One thing of a page, with its price below.
void drawOffer(Canvas& canvas, const QRectF& area, double reach, const Ware& ware, bool mixed)
{
    auto& dice = canvas.dice;
    const double cell = area.width() + 6;
    placeWare(canvas, mixed ? drawWare(dice) : ware, drawFinish(dice),
              {area.center().x() + reach, area.bottom() - cell * 0.2},
              cell * canvas.scale(0.17, 0.3));
    const int price = dice.count(5, 199);
    drawText(canvas.painter, {area.left(), area.bottom() - cell * 0.16, area.width(), cell * 0.14},
             {QString::number(price) + QStringLiteral(".90"), Face::Sans,
              std::max(6, static_cast<int>(cell * 0.09)), true});
}

/// A page of a catalogue: the more crowded, the more things on it, each with its price.
void drawCatalogue(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor paper = dice.chance(0.4) ? hsl(dice.between(0, 360), 0.1, 0.95) : drawTone(dice);
    fill(painter, Canvas::frame(),
         down(Canvas::frame(), {shade(paper, 0.1), paper, shadowed(paper, 0.08)}));
    const int columns = canvas.number(1, 4);
    const double cell = kScene / columns;
    const bool mixed = dice.chance(0.5);
    const Ware ware = drawWare(dice);
    const QColor ink = paper.lightnessF() > 0.5F ? QColor(40, 34, 44) : QColor(245, 244, 240);
    for (int place = 0; place < columns * columns; ++place) {
        const int row = place / columns;
        const QRectF area(place % columns * cell + 3, row * cell + 3, cell - 6, cell - 6);
        if (columns > 1)
            fillRounded(painter, area, 5,
                        withAlpha(dice.chance(0.5) ? QColor(Qt::white) : drawTone(dice), 0.6));
        const double reach = columns == 1 ? canvas.across(90) - kScene / 2 : 0;
        painter.setPen(ink);
        drawOffer(canvas, area, reach, ware, mixed);
    }
    drawBadges(canvas, canvas.number(0, 3));
}

/// In use, as it were: on a table somewhere nice.
void drawAtHome(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const auto setting = drawBackdrop(canvas);
    const double table = dice.between(160, 200);
    drawTableFront(canvas, table);
    const double size = canvas.scale(24, 76);
    for (int k = canvas.number(0, 6); k > 0; --k)
        placeWare(canvas, drawWare(dice), drawFinish(dice),
                  {dice.between(8, 248), table + dice.between(2, 16)},
                  size * dice.between(0.4, 0.6));
    placeWare(canvas, drawWare(dice), drawFinish(dice),
              {canvas.across(canvas.scale(110, 60)), table + dice.between(20, 36)}, size);
    glow(canvas.painter, {dice.chance(0.5) ? 0.0 : kScene, 40}, {190, 200},
         withAlpha(setting.light, dice.between(0.1, 0.35)));
    drawBadge(canvas, {dice.chance(0.5) ? 34.0 : 222.0, dice.between(28, 60)},
              dice.between(18, 27));
    drawBadges(canvas, canvas.number(0, 3));
}

} // namespace

void drawProduct(Canvas& canvas)
{
    switch (canvas.dice.count(0, 3)) {
    case 0:
        drawCatalogue(canvas);
        break;
    case 1:
        drawAtHome(canvas);
        break;
    default:
        drawStage(canvas);
    }
}

} // namespace samples
