#include "data/street/dog.h"

#include "data/street/backdrop.h"
#include "data/street/light.h"

#include <array>

namespace samples {

namespace {

void drawCoat(Canvas& canvas, const Dog& dog, const QPainterPath& body, const QColor& colour,
              QPointF root)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    fillBody(painter, body, colour);
    if (!dog.curly) {
        drawFur(canvas, body, {colour, 0.17, 200, root});
        return;
    }
    const QRectF bounds = body.controlPointRect();
    painter.save();
    painter.setClipPath(body, Qt::IntersectClip);
    for (int k = 0; k < 110; ++k)
        fillBody(painter,
                 {dice.between(bounds.left(), bounds.right()),
                  dice.between(bounds.top(), bounds.bottom())},
                 {0.19, 0.17}, withAlpha(shade(colour, dice.pick({-0.1, 0.0, 0.1})), 0.55), 0.45);
    painter.restore();
}

void drawSpots(Canvas& canvas, const Dog& dog, const QPainterPath& body)
{
    auto& dice = canvas.dice;
    const QRectF bounds = body.controlPointRect();
    canvas.painter.save();
    canvas.painter.setClipPath(body, Qt::IntersectClip);
    for (int k = 0; k < 22; ++k) {
        const double size = dice.between(0.06, 0.2);
        fillEllipse(canvas.painter,
                    {dice.between(bounds.left(), bounds.right()),
                     dice.between(bounds.top(), bounds.bottom())},
                    {size, size * dice.between(0.7, 1.2)}, withAlpha(dog.marks, 0.9));
    }
    canvas.painter.restore();
}

void drawUprightEars(Canvas& canvas, const Dog& dog)
{
    for (const double side : {-1.0, 1.0}) {
        QPainterPath ear(QPointF(side * 0.86, -0.3));
        ear.cubicTo({side * 1.08, -0.8}, {side * 1.02, -1.3}, {side * 0.86, -1.62});
        ear.cubicTo({side * 0.52, -1.4}, {side * 0.26, -1.0}, {side * 0.2, -0.66});
        ear.closeSubpath();
        drawCoat(canvas, dog, ear, dog.marks, {side * 0.5, 0});
        QPainterPath inside(QPointF(side * 0.76, -0.5));
        inside.quadTo({side * 0.9, -1.0}, {side * 0.8, -1.36});
        inside.quadTo({side * 0.48, -1.1}, {side * 0.38, -0.7});
        inside.closeSubpath();
        fill(canvas.painter, inside, mix(hsl(12, 0.35, 0.66), dog.marks, 0.35));
    }
}

void drawHangingEars(Canvas& canvas, const Dog& dog)
{
    const bool folded = dog.ears == Ears::Folded;
    const double length = folded ? 0.1 : 0.95;
    for (const double side : {-1.0, 1.0}) {
        const auto ear = smoothPath({{side * 0.45, -0.78},
                                     {side * 0.92, -0.72},
                                     {side * 1.22, -0.1},
                                     {side * 1.2, length * 0.85},
                                     {side * 0.95, length},
                                     {side * 0.8, length * 0.35},
                                     {side * 0.72, -0.3}},
                                    true);
        drawShadow(canvas.painter, {side * 0.85, length * 0.5}, {0.5, 0.7}, 0.4);
        drawCoat(canvas, dog, ear, dog.marks, {side * 0.6, -1.2});
    }
}

void drawDogEyes(Canvas& canvas, const Dog& dog)
{
    auto& painter = canvas.painter;
    const bool blue = dog.masked && canvas.dice.chance(0.6);
    for (const double side : {-1.0, 1.0}) {
        const QPointF at(side * 0.4, -0.16);
        drawShadow(painter, at, {0.34, 0.32}, 0.45);
        fillEllipse(painter, at, {0.165, 0.17}, QColor(20, 14, 14));
        fillEllipse(painter, at, {0.135, 0.14},
                    radial(at + QPointF(0, 0.07), 0.17,
                           blue ? QColor(170, 214, 240) : QColor(140, 84, 40),
                           blue ? QColor(60, 110, 160) : QColor(40, 20, 12)));
        fillEllipse(painter, at, {0.075, 0.08}, QColor(10, 6, 8));
        fillEllipse(painter, at + QPointF(-0.05, -0.06), {0.045, 0.045}, Qt::white);
        QPainterPath brow(at + QPointF(-side * 0.16, -0.27));
        brow.quadTo(at + QPointF(0, -0.36), at + QPointF(side * 0.2, -0.22));
        stroke(painter, brow, withAlpha(dog.masked ? dog.pale : shadowed(dog.coat, 0.4), 0.6),
               0.07);
    }
}

void drawSnout(Canvas& canvas, const Dog& dog)
{
    auto& painter = canvas.painter;
    const double w = dog.muzzle;
    if (dog.panting) {
        fillBody(painter, {0, 0.86}, {0.34 * w, 0.3}, QColor(70, 22, 30), 0.4);
        QPainterPath tongue(QPointF(-0.2, 0.74));
        tongue.cubicTo({-0.28, 1.3}, {-0.16, 1.48}, {0.02, 1.46});
        tongue.cubicTo({0.22, 1.46}, {0.28, 1.2}, {0.2, 0.74});
        tongue.closeSubpath();
        fillBody(painter, tongue, QColor(236, 110, 128), 0.6);
        stroke(painter, {0, 0.85}, {0.01, 1.25}, QColor(190, 70, 92, 160), 0.035);
    } else {
        fillBody(painter, {0, 0.84}, {0.3 * w, 0.2}, dog.pale, 0.7);
    }
    drawShadow(painter, {0, 0.78}, {0.6 * w, 0.3}, 0.35);
    fillBody(painter, {0, 0.12}, {0.3 * w, 0.5}, dog.pale, 0.35);
    for (const double side : {-1.0, 1.0})
        fillBody(painter, {side * 0.23 * w, 0.54}, {0.34 * w, 0.29}, dog.pale, 0.6);
    fillBody(painter, {0, 0.36}, {0.4 * w, 0.24}, dog.pale, 0.2);
    const auto nose = smoothPath(
        {{-0.24, 0.24}, {0, 0.17}, {0.24, 0.24}, {0.2, 0.4}, {0, 0.5}, {-0.2, 0.4}}, true);
    fillBody(painter, nose, QColor(30, 22, 26), 0.9);
    glow(painter, {-0.06, 0.26}, {0.14, 0.06}, QColor(255, 255, 255, 190));
    for (const double side : {-1.0, 1.0}) {
        QPainterPath lip(QPointF(0, 0.48));
        lip.cubicTo({0, 0.8}, {side * 0.3 * w, 0.86}, {side * 0.5 * w, 0.62});
        stroke(painter, lip, withAlpha(QColor(34, 20, 24), 0.85), 0.045);
        for (int k = 0; k < 3; ++k)
            fillEllipse(painter, {side * (0.22 + 0.09 * k), 0.56 + 0.05 * (k % 2)}, {0.018, 0.018},
                        withAlpha(QColor(34, 20, 24), 0.6));
    }
}

void drawCollar(Canvas& canvas, const Dog& dog, double y, double width)
{
    auto& painter = canvas.painter;
    QPainterPath band(QPointF(-width, y - 0.1));
    band.quadTo({0, y + 0.42}, {width, y - 0.1});
    stroke(painter, band, shadowed(dog.collar, 0.35), 0.24);
    stroke(painter, band, dog.collar, 0.17);
    fillBody(painter, {0, y + 0.34}, {0.14, 0.15}, hsl(46, 0.75, 0.6));
}

void drawDogPaw(Canvas& canvas, const Dog& dog, QPointF at)
{
    fillBody(canvas.painter, at, {0.38, 0.24}, dog.pale, 0.8);
    for (const double toe : {-0.12, 0.1})
        stroke(canvas.painter, at + QPointF(toe, 0), at + QPointF(toe, 0.17),
               withAlpha(shadowed(dog.pale, 0.6), 0.6), 0.03);
}

void drawLeg(Canvas& canvas, const Dog& dog, QPointF hip, double foot, const QColor& colour)
{
    QPainterPath leg(hip + QPointF(-0.34, -0.2));
    leg.cubicTo({hip.x() - 0.32, hip.y() + 0.8}, {hip.x() - 0.2, foot - 0.6},
                {hip.x() - 0.22, foot});
    leg.lineTo(hip.x() + 0.22, foot);
    leg.cubicTo({hip.x() + 0.24, foot - 0.6}, {hip.x() + 0.42, hip.y() + 0.6},
                hip + QPointF(0.42, -0.2));
    leg.closeSubpath();
    drawCoat(canvas, dog, leg, colour, hip - QPointF(0, 0.5));
    drawDogPaw(canvas, dog, {hip.x() - 0.06, foot - 0.04});
}

/// What the breeds draw upon.
struct Litter {
    double tone = 0; ///< dark to light, in [0, 1]
    Ears ears = Ears::Upright;
    QColor white;
};

Dog plainBreed(int breed, const Litter& litter)
{
    const auto& [tone, either, white] = litter;
    switch (breed) {
    case 0: { // golden or cream
        const QColor coat = hsl(36, 0.55, 0.58 + 0.24 * tone);
        return {.coat = coat, .pale = shade(coat, 0.22), .marks = shadowed(coat, 0.14)};
    }
    case 1: { // chocolate
        const QColor coat = hsl(18, 0.4, 0.2 + 0.12 * tone);
        return {.coat = coat, .pale = shade(coat, 0.1), .marks = shadowed(coat, 0.2)};
    }
    case 2: // black, perhaps with tan
        return {.coat = hsl(240, 0.08, 0.14),
                .pale = tone < 0.5 ? hsl(26, 0.55, 0.46) : hsl(240, 0.06, 0.2),
                .marks = hsl(240, 0.08, 0.1),
                .ears = either};
    case 3: { // sled dog
        const QColor coat = hsl(215, 0.1, 0.26 + 0.24 * tone);
        return {.coat = coat,
                .pale = white,
                .marks = shadowed(coat, 0.2),
                .ears = Ears::Upright,
                .muzzle = 0.9,
                .masked = true};
    }
    default: // fox-coloured, short legs
        return {.coat = hsl(28, 0.62, 0.56),
                .pale = white,
                .marks = hsl(26, 0.62, 0.5),
                .ears = Ears::Upright,
                .legs = 0.62,
                .masked = true};
    }
}

Dog drawMarkedBreed(Dice& dice, int breed, const Litter& litter)
{
    const double tone = litter.tone;
    const QColor& white = litter.white;
    switch (breed) {
    case 0: // spotted
        return {.coat = hsl(40, 0.08, 0.94),
                .pale = white,
                .marks = hsl(230, 0.1, 0.14),
                .ears = tone < 0.5 ? Ears::Folded : Ears::Hanging,
                .spotted = true};
    case 1: // of three colours
        return {.coat = hsl(26, 0.56, 0.48),
                .pale = white,
                .marks = hsl(24, 0.4, 0.24),
                .saddle = true};
    case 2: { // curls
        const QColor coat = hsl(dice.between(15, 34), dice.between(0.1, 0.5), 0.3 + 0.58 * tone);
        return {
            .coat = coat, .pale = shade(coat, 0.15), .marks = shadowed(coat, 0.1), .curly = true};
    }
    default: // fawn with a dark muzzle
        return {.coat = hsl(32, 0.45, 0.55 + 0.17 * tone),
                .pale = hsl(26, 0.18, 0.22),
                .marks = hsl(26, 0.2, 0.24),
                .ears = Ears::Folded,
                .muzzle = 1.15};
    }
}

Dog drawBreed(Dice& dice)
{
    constexpr int kPlain = 5;
    Litter litter;
    litter.tone = dice.between(0, 1);
    litter.ears = dice.pick({Ears::Upright, Ears::Hanging});
    litter.white = hsl(38, 0.16, 0.95);
    const int breed = dice.count(0, 8);
    return breed < kPlain ? plainBreed(breed, litter)
                          : drawMarkedBreed(dice, breed - kPlain, litter);
}

} // namespace

