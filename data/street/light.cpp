#include "data/street/light.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace samples {

namespace {

/// Towards `to` from `from`, of length one.
QPointF direction(QPointF from, QPointF to)
{
    const QPointF away = to - from;
    return away / std::max(std::hypot(away.x(), away.y()), 1e-9);
}

} // namespace

QColor shadowed(const QColor& colour, double amount)
{
    return mix(colour, withAlpha(QColor(26, 14, 40), colour.alphaF()), amount);
}

QBrush lit(const QRectF& bounds, const QColor& colour, double depth)
{
    QRadialGradient gradient(QPointF(-0.3, -0.42), 1.75);
    gradient.setColorAt(0, shade(colour, 0.3 * depth));
    gradient.setColorAt(0.4, colour);
    gradient.setColorAt(1, shadowed(colour, 0.55 * depth));
    QBrush brush(gradient);
    QTransform place;
    place.translate(bounds.center().x(), bounds.center().y());
    place.scale(bounds.width() / 2, bounds.height() / 2);
    brush.setTransform(place);
    return brush;
}

QBrush cylinder(double left, double right, const QColor& colour, double gloss)
{
    QLinearGradient gradient(QPointF(left, 0), QPointF(right, 0));
    gradient.setColorAt(0, shadowed(colour, 0.28));
    gradient.setColorAt(0.16, shade(colour, 0.1 * gloss));
    gradient.setColorAt(0.26, shade(colour, 0.55 * gloss));
    gradient.setColorAt(0.36, shade(colour, 0.1 * gloss));
    gradient.setColorAt(0.62, shadowed(colour, 0.12));
    gradient.setColorAt(0.92, shadowed(colour, 0.48));
    gradient.setColorAt(1, shadowed(colour, 0.36));
    return gradient;
}

void fillBody(QPainter& painter, const QPainterPath& body, const QColor& colour, double depth)
{
    painter.fillPath(body, lit(body.controlPointRect(), colour, depth));
}

void fillBody(QPainter& painter, QPointF centre, QSizeF radii, const QColor& colour, double depth)
{
    const QRectF bounds(centre.x() - radii.width(), centre.y() - radii.height(), radii.width() * 2,
                        radii.height() * 2);
    fillEllipse(painter, centre, radii, lit(bounds, colour, depth));
}

void drawShadow(QPainter& painter, QPointF centre, QSizeF radii, double alpha)
{
    glow(painter, centre, radii, withAlpha(QColor(22, 14, 30), alpha));
}

QPainterPath mirrored(std::span<const QPointF> half)
{
    std::vector<QPointF> points(half.begin(), half.end());
    // NOLINTNEXTLINE(modernize-loop-convert): Clang 14 does not take views::reverse
    for (auto point = half.rbegin(); point != half.rend(); ++point)
        if (point->x() != 0)
            points.emplace_back(-point->x(), point->y());
    return smoothPath(points, true);
}

void drawFur(Canvas& canvas, const QPainterPath& body, const Fur& fur)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const QRectF bounds = body.controlPointRect();
    // Made where a unit is large: curves are cut into straight pieces of about a unit.
    constexpr double kFine = 60;
    const QPolygonF outline = body.toFillPolygon(QTransform::fromScale(kFine, kFine));
    QList<QLineF> light;
    QList<QLineF> dark;
    QList<QLineF> edge;
    for (int k = 0; k < fur.number; ++k) {
        const QPointF at(dice.between(bounds.left(), bounds.right()),
                         dice.between(bounds.top(), bounds.bottom()));
        const QPointF hair = direction(fur.root, at) * fur.length * dice.between(0.5, 1.2);
        (k % 2 == 0 ? light : dark).append(QLineF(at, at + hair));
    }
    for (int k = 0; fur.fuzzy && k < fur.number && !outline.isEmpty(); ++k) {
        const auto place = dice.random().below(static_cast<std::uint64_t>(outline.size()));
        const QPointF at = outline[static_cast<qsizetype>(place)] / kFine;
        const QPointF out = direction(fur.root, at);
        if (out.y() > 0.75) // there it would lie over what stands below
            continue;
        const QPointF sideways(-out.y() * dice.around(0, 0.5), out.x() * dice.around(0, 0.5));
        edge.append(QLineF(at - out * fur.length * 0.5, at + (out + sideways) * fur.length * 0.5));
    }
    const auto draw = [&](const QList<QLineF>& hairs, const QColor& colour) {
        painter.setPen(QPen(colour, fur.width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(hairs);
    };
    draw(edge, fur.colour);
    painter.save();
    painter.setClipPath(body, Qt::IntersectClip);
    draw(light, withAlpha(shade(fur.colour, 0.4), 0.3));
    draw(dark, withAlpha(shadowed(fur.colour, 0.5), 0.22));
    painter.restore();
}

QPainterPath tapered(std::span<const QPointF> points, double first, double last)
{
    const std::size_t count = points.size();
    std::vector<QPointF> outline(2 * count);
    const auto offset = [&](std::size_t k) {
        const QPointF along =
            direction(points[k == 0 ? 0 : k - 1], points[std::min(k + 1, count - 1)]);
        const double share = static_cast<double>(k) / static_cast<double>(count - 1);
        return QPointF(-along.y(), along.x()) * (first + (last - first) * share) / 2;
    };
    for (std::size_t k = 0; k < count; ++k) {
        // The far side comes back from the end.
        outline[k] = points[k] + offset(k);
        outline[2 * count - 1 - k] = points[k] - offset(k);
    }
    return smoothPath(outline, true);
}

} // namespace samples
