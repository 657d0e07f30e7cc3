#include "data/street/light.h"
#include "data/street/person.h"

#include <cmath>

namespace samples {

namespace {

void drawEye(Canvas& canvas, const Person& person, QPointF at, double width, const QColor& iris)
{
    auto& painter = canvas.painter;
    const double w = 0.22 * width;
    const double h = person.mouth == 2 ? 0.085 : 0.115;
    drawShadow(painter, at - QPointF(0, 0.06), {w * 1.7, 0.24}, 0.28);
    QPainterPath eye(at + QPointF(-w, 0.02));
    eye.quadTo(at + QPointF(0, -h * 1.8), at + QPointF(w, 0.0));
    eye.quadTo(at + QPointF(0, h * 1.5), at + QPointF(-w, 0.02));
    fill(painter, eye, QColor(248, 244, 240));
    painter.save();
    painter.setClipPath(eye, Qt::IntersectClip);
    const QPointF pupil = at + QPointF(person.turn * 0.05, -0.005);
    fillEllipse(painter, pupil, {0.115, 0.115},
                radial(pupil + QPointF(0, 0.05), 0.13, shade(iris, 0.35), shade(iris, -0.45)));
    fillEllipse(painter, pupil, {0.055, 0.055}, QColor(14, 10, 14));
    painter.restore();
    fillEllipse(painter, pupil + QPointF(-0.035, -0.04), {0.026, 0.026}, Qt::white);
    QPainterPath lid(at + QPointF(-w * 1.05, 0.03));
    lid.quadTo(at + QPointF(0, -h * 1.9), at + QPointF(w * 1.05, 0.0));
    stroke(painter, lid, shadowed(person.skin, 0.82), person.painted ? 0.06 : 0.042);
    QPainterPath fold(at + QPointF(-w, -0.07));
    fold.quadTo(at + QPointF(0, -h * 2.7), at + QPointF(w, -0.09));
    stroke(painter, fold, withAlpha(shadowed(person.skin, 0.5), 0.5), 0.025);
}

void drawEyes(Canvas& canvas, const Person& person)
{
    auto& dice = canvas.dice;
    const QColor iris = person.skin.lightnessF() > 0.62F && dice.chance(0.6)
                            ? hsl(dice.pick({205.0, 150.0, 95.0, 30.0}), 0.45, 0.4)
                            : hsl(24, 0.6, dice.between(0.14, 0.3));
    const QColor brow =
        person.hair.lightnessF() > 0.7F ? shadowed(person.hair, 0.35) : shadowed(person.hair, 0.2);
    for (const double side : {-1.0, 1.0}) {
        const double width = 1 - 0.28 * std::max(0.0, side * person.turn);
        const QPointF at(side * 0.43 + person.turn * 0.26, 0);
        drawEye(canvas, person, at, width, iris);
        QPainterPath arch(at + QPointF(-side * 0.24 * width, -0.27));
        arch.quadTo(at + QPointF(side * 0.05, -0.42), at + QPointF(side * 0.31 * width, -0.24));
        stroke(canvas.painter, arch, withAlpha(brow, 0.85), person.painted ? 0.065 : 0.09);
    }
}

void drawNose(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    const double x = person.turn * 0.36;
    const double side = person.turn < 0 ? 1 : -1; // the side that we see
    const QColor shadow = shadowed(person.skin, 0.55);
    QPainterPath bridge(QPointF(x - side * 0.1, -0.05));
    bridge.cubicTo({x - side * 0.13, 0.2}, {x - side * 0.22, 0.42}, {x - side * 0.05, 0.47});
    stroke(painter, bridge, withAlpha(shadow, 0.45), 0.045);
    drawShadow(painter, {x, 0.5}, {0.3, 0.14}, 0.3);
    glow(painter, {x + side * 0.02, 0.36}, {0.16, 0.14}, QColor(255, 246, 232, 150));
    glow(painter, {x + side * 0.02, 0.05}, {0.09, 0.4}, QColor(255, 246, 232, 90));
    for (const double nostril : {-1.0, 1.0})
        fillEllipse(painter, {x + nostril * 0.085, 0.465}, {0.04, 0.022}, withAlpha(shadow, 0.7));
}

void drawMouth(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    const double x = person.turn * 0.3;
    const double w = person.mouth == 0 ? 0.3 : 0.4;
    const double lift = person.mouth == 0 ? 0.0 : 0.09;
    const QColor lip = person.painted ? mix(person.skin, QColor(190, 24, 54), 0.7)
                                      : mix(person.skin, QColor(178, 60, 62), 0.42);
    const QPointF left(x - w, 0.78 - lift);
    const QPointF right(x + w, 0.78 - lift);
    QPainterPath lips(left);
    lips.cubicTo({x - 0.16, 0.66}, {x - 0.06, 0.7}, {x, 0.715});
    lips.cubicTo({x + 0.06, 0.7}, {x + 0.16, 0.66}, right);
    const double low = person.mouth == 2 ? 1.1 : 0.98;
    lips.quadTo({x, low + 0.07}, left);
    fill(painter, lips, down({0, 0.66, 1, 0.36}, {shadowed(lip, 0.25), lip, shade(lip, 0.15)}));
    QPainterPath inside(left + QPointF(0.05, 0.005));
    inside.quadTo({x, 0.76 + lift * 0.6}, right + QPointF(-0.05, 0.005));
    if (person.mouth == 0) {
        stroke(painter, inside, shadowed(lip, 0.6), 0.03);
    } else {
        inside.quadTo({x, person.mouth == 2 ? 1.08 : 0.9}, left + QPointF(0.05, 0.005));
        fill(painter, inside, QColor(92, 20, 28));
        painter.save();
        painter.setClipPath(inside, Qt::IntersectClip);
        fillRounded(painter, {x - 0.34, 0.6, 0.68, person.mouth == 2 ? 0.3 : 0.24}, 0.04,
                    QColor(252, 249, 244));
        painter.restore();
        for (const double side : {-1.0, 1.0}) {
            QPainterPath crease(QPointF(x + side * 0.34, 0.46));
            crease.quadTo({x + side * 0.52, 0.56}, {x + side * 0.5, 0.76});
            stroke(painter, crease, withAlpha(shadowed(person.skin, 0.5), 0.28), 0.03);
        }
    }
    drawShadow(painter, {x, 1.04}, {0.3, 0.08}, 0.25);
}

void drawBeard(Canvas& canvas, const Person& person)
{
    const double x = person.turn * 0.15;
    const QPainterPath beard = smoothPath({{-0.98, 0.05},
                                           {-0.86, 0.42},
                                           {x - 0.45, 0.6},
                                           {x, 0.57},
                                           {x + 0.45, 0.6},
                                           {0.86, 0.42},
                                           {0.98, 0.05},
                                           {0.92, 0.8},
                                           {0.5, 1.38},
                                           {0, 1.52},
                                           {-0.5, 1.38},
                                           {-0.92, 0.8}},
                                          true);
    fill(canvas.painter, beard, withAlpha(person.hair, 0.93));
    drawFur(canvas, beard, {person.hair, 0.13, 260, {0, -0.4}, 0.022});
}

void drawGlasses(Canvas& canvas, const Person& person)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const bool sun = dice.chance(0.4);
    const QColor frame =
        dice.chance(0.6) ? QColor(24, 20, 24) : hsl(dice.between(0, 360), 0.5, 0.4);
    const double rounding = dice.pick({0.12, 0.3});
    for (const double side : {-1.0, 1.0}) {
        const double width = 0.34 * (1 - 0.2 * std::max(0.0, side * person.turn));
        const QRectF glass(side * 0.43 + person.turn * 0.28 - width, -0.25, width * 2, 0.54);
        painter.setPen(QPen(frame, 0.055));
        painter.setBrush(sun ? between(glass.topLeft(), glass.bottomRight(),
                                       QColor(20, 20, 34, 245), QColor(90, 70, 90, 225))
                             : QBrush(QColor(235, 245, 255, 38)));
        painter.drawRoundedRect(glass, rounding, rounding);
        fill(painter,
             polygon({glass.topLeft() + QPointF(0.1, 0.05), glass.topLeft() + QPointF(0.26, 0.05),
                      glass.topLeft() + QPointF(0.14, 0.4), glass.topLeft() + QPointF(0.04, 0.4)}),
             QColor(255, 255, 255, 60));
        stroke(painter, {glass.center().x() + side * width, -0.1}, {side * 1.0, -0.14}, frame,
               0.05);
    }
    stroke(painter, {person.turn * 0.28 - 0.1, -0.06}, {person.turn * 0.28 + 0.1, -0.06}, frame,
           0.05);
}

} // namespace

