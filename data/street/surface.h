#pragma once

#include "data/street/paint.h"

namespace samples {

/// What things lie on and people walk on, seen from straight above.
struct Surface {
    enum class Kind { Planks, Tiles, Cloth, Marble, Grain, Plain };
    Kind kind = Kind::Plain;
    QColor colour;
    double size = 40; ///< of a plank, tile or stripe
};

/// Any kind, in its natural colours or painted.
Surface pickSurface(Dice& dice);

/// Fills `area`, which may lie beyond the frame where the painter is turned or tilted.
void drawSurface(Canvas& canvas, const Surface& surface, const QRectF& area);

/// Daylight that falls through a window onto whatever was drawn before, brighter on one side.
void drawWindowLight(Canvas& canvas);

/// A soft shadow around a rectangle that lies on something.
void drawShadow(QPainter& painter, const QRectF& area, double reach, double alpha);

} // namespace samples
