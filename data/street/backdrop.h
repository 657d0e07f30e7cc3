#pragma once

#include "data/street/paint.h"

namespace samples {

/// The place that a subject stands in: what its light does to the subject.
struct Setting {
    QColor tone;  ///< of most of what lies behind the subject
    QColor light; ///< of the lamp or the sky
};

/// A colour of any hue: pale, deep or dull.
QColor drawTone(Dice& dice);

/// A place out of focus behind a subject, without a floor: a studio, a room, leaves, a street,
/// lights at night, an open sky. More things in it as the clutter asks.
Setting drawBackdrop(Canvas& canvas);

/// Paper lit from behind the subject.
Setting drawStudio(Canvas& canvas, const QColor& tone);

/// A room out of focus whose floor begins at `floor`.
Setting drawRoom(Canvas& canvas, double floor);

/// Ground out of doors from `horizon` down: a meadow or, unless it must be `green`, sand, snow,
/// fallen leaves or pavement.
Setting drawOutdoors(Canvas& canvas, double horizon, bool green = false);

/// A table from its front edge, from `top` to the bottom of the frame.
void drawTableFront(Canvas& canvas, double top);

/// A table from above: wood, stone, slate, linen, checked cloth, paper.
void drawTabletop(Canvas& canvas);

} // namespace samples
