#pragma once

#include "data/street/paint.h"

namespace samples {

/// A cat's coat and mood.
struct Cat {
    QColor coat;
    QColor pale;  ///< of muzzle, chest and paws
    QColor marks; ///< of stripes, patches or the mask
    QColor eyes = {};
    bool striped = false;
    bool patched = false;
    bool masked = false; ///< dark face, ears and paws
    bool asleep = false;
    double gaze = 0; ///< where it looks: -1 left, 1 right
};

Cat drawCatLots(Dice& dice);

/// All in units of half a head's breadth, the head in the origin.
void drawCatHead(Canvas& canvas, const Cat& cat);

/// Sits and looks at us; its paws stand at y = 3.6.
void drawSittingCat(Canvas& canvas, const Cat& cat);

/// Lies, its body to the right; the ground is at y = 1.9.
void drawLyingCat(Canvas& canvas, const Cat& cat);

/// Sits with its back to us; the ground is at y = 3.6.
void drawCatFromBehind(Canvas& canvas, const Cat& cat);

} // namespace samples
