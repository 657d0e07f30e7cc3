#include "data/street/lettering.h"
#include "data/street/scenery.h"
#include "data/street/scenes.h"
#include "data/street/surface.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

// NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
constexpr const char* kShortQuotes[] = {
    "Begin anyway.",        "Stay curious.",           "Less, but better.", "Slow is fine.",
    "You have time.",       "Ask, then listen.",       "Rest is work too.", "Say it kindly.",
    "Leave room for luck.", "Do the next small thing."};
// NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
constexpr const char* kQuotes[] = {"The road is made by those who walk it twice.",
                                   "A calm sea never asked anyone to learn to sail.",
                                   "What you water in the dark will bloom in the light.",
                                   "Nobody remembers the day you almost tried.",
                                   "Small steps still leave footprints.",
                                   "Be the friend you were looking for.",
                                   "Every morning is a door without a lock.",
                                   "Your pace is not a race.",
                                   "If the plan breaks, keep the dream and change the plan.",
                                   "Courage is a quiet thing that gets up again."};
// NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
constexpr const char* kLongQuotes[] = {
    "Count the evenings that you would not trade, and you will know what you own.",
    "They told me to wait for the storm to end. I learned to read the clouds instead.",
    "It takes a long time to grow an old friend, and one short call to keep one.",
    "Happiness is not at the top of the hill. It is the bench halfway, and who sits there.",
    "Do not carry tomorrow up today's stairs; it has legs of its own and knows the way."};
// NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
constexpr const char* kVoices[] = {"unknown",  "my grandmother", "a wise friend",  "daily words",
                                   "M. Ardel", "an old proverb", "page 47",        "J. Lindqvist",
                                   "someone",  "the gardener",   "R. Okonjo-Vance"};

/// What the words are written on, and what contrasts with it.
struct Ground {
    QColor colour;
    QColor ink;
    QColor accent;
};

Ground pickGround(Dice& dice)
{
    const double hue = dice.between(0, 360);
    const double other = hue + dice.pick({0.0, 30.0, 150.0, 180.0, 210.0, -40.0});
    switch (dice.count(0, 3)) {
    case 0: // pale
        return {hsl(hue, dice.between(0.1, 0.6), dice.between(0.82, 0.94)), hsl(other, 0.4, 0.18),
                hsl(other, 0.55, 0.5)};
    case 1: // deep
        return {hsl(hue, dice.between(0.15, 0.6), dice.between(0.1, 0.25)), hsl(other, 0.5, 0.92),
                hsl(other, 0.65, 0.62)};
    case 2: // muted
        return {hsl(hue, dice.between(0.12, 0.35), dice.between(0.35, 0.55)), hsl(50, 0.4, 0.96),
                hsl(other, 0.45, 0.78)};
    default: { // vivid
        const QColor colour = hsl(hue, dice.between(0.55, 0.85), dice.between(0.4, 0.58));
        const bool glaring = colour.greenF() * 0.7 + colour.redF() * 0.3 > 0.6;
        return {colour, glaring ? hsl(other, 0.5, 0.12) : hsl(48, 0.8, 0.97),
                hsl(other, 0.8, glaring ? 0.25 : 0.78)};
    }
    }
}

void drawBands(Canvas& canvas, const Ground& ground)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    painter.save();
    painter.translate(kScene / 2, kScene / 2);
    painter.rotate(dice.pick({0.0, 45.0, 90.0, -30.0}));
    const double gap = dice.between(10, 40);
    for (const double x : steps(-190, 190, gap))
        fill(painter, QRectF(x, -190, gap * 0.5, 380), withAlpha(ground.accent, 0.16));
    painter.restore();
}

void drawDots(Canvas& canvas, const Ground& ground)
{
    const double gap = canvas.dice.between(10, 24);
    const double size = gap * canvas.dice.between(0.1, 0.24);
    int row = 0;
    for (const double y : steps(0, kScene + gap, gap * 0.8)) {
        ++row;
        for (const double x : steps(row % 2 == 0 ? 0 : gap / 2, kScene + gap, gap))
            fillEllipse(canvas.painter, {x, y}, {size, size}, withAlpha(ground.accent, 0.35));
    }
}

void drawShapes(Canvas& canvas, const Ground& ground)
{
    auto& dice = canvas.dice;
    for (int k = dice.count(3, 6); k > 0; --k) {
        const QPointF at{dice.chance(0.5) ? dice.around(10, 40) : dice.around(246, 40),
                         dice.between(0, kScene)};
        const QColor tone = mix(ground.colour, ground.accent, dice.between(0.2, 0.7));
        fill(canvas.painter, blob(dice, at, {dice.between(34, 84), dice.between(34, 84)}, 0.22),
             between(at - QPointF(60, 60), at + QPointF(60, 60), shade(tone, 0.15),
                     shade(tone, -0.1)));
    }
}

