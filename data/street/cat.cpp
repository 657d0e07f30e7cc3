#include "data/street/cat.h"

#include "data/street/light.h"

#include <array>

namespace samples {

namespace {

constexpr std::array<QPointF, 7> kHead{
    {{0, -0.76}, {0.55, -0.68}, {0.92, -0.2}, {0.98, 0.22}, {0.74, 0.6}, {0.36, 0.82}, {0, 0.88}}};

void drawEars(Canvas& canvas, const Cat& cat, bool behind)
{
    auto& painter = canvas.painter;
    const QColor coat = cat.masked ? cat.marks : cat.coat;
    for (const double side : {-1.0, 1.0}) {
        QPainterPath ear(QPointF(side * 0.9, -0.1));
        ear.quadTo({side * 1.0, -0.8}, {side * 0.86, -1.28});
        ear.quadTo({side * 0.45, -1.02}, {side * 0.16, -0.66});
        ear.closeSubpath();
        fillBody(painter, ear, cat.patched && side > 0 ? cat.marks : coat);
        drawFur(canvas, ear, {coat, 0.14, 50, {side * 0.5, 0}});
        if (behind)
            continue;
        QPainterPath inside(QPointF(side * 0.8, -0.4));
        inside.quadTo({side * 0.86, -0.8}, {side * 0.78, -1.08});
        inside.quadTo({side * 0.5, -0.88}, {side * 0.34, -0.66});
        inside.closeSubpath();
        fill(painter, inside, down({0, -1.1, 1, 0.6}, {hsl(350, 0.4, 0.6), hsl(350, 0.35, 0.72)}));
        for (int k = 0; k < 5; ++k)
            stroke(painter, {side * (0.36 + 0.06 * k), -0.55}, {side * (0.5 + 0.06 * k), -0.9},
                   withAlpha(cat.pale, 0.6), 0.025);
    }
}

void drawStripes(Canvas& canvas, const Cat& cat)
{
    auto& painter = canvas.painter;
    const QColor dark = withAlpha(cat.marks, 0.75);
    for (const double x : {-0.26, -0.09, 0.09, 0.26})
        stroke(painter, {x * 1.3, -0.78}, {x, -0.42}, dark, 0.075);
    for (const double side : {-1.0, 1.0})
        for (const double y : {0.0, 0.2, 0.4}) {
            QPainterPath stripe(QPointF(side * 1.0, y - 0.08));
            stripe.quadTo({side * 0.8, y + 0.06}, {side * 0.62, y + 0.04});
            stroke(painter, stripe, dark, 0.065);
        }
}

void drawCatEye(Canvas& canvas, const Cat& cat, double side)
{
    auto& painter = canvas.painter;
    const QPointF at(side * 0.42, -0.06);
    if (cat.asleep) {
        QPainterPath lid(at + QPointF(-0.22, 0));
        lid.quadTo(at + QPointF(0, 0.2), at + QPointF(0.22, 0));
        stroke(painter, lid, shadowed(cat.marks, 0.7), 0.06);
        return;
    }
    QPainterPath eye(at + QPointF(-side * 0.25, 0.1));
    eye.cubicTo(at + QPointF(-side * 0.14, -0.24), at + QPointF(side * 0.14, -0.26),
                at + QPointF(side * 0.26, -0.06));
    eye.cubicTo(at + QPointF(side * 0.16, 0.2), at + QPointF(-side * 0.08, 0.24),
                at + QPointF(-side * 0.25, 0.1));
    fill(painter, eye,
         radial(at + QPointF(0, 0.12), 0.34, shade(cat.eyes, 0.4), shadowed(cat.eyes, 0.45)));
    painter.save();
    painter.setClipPath(eye, Qt::IntersectClip);
    fillEllipse(painter, at + QPointF(cat.gaze * 0.06, -0.02),
                {0.045 + 0.07 * (1 - canvas.traits.brightness) / 2, 0.2}, QColor(10, 8, 12));
    drawShadow(painter, at - QPointF(0, 0.26), {0.36, 0.18}, 0.7);
    painter.restore();
    stroke(painter, eye, shadowed(cat.coat, 0.85), 0.045);
    fillEllipse(painter, at + QPointF(-0.08, -0.09), {0.05, 0.055}, Qt::white);
}

void drawMuzzle(Canvas& canvas, const Cat& cat)
{
    auto& painter = canvas.painter;
    const QColor muzzle = cat.masked ? shade(cat.marks, 0.12) : cat.pale;
    fillBody(painter, {0, 0.68}, {0.26, 0.2}, muzzle, 0.5);
    for (const double side : {-1.0, 1.0})
        fillBody(painter, {side * 0.19, 0.42}, {0.28, 0.21}, muzzle, 0.5);
    fill(painter,
         smoothPath({{-0.13, 0.17}, {0, 0.15}, {0.13, 0.17}, {0.05, 0.29}, {-0.05, 0.29}}, true),
         cat.masked ? QColor(60, 40, 42) : hsl(352, 0.5, 0.64));
    for (const double side : {-1.0, 1.0}) {
        QPainterPath mouth(QPointF(0, 0.29));
        mouth.cubicTo({0, 0.5}, {side * 0.16, 0.54}, {side * 0.27, 0.46});
        stroke(painter, mouth, shadowed(muzzle, 0.75), 0.035);
        for (const double drop : {-0.1, 0.04, 0.2}) {
            QPainterPath whisker(QPointF(side * 0.34, 0.4 + drop * 0.3));
            whisker.quadTo({side * 0.9, 0.32 + drop * 0.6}, {side * 1.45, 0.4 + drop * 1.5});
            stroke(painter, whisker, QColor(255, 255, 255, 190), 0.018);
        }
    }
}

void drawPaws(Canvas& canvas, const Cat& cat, QPointF at, double spread)
{
    const QColor paw = cat.masked ? cat.marks : cat.pale;
    for (const double side : {-1.0, 1.0}) {
        const QPointF foot = at + QPointF(side * spread, 0);
        fillBody(canvas.painter, foot, {0.34, 0.22}, paw, 0.7);
        for (const double toe : {-0.1, 0.1})
            stroke(canvas.painter, foot + QPointF(toe, 0.02), foot + QPointF(toe, 0.16),
                   withAlpha(shadowed(paw, 0.6), 0.6), 0.025);
    }
}

void drawTail(Canvas& canvas, const Cat& cat, std::initializer_list<QPointF> points)
{
    const std::vector<QPointF> line(points);
    const auto tail = tapered(line, 0.5, 0.34);
    fillBody(canvas.painter, tail, cat.masked ? cat.marks : cat.coat);
    drawFur(canvas, tail, {cat.coat, 0.16, 90, line.front()});
    if (!cat.striped)
        return;
    for (std::size_t k = 1; k < line.size(); ++k) {
        const QPointF middle = (line[k - 1] + line[k]) / 2;
        const QPointF along = (line[k] - line[k - 1]) * 0.28;
        const QPointF across(-along.y(), along.x());
        stroke(canvas.painter, middle - across, middle + across, withAlpha(cat.marks, 0.6), 0.1);
    }
}

void drawFlankStripes(Canvas& canvas, const Cat& cat, const QPainterPath& body)
{
    auto& painter = canvas.painter;
    const QRectF bounds = body.boundingRect();
    painter.save();
    painter.setClipPath(body, Qt::IntersectClip);
    if (cat.striped)
        for (int k = 0; k < static_cast<int>(bounds.width() / 0.42); ++k) {
            const double x = bounds.left() + 0.3 + k * 0.42;
            QPainterPath stripe(QPointF(x, bounds.top() - 0.1));
            stripe.quadTo({x + 0.22, bounds.top() + 0.5},
                          {x - 0.05, bounds.top() + bounds.height() * 0.55});
            stroke(painter, stripe, withAlpha(cat.marks, 0.55), 0.13);
        }
    if (cat.patched)
        for (int k = 0; k < 3; ++k)
            fill(painter,
                 blob(canvas.dice,
                      {canvas.dice.between(bounds.left(), bounds.right()),
                       canvas.dice.between(bounds.top(), bounds.bottom())},
                      {0.7, 0.6}, 0.3),
                 k % 2 == 0 ? cat.marks : shade(cat.marks, -0.6));
    painter.restore();
}

QPainterPath uprightBody()
{
    constexpr std::array<QPointF, 6> kHalf{
        {{0, 0.3}, {0.62, 0.55}, {0.95, 1.6}, {1.28, 2.7}, {1.1, 3.5}, {0, 3.62}}};
    return mirrored(kHalf);
}

Cat drawCoatLots(Dice& dice)
{
    const double warm = dice.between(22, 36);
    const double pale = dice.between(0.1, 0.5);
    switch (dice.count(0, 7)) {
    case 0: // ginger
        return {.coat = hsl(26, 0.7, dice.between(0.48, 0.62)),
                .pale = hsl(34, 0.7, 0.88),
                .marks = hsl(18, 0.7, 0.36),
                .striped = true};
    case 1: // brown tabby
        return {.coat = hsl(warm, 0.24, dice.between(0.38, 0.52)),
                .pale = hsl(warm, 0.3, 0.82),
                .marks = hsl(warm, 0.25, 0.14),
                .striped = true};
    case 2: // silver tabby
        return {.coat = hsl(215, 0.08, dice.between(0.55, 0.7)),
                .pale = hsl(215, 0.06, 0.92),
                .marks = hsl(220, 0.12, 0.2),
                .striped = true};
    case 3: // black
        return {.coat = hsl(dice.between(220, 300), 0.1, 0.13),
                .pale = hsl(250, 0.08, 0.18),
                .marks = hsl(250, 0.1, 0.07)};
    case 4: // black and white
        return {
            .coat = hsl(240, 0.1, 0.14), .pale = hsl(40, 0.15, 0.95), .marks = hsl(240, 0.1, 0.1)};
    case 5: // white or cream
        return {.coat = hsl(warm, pale, dice.between(0.84, 0.94)),
                .pale = hsl(warm, 0.2, 0.97),
                .marks = hsl(warm, 0.3, 0.7)};
    case 6: // of three colours
        return {.coat = hsl(38, 0.2, 0.93),
                .pale = hsl(38, 0.2, 0.97),
                .marks = hsl(24, 0.7, 0.5),
                .patched = true};
    default: // with a mask
        return {.coat = hsl(34, 0.36, dice.between(0.72, 0.84)),
                .pale = hsl(36, 0.35, 0.88),
                .marks = hsl(22, 0.25, 0.18),
                .eyes = hsl(208, 0.7, 0.58),
                .masked = true};
    }
}

} // namespace

Cat drawCatLots(Dice& dice)
{
    Cat cat = drawCoatLots(dice);
    if (!cat.masked)
        cat.eyes = hsl(dice.pick({48.0, 75.0, 110.0, 150.0, 200.0, 30.0}), 0.62, 0.5);
    cat.gaze = dice.around(0, 1);
    cat.asleep = dice.chance(0.14);
    return cat;
}

void drawCatHead(Canvas& canvas, const Cat& cat)
{
    auto& painter = canvas.painter;
    drawEars(canvas, cat, false);
    const auto head = mirrored(kHead);
    drawShadow(painter, {0.05, 0.75}, {0.95, 0.4}, 0.45);
    fillBody(painter, head, cat.coat, 0.85);
    painter.save();
    painter.setClipPath(head, Qt::IntersectClip);
    if (cat.striped)
        drawStripes(canvas, cat);
    if (cat.patched) {
        fill(painter, blob(canvas.dice, {0.55, -0.35}, {0.5, 0.55}, 0.2), cat.marks);
        fill(painter, blob(canvas.dice, {-0.7, -0.5}, {0.45, 0.4}, 0.2), shade(cat.marks, -0.7));
    }
    if (cat.masked)
        glow(painter, {0, 0.25}, {0.95, 0.85}, cat.marks);
    else
        fill(painter,
             smoothPath({{0, -0.5}, {0.14, 0.2}, {0.5, 0.75}, {0, 1.0}, {-0.5, 0.75}, {-0.14, 0.2}},
                        true),
             withAlpha(cat.pale, 0.8));
    painter.restore();
    drawFur(canvas, head, {cat.coat, 0.16, 230, {0, 0.1}});
    for (const double side : {-1.0, 1.0})
        drawCatEye(canvas, cat, side);
    drawMuzzle(canvas, cat);
}

void drawSittingCat(Canvas& canvas, const Cat& cat)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {0.3, 3.6}, {2.4, 0.45}, 0.65);
    drawTail(canvas, cat, {{0.9, 3.35}, {1.7, 3.4}, {2.15, 2.9}, {1.95, 2.2}, {2.2, 1.7}});
    const auto body = uprightBody();
    fillBody(painter, body, cat.coat);
    drawFlankStripes(canvas, cat, body);
    drawFur(canvas, body, {cat.coat, 0.2, 260, {0, 0.5}});
    for (const double side : {-1.0, 1.0})
        fillBody(painter, {side * 0.95, 3.0}, {0.48, 0.62}, cat.coat, 0.9);
    for (const double side : {-1.0, 1.0})
        fillRounded(painter, {side * 0.36 - 0.3, 1.7, 0.6, 1.9}, 0.3,
                    cylinder(side * 0.36 - 0.3, side * 0.36 + 0.3, cat.coat, 0.2));
    const auto bib =
        smoothPath({{0, 0.6}, {0.55, 0.9}, {0.4, 1.9}, {0, 2.4}, {-0.4, 1.9}, {-0.55, 0.9}}, true);
    fillBody(painter, bib, cat.pale, 0.5);
    drawFur(canvas, bib, {cat.pale, 0.25, 120, {0, 0}});
    drawPaws(canvas, cat, {0, 3.48}, 0.38);
    drawCatHead(canvas, cat);
}

