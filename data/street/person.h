#pragma once

#include "data/street/paint.h"

namespace samples {

enum class HairStyle { Long, Bob, Short, Curls, Bun, Bald, Scarf, Beanie, Sunhat };

/// Someone as far as a portrait shows them.
struct Person {
    QColor skin;
    QColor hair;
    QColor cloth;
    QColor extra; ///< of a scarf, a hat or earrings
    HairStyle style = HairStyle::Short;
    double turn = 0;  ///< of the face: -1 to our left, 1 to our right
    double jaw = 0.6; ///< how broad the chin is
    int mouth = 0;    ///< 0 calm, 1 smiling, 2 laughing
    int collar = 0;   ///< 0 round, 1 open, 2 high, 3 hood
    bool beard = false;
    bool glasses = false;
    bool painted = false; ///< lips and lashes
};

Person drawLots(Dice& dice);

/// Draws the person from the head down in units of half a head's breadth: the middle of the face
/// is the origin, the chin at 1.28, the shoulders at 2, everything below goes on beyond 9.
void drawPerson(Canvas& canvas, const Person& person);

/// The parts of drawPerson() that lie before the neck and the chest.
void drawFace(Canvas& canvas, const Person& person);

} // namespace samples
