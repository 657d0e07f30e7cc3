#pragma once

#include "data/street/canvas.h"

#include <QBrush>
#include <QColor>
#include <QPainterPath>

#include <functional>
#include <initializer_list>
#include <vector>

namespace samples {

/// Hue in degrees (any number), the others in [0, 1] (clamped).
QColor hsl(double hue, double saturation, double lightness, double alpha = 1);

/// From `a` (share 0) to `b` (share 1).
QColor mix(const QColor& a, const QColor& b, double share);

QColor withAlpha(const QColor& colour, double alpha);

/// Towards white (amount up to 1) or black (down to -1).
QColor shade(const QColor& colour, double amount);

/// A linear gradient between two points.
QBrush between(QPointF from, QPointF to, const QColor& first, const QColor& second);

/// A linear gradient down a rectangle.
QBrush down(const QRectF& area, std::initializer_list<QColor> colours);

/// A radial gradient from `inner` in the middle to `outer` at the edge.
QBrush radial(QPointF centre, double radius, const QColor& inner, const QColor& outer);

void fill(QPainter& painter, const QPainterPath& shape, const QBrush& brush);
void fill(QPainter& painter, const QRectF& area, const QBrush& brush);
void fillEllipse(QPainter& painter, QPointF centre, QSizeF radii, const QBrush& brush);
void fillRounded(QPainter& painter, const QRectF& area, double radius, const QBrush& brush);

/// A line of round ends along `path`.
void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour, double width);
void stroke(QPainter& painter, QPointF from, QPointF to, const QColor& colour, double width);

/// Light (or shadow) that falls off softly from the middle to nothing at the edge.
void glow(QPainter& painter, QPointF centre, QSizeF radii, const QColor& colour);
inline void glow(QPainter& painter, QPointF centre, double radius, const QColor& colour)
{
    glow(painter, centre, QSizeF(radius, radius), colour);
}

/// `from`, and on by `step` as long as it is below `to`.
std::vector<double> steps(double from, double to, double step);

/// A smooth curve through `points` (Catmull and Rom).
QPainterPath smoothPath(const std::vector<QPointF>& points, bool closed);

/// A closed curve about an ellipse, its radius off by up to `wobble` (a share).
QPainterPath blob(Dice& dice, QPointF centre, QSizeF radii, double wobble);

QPainterPath polygon(std::initializer_list<QPointF> corners);

/// Draws what `scene` draws as if out of focus by `blur` scene units.
void drawSoftened(Canvas& canvas, double blur, const std::function<void(Canvas&)>& scene);

/// Discs of light out of focus, each somewhere in `area`.
struct Bokeh {
    QRectF area;
    int number = 20;
    double radius = 12; ///< the largest
    double hue = 40;    ///< the middle one
    double spread = 40; ///< of hues
    double alpha = 0.35;
};
void drawBokeh(Canvas& canvas, const Bokeh& bokeh);

} // namespace samples
