#include "data/street/apps.h"
#include "data/street/lettering.h"
#include "data/street/scenery.h"
#include "data/street/scenes.h"
#include "data/street/surface.h"

#include <algorithm>

namespace samples {

namespace {

void drawWallpaper(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double hue = dice.between(0, 360);
    const double light = dice.between(0.15, 0.8);
    const QColor first = hsl(hue, dice.between(0.2, 0.75), light);
    const QColor second = hsl(hue + dice.around(0, 80), dice.between(0.2, 0.75), light * 0.7);
    fill(painter, Canvas::frame(), between({0, 0}, {kScene, kScene}, first, second));
    switch (dice.count(0, 2)) {
    case 0:
        for (int layer = 0; layer < 3; ++layer)
            fill(painter,
                 ridgePath(dice, {.base = 150 + layer * 34.0, .height = 34, .roughness = 0.3}),
                 mix(first, shade(second, -0.5), 0.3 + layer * 0.3));
        break;
    case 1:
        for (int k = 0; k < 4; ++k)
            glow(painter, {dice.between(0, kScene), dice.between(0, kScene)}, dice.between(80, 170),
                 withAlpha(hsl(hue + dice.around(0, 120), 0.7, 0.6), 0.7));
        break;
    default:
        break;
    }
}

void drawStatusBar(QPainter& painter, const QRectF& area, const QColor& ink, double unit)
{
    painter.setPen(ink);
    const double y = area.top() + unit * 0.6;
    drawText(painter, {area.left() + unit, y - unit * 0.4, unit * 6, unit * 1.8},
             {QStringLiteral("9:41"), Face::Sans, std::max(4, static_cast<int>(unit)), true,
              Qt::AlignLeft | Qt::AlignVCenter});
    for (int bar = 0; bar < 4; ++bar)
        fill(painter,
             QRectF(area.right() - unit * 4.6 + bar * unit * 0.4, y + unit * (0.7 - bar * 0.2),
                    unit * 0.28, unit * (0.3 + bar * 0.2)),
             ink);
    fillRounded(painter, {area.right() - unit * 2.6, y, unit * 1.6, unit}, unit * 0.25,
                withAlpha(ink, 0.9));
}

/// A telephone's screen that stands on a plain ground.
void drawPhone(Canvas& canvas, const Skin& skin)
{
    auto& painter = canvas.painter;
    drawWallpaper(canvas);
    const double width = canvas.scale(92, 208);
    const double height = std::max(width * 1.85, 190.0);
    const double top = std::max(22.0, (kScene - height) / 2);
    const QRectF body(canvas.across(84) - width / 2, top, width, height);
    drawShadow(painter, body.translated(3, 6), 18, 0.6);
    fillRounded(painter, body.adjusted(-3.5, -3.5, 3.5, 3.5), width * 0.09, QColor(18, 18, 22));
    const double unit = width / 20;
    const QRectF bar(body.left(), body.top(), width, unit * 2);
    fillRounded(painter, {bar.left(), bar.top(), width, unit * 4}, width * 0.06, skin.ground);
    drawStatusBar(painter, bar, skin.ink, unit);
    const Screen screen{body.adjusted(0, unit * 2, 0, -unit * 1.6), skin, unit};
    drawProgram(canvas, screen);
    if (canvas.dice.chance(0.15))
        drawDialog(canvas, screen);
}

void drawWindow(Canvas& canvas, const QRectF& frame, const Skin& skin, double unit)
{
    auto& painter = canvas.painter;
    drawShadow(painter, frame.translated(2, 6), 20, 0.6);
    const QRectF bar(frame.left(), frame.top(), frame.width(), 12);
    fillRounded(painter, bar.adjusted(0, 0, 0, 6), 5, shade(skin.panel, -0.15));
    for (int k = 0; k < 3; ++k)
        fillEllipse(painter, {bar.left() + 8 + k * 9.0, bar.center().y()}, {2.8, 2.8},
                    hsl(k * 52.0 + 4, 0.75, 0.6));
    drawProgram(canvas, {frame.adjusted(0, 12, 0, 0), skin, unit});
}

void drawDock(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const int icons = canvas.number(3, 11);
    const double step = 19;
    const double left = (kScene - icons * step) / 2;
    fillRounded(canvas.painter, {left - 4, kScene - 24, icons * step + 6, 21}, 6,
                QColor(255, 255, 255, 80));
    for (int k = 0; k < icons; ++k) {
        const QRectF icon(left + k * step, kScene - 21, 15, 15);
        const QColor colour = hsl(dice.between(0, 360), 0.65, 0.55);
        fillRounded(canvas.painter, icon, 4, down(icon, {shade(colour, 0.3), colour}));
    }
}

void drawDesktop(Canvas& canvas, const Skin& skin)
{
    auto& dice = canvas.dice;
    drawWallpaper(canvas);
    const double width = canvas.scale(124, 250);
    const double height = width * dice.between(0.7, 0.9);
    const double unit = canvas.scale(6, 11);
    for (int k = canvas.number(0, 3); k > 0; --k) {
        const Skin other = dice.chance(0.5) ? skin : pickSkin(dice);
        drawWindow(canvas,
                   {dice.between(-30, 150), dice.between(4, 120), width * 0.7, height * 0.7}, other,
                   unit * 0.8);
    }
    const double x = canvas.across(70) - width / 2;
    const QRectF frame(x, dice.between(8, std::max(10.0, 226 - height)), width, height);
    drawWindow(canvas, frame, skin, unit);
    if (dice.chance(0.25))
        drawDialog(canvas, {frame, skin, unit});
    if (dice.chance(0.7))
        drawDock(canvas);
}

/// Nothing but the program itself.
void drawFullScreen(Canvas& canvas, const Skin& skin)
{
    const double unit = canvas.scale(7, 16);
    const Screen screen{Canvas::frame(), skin, unit};
    drawProgram(canvas, screen);
    if (canvas.dice.chance(0.25))
        drawDialog(canvas, screen);
}

} // namespace

void drawScreenshot(Canvas& canvas)
{
    const auto skin = pickSkin(canvas.dice);
    switch (canvas.dice.count(0, 2)) {
    case 0:
        return drawPhone(canvas, skin);
    case 1:
        return drawDesktop(canvas, skin);
    default:
        drawFullScreen(canvas, skin);
    }
}

} // namespace samples
