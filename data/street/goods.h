#pragma once

#include "data/street/paint.h"

namespace samples {

/// The colours in which a thing is sold.
struct Finish {
    QColor body;
    QColor second; ///< of caps, soles, straps
    QColor label;
};

Finish drawFinish(Dice& dice);

/// A thing for sale, standing on y = 1, about two high, around x = 0.
using Ware = void (*)(Canvas&, const Finish&);

void drawBottle(Canvas& canvas, const Finish& finish);
void drawPerfume(Canvas& canvas, const Finish& finish);
void drawJar(Canvas& canvas, const Finish& finish);
void drawTube(Canvas& canvas, const Finish& finish);
void drawLamp(Canvas& canvas, const Finish& finish);
void drawCarton(Canvas& canvas, const Finish& finish);
void drawHeadphones(Canvas& canvas, const Finish& finish);
void drawSneaker(Canvas& canvas, const Finish& finish);
void drawWatch(Canvas& canvas, const Finish& finish);
void drawHandbag(Canvas& canvas, const Finish& finish);

} // namespace samples