void drawFace(Canvas& canvas, const Person& person)
{
    auto& painter = canvas.painter;
    const double x = person.turn * 0.12;
    for (const double side : {-1.0, 1.0})
        fillBody(painter, {side * (1.0 - 0.08 * side * person.turn), 0.12}, {0.14, 0.26},
                 shadowed(person.skin, 0.1));
    QPainterPath face(QPointF(x, -1.28));
    face.cubicTo({0.85, -1.28}, {1.06, -0.7}, {0.99, 0.05});
    face.cubicTo({0.95, 0.65}, {x + person.jaw, 1.28}, {x, 1.29});
    face.cubicTo({x - person.jaw, 1.28}, {-0.95, 0.65}, {-0.99, 0.05});
    face.cubicTo({-1.06, -0.7}, {-0.85, -1.28}, {x, -1.28});
    fillBody(painter, face, person.skin, 0.55);
    painter.save();
    painter.setClipPath(face, Qt::IntersectClip);
    drawShadow(painter, {1.15, 0.4}, {0.75, 1.5}, 0.4);
    glow(painter, {-0.6, 0.2}, {0.6, 0.7}, withAlpha(shade(person.skin, 0.5), 0.5));
    for (const double side : {-1.0, 1.0})
        glow(painter, {side * 0.55 + x, 0.45}, {0.4, 0.3},
             withAlpha(mix(person.skin, QColor(226, 70, 70), 0.6), 0.4));
    painter.restore();
    if (person.beard)
        drawBeard(canvas, person);
    drawEyes(canvas, person);
    drawNose(canvas, person);
    drawMouth(canvas, person);
    if (person.glasses)
        drawGlasses(canvas, person);
}

} // namespace samples
