#include "data/street/person.h"

#include "data/street/backdrop.h"
#include "data/street/light.h"

namespace samples {

namespace {

void drawBackHair(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    const QColor deep = shadowed(person.hair, 0.25);
    const auto curtain = [&](double bottom, double width) {
        const QPainterPath hair = smoothPath({{0, -1.62},
                                              {0.95, -1.2},
                                              {1.22, -0.2},
                                              {width, bottom * 0.6},
                                              {width * 0.9, bottom},
                                              {0, bottom * 0.9},
                                              {-width * 0.9, bottom},
                                              {-width, bottom * 0.6},
                                              {-1.22, -0.2},
                                              {-0.95, -1.2}},
                                             true);
        fillBody(painter, hair, deep, 0.9);
        drawFur(canvas, hair, {deep, 0.7, 130, {0, -3}, 0.022, false});
    };
    switch (person.style) {
    case HairStyle::Long:
        curtain(canvas.dice.between(2.1, 3.4), canvas.dice.between(1.15, 1.5));
        break;
    case HairStyle::Bob:
        curtain(canvas.dice.between(0.95, 1.5), 1.32);
        break;
    case HairStyle::Bun:
        fillBody(painter, {0.1, -1.85}, {0.58, 0.52}, person.hair, 1);
        curtain(0.4, 1.1);
        break;
    case HairStyle::Curls: {
        const double size = canvas.dice.between(1.35, 1.8);
        for (int k = 0; k < 46; ++k) {
            const double x = canvas.dice.around(0, 1);
            const double y = canvas.dice.around(0, 1);
            if (x * x + y * y < 1.1)
                fillBody(painter, {x * size * 0.85, -0.45 + y * size * 0.85},
                         {size * 0.27, size * 0.25},
                         shade(person.hair, canvas.dice.pick({-0.07, 0.0, 0.07})));
        }
        break;
    }
    case HairStyle::Sunhat:
        curtain(2.2, 1.25);
        break;
    default:
        break;
    }
}

void drawCollar(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    const QColor cloth = person.cloth;
    switch (person.collar) {
    case 1: // an open shirt
        fill(painter, polygon({{-0.5, 1.45}, {0.5, 1.45}, {0.05, 2.75}}),
             shadowed(person.skin, 0.22));
        for (const double side : {-1.0, 1.0})
            fill(painter,
                 polygon({{side * 0.46, 1.3},
                          {side * 0.92, 1.75},
                          {side * 0.5, 2.35},
                          {side * 0.08, 2.6}}),
                 shade(cloth, side < 0 ? 0.25 : 0.1));
        break;
    case 2: // a high collar
        fillRounded(painter, {-0.6, 1.22, 1.2, 0.72}, 0.2,
                    cylinder(-0.6, 0.6, shade(cloth, 0.05), 0.3));
        break;
    case 3: // a hood
        for (const double side : {-1.0, 1.0}) {
            fillBody(painter, {side * 0.72, 1.72}, {0.62, 0.36}, shadowed(cloth, 0.12));
            stroke(painter, {side * 0.24, 2.0}, {side * 0.3, 2.9}, QColor(250, 248, 244), 0.07);
        }
        break;
    default:
        fillEllipse(painter, {0, 1.52}, {0.68, 0.42}, shadowed(cloth, 0.35));
        fillEllipse(painter, {0, 1.46}, {0.58, 0.38}, shadowed(person.skin, 0.2));
    }
}

void drawChest(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    const QPainterPath chest = smoothPath({{0.4, 1.45},
                                           {1.15, 1.72},
                                           {1.85, 2.0},
                                           {2.2, 2.8},
                                           {2.4, 5},
                                           {2.5, 12},
                                           {-2.5, 12},
                                           {-2.4, 5},
                                           {-2.2, 2.8},
                                           {-1.85, 2.0},
                                           {-1.15, 1.72},
                                           {-0.4, 1.45}},
                                          true);
    fill(painter, chest,
         between({-2.2, 1.5}, {2.4, 3.5}, shade(person.cloth, 0.14), shadowed(person.cloth, 0.45)));
    painter.save();
    painter.setClipPath(chest, Qt::IntersectClip);
    if (canvas.dice.chance(0.3)) {
        const double step = canvas.dice.between(0.35, 0.6);
        for (int k = 0; k < 16; ++k) {
            const double y = 2.1 + k * step;
            QPainterPath stripe(QPointF(-2.6, y - 0.1));
            stripe.quadTo({0, y + 0.25}, {2.6, y - 0.1});
            stroke(painter, stripe, withAlpha(person.extra, 0.75), step * 0.4);
        }
    }
    for (const double side : {-1.0, 1.0}) { // the arms hang before the chest's own shadow
        QPainterPath seam(QPointF(side * 1.5, 2.7));
        seam.quadTo({side * 1.55, 4.5}, {side * 1.45, 9});
        stroke(painter, seam, withAlpha(shadowed(person.cloth, 0.7), 0.5), 0.08);
        drawShadow(painter, {side * 1.25, 5}, {0.5, 3}, 0.35);
    }
    drawShadow(painter, {0.2, 1.9}, {1.0, 0.55}, 0.4);
    painter.restore();
}

void drawFrontHair(Canvas& canvas, const Person& person)
{
    auto& dice = canvas.dice;
    const double part = dice.around(0, 0.45);
    const double line = dice.between(-1.0, -0.62); // where the forehead begins
    const double temple = person.style == HairStyle::Short ? -0.25 : dice.between(0.1, 0.7);
    const double top = person.style == HairStyle::Short ? dice.between(-1.72, -1.5) : -1.64;
    const QPainterPath hair = smoothPath({{-1.06, temple},
                                          {-1.14, -0.7},
                                          {-0.75, -1.4},
                                          {part, top},
                                          {0.75, -1.4},
                                          {1.14, -0.7},
                                          {1.06, temple},
                                          {0.93, -0.35},
                                          {0.6, line},
                                          {part, line - 0.12},
                                          {-0.6, line + 0.05},
                                          {-0.93, -0.35}},
                                         true);
    fillBody(canvas.painter, hair, person.hair, 0.9);
    drawFur(canvas, hair, {person.hair, 0.5, 130, {part, -1.9}, 0.022, false});
    glow(canvas.painter, {-0.4, -1.2}, {0.6, 0.22}, withAlpha(shade(person.hair, 0.6), 0.55));
}

void drawScarf(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    QPainterPath cloth = smoothPath({{0, -1.62},
                                     {0.85, -1.3},
                                     {1.25, -0.3},
                                     {1.2, 0.8},
                                     {1.5, 1.9},
                                     {0.4, 2.7},
                                     {-1.5, 1.9},
                                     {-1.2, 0.8},
                                     {-1.25, -0.3},
                                     {-0.85, -1.3}},
                                    true);
    QPainterPath opening;
    opening.addEllipse(QPointF(person.turn * 0.1, 0.1), 0.86, 1.15);
    cloth.setFillRule(Qt::OddEvenFill); // the opening lies within
    cloth.addPath(opening);
    fillBody(painter, cloth, person.extra, 0.8);
    for (int k = 0; k < 5; ++k) {
        QPainterPath fold(QPointF(-1.1 + 0.1 * k, 0.7 + 0.25 * k));
        fold.cubicTo({-0.5, 1.4 + 0.2 * k}, {0.4, 1.5 + 0.22 * k}, {1.1, 0.8 + 0.2 * k});
        stroke(painter, fold, withAlpha(shadowed(person.extra, 0.6), 0.35), 0.06);
    }
}

void drawBeanie(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    drawFrontHair(canvas, person);
    QPainterPath cap(QPointF(-1.14, -0.62));
    cap.cubicTo({-1.25, -2.1}, {1.25, -2.1}, {1.14, -0.62});
    cap.closeSubpath();
    fillBody(painter, cap, person.extra, 0.9);
    fillRounded(painter, {-1.2, -0.92, 2.4, 0.42}, 0.16,
                cylinder(-1.2, 1.2, shade(person.extra, 0.1), 0.25));
    for (int k = 0; k < 15; ++k)
        stroke(painter, {-1.1 + k * 0.16, -0.88}, {-1.1 + k * 0.16, -0.55},
               withAlpha(shadowed(person.extra, 0.6), 0.4), 0.03);
    if (canvas.dice.chance(0.5))
        fillBody(painter, {0, -1.85}, {0.36, 0.34}, shade(person.extra, 0.35));
}

void drawSunhat(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    drawFrontHair(canvas, person);
    const QColor straw = canvas.dice.chance(0.6) ? hsl(40, 0.5, 0.68) : person.extra;
    drawShadow(painter, {0.05, -0.62}, {1.1, 0.35}, 0.6);
    fillBody(painter, {0, -0.86}, {2.15, 0.5}, straw, 0.9);
    QPainterPath crown(QPointF(-1.02, -0.95));
    crown.cubicTo({-1.0, -2.15}, {1.0, -2.15}, {1.02, -0.95});
    crown.quadTo({0, -0.68}, {-1.02, -0.95});
    fillBody(painter, crown, shade(straw, 0.06), 0.8);
    QPainterPath band(QPointF(-1.0, -1.05));
    band.quadTo({0, -0.78}, {1.0, -1.05});
    stroke(painter, band, person.cloth, 0.2);
}

void drawHeadwear(Canvas& canvas, const Person& person)
{
    switch (person.style) {
    case HairStyle::Bald:
        glow(canvas.painter, {-0.3, -1.0}, {0.45, 0.24}, QColor(255, 250, 240, 130));
        break;
    case HairStyle::Scarf:
        drawScarf(canvas, person);
        break;
    case HairStyle::Beanie:
        drawBeanie(canvas, person);
        break;
    case HairStyle::Sunhat:
        drawSunhat(canvas, person);
        break;
    case HairStyle::Curls:
        for (int k = 0; k < 17; ++k)
            fillBody(canvas.painter,
                     {-1.05 + k * 0.131,
                      -0.82 - 0.5 * (1 - (k - 8) * (k - 8) / 64.0) + canvas.dice.around(0, 0.1)},
                     {0.26, 0.25}, shade(person.hair, canvas.dice.pick({-0.05, 0.02, 0.09})));
        break;
    default:
        drawFrontHair(canvas, person);
    }
}

} // namespace

Person drawLots(Dice& dice)
{
    const double depth = dice.between(0, 1); // of the skin
    Person person;
    person.skin = hsl(dice.between(15, 29), 0.62 - 0.24 * depth, 0.82 - 0.54 * depth);
    const bool fair = depth < 0.5;
    const double hair = dice.between(0, 1);
    if (hair < 0.12) // dyed
        person.hair = hsl(dice.between(180, 360), 0.55, 0.5);
    else if (hair < 0.26) // grey
        person.hair = hsl(220, 0.06, dice.between(0.6, 0.86));
    else
        person.hair =
            fair ? hsl(dice.between(16, 44), dice.between(0.35, 0.65), dice.between(0.12, 0.62))
                 : hsl(24, 0.3, dice.between(0.07, 0.2));
    person.cloth = drawTone(dice);
    person.extra = drawTone(dice);
    person.style =
        dice.pick({HairStyle::Long, HairStyle::Long, HairStyle::Bob, HairStyle::Short,
                   HairStyle::Short, HairStyle::Short, HairStyle::Curls, HairStyle::Bun,
                   HairStyle::Bald, HairStyle::Scarf, HairStyle::Beanie, HairStyle::Sunhat});
    const bool cropped = person.style == HairStyle::Short || person.style == HairStyle::Bald
                         || person.style == HairStyle::Beanie;
    person.turn = dice.around(0, 0.9);
    person.jaw = dice.between(0.5, 0.75) + (cropped ? 0.12 : 0);
    person.mouth = dice.count(0, 2);
    person.collar = dice.count(0, 3);
    person.beard = cropped && dice.chance(0.45);
    if (person.beard && person.hair.hslSaturationF() > 0.5F && person.hair.lightnessF() > 0.4F)
        person.hair = hsl(24, 0.45, 0.3); // nobody dyes a beard
    person.glasses = dice.chance(0.28);
    person.painted = !cropped && dice.chance(0.6);
    return person;
}

void drawPerson(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    drawBackHair(canvas, person);
    fill(painter,
         smoothPath({{-0.46, 0.6}, {0.46, 0.6}, {0.5, 1.5}, {0.8, 1.9}, {-0.8, 1.9}, {-0.5, 1.5}},
                    true),
         between({-0.5, 0}, {0.6, 0.4}, person.skin, shadowed(person.skin, 0.4)));
    drawChest(canvas, person);
    drawCollar(canvas, person);
    drawShadow(painter, {0.1, 1.3}, {0.62, 0.42}, 0.6);
    drawFace(canvas, person);
    drawHeadwear(canvas, person);
    if (person.painted && person.style != HairStyle::Scarf)
        for (const double side : {-1.0, 1.0})
            fillBody(painter, {side * 1.05, 0.5}, {0.09, 0.14}, person.extra);
}

} // namespace samples
