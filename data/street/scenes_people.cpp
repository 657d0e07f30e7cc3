#include "data/street/backdrop.h"
#include "data/street/light.h"
#include "data/street/person.h"
#include "data/street/scenes.h"

namespace samples {

namespace {

void placePerson(Canvas& canvas, QPointF head, double size, double lean)
{
    auto& dice = canvas.dice;
    const auto person = drawLots(dice);
    canvas.painter.save();
    canvas.painter.translate(head);
    canvas.painter.rotate(lean);
    canvas.painter.scale(size, size);
    drawPerson(canvas, person);
    canvas.painter.restore();
}

} // namespace

void drawPortrait(Canvas& canvas)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto setting = drawBackdrop(canvas);
    const double size = canvas.scale(21, 76);
    const QPointF head(canvas.across(canvas.scale(84, 48)),
                       canvas.scale(104, 118) + dice.around(0, 10));
    const int others = dice.chance(0.35) ? canvas.number(0, 2) : 0;
    if (others > 0) // friends stand behind, out of focus
        drawSoftened(canvas, 2.4, [&](Canvas& far) {
            for (int k = 0; k < others; ++k)
                placePerson(far,
                            {head.x() + (k == 0 ? 3.2 : -3.4) * size + dice.around(0, 6),
                             head.y() - dice.between(-4, 14)},
                            size * 0.85, dice.around(0, 6));
        });
    glow(painter, head - QPointF(0, size * 0.4), size * 2.6, withAlpha(setting.light, 0.3));
    placePerson(canvas, head, size, dice.around(0, 9));
    glow(painter, {dice.chance(0.5) ? 0.0 : kScene, dice.between(0, 90)}, {190, 220},
         withAlpha(setting.light, dice.between(0.08, 0.4)));
    if (dice.chance(0.2))
        drawBokeh(canvas,
                  {{0, 190, kScene, 70}, canvas.number(1, 9), 26, dice.between(0, 360), 40, 0.28});
}

} // namespace samples
