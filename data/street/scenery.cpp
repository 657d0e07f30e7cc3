#include "data/street/scenery.h"

#include <algorithm>
#include <cmath>

namespace samples {

Weather drawWeather(Dice& dice)
{
    const double hue = dice.around(208, 14);
    switch (dice.count(0, 6)) {
    case 0: // overcast
        return {hsl(hue, 0.14, 0.62), hsl(hue, 0.12, 0.74), hsl(hue, 0.1, 0.84), hsl(50, 0.2, 0.9),
                hsl(hue, 0.14, 0.8)};
    case 1: // golden
        return {hsl(hue, 0.38, 0.62), hsl(42, 0.6, 0.8), hsl(36, 0.9, 0.76), hsl(42, 0.95, 0.76),
                hsl(36, 0.6, 0.8)};
    case 2: // dusk
        return {hsl(236, 0.4, 0.3), hsl(262, 0.32, 0.48), hsl(330, 0.42, 0.66), hsl(340, 0.6, 0.78),
                hsl(262, 0.28, 0.56)};
    case 3: // rosy dawn
        return {hsl(dice.around(220, 12), 0.45, 0.7), hsl(330, 0.4, 0.83), hsl(18, 0.75, 0.84),
                hsl(20, 0.9, 0.85), hsl(340, 0.3, 0.83)};
    case 4: // after a storm
        return {hsl(212, 0.25, 0.28), hsl(204, 0.2, 0.45), hsl(54, 0.4, 0.74), hsl(52, 0.7, 0.8),
                hsl(204, 0.18, 0.55)};
    default: // clear
        return {hsl(hue, 0.68, dice.between(0.42, 0.56)), hsl(hue - 4, 0.66, 0.7),
                hsl(hue - 10, 0.6, 0.86), hsl(48, 0.8, 0.88), hsl(hue - 4, 0.42, 0.8)};
    }
}

Weather drawEvening(Dice& dice)
{
    switch (dice.count(0, 7)) {
    case 0: // orange
        return {hsl(dice.around(225, 15), 0.4, 0.32),
                hsl(12, 0.7, 0.58),
                hsl(38, 0.98, 0.66),
                hsl(46, 1, 0.8),
                hsl(22, 0.6, 0.5),
                true};
    case 1: // violet and pink
        return {hsl(255, 0.45, 0.3), hsl(308, 0.42, 0.5), hsl(342, 0.85, 0.72),
                hsl(20, 1, 0.82),    hsl(300, 0.3, 0.48), true};
    case 2: // crimson
        return {hsl(345, 0.5, 0.2), hsl(356, 0.72, 0.42), hsl(16, 0.95, 0.58),
                hsl(36, 1, 0.72),   hsl(356, 0.45, 0.36), true};
    case 3: // teal and peach
        return {hsl(192, 0.5, 0.32), hsl(180, 0.28, 0.6), hsl(26, 0.9, 0.74),
                hsl(36, 1, 0.84),    hsl(188, 0.25, 0.5), true};
    case 4: // pale lavender
        return {hsl(238, 0.38, 0.62), hsl(270, 0.34, 0.76), hsl(20, 0.8, 0.83), hsl(30, 1, 0.88),
                hsl(262, 0.26, 0.66)};
    case 5: // indigo with a last band of light
        return {hsl(230, 0.6, 0.14), hsl(226, 0.5, 0.32), hsl(28, 0.85, 0.6),
                hsl(38, 1, 0.7),     hsl(228, 0.4, 0.26), true};
    case 6: // gold
        return {hsl(40, 0.5, 0.5), hsl(42, 0.8, 0.66), hsl(48, 0.95, 0.78), hsl(50, 1, 0.9),
                hsl(40, 0.5, 0.58)};
    default: // blue hour with rose
        return {hsl(214, 0.55, 0.36), hsl(220, 0.38, 0.6), hsl(350, 0.6, 0.76),
                hsl(14, 0.95, 0.8),   hsl(222, 0.32, 0.5), true};
    }
}

Weather drawNight(Dice& dice)
{
    const double hue = dice.pick({226.0, 246.0, 205.0, 275.0, 190.0, 22.0, 320.0});
    const double warm = dice.chance(0.5) ? 28 : hue - 30;
    return {hsl(hue, 0.5, dice.between(0.05, 0.12)),
            hsl(hue, 0.45, dice.between(0.14, 0.22)),
            hsl(warm, 0.45, dice.between(0.26, 0.44)),
            hsl(44, 0.9, 0.7),
            hsl(hue, 0.35, 0.24),
            true};
}

void drawSky(Canvas& canvas, const Weather& weather, double horizon)
{
    const QRectF area(0, 0, kScene, horizon);
    fill(canvas.painter, Canvas::frame(), weather.horizon);
    fill(canvas.painter, area, down(area, {weather.top, weather.middle, weather.horizon}));
}

void drawClouds(Canvas& canvas, const QRectF& area, int number, const QColor& light,
                const QColor& shadow)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF centre(dice.between(area.left(), area.right()),
                             dice.between(area.top(), area.bottom()));
        const double width = dice.between(26, 64);
        const double height = width * dice.between(0.25, 0.4);
        const double alpha = dice.between(0.5, 0.95);
        for (int puff = 0; puff < 9; ++puff) {
            const double t = dice.between(-1, 1);
            const double rise = (1 - t * t) * height * dice.between(0.2, 1);
            const QPointF at = centre + QPointF(t * width * 0.8, -rise);
            const double radius = height * dice.between(0.5, 0.95);
            glow(canvas.painter, at + QPointF(0, radius * 0.35), {radius * 1.5, radius},
                 withAlpha(shadow, alpha * 0.5));
            glow(canvas.painter, at, {radius * 1.45, radius}, withAlpha(light, alpha));
        }
    }
}

