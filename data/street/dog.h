#pragma once

#include "data/street/paint.h"

namespace samples {

enum class Ears { Hanging, Folded, Upright };

/// A dog's build and coat.
struct Dog {
    QColor coat;
    QColor pale;  ///< of muzzle, chest and paws
    QColor marks; ///< of ears, saddle or spots
    Ears ears = Ears::Hanging;
    double muzzle = 1;   ///< its breadth
    double legs = 1;     ///< their length
    bool saddle = false; ///< a dark back
    bool spotted = false;
    bool masked = false; ///< a pale face in a dark hood
    bool curly = false;
    bool panting = false;
    QColor collar = {};
};

Dog drawDogLots(Dice& dice);

/// All in units of half a head's breadth, the head in the origin.
void drawDogHead(Canvas& canvas, const Dog& dog);

/// The head and as much of the chest as a portrait shows.
void drawDogPortrait(Canvas& canvas, const Dog& dog);

/// Sits and looks at us; its paws stand at y = 3.9.
void drawSittingDog(Canvas& canvas, const Dog& dog);

/// Stands, its body to the right; its paws stand at y = 3.4.
void drawStandingDog(Canvas& canvas, const Dog& dog);

} // namespace samples
