#pragma once

#include "data/street/paint.h"

namespace samples {

/// A dish from above in the origin, its plate or board of radius 1.
using Dish = void (*)(Canvas&);

void drawPasta(Canvas& canvas);
void drawSalad(Canvas& canvas);
void drawPizza(Canvas& canvas);
void drawRamen(Canvas& canvas);
void drawCurry(Canvas& canvas);
void drawBreakfast(Canvas& canvas);
void drawSushi(Canvas& canvas);
void drawFruitTart(Canvas& canvas);

/// A dish from the side, standing on y = 1, about two wide.
void drawBurger(Canvas& canvas);
void drawPancakes(Canvas& canvas);
void drawCakeSlice(Canvas& canvas);

// Things that lie on dishes and beside them; `size` is a radius.
void drawLeaf(Canvas& canvas, QPointF at, double size, const QColor& colour);
void drawTomato(Canvas& canvas, QPointF at, double size);
void drawLemon(Canvas& canvas, QPointF at, double size);
void drawBerry(Canvas& canvas, QPointF at, double size);
void drawEgg(Canvas& canvas, QPointF at, double size);

/// Crockery from above with its shadow: a flat plate, or a bowl full of `inside`.
void drawPlate(Canvas& canvas, const QColor& glaze);
void drawBowlAbove(Canvas& canvas, const QColor& glaze, const QColor& inside);

} // namespace samples
