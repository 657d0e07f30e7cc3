#include "data/street/scenery.h"
#include "data/street/scenes.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

/// The lights of one evening.
struct Stage {
    QColor back;  ///< the wall or haze behind the band
    QColor light; ///< most beams
    QColor other; ///< the rest of them
    QColor dark;  ///< whoever stands against the light
    double floor = 170;
};

Stage pickStage(Dice& dice)
{
    const double hue = dice.between(0, 360);
    const double other = hue + dice.pick({40.0, -50.0, 120.0, 180.0, 0.0});
    const double haze = dice.chance(0.35) ? dice.between(0.45, 0.75) : dice.between(0.08, 0.35);
    return {hsl(hue, dice.between(0.2, 0.75), haze), hsl(hue, dice.between(0.4, 0.95), 0.66),
            hsl(other, 0.8, 0.66), hsl(hue + 20, 0.4, dice.between(0.03, 0.1)),
            dice.between(150, 190)};
}

enum class Part { Singer, Guitarist, Keys };

void drawBody(Canvas& canvas, const QColor& colour, bool longHair)
{
    auto& painter = canvas.painter;
    stroke(painter, {-4, -46}, {-10, -1}, colour, 9);
    stroke(painter, {4, -46}, {11, -1}, colour, 9);
    fill(painter,
         smoothPath({{-12, -79}, {0, -82}, {12, -79}, {9, -45}, {0, -42}, {-9, -45}}, true),
         colour);
    fillEllipse(painter, {0, -90}, {6, 7.4}, colour);
    if (longHair)
        fill(painter, smoothPath({{-8, -92}, {0, -99}, {8, -92}, {9, -78}, {-9, -78}}, true),
             colour);
}

void drawArms(QPainter& painter, Part part, const QColor& colour)
{
    const auto arm = [&](QPointF shoulder, QPointF elbow, QPointF hand) {
        QPainterPath path(shoulder);
        path.lineTo(elbow);
        path.lineTo(hand);
        stroke(painter, path, colour, 6);
    };
    switch (part) {
    case Part::Singer:
        arm({10, -76}, {21, -67}, {9, -84});
        arm({-10, -76}, {-24, -72}, {-31, -92});
        stroke(painter, {9, -84}, {5, -88}, colour, 4);
        break;
    case Part::Guitarist:
        arm({10, -76}, {19, -60}, {6, -50});
        arm({-10, -76}, {-22, -62}, {-30, -64});
        stroke(painter, {8, -49}, {-42, -68}, colour, 3.2);
        stroke(painter, {-42, -68}, {-47, -71}, colour, 5);
        fillEllipse(painter, {4, -50}, {9, 8}, colour);
        fillEllipse(painter, {14, -46}, {12, 10.5}, colour);
        break;
    case Part::Keys:
        arm({10, -76}, {20, -62}, {24, -52});
        arm({-10, -76}, {-20, -62}, {-24, -52});
        fillRounded(painter, {-36, -52, 72, 8}, 2, colour);
        stroke(painter, {-28, -44}, {20, 0}, colour, 3);
        stroke(painter, {28, -44}, {-20, 0}, colour, 3);
    }
}

/// What of an instrument catches the light.
void drawInstrument(QPainter& painter, Part part, const Stage& stage)
{
    const QColor lit = mix(stage.other, stage.dark, 0.35);
    switch (part) {
    case Part::Singer:
        fillEllipse(painter, {8, -86}, {2, 2}, shade(lit, 0.4));
        break;
    case Part::Guitarist:
        fillEllipse(painter, {4, -50}, {7.4, 6.4},
                    between({-4, -56}, {12, -44}, shade(lit, 0.3), shade(lit, -0.4)));
        fillEllipse(painter, {14, -46}, {10.2, 8.8},
                    between({4, -56}, {24, -38}, shade(lit, 0.3), shade(lit, -0.5)));
        fillEllipse(painter, {7, -49}, {2.8, 2.8}, stage.dark);
        stroke(painter, {14, -46}, {-42, -68}, withAlpha(shade(lit, 0.6), 0.8), 0.7);
        stroke(painter, {6, -50}, {8, -58}, stage.dark, 5);
        break;
    case Part::Keys:
        fillRounded(painter, {-34, -51.4, 68, 2.6}, 1, shade(lit, 0.5));
    }
}

