#pragma once

#include "data/street/paint.h"

namespace samples {

enum class Kind { Daisy, Sunflower, Rose, Poppy, Cherry, Dahlia, Lily };

/// A flower's kind and colours, so that a whole bed can have the same.
struct Blossom {
    Kind kind = Kind::Daisy;
    QColor petal;
    QColor inner; ///< where the petals meet
    QColor heart; ///< the disc in the middle
};

Blossom drawBlossomLots(Dice& dice);

/// Seen from its front, in the origin, of radius 1.
void drawBlossom(Canvas& canvas, const Blossom& blossom);

/// A tulip seen from its side, in the origin, about one wide and two high.
void drawTulip(Canvas& canvas, const QColor& petal);

/// A stem from `foot` to `head` with leaves.
void drawStem(Canvas& canvas, QPointF foot, QPointF head, double width, const QColor& green);

} // namespace samples