void drawStreaks(Canvas& canvas, const QRectF& area, int number, const QColor& colour)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF centre(dice.between(area.left(), area.right()),
                             dice.between(area.top(), area.bottom()));
        const double width = dice.between(30, 110);
        for (int part = 0; part < 4; ++part)
            glow(canvas.painter, centre + QPointF(dice.around(0, width * 0.7), dice.around(0, 4)),
                 {width * dice.between(0.4, 1), dice.between(2, 7)},
                 withAlpha(colour, dice.between(0.25, 0.7)));
    }
}

void drawStars(Canvas& canvas, const QRectF& area, int number)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const double radius = dice.between(0.3, 1.1);
        fillEllipse(
            canvas.painter,
            {dice.between(area.left(), area.right()), dice.between(area.top(), area.bottom())},
            {radius, radius}, withAlpha(Qt::white, dice.between(0.3, 0.95)));
    }
}

QPainterPath ridgePath(Dice& dice, const Ridge& ridge)
{
    // Midpoint displacement: each halving adds detail, less of it where the land is smooth.
    std::vector<double> heights{dice.around(0, 0.7), dice.around(0, 0.7)};
    const double decay = 0.38 + 0.2 * ridge.roughness;
    double reach = 0.8;
    for (int round = 0; round < 6; ++round) {
        std::vector<double> finer;
        for (std::size_t k = 0; k + 1 < heights.size(); ++k) {
            finer.push_back(heights[k]);
            finer.push_back((heights[k] + heights[k + 1]) / 2 + dice.around(0, reach));
        }
        finer.push_back(heights.back());
        heights = std::move(finer);
        reach *= decay;
    }
    QPainterPath path(QPointF(-2, kScene + 2));
    for (std::size_t k = 0; k < heights.size(); ++k) {
        const double x =
            -2 + static_cast<double>(k) * (kScene + 4) / static_cast<double>(heights.size() - 1);
        path.lineTo(x, ridge.base - heights[k] * ridge.height);
    }
    path.lineTo(kScene + 2, kScene + 2);
    path.closeSubpath();
    return path;
}

void drawWater(Canvas& canvas, const Water& water)
{
    auto& dice = canvas.dice;
    const QRectF area(0, water.top, kScene, kScene - water.top);
    fill(canvas.painter, area, down(area, {water.far, water.near}));
    for (int k = 0; k < 70; ++k) {
        const double depth = dice.between(0, 1);
        const double y = water.top + depth * depth * area.height();
        const double width = 3 + 26 * depth * dice.between(0.3, 1);
        const QColor tone = dice.chance(0.5) ? shade(water.far, 0.2) : shade(water.near, -0.25);
        glow(canvas.painter, {dice.between(0, kScene), y}, {width, 0.7 + 1.6 * depth},
             withAlpha(tone, 0.4));
    }
    for (int k = 0; k < 60; ++k) {
        const double depth = dice.between(0, 1);
        const double y = water.top + 1 + depth * area.height();
        const double reach = water.glintWidth * (0.4 + 1.1 * depth);
        const double x = water.glintX + reach * dice.normal() * 0.45;
        glow(canvas.painter, {x, y}, {dice.between(3, 10) * (0.6 + depth), 0.8 + 1.1 * depth},
             withAlpha(water.glint, dice.between(0.4, 0.95)));
    }
}

