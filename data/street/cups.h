#pragma once

#include "data/street/paint.h"

namespace samples {

/// White, dark or coloured glaze.
QColor drawCrockery(Dice& dice);

/// A cup in the origin, its brim of radius 1, perhaps on a saucer of radius 1.6.
void drawCupAbove(Canvas& canvas, const QColor& glaze, bool saucer);

// Seen from the side: about two wide around the origin, standing near y = 1, with steam.
void drawCupSide(Canvas& canvas, const QColor& glaze);
void drawGlass(Canvas& canvas, const QColor& glaze);
void drawPaperCup(Canvas& canvas, const QColor& glaze);

} // namespace samples