/// Somebody of the band, dark with an edge of light.
void drawMusician(Canvas& canvas, QPointF foot, double height, const Stage& stage)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    const Part part = dice.pick({Part::Singer, Part::Guitarist, Part::Guitarist, Part::Keys});
    const bool longHair = dice.chance(0.5);
    const double side = dice.chance(0.5) ? 1 : -1;
    const double lean = dice.around(0, 7);
    for (const bool edge : {true, false}) {
        painter.save();
        painter.translate(foot);
        painter.scale(side * height / 100, height / 100);
        painter.rotate(lean);
        if (edge)
            painter.translate(-1.4, -1);
        const QColor colour = edge ? shade(stage.light, 0.55) : stage.dark;
        drawBody(canvas, colour, longHair);
        drawArms(painter, part, colour);
        if (!edge)
            drawInstrument(painter, part, stage);
        painter.restore();
    }
}

void drawDrums(Canvas& canvas, QPointF foot, double size, const Stage& stage)
{
    auto& painter = canvas.painter;
    const QColor shell = mix(stage.other, stage.dark, 0.6);
    fillEllipse(painter, foot - QPointF(0, size * 0.95), {size * 0.13, size * 0.16}, stage.dark);
    fillRounded(painter, {foot.x() - size * 0.22, foot.y() - size * 0.8, size * 0.44, size * 0.5},
                size * 0.12, stage.dark);
    for (const double x : {-0.62, 0.62}) {
        stroke(painter, foot + QPointF(x * size, 0), foot + QPointF(x * size, -size * 0.9),
               stage.dark, 1.2);
        fillEllipse(painter, foot + QPointF(x * size, -size * 0.9), {size * 0.3, size * 0.055},
                    hsl(46, 0.6, 0.6));
    }
    for (const double x : {-0.34, 0.34})
        fillRounded(painter,
                    {foot.x() + (x - 0.17) * size, foot.y() - size * 0.6, size * 0.34, size * 0.24},
                    size * 0.05, shade(shell, 0.1));
    fillEllipse(painter, foot - QPointF(0, size * 0.28), {size * 0.32, size * 0.3}, shell);
    fillEllipse(painter, foot - QPointF(0, size * 0.28), {size * 0.26, size * 0.24},
                shade(shell, 0.35));
}

void drawBeam(QPainter& painter, QPointF lamp, QPointF aim, double width, const QColor& colour)
{
    const QPointF along = aim - lamp;
    const double length = std::hypot(along.x(), along.y());
    const QPointF across = QPointF(-along.y(), along.x()) / length * width;
    QLinearGradient light(lamp, aim);
    light.setColorAt(0, withAlpha(colour, 0.75));
    light.setColorAt(0.5, withAlpha(colour, 0.28));
    light.setColorAt(1, withAlpha(colour, 0));
    fill(painter, polygon({lamp - across * 0.06, lamp + across * 0.06, aim + across, aim - across}),
         light);
    fill(painter, polygon({lamp, lamp, aim + across * 0.4, aim - across * 0.4}), light);
    glow(painter, lamp, 11, shade(colour, 0.6));
}

void drawLamps(Canvas& canvas, const Stage& stage)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const int lamps = canvas.number(2, 11);
    const double truss = dice.between(6, 34);
    const bool crossed = dice.chance(0.5);
    for (int k = 0; k < lamps; ++k) {
        const double share = (k + 0.5) / lamps;
        const double aim = crossed ? kScene * (1 - share) : kScene * share + dice.around(0, 60);
        drawBeam(painter, {share * kScene, truss}, {aim, stage.floor + 50}, dice.between(14, 34),
                 k % 2 == 0 ? stage.light : stage.other);
    }
    const QColor steel = shade(stage.dark, 0.08);
    for (const double y : {truss - 8, truss - 1})
        stroke(painter, {0, y}, {kScene, y}, steel, 1.4);
    for (const double x : steps(0, kScene, 9))
        stroke(painter, {x, truss - 8}, {x + 4.5, truss - 1}, steel, 0.9);
    for (int k = 0; k < lamps; ++k)
        fillEllipse(painter, {(k + 0.5) / lamps * kScene, truss}, {3, 3.4}, QColor(255, 255, 250));
}

/// A wall of light-emitting tiles behind the band.
void drawScreenWall(Canvas& canvas, const QRectF& area, const Stage& stage)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    fill(painter, area.adjusted(-3, -3, 3, 3), stage.dark);
    fill(painter, area, down(area, {stage.light, mix(stage.light, stage.other, 0.7)}));
    painter.save();
    painter.setClipRect(area);
    const QPointF middle(area.center() + QPointF(dice.around(0, 30), dice.around(0, 20)));
    switch (dice.count(0, 2)) {
    case 0:
        for (int k = 5; k > 0; --k)
            fillEllipse(painter, middle, {k * 15.0, k * 15.0},
                        k % 2 == 0 ? stage.other : shade(stage.light, 0.4));
        break;
    case 1:
        for (int k = 0; k < 9; ++k) {
            const double turn = k * 0.7;
            fill(painter,
                 polygon({middle, middle + QPointF(std::cos(turn), std::sin(turn)) * 200,
                          middle + QPointF(std::cos(turn + 0.35), std::sin(turn + 0.35)) * 200}),
                 withAlpha(stage.other, 0.8));
        }
        break;
    default:
        for (const double x : steps(area.left(), area.right(), 9))
            fill(painter,
                 QRectF(x, area.bottom() - area.height() * dice.between(0.1, 0.95), 6, 200),
                 stage.other);
    }
    for (const double y : steps(area.top(), area.bottom(), 4))
        fill(painter, QRectF(area.left(), y, area.width(), 1), withAlpha(stage.dark, 0.35));
    painter.restore();
}

