#pragma once

#include "data/street/dice.h"
#include "data/street/traits.h"

#include <QPainter>

namespace samples {

/// The side of every scene in its own units; the painter is scaled to the size asked for.
constexpr double kScene = 256;

/// What a scene is drawn with. Saturation, warmth, brightness and contrast are laid over the
/// finished picture (grade.h); closeness, centredness and clutter are the scene's own matter.
struct Canvas {
    QPainter& painter;
    Dice& dice;
    const Traits& traits;

    static QRectF frame() { return {0, 0, kScene, kScene}; }

    /// From `far` to `near` as the closeness asks.
    double scale(double far, double near) const
    {
        return far + (near - far) * (traits.closeness + 1) / 2;
    }

    /// From `few` to `many` as the clutter asks.
    int number(int few, int many) const
    {
        return few + static_cast<int>((many - few + 0.999) * (traits.clutter + 1) / 2);
    }

    /// Where the subject stands, sideways: the middle or up to `reach` beside it.
    double across(double reach)
    {
        const double away = reach * (1 - traits.centredness) / 2;
        return kScene / 2 + (dice.chance(0.5) ? away : -away);
    }
};

} // namespace samples
