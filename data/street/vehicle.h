#pragma once

#include "data/street/paint.h"

namespace samples {

/// A road vehicle seen from its side; it looks to the right.
struct Vehicle {
    enum class Body { Saloon, Hatchback, Van, Bus, Pickup, Classic };
    Body body = Body::Saloon;
    QPointF road; ///< the middle of the car, where its wheels touch
    double length = 80;
    QColor paint;
    bool lamps = false; ///< switched on
};

/// Any body in any paint, shining, rusty or dull.
Vehicle pickVehicle(Dice& dice);

void drawFromSide(Canvas& canvas, const Vehicle& vehicle);

/// Its back with the red lamps; only road, length and paint matter, and vans and buses are taller.
void drawFromBehind(Canvas& canvas, const Vehicle& vehicle);

/// As a drone sees it, headed up the frame; road is the middle of its roof.
void drawFromAbove(Canvas& canvas, const Vehicle& vehicle);

} // namespace samples