void drawView(Canvas& canvas, const Ground& ground)
{
    auto& dice = canvas.dice;
    const bool evening = dice.chance(0.5);
    const auto weather = evening ? drawEvening(dice) : drawWeather(dice);
    const auto view = [&](Canvas& soft) {
        drawSky(soft, weather, 170);
        glow(soft.painter, {dice.between(40, 216), dice.between(90, 160)}, 90, weather.light);
        for (int layer = 0; layer < 3; ++layer)
            fill(soft.painter,
                 ridgePath(dice, {.base = 150 + layer * 30.0, .height = 22, .roughness = 0.5}),
                 mix(weather.haze, shade(weather.top, -0.6), 0.25 + layer * 0.3));
    };
    drawSoftened(canvas, dice.between(3, 9), view);
    const bool deep = ground.ink.lightnessF() > 0.5;
    fill(canvas.painter, Canvas::frame(),
         withAlpha(deep ? Qt::black : Qt::white, deep ? 0.4 : 0.6));
}

void drawLights(Canvas& canvas, const Ground& ground)
{
    drawBokeh(canvas, {.area = Canvas::frame(),
                       .number = canvas.number(12, 34),
                       .radius = canvas.dice.between(10, 26),
                       .hue = ground.accent.hslHueF() * 360.0,
                       .spread = 30,
                       .alpha = 0.25});
}

void drawBackdrop(Canvas& canvas, const Ground& ground)
{
    auto& dice = canvas.dice;
    const QColor second = dice.chance(0.4) ? mix(ground.colour, ground.accent, 0.45)
                                           : shade(ground.colour, dice.around(0, 0.25));
    fill(canvas.painter, Canvas::frame(),
         between({0, 0}, {dice.between(0, kScene), kScene}, ground.colour, second));
    switch (dice.count(0, 7)) {
    case 0:
        return drawBands(canvas, ground);
    case 1:
        return drawDots(canvas, ground);
    case 2:
        return drawShapes(canvas, ground);
    case 3:
    case 4:
        return drawView(canvas, ground);
    case 5:
        return drawLights(canvas, ground);
    default:
        glow(canvas.painter, {dice.between(0, kScene), dice.between(0, kScene)}, 190,
             withAlpha(Qt::white, 0.22));
    }
}

/// A twig with leaves that grows from `foot`.
void drawTwig(Canvas& canvas, QPointF foot, double turn, const QColor& colour)
{
    auto& painter = canvas.painter;
    auto& dice = canvas.dice;
    const double length = dice.between(50, 96);
    painter.save();
    painter.translate(foot);
    painter.rotate(turn);
    QPainterPath stem(QPointF(0, 0));
    stem.quadTo({length * 0.5, -8}, {length, 0});
    stroke(painter, stem, colour, 1.4);
    for (int k = 1; k <= 8; ++k) {
        const double t = k / 8.5;
        const QPointF joint(length * t, -16 * t * (1 - t));
        const double reach = length * 0.24 * (1.15 - t * 0.6);
        const double side = k % 2 == 0 ? 1 : -1;
        QPainterPath leaf(joint);
        leaf.quadTo(joint + QPointF(reach * 0.2, side * reach * 0.8),
                    joint + QPointF(reach, side * reach * 0.75));
        leaf.quadTo(joint + QPointF(reach * 0.9, side * reach * 0.05), joint);
        fill(painter, leaf, shade(colour, dice.around(0, 0.12)));
    }
    painter.restore();
}

/// corner 0 … 3: left to right, then top to bottom.
void drawCornerTwig(Canvas& canvas, int corner, const QColor& colour)
{
    const bool right = corner % 2 == 1;
    const bool bottom = corner > 1;
    const double inwards = (bottom ? -1 : 1) * (right ? 135.0 : 45.0);
    drawTwig(canvas, {right ? kScene : 0, bottom ? kScene : 0}, inwards + canvas.dice.around(0, 30),
             colour);
}

void drawStar(QPainter& painter, QPointF at, double size, const QColor& colour)
{
    QPainterPath star(at + QPointF(0, -size));
    for (const QPointF tip :
         {QPointF(size, 0), QPointF(0, size), QPointF(-size, 0), QPointF(0, -size)})
        star.quadTo(at, at + tip);
    fill(painter, star, colour);
}

void drawOrnaments(Canvas& canvas, int number, const Ground& ground)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    for (int k = 0; k < number; ++k) {
        const QColor tone = withAlpha(ground.accent, dice.between(0.55, 0.95));
        const int corner = dice.count(0, 3);
        switch (dice.count(0, 3)) {
        case 0:
        case 1:
            drawCornerTwig(canvas, corner, tone);
            break;
        case 2:
            for (int star = 0; star < 4; ++star)
                drawStar(painter, {dice.between(12, 244), dice.between(10, 246)},
                         dice.between(3, 8), tone);
            break;
        default:
            painter.setPen(QPen(tone, dice.between(1, 3)));
            painter.setBrush(Qt::NoBrush);
            const double inset = dice.between(7, 20);
            painter.drawRect(Canvas::frame().adjusted(inset, inset, -inset, -inset));
        }
    }
}

