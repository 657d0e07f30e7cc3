#include "data/street/backdrop.h"
#include "data/street/cat.h"
#include "data/street/light.h"
#include "data/street/scenes.h"

namespace samples {

namespace {

using Pose = void (*)(Canvas&, const Cat&);

void drawYarn(Canvas& canvas, QPointF at, double size)
{
    auto& dice = canvas.dice;
    const QColor wool = drawTone(dice);
    drawShadow(canvas.painter, at + QPointF(2, size * 0.9), {size * 1.4, size * 0.35}, 0.5);
    fillBody(canvas.painter, at, {size, size}, wool);
    canvas.painter.save();
    canvas.painter.translate(at);
    for (int k = 0; k < 9; ++k) {
        canvas.painter.rotate(dice.between(20, 70));
        QPainterPath thread(QPointF(-size * 0.92, 0));
        thread.quadTo({0, size * dice.between(-0.9, 0.9)}, {size * 0.92, 0});
        stroke(canvas.painter, thread, withAlpha(shade(wool, k % 2 == 0 ? 0.35 : -0.3), 0.7),
               size * 0.05);
    }
    canvas.painter.restore();
}

void drawCushion(Canvas& canvas, QPointF at, double size)
{
    const QColor cloth = drawTone(canvas.dice);
    drawShadow(canvas.painter, at + QPointF(3, size * 0.5), {size * 1.3, size * 0.3}, 0.5);
    fillBody(canvas.painter,
             smoothPath({at + QPointF(-size, -size * 0.55), at + QPointF(0, -size * 0.45),
                         at + QPointF(size, -size * 0.55), at + QPointF(size * 0.9, size * 0.5),
                         at + QPointF(0, size * 0.42), at + QPointF(-size * 0.9, size * 0.5)},
                        true),
             cloth);
}

void drawPot(Canvas& canvas, QPointF at, double size)
{
    auto& dice = canvas.dice;
    const QColor leaf = hsl(dice.around(120, 35), 0.42, dice.between(0.25, 0.45));
    for (int k = 0; k < 9; ++k) {
        const double lean = dice.around(0, size * 1.2);
        QPainterPath blade(at + QPointF(-size * 0.1, -size * 0.5));
        blade.quadTo(at + QPointF(lean * 0.2, -size * 2),
                     at + QPointF(lean, -size * dice.between(1.4, 2.6)));
        blade.quadTo(at + QPointF(lean * 0.2 + size * 0.5, -size * 1.6),
                     at + QPointF(size * 0.1, -size * 0.5));
        fill(canvas.painter, blade, shade(leaf, dice.around(0, 0.25)));
    }
    drawShadow(canvas.painter, at + QPointF(3, size * 0.45), {size, size * 0.25}, 0.5);
    fill(canvas.painter,
         polygon({at + QPointF(-size * 0.55, -size * 0.55), at + QPointF(size * 0.55, -size * 0.55),
                  at + QPointF(size * 0.4, size * 0.45), at + QPointF(-size * 0.4, size * 0.45)}),
         cylinder(at.x() - size * 0.55, at.x() + size * 0.55, drawTone(dice), 0.4));
}

/// What lies about in a flat that a cat owns.
void strewToys(Canvas& canvas, double ground, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF at(dice.between(4, 252), ground + dice.between(-8, 22));
        switch (dice.count(0, 3)) {
        case 0:
            drawCushion(canvas, at, dice.between(18, 34));
            break;
        case 1:
            drawPot(canvas, at, dice.between(12, 22));
            break;
        default:
            drawYarn(canvas, at, dice.between(6, 14));
        }
    }
}

void drawSill(Canvas& canvas, double ground)
{
    const QColor board = drawTone(canvas.dice);
    const QRectF sill(0, ground - 6, kScene, kScene - ground + 8);
    fill(canvas.painter, sill, down(sill, {shade(board, 0.35), board, shadowed(board, 0.35)}));
    drawShadow(canvas.painter, {128, ground + 30}, {240, 18}, 0.25);
}

Setting drawPlace(Canvas& canvas, double ground)
{
    auto& dice = canvas.dice;
    switch (dice.count(0, 4)) {
    case 0:
        return drawOutdoors(canvas, ground - dice.between(24, 70));
    case 1: {
        const auto setting = drawBackdrop(canvas);
        drawSill(canvas, ground);
        return setting;
    }
    case 2: {
        const auto setting = drawBackdrop(canvas);
        drawTableFront(canvas, ground - dice.between(8, 26));
        return setting;
    }
    default:
        return drawRoom(canvas, ground - dice.between(10, 60));
    }
}

/// `middle` is how far the middle of the body lies beside the head.
void placeCat(Canvas& canvas, QPointF at, double size, double middle, Pose pose)
{
    const double facing = canvas.dice.chance(0.5) ? 1 : -1;
    const auto cat = drawCatLots(canvas.dice);
    canvas.painter.save();
    canvas.painter.translate(at - QPointF(facing * size * middle, 0));
    canvas.painter.scale(facing * size, size);
    pose(canvas, cat);
    canvas.painter.restore();
}

void drawHeadAlone(Canvas& canvas, const Cat& cat)
{
    const auto chest = smoothPath(
        {{0, 0.2}, {0.8, 0.6}, {1.5, 1.6}, {1.8, 4}, {-1.8, 4}, {-1.5, 1.6}, {-0.8, 0.6}}, true);
    fillBody(canvas.painter, chest, cat.coat);
    drawFur(canvas, chest, {cat.coat, 0.24, 200, {0, 0.2}});
    const auto bib =
        smoothPath({{0, 0.6}, {0.6, 1.0}, {0.5, 2.2}, {0, 3.2}, {-0.5, 2.2}, {-0.6, 1.0}}, true);
    fillBody(canvas.painter, bib, cat.pale, 0.4);
    drawFur(canvas, bib, {cat.pale, 0.3, 110, {0, 0}});
    canvas.painter.save();
    canvas.painter.rotate(canvas.dice.around(0, 12));
    drawCatHead(canvas, cat);
    canvas.painter.restore();
}

Setting drawCloseCat(Canvas& canvas, double x)
{
    const auto setting = drawBackdrop(canvas);
    strewToys(canvas, 236, canvas.number(0, 4));
    placeCat(canvas, {x, canvas.scale(132, 138) + canvas.dice.around(0, 14)}, canvas.scale(34, 84),
             0, drawHeadAlone);
    return setting;
}

Setting drawWholeCat(Canvas& canvas, double x)
{
    auto& dice = canvas.dice;
    const double ground = dice.between(196, 232);
    const auto setting = drawPlace(canvas, ground);
    const int things = canvas.number(0, 9);
    strewToys(canvas, ground - 14, things / 2);
    const double foot = ground + canvas.scale(3, 12);
    if (dice.chance(0.35)) {
        const double size = canvas.scale(13, 52);
        placeCat(canvas, {x, foot - size * 1.9}, size, 1.2, drawLyingCat);
    } else {
        const double size = canvas.scale(13, 47);
        placeCat(canvas, {x, foot - size * 3.6}, size, 0,
                 dice.chance(0.22) ? drawCatFromBehind : drawSittingCat);
    }
    strewToys(canvas, ground + 24, things - things / 2);
    return setting;
}

} // namespace

void drawCat(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double x = canvas.across(canvas.scale(88, 54));
    const bool close = canvas.traits.closeness > 0 && dice.chance(0.5);
    const auto setting = close ? drawCloseCat(canvas, x) : drawWholeCat(canvas, x);
    glow(canvas.painter, {dice.chance(0.5) ? 0.0 : kScene, dice.between(0, 80)}, {200, 220},
         withAlpha(setting.light, dice.between(0.08, 0.35)));
}

} // namespace samples
