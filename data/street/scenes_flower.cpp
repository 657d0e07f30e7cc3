#include "data/street/backdrop.h"
#include "data/street/blossoms.h"
#include "data/street/light.h"
#include "data/street/scenes.h"

#include <array>
#include <span>
#include <vector>

namespace samples {

namespace {

QColor drawGreen(Dice& dice)
{
    return hsl(dice.around(105, 30), dice.between(0.3, 0.55), dice.between(0.22, 0.42));
}

void placeBlossom(Canvas& canvas, QPointF at, double size, const Blossom& blossom)
{
    auto& dice = canvas.dice;
    canvas.painter.save();
    canvas.painter.translate(at);
    canvas.painter.rotate(dice.between(-40, 40));
    canvas.painter.scale(size, size * dice.between(0.72, 1)); // turned away from us a little
    drawBlossom(canvas, blossom);
    canvas.painter.restore();
}

/// Drops of dew with a glint.
void drawDew(Canvas& canvas, QPointF at, double reach, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF drop = at + QPointF(dice.around(0, reach), dice.around(0, reach));
        const double size = dice.between(1.2, 3.4);
        fillEllipse(canvas.painter, drop, {size, size}, QColor(255, 255, 255, 70));
        fillEllipse(canvas.painter, drop - QPointF(size * 0.3, size * 0.35),
                    {size * 0.3, size * 0.3}, Qt::white);
    }
}

/// One flower, and others of its kind behind it out of focus.
void drawMacro(Canvas& canvas)
{
    auto& dice = canvas.dice;
    drawBackdrop(canvas);
    const auto blossom = drawBlossomLots(dice);
    const QColor green = drawGreen(dice);
    const double size = canvas.scale(24, 96);
    const QPointF head(canvas.across(canvas.scale(110, 70)),
                       canvas.scale(104, 124) + dice.around(0, 14));
    const int others = canvas.number(0, 9);
    drawSoftened(canvas, 3.6, [&](Canvas& soft) {
        for (int k = 0; k < others; ++k) {
            const QPointF at(dice.between(0, kScene), dice.between(60, 230));
            drawStem(soft, {at.x() + dice.around(0, 20), 264}, at, 3, green);
            placeBlossom(soft, at, size * dice.between(0.3, 0.6), blossom);
        }
    });
    drawStem(canvas, {head.x() + dice.around(0, 30), 270}, head, 2 + size * 0.07, green);
    drawShadow(canvas.painter, head + QPointF(size * 0.1, size * 0.2), {size * 1.2, size * 1.2},
               0.3);
    placeBlossom(canvas, head, size, blossom);
    if (dice.chance(0.4))
        drawDew(canvas, head, size * 0.7, dice.count(4, 16));
}

/// A bed: rows of flowers that become larger towards us.
void drawBed(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double horizon = dice.between(70, 130);
    drawOutdoors(canvas, horizon, true);
    const bool tulips = dice.chance(0.35);
    const auto first = drawBlossomLots(dice);
    const auto second = drawBlossomLots(dice);
    const QColor green = drawGreen(dice);
    const int number = canvas.number(6, 34);
    const double near = canvas.scale(13, 44);
    for (int k = 0; k < number; ++k) {
        const double depth = (k + 1.0) / number;
        const double x = k + 1 == number ? canvas.across(90) : dice.between(-6, 262);
        const QPointF head(x, horizon + 10 + depth * (130 - near) + dice.around(0, 12));
        const double size = near * (0.25 + 0.75 * depth);
        drawStem(canvas, {x + dice.around(0, 8), head.y() + size * 4.5}, head, 1 + size * 0.09,
                 green);
        const auto& blossom = dice.chance(0.7) ? first : second;
        if (tulips) {
            canvas.painter.save();
            canvas.painter.translate(head);
            canvas.painter.rotate(dice.around(0, 10));
            canvas.painter.scale(size, size);
            drawTulip(canvas, blossom.petal);
            canvas.painter.restore();
        } else {
            placeBlossom(canvas, head, size, blossom);
        }
    }
    drawBokeh(canvas,
              {{0, 200, kScene, 60}, canvas.number(0, 8), 26, dice.between(0, 360), 40, 0.22});
}

/// A bunch in a vase on a table.
void drawBouquet(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto setting = drawBackdrop(canvas);
    const double table = dice.between(176, 210);
    drawTableFront(canvas, table);
    const double size = canvas.scale(0.5, 1.25);
    const double x = canvas.across(canvas.scale(110, 60));
    const double ground = table + 22;
    const QPointF neck(x, ground - 66 * size);
    const int number = canvas.number(3, 17);
    const std::array kinds{drawBlossomLots(dice), drawBlossomLots(dice), drawBlossomLots(dice)};
    const QColor green = drawGreen(dice);
    std::vector<QPointF> heads;
    for (int k = 0; k < number; ++k) {
        heads.emplace_back(neck + QPointF(dice.normal() * 34, -dice.between(22, 88)) * size);
        drawStem(canvas, neck + QPointF(0, 12 * size), heads.back(), 2.4 * size, green);
    }
    drawShadow(painter, {x + 6, ground}, {46 * size, 8 * size}, 0.6);
    const QColor glaze = drawTone(dice);
    const double belly = dice.between(18, 34) * size;
    QPainterPath vase(neck + QPointF(-13 * size, 0));
    vase.cubicTo(neck + QPointF(-10 * size, 20 * size), {x - belly * 1.3, ground - 26 * size},
                 {x - belly * 0.6, ground});
    vase.quadTo({x, ground + 5 * size}, {x + belly * 0.6, ground});
    vase.cubicTo({x + belly * 1.3, ground - 26 * size}, neck + QPointF(10 * size, 20 * size),
                 neck + QPointF(13 * size, 0));
    vase.closeSubpath();
    fill(painter, vase, cylinder(x - belly, x + belly, glaze, 0.8));
    fillEllipse(painter, neck, {13 * size, 3.4 * size}, shadowed(glaze, 0.5));
    for (const QPointF& head : heads)
        placeBlossom(canvas, head, dice.between(15, 24) * size,
                     dice.pick(std::span<const Blossom>(kinds)));
    glow(painter, {dice.chance(0.5) ? 0.0 : kScene, 40}, {190, 200},
         withAlpha(setting.light, dice.between(0.1, 0.35)));
}

/// A twig in bloom before the sky or a wall.
void drawTwig(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawBackdrop(canvas);
    auto blossom = drawBlossomLots(dice);
    blossom.kind = Kind::Cherry;
    const QColor bark = hsl(20, 0.25, dice.between(0.12, 0.32));
    const double size = canvas.scale(9, 34);
    const QPointF to(canvas.across(110), dice.between(70, 190));
    const QPointF from(to.x() > kScene / 2 ? -10 : 266, dice.between(20, 236)); // across the frame
    std::vector<QPointF> line;
    for (int k = 0; k <= 6; ++k)
        line.emplace_back(from + (to - from) * (k / 6.0) + QPointF(0, dice.around(0, 12)));
    fill(painter, tapered(line, 4 + size * 0.35, 1.6), bark);
    for (int k = canvas.number(7, 38); k > 0; --k) {
        const QPointF joint = line[static_cast<std::size_t>(dice.count(1, 6))];
        const QPointF at = joint + QPointF(dice.normal(), dice.normal()) * (12 + size * 0.7);
        stroke(painter, joint, at, bark, 1 + size * 0.05);
        if (dice.chance(0.2))
            fillBody(painter, at, {size * 0.4, size * 0.45}, blossom.inner);
        else
            placeBlossom(canvas, at, size * dice.between(0.7, 1.1), blossom);
    }
}

} // namespace

void drawFlower(Canvas& canvas)
{
    switch (canvas.dice.count(0, 5)) {
    case 0:
        drawBed(canvas);
        break;
    case 1:
        drawBouquet(canvas);
        break;
    case 2:
        drawTwig(canvas);
        break;
    default:
        drawMacro(canvas);
    }
}

} // namespace samples