Lettering pickLettering(Canvas& canvas)
{
    auto& dice = canvas.dice;
    const int length = canvas.number(0, 2);
    QString text = QString::fromLatin1(length == 0   ? dice.pick(kShortQuotes)
                                       : length == 1 ? dice.pick(kQuotes)
                                                     : dice.pick(kLongQuotes));
    Lettering lettering;
    switch (dice.count(0, 4)) {
    case 0:
        lettering = {text.toUpper(), Face::Sans, 14, true};
        break;
    case 1:
        lettering = {text, Face::Serif, 14, true};
        break;
    case 2:
        lettering = {text, Face::Mono, 14};
        break;
    case 3:
        lettering = {text, Face::Sans, 14};
        break;
    default:
        lettering = {text, Face::Serif, 14, false, Qt::AlignCenter, true};
    }
    if (dice.chance(0.3))
        lettering.alignment = Qt::AlignVCenter | Qt::AlignLeft;
    return lettering;
}

/// As large as the closeness asks and the area allows; returns what the words will cover.
QRectF fit(Canvas& canvas, const QRectF& area, Lettering& lettering)
{
    lettering.size = static_cast<int>(canvas.scale(11, 40));
    canvas.painter.setPen(Qt::black); // without a pen nothing is measured
    QRectF bounds = textBounds(canvas.painter, area, lettering);
    while (lettering.size > 9
           && (bounds.height() > area.height() || bounds.width() > area.width())) {
        --lettering.size;
        bounds = textBounds(canvas.painter, area, lettering);
    }
    return bounds;
}

void drawCard(Canvas& canvas, const QRectF& card, const Ground& ground)
{
    auto& painter = canvas.painter;
    drawShadow(painter, card.translated(2, 5), 18, 0.5);
    fillRounded(painter, card, canvas.dice.chance(0.5) ? 1 : 14,
                between(card.topLeft(), card.bottomRight(), shade(ground.colour, 0.1),
                        shade(ground.colour, -0.08)));
    if (!canvas.dice.chance(0.4))
        return;
    painter.setPen(QPen(withAlpha(ground.accent, 0.8), 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(card.adjusted(5, 5, -5, -5));
}

void drawByline(Canvas& canvas, const QRectF& bounds, const Ground& ground)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const double middle = bounds.center().x();
    const double below = bounds.bottom() + 7;
    if (dice.chance(0.6))
        stroke(painter, {middle - 18, below}, {middle + 18, below}, ground.accent, 1.6);
    painter.setPen(mix(ground.ink, ground.accent, 0.4));
    if (dice.chance(0.7))
        drawText(painter, {middle - 90, below + 3, 180, 16},
                 {QStringLiteral("- ") + QString::fromLatin1(dice.pick(kVoices)), Face::Sans, 10});
}

/// A path, not a letter: Qt's cache of large glyphs gives a shape that depends on what was drawn
/// before.
void drawQuotationMark(QPainter& painter, const QRectF& bounds, const QColor& colour)
{
    constexpr double kDrop = 6;
    for (const double side : {-1.0, 1.0}) {
        const QPointF drop(bounds.center().x() + side * kDrop * 1.3, bounds.top() - 22);
        QPainterPath mark(drop + QPointF(-kDrop, 0));
        mark.cubicTo(drop + QPointF(-kDrop, -kDrop * 1.4),
                     drop + QPointF(-kDrop * 0.1, -kDrop * 2.1),
                     drop + QPointF(kDrop * 0.75, -kDrop * 2.3));
        mark.cubicTo(drop + QPointF(kDrop * 0.05, -kDrop * 1.8),
                     drop + QPointF(-kDrop * 0.1, -kDrop * 1.2), drop + QPointF(0, -kDrop));
        mark.closeSubpath();
        mark.addEllipse(drop, kDrop, kDrop);
        mark.setFillRule(Qt::WindingFill);
        fill(painter, mark, colour);
    }
}

} // namespace

void drawQuote(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    Ground ground = pickGround(dice);
    drawBackdrop(canvas, ground);
    drawOrnaments(canvas, canvas.number(0, 5), ground);
    const double x = canvas.across(62);
    const double half = std::min(x, kScene - x) - 14;
    const QRectF area(x - half, 44, half * 2, 164);
    auto lettering = pickLettering(canvas);
    const QRectF bounds = fit(canvas, area, lettering);
    const bool marked = dice.chance(0.45);
    if (dice.chance(0.35)) { // on a card of its own
        ground = pickGround(dice);
        drawCard(canvas, bounds.adjusted(-16, marked ? -40 : -18, 16, 30), ground);
    }
    if (marked)
        drawQuotationMark(painter, bounds, withAlpha(ground.accent, 0.85));
    painter.setPen(ground.ink);
    drawText(painter, area, lettering);
    drawByline(canvas, bounds, ground);
}

} // namespace samples
