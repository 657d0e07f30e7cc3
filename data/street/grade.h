#pragma once

#include "data/street/dice.h"
#include "data/street/traits.h"

#include <QImage>

namespace samples {

/// Develops a picture as a photographer would: saturation, warmth, brightness and contrast from
/// the traits, and a colour cast, a vignette and grain drawn from the dice.
/// `image` must be RGB32.
void applyGrade(QImage& image, const Traits& traits, Dice& dice);

} // namespace samples
