#include "data/street/backdrop.h"
#include "data/street/dog.h"
#include "data/street/light.h"
#include "data/street/scenes.h"

namespace samples {

namespace {

using Pose = void (*)(Canvas&, const Dog&);

void drawBall(Canvas& canvas, QPointF at, double size)
{
    const QColor rubber = hsl(canvas.dice.between(0, 360), 0.75, 0.55);
    drawShadow(canvas.painter, at + QPointF(1, size * 0.9), {size * 1.4, size * 0.35}, 0.5);
    fillBody(canvas.painter, at, {size, size}, rubber);
    QPainterPath seam(at + QPointF(-size * 0.8, -size * 0.5));
    seam.quadTo(at + QPointF(size * 0.2, 0), at + QPointF(-size * 0.2, size * 0.95));
    stroke(canvas.painter, seam, QColor(255, 255, 255, 200), size * 0.12);
}

void drawBone(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(canvas.dice.around(0, 35));
    drawShadow(painter, {1, size * 0.4}, {size * 1.5, size * 0.4}, 0.45);
    const QColor ivory = hsl(44, 0.4, 0.9);
    stroke(painter, {-size, 0}, {size, 0}, ivory, size * 0.4);
    for (const double end : {-1.0, 1.0})
        for (const double side : {-0.24, 0.24})
            fillBody(painter, {end * size * 1.05, side * size}, {size * 0.3, size * 0.28}, ivory,
                     0.6);
    painter.restore();
}

void drawBowl(Canvas& canvas, QPointF at, double size)
{
    auto& painter = canvas.painter;
    const QColor tin = drawTone(canvas.dice);
    drawShadow(painter, at + QPointF(2, size * 0.45), {size * 1.5, size * 0.35}, 0.5);
    fill(painter,
         polygon({at + QPointF(-size * 0.8, -size * 0.3), at + QPointF(size * 0.8, -size * 0.3),
                  at + QPointF(size, size * 0.45), at + QPointF(-size, size * 0.45)}),
         cylinder(at.x() - size, at.x() + size, tin, 0.6));
    fillEllipse(painter, at + QPointF(0, -size * 0.3), {size * 0.8, size * 0.22},
                shadowed(tin, 0.5));
    fillEllipse(painter, at + QPointF(0, -size * 0.28), {size * 0.66, size * 0.15},
                hsl(24, 0.5, 0.3));
}

void drawShrub(Canvas& canvas, QPointF at, double size)
{
    auto& dice = canvas.dice;
    const double hue = dice.pick({110.0, 60.0, 330.0, 28.0, 150.0});
    drawShadow(canvas.painter, at + QPointF(2, size * 0.2), {size * 1.2, size * 0.3}, 0.4);
    for (int k = 0; k < 26; ++k) {
        const QPointF puff =
            at + QPointF(dice.around(0, size * 0.7), dice.around(-size * 0.4, size * 0.5));
        fillBody(canvas.painter, puff, {size * 0.2, size * 0.16},
                 hsl(hue + dice.around(0, 14), 0.45, 0.3 + 0.25 * (at.y() - puff.y()) / size), 0.5);
    }
}

void strewThings(Canvas& canvas, double ground, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF at(dice.between(4, 252), ground + dice.between(-8, 20));
        switch (dice.count(0, 4)) {
        case 0:
            drawBone(canvas, at, dice.between(7, 13));
            break;
        case 1:
            drawBowl(canvas, at, dice.between(10, 19));
            break;
        case 2:
            drawShrub(canvas, at, dice.between(16, 34));
            break;
        default:
            drawBall(canvas, at, dice.between(4, 11));
        }
    }
}

/// `middle` is how far the middle of the body lies beside the head.
void placeDog(Canvas& canvas, QPointF at, double size, double middle, Pose pose)
{
    const double facing = canvas.dice.chance(0.5) ? 1 : -1;
    const auto dog = drawDogLots(canvas.dice);
    canvas.painter.save();
    canvas.painter.translate(at - QPointF(facing * size * middle, 0));
    canvas.painter.scale(facing * size, size);
    pose(canvas, dog);
    canvas.painter.restore();
}

} // namespace

void drawDog(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double x = canvas.across(canvas.scale(88, 54));
    Setting setting;
    if (canvas.traits.closeness > 0 && dice.chance(0.5)) {
        setting = drawBackdrop(canvas);
        strewThings(canvas, 232, canvas.number(0, 5));
        placeDog(canvas, {x, canvas.scale(122, 122) + dice.around(0, 14)}, canvas.scale(32, 78), 0,
                 drawDogPortrait);
    } else {
        const double ground = dice.between(200, 234);
        const double behind = ground - dice.between(20, 84);
        setting = dice.chance(0.65) ? drawOutdoors(canvas, behind) : drawRoom(canvas, behind);
        const int things = canvas.number(0, 10);
        strewThings(canvas, ground - 18, things / 2);
        const bool standing = dice.chance(0.5);
        const double size = canvas.scale(13, standing ? 42 : 43);
        placeDog(canvas, {x, ground + size * 0.2 - size * (standing ? 3.4 : 3.9)}, size,
                 standing ? 1.4 : 0, standing ? drawStandingDog : drawSittingDog);
        strewThings(canvas, ground + 24, things - things / 2);
    }
    glow(canvas.painter, {dice.chance(0.5) ? 0.0 : kScene, dice.between(0, 80)}, {200, 220},
         withAlpha(setting.light, dice.between(0.08, 0.35)));
}

} // namespace samples
