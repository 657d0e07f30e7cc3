#include "data/street/scenes.h"
#include "data/street/surface.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samples {

namespace {

constexpr int kSide = 128; // of what is smeared: nothing finer survives the blur

/// The ground as somebody sees it who looks down before the feet: far above, near below.
void tilt(Canvas& canvas)
{
    auto& dice = canvas.dice;
    canvas.painter.translate(kScene / 2, kScene / 2);
    canvas.painter.rotate(dice.around(0, 28));
    canvas.painter.translate(-kScene / 2, -kScene / 2);
    const double pinch = dice.between(0, 0.3);
    const double reach = 110;
    const QPolygonF flat(QList<QPointF>{{-reach, -reach},
                                        {kScene + reach, -reach},
                                        {kScene + reach, kScene + reach},
                                        {-reach, kScene + reach}});
    QPolygonF leaning = flat;
    leaning[2].rx() += kScene * pinch * 2;
    leaning[3].rx() -= kScene * pinch * 2;
    QTransform transform;
    if (QTransform::quadToQuad(flat, leaning, transform))
        canvas.painter.setTransform(transform, true);
}

void drawLawn(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double hue = dice.pick({95.0, 80.0, 120.0, 55.0, 36.0});
    const double light = dice.between(0.2, 0.5);
    const QRectF area(-120, -120, 500, 500);
    fill(canvas.painter, area, hsl(hue, 0.4, light));
    for (int k = 0; k < 420; ++k) {
        const QPointF foot{dice.between(-110, 370), dice.between(-110, 370)};
        stroke(canvas.painter, foot, foot + QPointF{dice.around(0, 7), -dice.between(8, 24)},
               hsl(dice.around(hue, 18), 0.45, light * dice.between(0.6, 1.6)), 2.2);
    }
}

void drawLitter(Canvas& canvas, int number)
{
    auto& dice = canvas.dice;
    const double hue = dice.pick({28.0, 12.0, 46.0, 95.0, 340.0});
    for (int k = 0; k < number; ++k) { // leaves, petals, scraps
        const double size = canvas.scale(8, 22) * dice.between(0.6, 1.2);
        const QPointF at{dice.between(-20, 276), dice.between(-20, 276)};
        const QColor colour = hsl(dice.around(hue, 22), 0.6, dice.between(0.35, 0.65));
        glow(canvas.painter, at + QPointF(2, 3), size * 1.3, QColor(0, 0, 0, 120));
        fill(canvas.painter, blob(dice, at, {size, size * dice.between(0.4, 0.8)}, 0.3), colour);
    }
}

void drawPaintedLine(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const double x = dice.between(0, kScene);
    const double width = canvas.scale(9, 32);
    const double lean = dice.around(0, 120);
    fill(canvas.painter,
         polygon({{x, -110}, {x + width, -110}, {x + width + lean, 370}, {x + lean, 370}}),
         hsl(dice.pick({50.0, 48.0, 0.0, 210.0}), dice.between(0.1, 0.9), 0.82));
}

void drawGroundItself(Canvas& canvas)
{
    auto& dice = canvas.dice;
    if (dice.chance(0.22)) {
        drawLawn(canvas);
    } else {
        auto surface = pickSurface(dice);
        surface.size *= canvas.scale(0.6, 1.7);
        drawSurface(canvas, surface, {-120, -120, 500, 500});
    }
    if (dice.chance(0.22))
        drawPaintedLine(canvas);
    drawLitter(canvas, canvas.number(0, 24));
}

/// A shoe from above, its toe up.
void drawShoe(Canvas& canvas, const QColor& leather, const QColor& trousers)
{
    auto& painter = canvas.painter;
    glow(painter, {6, 10}, {34, 66}, QColor(0, 0, 0, 200));
    const auto outline = smoothPath(
        {{-15, -44}, {0, -54}, {15, -42}, {19, -10}, {15, 40}, {-15, 40}, {-18, -10}}, true);
    fill(painter, outline, shade(leather, 0.75));
    QTransform inner;
    inner.scale(0.86, 0.92);
    fill(painter, inner.map(outline),
         between({-16, 0}, {18, 0}, shade(leather, 0.2), shade(leather, -0.3)));
    for (int k = 0; k < 4; ++k)
        stroke(painter, {-7, -20.0 + k * 8}, {7, -22.0 + k * 8}, QColor(245, 245, 240), 2.2);
    fillRounded(painter, {-19, 12, 38, 150}, 14,
                between({-19, 0}, {19, 0}, shade(trousers, 0.15), shade(trousers, -0.3)));
}

void drawFeet(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QColor leather = hsl(dice.between(0, 360), dice.between(0, 0.8), dice.between(0.15, 0.7));
    const QColor trousers =
        hsl(dice.pick({215.0, 30.0, 0.0, 250.0, 120.0}), 0.3, dice.between(0.12, 0.5));
    const double size = canvas.scale(0.62, 1.5);
    const double x = canvas.across(84);
    const double y = dice.between(196, 238);
    for (const double side : {-1.0, 1.0}) {
        if (dice.chance(0.2))
            continue;
        painter.save();
        painter.translate(x + side * 26 * size, y + dice.around(0, 26));
        painter.rotate(side * dice.between(2, 16));
        painter.scale(size, size);
        drawShoe(canvas, leather, trousers);
        painter.restore();
    }
}

/// The photographer's own shadow, long over the ground.
void drawOwnShadow(Canvas& canvas)
{
    auto& painter = canvas.painter;
    const double x = canvas.across(80);
    const double lean = canvas.dice.around(0, 60);
    const double size = canvas.scale(0.7, 1.4);
    const QColor dark(8, 8, 24, 130);
    const QPointF head(x + lean, 110 - 50 * size);
    QPainterPath body(QPointF(x - 34 * size, 270));
    body.cubicTo({x - 40 * size + lean * 0.5, 190}, {x - 40 * size + lean, 140},
                 head + QPointF(-12 * size, 22 * size));
    body.lineTo(head + QPointF(12 * size, 22 * size));
    body.cubicTo({x + 40 * size + lean, 140}, {x + 40 * size + lean * 0.5, 190},
                 {x + 34 * size, 270});
    body.closeSubpath();
    body.addEllipse(head, 17 * size, 21 * size);
    body.setFillRule(Qt::WindingFill);
    fill(painter, body, dark);
}

/// A finger before the lens.
void drawFinger(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const QColor skin = hsl(dice.around(14, 8), 0.5, dice.between(0.25, 0.66));
    const QPointF corner(dice.chance(0.5) ? -6 : 262, dice.chance(0.5) ? -6 : 262);
    const double size = dice.between(70, 120);
    glow(canvas.painter, corner, size * 2, withAlpha(skin, 0.9));
    fillEllipse(canvas.painter, corner, {size * 0.8, size * 0.6},
                radial(corner, size, shade(skin, 0.1), shade(skin, -0.25)));
}

void drawStep(Canvas& canvas)
{
    auto& dice = canvas.dice;
    canvas.painter.save();
    tilt(canvas);
    drawGroundItself(canvas);
    canvas.painter.restore();
    if (dice.chance(0.35))
        drawOwnShadow(canvas);
    if (dice.chance(0.6))
        drawFeet(canvas);
    if (dice.chance(0.4))
        drawWindowLight(canvas);
    if (dice.chance(0.3)) // stray light
        glow(canvas.painter, {dice.between(0, kScene), dice.between(0, kScene)},
             dice.between(60, 150), hsl(dice.between(0, 360), 0.8, 0.75, 0.6));
    if (dice.chance(0.25))
        drawFinger(canvas);
}

/// The picture as it moved along `way` (in its pixels) while the shutter was open.
QImage smeared(const QImage& image, QPointF way)
{
    QImage result = image;
    QPainter painter(&result);
    constexpr int kMoments = 10;
    for (int k = 1; k < kMoments; ++k) {
        painter.setOpacity(1.0 / (k + 1));
        const double share = static_cast<double>(k) / kMoments;
        painter.drawImage(way * share, image);
        painter.drawImage(way * -share, image);
    }
    return result;
}

} // namespace

void drawBlurredGround(Canvas& canvas)
{
    auto& dice = canvas.dice;
    QImage sharp(kSide, kSide, QImage::Format_RGB32);
    sharp.fill(Qt::black); // shows in the seams of tilted planks
    {
        QPainter painter(&sharp);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(kSide / kScene, kSide / kScene);
        Canvas small{painter, dice, canvas.traits};
        drawStep(small);
    }
    const double turn = dice.between(0, std::numbers::pi);
    const double shake = dice.chance(0.3) ? 1 : dice.between(3, 14);
    const auto picture = smeared(sharp, QPointF(std::cos(turn), std::sin(turn)) * shake);
    drawSoftened(canvas, dice.between(2.4, 5.5),
                 [&](Canvas& soft) { soft.painter.drawImage(Canvas::frame(), picture); });
}

} // namespace samples
