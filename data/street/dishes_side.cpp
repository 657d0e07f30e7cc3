#include "data/street/backdrop.h"
#include "data/street/dishes.h"
#include "data/street/light.h"

namespace samples {

namespace {

void drawPlateSide(Canvas& canvas)
{
    const QColor glaze = canvas.dice.chance(0.5) ? QColor(246, 245, 240) : drawTone(canvas.dice);
    auto& painter = canvas.painter;
    drawShadow(painter, {0.05, 1.16}, {2.0, 0.3}, 0.7);
    fillBody(painter, {0, 1.06}, {1.5, 0.22}, shadowed(glaze, 0.18), 0.5);
    fillBody(painter, {0, 1.02}, {1.48, 0.2}, glaze, 0.4);
    fillEllipse(painter, {0, 1.0}, {1.15, 0.13}, shadowed(glaze, 0.1));
}

} // namespace

void drawBurger(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawPlateSide(canvas);
    const QColor bun = hsl(dice.between(26, 34), 0.62, dice.between(0.42, 0.56));
    fillRounded(painter, {-0.95, 0.66, 1.9, 0.36}, 0.16, lit({-0.95, 0.66, 1.9, 0.36}, bun));
    const int patties = dice.count(1, 2);
    double y = 0.62;
    for (int k = 0; k < patties; ++k, y -= 0.36) {
        const QRectF meat(-1.0, y - 0.2, 2.0, 0.28);
        fillRounded(painter, meat, 0.12, lit(meat, hsl(16, 0.5, 0.24)));
        QPainterPath cheese(QPointF(-1.02, y - 0.24));
        for (int drip = 0; drip < 4; ++drip)
            cheese.quadTo({-0.78 + drip * 0.5, y + dice.between(-0.1, 0.16)},
                          {-0.52 + drip * 0.52, y - 0.2});
        cheese.lineTo(1.02, y - 0.24);
        cheese.closeSubpath();
        fill(painter, cheese, hsl(44, 0.95, 0.58));
    }
    for (const double x : {-0.5, 0.1, 0.6})
        fillRounded(painter, {x - 0.4, y - 0.16, 0.8, 0.14}, 0.07,
                    lit({x - 0.4, y - 0.16, 0.8, 0.14}, hsl(6, 0.8, 0.48)));
    std::vector<QPointF> frill;
    for (int k = 0; k <= 16; ++k)
        frill.emplace_back(-1.08 + k * 0.135, y - 0.16 + (k % 2 == 0 ? 0.07 : -0.06));
    stroke(painter, smoothPath(frill, false), hsl(98, 0.55, 0.42), 0.13);
    QPainterPath top(QPointF(-1.0, y - 0.22));
    top.cubicTo({-1.05, y - 1.15}, {1.05, y - 1.15}, {1.0, y - 0.22});
    top.closeSubpath();
    fillBody(painter, top, bun);
    glow(painter, {-0.35, y - 0.72}, {0.5, 0.16}, QColor(255, 244, 214, 180));
    for (int k = 0; k < 22; ++k) {
        const double x = dice.around(0, 0.75);
        fillEllipse(painter, {x, y - 0.82 + x * x * 0.55 + dice.between(0, 0.3)}, {0.035, 0.024},
                    hsl(44, 0.6, 0.85));
    }
}

void drawPancakes(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawPlateSide(canvas);
    const int number = dice.count(3, 6);
    double y = 0.9;
    for (int k = 0; k < number; ++k, y -= 0.2) {
        const QRectF cake(-0.98 + dice.around(0, 0.05), y - 0.16, 1.96, 0.24);
        fillRounded(painter, cake, 0.12,
                    down(cake, {hsl(26, 0.6, 0.4), hsl(40, 0.75, 0.72), hsl(28, 0.62, 0.44)}));
    }
    fillBody(painter, {0, y}, {0.97, 0.17}, hsl(28, 0.6, 0.5), 0.6);
    const QColor syrup =
        dice.pick({hsl(24, 0.8, 0.28), hsl(345, 0.7, 0.35), hsl(18, 0.5, 0.16), hsl(42, 0.9, 0.5)});
    fillBody(painter, {0, y - 0.02}, {0.72, 0.12}, syrup, 0.5);
    for (const double x : {-0.62, -0.2, 0.3, 0.64}) {
        const double length = dice.between(0.15, 0.7);
        stroke(painter, {x, y + 0.06}, {x, y + 0.06 + length}, syrup, 0.12);
        glow(painter, {x - 0.02, y + 0.06 + length * 0.6}, {0.03, 0.12},
             QColor(255, 255, 255, 150));
    }
    if (dice.chance(0.5)) {
        for (int k = 0; k < 9; ++k)
            drawBerry(canvas, {dice.around(0, 0.5), y - 0.1 - dice.between(0, 0.18)}, 0.12);
    } else { // butter or cream
        fillBody(painter, {0, y - 0.14}, {0.36, 0.17}, hsl(48, 0.8, 0.9), 0.6);
        fillBody(painter, {0.02, y - 0.3}, {0.22, 0.13}, hsl(48, 0.8, 0.94), 0.6);
        drawBerry(canvas, {0.02, y - 0.42}, 0.13);
    }
}

void drawCakeSlice(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    drawPlateSide(canvas);
    const QColor sponge = dice.pick({hsl(40, 0.7, 0.74), hsl(18, 0.5, 0.24), hsl(355, 0.6, 0.42),
                                     hsl(100, 0.3, 0.6), hsl(28, 0.5, 0.5)});
    const QColor cream =
        dice.pick({hsl(44, 0.5, 0.94), hsl(345, 0.6, 0.84), hsl(20, 0.4, 0.3), hsl(52, 0.7, 0.82)});
    const double top = -0.35;
    const QPainterPath front =
        polygon({{-1.05, top + 0.12}, {0.9, top + 0.28}, {0.9, 1.0}, {-1.05, 0.98}});
    fill(painter, front, between({-1, 0}, {1, 0}, shade(sponge, 0.1), shadowed(sponge, 0.25)));
    painter.save();
    painter.setClipPath(front, Qt::IntersectClip);
    for (int k = 0; k < 120; ++k)
        fillEllipse(painter, {dice.around(0, 1), dice.between(top, 1)}, {0.02, 0.014},
                    withAlpha(shadowed(sponge, 0.5), 0.35));
    for (int k = 0; k < 3; ++k)
        stroke(painter, {-1.2, top + 0.42 + k * 0.36}, {1.2, top + 0.5 + k * 0.34}, cream, 0.1);
    painter.restore();
    const QPainterPath icing =
        polygon({{-1.07, top + 0.14}, {0.1, top - 0.18}, {1.02, top + 0.12}, {0.92, top + 0.3}});
    fillBody(painter, icing, cream, 0.5);
    fill(painter, polygon({{0.9, top + 0.29}, {1.02, top + 0.12}, {1.02, 0.9}, {0.9, 1.0}}),
         shadowed(cream, 0.2));
    stroke(painter, {-1.05, top + 0.14}, {0.92, top + 0.3}, shade(cream, 0.2), 0.1);
    for (int k = dice.count(1, 3); k > 0; --k) {
        const QPointF at(-0.3 + k * 0.32, top - 0.02);
        fillBody(painter, at, {0.2, 0.14}, shade(cream, 0.3), 0.7);
        drawBerry(canvas, at - QPointF(0, 0.17), 0.15);
    }
}

} // namespace samples