void drawRaisedArm(Canvas& canvas, QPointF shoulder, double size, const QColor& colour)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QPointF hand = shoulder + QPointF{dice.around(0, size), -size * dice.between(2, 3.4)};
    stroke(painter, shoulder, hand, colour, size * 0.5);
    fillEllipse(painter, hand, {size * 0.36, size * 0.46}, colour);
    if (dice.chance(0.25)) // holds up a telephone
        fillRounded(painter, {hand.x() - size * 0.4, hand.y() - size * 1.1, size * 0.8, size * 1.2},
                    1, QColor(206, 224, 250));
}

/// What a listener wears.
struct Listener {
    QColor clothes;
    QColor hair;
    QColor skin;
    QColor edge; ///< of light around the hair
};

Listener pickListener(Dice& dice, const Stage& stage, double near, bool daylight)
{
    const QColor dark = mix(stage.dark, stage.light, 0.4 * (1 - near));
    if (!daylight)
        return {dark, dark, dark, mix(dark, stage.light, 0.45)};
    const QColor hair = hsl(dice.around(28, 14), 0.35, dice.between(0.1, 0.4));
    return {hsl(dice.between(0, 360), 0.45, dice.between(0.2, 0.6)), hair,
            hsl(24, 0.4, dice.between(0.3, 0.75)), shade(hair, 0.2)};
}

/// Heads, shoulders and raised arms, row before row.
void drawAudience(Canvas& canvas, double top, const Stage& stage, bool daylight)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const int rows = canvas.number(1, 5);
    const double arms = 0.12 + canvas.number(0, 6) * 0.06;
    for (int row = 0; row < rows; ++row) {
        const double near = (row + 1.0) / rows;
        const double size = 5 + 9 * near;
        const double y = top + (kScene - top) * (row + 0.4) / rows;
        for (double x = dice.between(-10, 0); x < kScene + 10;) {
            const auto listener = pickListener(dice, stage, near, daylight);
            const QPointF head{x, y + dice.around(0, size * 0.5)};
            fillRounded(painter, {x - size * 1.25, head.y() + size * 0.75, size * 2.5, size * 8},
                        size, listener.clothes);
            if (dice.chance(arms))
                drawRaisedArm(canvas, head + QPointF(size * 1.1, size * 1.6), size, listener.skin);
            fillEllipse(painter, head - QPointF(0, size * 0.16), {size * 0.84, size * 0.98},
                        listener.edge);
            fillEllipse(painter, head, {size * 0.82, size}, listener.hair);
            x += size * dice.between(1.5, 2.6);
        }
    }
}

void drawConfetti(Canvas& canvas, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF at{dice.between(0, kScene), dice.between(0, 210)};
        canvas.painter.save();
        canvas.painter.translate(at);
        canvas.painter.rotate(dice.between(0, 180));
        fill(canvas.painter, QRectF(-1.6, -0.8, 3.2, 1.6 + dice.between(0, 2)),
             hsl(dice.between(0, 360), 0.85, 0.66));
        canvas.painter.restore();
    }
}

void drawBand(Canvas& canvas, const Stage& stage, double height)
{
    auto& dice = canvas.dice;
    const double singer = canvas.across(88);
    if (dice.chance(0.6))
        drawDrums(canvas, {dice.between(70, 186), stage.floor - 2}, height * 0.55, stage);
    for (int k = canvas.number(0, 4); k > 0; --k)
        drawMusician(canvas, {dice.between(10, 246), stage.floor + dice.between(0, 4)},
                     height * 0.86, stage);
    glow(canvas.painter, {singer, stage.floor - height * 0.5}, height * 0.9,
         withAlpha(shade(stage.light, 0.5), 0.75));
    drawMusician(canvas, {singer, stage.floor + 6}, height, stage);
}

