#pragma once

#include "data/street/paint.h"

#include <span>

namespace samples {

/// Colour in the shade: darker and a little towards violet, as shadows out of doors are.
QColor shadowed(const QColor& colour, double amount);

/// The surface of a rounded body within `bounds`, lit from the upper left; `depth` 0 is flat.
QBrush lit(const QRectF& bounds, const QColor& colour, double depth = 1);

/// The surface of an upright cylinder from `left` to `right`, lit from the left.
QBrush cylinder(double left, double right, const QColor& colour, double gloss = 1);

/// Fills `body` as lit() says.
void fillBody(QPainter& painter, const QPainterPath& body, const QColor& colour, double depth = 1);
void fillBody(QPainter& painter, QPointF centre, QSizeF radii, const QColor& colour,
              double depth = 1);

/// A soft dark spot below something that stands or lies there.
void drawShadow(QPainter& painter, QPointF centre, QSizeF radii, double alpha = 0.5);

/// The same curve to the left and to the right of x = 0: `half` leads from the top of the axis
/// to its bottom.
QPainterPath mirrored(std::span<const QPointF> half);

struct Fur {
    QColor colour;
    double length = 0.15;
    int number = 150;
    QPointF root;         ///< hairs point away from here
    double width = 0.024; ///< of a hair
    bool fuzzy = true;    ///< hairs stand over the outline too
};

/// Hairs within the body, lighter and darker than `fur.colour`.
void drawFur(Canvas& canvas, const QPainterPath& body, const Fur& fur);

/// A thick line of changing width (from `first` to `last`) along points.
QPainterPath tapered(std::span<const QPointF> points, double first, double last);

} // namespace samples