void drawLyingCat(Canvas& canvas, const Cat& cat)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {1.6, 1.85}, {3.0, 0.5}, 0.65);
    const auto body = smoothPath({{-0.6, 0.6},
                                  {0.4, 0.0},
                                  {2.0, -0.45},
                                  {3.4, 0.05},
                                  {3.9, 1.1},
                                  {3.5, 1.85},
                                  {1.5, 1.95},
                                  {-0.5, 1.85},
                                  {-0.9, 1.3}},
                                 true);
    fillBody(painter, body, cat.coat);
    drawFlankStripes(canvas, cat, body);
    drawFur(canvas, body, {cat.coat, 0.2, 260, {1.4, 0}});
    fillBody(painter, {3.0, 1.25}, {0.85, 0.68}, cat.coat, 0.8);
    drawTail(canvas, cat, {{3.7, 1.5}, {3.6, 1.95}, {2.4, 2.05}, {1.3, 1.9}});
    drawPaws(canvas, cat, {0, 1.72}, 0.42);
    drawCatHead(canvas, cat);
}

void drawCatFromBehind(Canvas& canvas, const Cat& cat)
{
    auto& painter = canvas.painter;
    drawShadow(painter, {0.2, 3.6}, {2.2, 0.4}, 0.6);
    const auto body = uprightBody();
    fillBody(painter, body, cat.coat);
    drawFlankStripes(canvas, cat, body);
    drawFur(canvas, body, {cat.coat, 0.22, 280, {0, 0.2}});
    drawEars(canvas, cat, true);
    const auto head = mirrored(kHead);
    fillBody(painter, head, cat.coat, 0.9);
    drawFur(canvas, head, {cat.coat, 0.18, 200, {0, -0.3}});
    drawTail(canvas, cat, {{0.4, 3.4}, {1.4, 3.55}, {2.3, 3.4}, {2.7, 2.9}});
}

} // namespace samples