Dog drawDogLots(Dice& dice)
{
    Dog dog = drawBreed(dice);
    dog.collar = hsl(dice.between(0, 360), 0.7, 0.45);
    dog.panting = dice.chance(0.6);
    dog.muzzle *= dice.between(0.9, 1.1);
    return dog;
}

void drawDogHead(Canvas& canvas, const Dog& dog)
{
    auto& painter = canvas.painter;
    if (dog.ears == Ears::Upright)
        drawUprightEars(canvas, dog);
    constexpr std::array<QPointF, 7> kHalf{{{0, -0.88},
                                            {0.5, -0.82},
                                            {0.86, -0.4},
                                            {0.88, 0.15},
                                            {0.66, 0.62},
                                            {0.35, 0.9},
                                            {0, 0.96}}};
    const auto head = mirrored(kHalf);
    drawCoat(canvas, dog, head, dog.coat, {0, 0.3});
    painter.save();
    painter.setClipPath(head, Qt::IntersectClip);
    if (dog.masked)
        for (const double side : {-1.0, 1.0})
            fillBody(painter, {side * 0.42, 0.2}, {0.42, 0.62}, withAlpha(dog.pale, 0.92), 0.3);
    if (dog.saddle || dog.masked)
        fill(painter,
             smoothPath({{0, -1}, {0.13, -0.5}, {0.2, 0.2}, {-0.2, 0.2}, {-0.13, -0.5}}, true),
             dog.pale);
    painter.restore();
    if (dog.spotted)
        drawSpots(canvas, dog, head);
    drawSnout(canvas, dog);
    drawDogEyes(canvas, dog);
    if (dog.ears != Ears::Upright)
        drawHangingEars(canvas, dog);
}