void drawPine(Canvas& canvas, QPointF foot, double height, const QColor& colour)
{
    auto& dice = canvas.dice;
    const double width = height * dice.between(0.16, 0.24);
    QPainterPath tree;
    tree.setFillRule(Qt::WindingFill);
    const int tiers = std::clamp(static_cast<int>(height / 8), 4, 9);
    for (int tier = 0; tier < tiers; ++tier) {
        const double share = static_cast<double>(tier + 1) / tiers;
        const double top = foot.y() - height * (1 - static_cast<double>(tier) / (tiers + 1));
        const double bottom = foot.y() - height * (0.92 - 0.86 * share);
        const double half = width * share * dice.between(0.85, 1.1);
        tree.addPath(polygon({{foot.x(), top},
                              {foot.x() + half, bottom},
                              {foot.x() + half * 0.3, bottom - height * 0.02},
                              {foot.x() - half * 0.3, bottom - height * 0.02},
                              {foot.x() - half, bottom}}));
    }
    fill(canvas.painter,
         QRectF(foot.x() - height * 0.018, foot.y() - height * 0.12, height * 0.036, height * 0.12),
         shade(colour, -0.3));
    fill(canvas.painter, tree,
         between({foot.x() - width, 0}, {foot.x() + width, 0}, shade(colour, 0.1),
                 shade(colour, -0.25)));
}

void drawTree(Canvas& canvas, QPointF foot, double height, const QColor& leaves)
{
    auto& dice = canvas.dice;
    stroke(canvas.painter, foot, foot - QPointF(0, height * 0.6), hsl(25, 0.3, 0.2), height * 0.07);
    const QPointF crown = foot - QPointF(0, height * 0.68);
    for (int k = 0; k < 14; ++k) {
        const double radius = height * dice.between(0.12, 0.22);
        const QPointF at =
            crown + QPointF(dice.around(0, height * 0.24), dice.around(0, height * 0.2));
        const double lit =
            (crown.y() - at.y()) / height * 0.7 + (crown.x() - at.x()) / height * 0.3;
        fillEllipse(canvas.painter, at, {radius, radius * 0.9}, shade(leaves, lit - 0.05));
    }
}

void drawPalm(Canvas& canvas, QPointF foot, double height, const QColor& colour)
{
    auto& dice = canvas.dice;
    const double lean = dice.around(0, height * 0.25);
    const QPointF top = foot + QPointF(lean, -height);
    QPainterPath trunk(foot);
    trunk.quadTo(foot + QPointF(lean * 0.15, -height * 0.6), top);
    stroke(canvas.painter, trunk, colour, std::max(1.6, height * 0.035));
    for (int k = 0; k < 9; ++k) {
        const double angle = -3.5 + k * 0.48 + dice.around(0, 0.12);
        const double length = height * dice.between(0.32, 0.46);
        const QPointF tip =
            top
            + QPointF(std::cos(angle) * length, std::sin(angle) * length * 0.55 + length * 0.45);
        const QPointF lift =
            top + QPointF(std::cos(angle) * length * 0.6, std::sin(angle) * length * 0.6 - 3);
        QPainterPath leaf(top);
        leaf.quadTo(lift, tip);
        leaf.quadTo(lift + QPointF(0, length * 0.24), top);
        fill(canvas.painter, leaf, colour);
    }
}

void drawGrass(Canvas& canvas, double top, int number, const QColor& colour)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const double x = dice.between(-4, kScene + 4);
        const double height = dice.between(0.4, 1) * (kScene - top);
        QPainterPath blade(QPointF(x, kScene + 2));
        blade.quadTo({x + dice.around(0, 4), kScene - height * 0.6},
                     {x + dice.around(0, 14), kScene - height});
        stroke(canvas.painter, blade, shade(colour, dice.around(0, 0.15)), dice.between(0.8, 2));
    }
}

QPainterPath skylinePath(Dice& dice, double base, double height)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (double x = -6; x < kScene;) {
        const double width = dice.between(8, 26);
        const double tall = height * dice.between(0.25, 1) * dice.between(0.55, 1);
        path.addRect(x, base - tall, width, kScene - base + tall + 2);
        if (dice.chance(0.25))
            path.addRect(x + width / 2 - 0.7, base - tall - height * 0.22, 1.4, height * 0.24);
        if (dice.chance(0.2))
            path.addPath(polygon({{x, base - tall},
                                  {x + width / 2, base - tall - width * 0.5},
                                  {x + width, base - tall}}));
        x += width * dice.between(0.75, 1.1);
    }
    return path;
}

void drawBirds(Canvas& canvas, const QRectF& area, int number, const QColor& colour)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < number; ++k) {
        const QPointF at(dice.between(area.left(), area.right()),
                         dice.between(area.top(), area.bottom()));
        const double span = dice.between(2.5, 6);
        QPainterPath wings(at + QPointF(-span, -span * dice.between(0.2, 0.7)));
        wings.quadTo(at + QPointF(-span * 0.4, -span * 0.6), at);
        wings.quadTo(at + QPointF(span * 0.4, -span * 0.6),
                     at + QPointF(span, -span * dice.between(0.2, 0.7)));
        stroke(canvas.painter, wings, colour, 1);
    }
}

} // namespace samples