void drawFromCrowd(Canvas& canvas, const Stage& stage)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    fill(painter, Canvas::frame(),
         down(Canvas::frame(), {shade(stage.back, -0.45), stage.back, shade(stage.back, -0.2)}));
    if (dice.chance(0.5))
        drawScreenWall(canvas, {dice.between(20, 70), 40, dice.between(100, 160), stage.floor - 76},
                       stage);
    drawLamps(canvas, stage);
    glow(painter, {dice.between(40, 216), stage.floor}, {170, 46}, withAlpha(stage.light, 0.5));
    fill(painter, QRectF(0, stage.floor, kScene, kScene),
         down({0, stage.floor, 1, 40}, {mix(stage.dark, stage.light, 0.35), stage.dark}));
    drawBand(canvas, stage, canvas.scale(44, 122));
    if (dice.chance(0.25))
        drawConfetti(canvas, canvas.number(20, 130));
    drawAudience(canvas, stage.floor + canvas.scale(16, 34), stage, false);
}

/// Somebody near, with the lights out of focus behind.
void drawPortraitOfMusician(Canvas& canvas, const Stage& stage)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    fill(painter, Canvas::frame(),
         radial({canvas.across(60), 90}, 230, stage.back, shade(stage.back, -0.7)));
    for (const QColor& colour : {stage.light, stage.other})
        drawBokeh(canvas, {.area = {0, 0, kScene, 200},
                           .number = canvas.number(3, 22),
                           .radius = dice.between(10, 26),
                           .hue = colour.hslHueF() * 360.0,
                           .spread = 20,
                           .alpha = 0.5});
    const double x = canvas.across(80);
    const QPointF lamp{x + dice.around(0, 50), dice.between(20, 90)};
    glow(painter, lamp, 150, withAlpha(stage.light, 0.9));
    glow(painter, lamp, 44, QColor(255, 255, 250, 240));
    const double height = canvas.scale(160, 300);
    drawMusician(canvas, {x, 60 + height * 0.94}, height, stage);
    if (dice.chance(0.6))
        drawAudience(canvas, canvas.scale(206, 226), stage, false);
}

void drawFestival(Canvas& canvas, Stage stage)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto weather = dice.chance(0.35) ? drawEvening(dice) : drawWeather(dice);
    drawSky(canvas, weather, 180);
    drawClouds(canvas, {0, 20, kScene, 60}, dice.count(0, 3), weather.light, weather.haze);
    fill(painter, ridgePath(dice, {.base = 150, .height = 14, .roughness = 0.5}),
         mix(weather.haze, hsl(110, 0.3, 0.3), 0.6));
    const double width = canvas.scale(130, 250);
    const double top = canvas.scale(78, 18);
    const double left = canvas.across(70) - width / 2;
    const QRectF house(left, top + 22, width, stage.floor - top - 22);
    fill(painter, house, down(house, {shade(stage.back, -0.6), stage.back}));
    drawScreenWall(canvas, house.adjusted(width * 0.24, 10, -width * 0.24, -24), stage);
    for (int k = 0; k < 4; ++k)
        drawBeam(painter, {left + width * (k + 0.5) / 4, house.top() + 2},
                 {left + width * dice.between(0, 1), stage.floor + 10}, 12, stage.light);
    const QColor roof = hsl(dice.between(0, 360), 0.3, dice.between(0.15, 0.8));
    QPainterPath arch(QPointF(left - 10, house.top() + 4));
    arch.quadTo({left + width / 2, top - 24}, {left + width + 10, house.top() + 4});
    arch.quadTo({left + width / 2, top + 4}, {left - 10, house.top() + 4});
    fill(painter, arch, down(house, {shade(roof, 0.25), roof}));
    for (const double x : {left - 6, left + width - 4}) {
        fill(painter, QRectF(x, house.top(), 10, house.height()), QColor(44, 46, 54));
        for (const double y : steps(house.top() + 14, house.top() + 64, 13))
            fillRounded(painter, {x - 3, y, 16, 11}, 2, QColor(24, 24, 30));
    }
    fill(painter, QRectF(left - 10, stage.floor - 4, width + 20, 22), QColor(34, 34, 40));
    const double height = canvas.scale(26, 68);
    for (int k = canvas.number(1, 4); k > 0; --k)
        drawMusician(canvas, {left + width * dice.between(0.1, 0.9), stage.floor}, height, stage);
    const QColor lawn = hsl(dice.around(90, 30), 0.35, 0.34);
    fill(painter, QRectF(0, stage.floor + 14, kScene, 100), lawn);
    drawAudience(canvas, stage.floor + 22, stage, !weather.dark);
}

} // namespace

void drawConcert(Canvas& canvas)
{
    const auto stage = pickStage(canvas.dice);
    switch (canvas.dice.count(0, 5)) {
    case 0:
    case 1:
        return drawFestival(canvas, stage);
    case 2:
        return drawPortraitOfMusician(canvas, stage);
    default:
        drawFromCrowd(canvas, stage);
    }
}

} // namespace samples