void drawDogPortrait(Canvas& canvas, const Dog& dog)
{
    const auto chest = smoothPath(
        {{0, 0.2}, {0.75, 0.5}, {1.25, 1.6}, {1.7, 4}, {-1.7, 4}, {-1.25, 1.6}, {-0.75, 0.5}},
        true);
    drawCoat(canvas, dog, chest, dog.coat, {0, 0});
    const auto bib =
        smoothPath({{0, 0.8}, {0.55, 1.2}, {0.5, 2.6}, {0, 3.6}, {-0.5, 2.6}, {-0.55, 1.2}}, true);
    drawCoat(canvas, dog, bib, dog.pale, {0, 0});
    if (dog.spotted)
        drawSpots(canvas, dog, chest);
    drawShadow(canvas.painter, {0.05, 1.0}, {0.95, 0.5}, 0.55);
    drawCollar(canvas, dog, 1.26, 0.84);
    canvas.painter.save();
    canvas.painter.rotate(canvas.dice.around(0, 13));
    drawDogHead(canvas, dog);
    canvas.painter.restore();
}

void drawSittingDog(Canvas& canvas, const Dog& dog)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {0.3, 3.9}, {2.3, 0.45}, 0.65);
    const std::array<QPointF, 4> tail{{{0.9, 3.5}, {1.6, 3.5}, {2.0, 3.0}, {2.1, 2.4}}};
    drawCoat(canvas, dog, tapered(tail, 0.5, 0.2), dog.coat, {0.9, 3.5});
    constexpr std::array<QPointF, 6> kHalf{
        {{0, 0.4}, {0.75, 0.7}, {1.0, 1.7}, {1.2, 2.9}, {1.05, 3.75}, {0, 3.85}}};
    const auto body = mirrored(kHalf);
    drawCoat(canvas, dog, body, dog.saddle ? dog.marks : dog.coat, {0, 0.3});
    for (const double side : {-1.0, 1.0}) {
        fillBody(painter, {side * 0.98, 3.2}, {0.5, 0.66}, dog.coat, 0.9);
        drawDogPaw(canvas, dog, {side * 1.12, 3.76});
    }
    const auto bib =
        smoothPath({{0, 0.7}, {0.62, 1.1}, {0.5, 2.2}, {0, 2.9}, {-0.5, 2.2}, {-0.62, 1.1}}, true);
    drawCoat(canvas, dog, bib, dog.pale, {0, 0});
    for (const double side : {-1.0, 1.0})
        drawLeg(canvas, dog, {side * 0.45, 1.9}, 3.84, dog.coat);
    if (dog.spotted)
        drawSpots(canvas, dog, body);
    drawShadow(painter, {0.05, 1.0}, {0.95, 0.5}, 0.5);
    drawCollar(canvas, dog, 1.14, 0.7);
    drawDogHead(canvas, dog);
}

void drawStandingDog(Canvas& canvas, const Dog& dog)
{
    auto& painter = canvas.painter;
    const double foot = 1.6 + 1.8 * dog.legs;
    painter.save();
    painter.translate(0, 3.4 - foot); // short legs stand on the same ground
    drawShadow(painter, {1.8, foot}, {3.2, 0.45}, 0.65);
    const std::array<QPointF, 4> tail{{{4.0, 0.7}, {4.6, 0.2}, {4.8, -0.6}, {4.4, -1.2}}};
    drawCoat(canvas, dog, tapered(tail, 0.44, 0.26), dog.marks, {4, 1});
    for (const double x : {1.0, 3.4})
        drawLeg(canvas, dog, {x, 1.5}, foot - 0.12, shadowed(dog.coat, 0.35));
    const auto body = smoothPath({{-0.3, 0.4},
                                  {0.8, 0.2},
                                  {2.4, 0.35},
                                  {3.8, 0.25},
                                  {4.3, 0.9},
                                  {4.0, 1.8},
                                  {2.5, 1.95},
                                  {1.0, 2.25},
                                  {0.0, 1.9}},
                                 true);
    drawCoat(canvas, dog, body, dog.coat, {1.5, 0.2});
    painter.save();
    painter.setClipPath(body, Qt::IntersectClip);
    if (dog.saddle)
        fillBody(painter, {2.4, 0.4}, {1.5, 0.9}, withAlpha(shade(dog.marks, -0.5), 0.9), 0.6);
    glow(painter, {0.1, 1.7}, {0.9, 0.8}, withAlpha(dog.pale, 0.8));
    painter.restore();
    if (dog.spotted)
        drawSpots(canvas, dog, body);
    drawLeg(canvas, dog, {0.45, 1.5}, foot, dog.coat);
    drawLeg(canvas, dog, {3.85, 1.45}, foot, dog.coat);
    drawShadow(painter, {0.1, 1.0}, {0.95, 0.5}, 0.5);
    drawCollar(canvas, dog, 0.95, 0.6);
    drawDogHead(canvas, dog);
    painter.restore();
}

} // namespace samples
