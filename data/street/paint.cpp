#include "data/street/paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace samples {

namespace {

/// Sums of the four channels, two in each word: 16 bits hold 16 levels and the rounding.
struct Sums {
    std::uint32_t even = 0; ///< blue, red
    std::uint32_t odd = 0;  ///< green, alpha

    void add(const Sums& other, std::uint32_t weight)
    {
        even += weight * other.even;
        odd += weight * other.odd;
    }
    static Sums of(QRgb pixel) { return {pixel & kEven, pixel >> 8U & kEven}; }
    QRgb sixteenth() const { return (even >> 4U & kEven) | (odd >> 4U & kEven) << 8U; }

    static constexpr std::uint32_t kEven = 0x00ff00ffU;
};

/// A pixel and those above and below, 1 : 2 : 1.
Sums column(const std::array<const QRgb*, 3>& lines, int x)
{
    Sums sums = Sums::of(lines[0][x]);
    sums.add(Sums::of(lines[1][x]), 2);
    sums.add(Sums::of(lines[2][x]), 1);
    return sums;
}

/// Each pixel with its eight neighbours, 1 : 2 : 1 both ways.
QImage blurred(const QImage& image)
{
    QImage result(image.size(), image.format());
    const int lastLine = image.height() - 1;
    const int lastColumn = image.width() - 1;
    for (int y = 0; y <= lastLine; ++y) {
        const auto line = [&](int at) {
            return reinterpret_cast<const QRgb*>(image.constScanLine(std::clamp(at, 0, lastLine)));
        };
        const std::array lines = {line(y - 1), line(y), line(y + 1)};
        auto* out = reinterpret_cast<QRgb*>(result.scanLine(y));
        Sums left = column(lines, 0);
        Sums here = left;
        for (int x = 0; x <= lastColumn; ++x) {
            const Sums right = column(lines, std::min(x + 1, lastColumn));
            Sums sums{0x00020002U, 0x00020002U}; // rounding
            sums.add(left, 1);
            sums.add(here, 2);
            sums.add(right, 1);
            out[x] = sums.sixteenth();
            left = here;
            here = right;
        }
    }
    return result;
}

} // namespace

QColor hsl(double hue, double saturation, double lightness, double alpha)
{
    const double turns = hue / 360 - std::floor(hue / 360);
    return QColor::fromHslF(static_cast<float>(std::min(turns, 0.9999)),
                            static_cast<float>(std::clamp(saturation, 0.0, 1.0)),
                            static_cast<float>(std::clamp(lightness, 0.0, 1.0)),
                            static_cast<float>(std::clamp(alpha, 0.0, 1.0)))
        .toRgb();
}

QColor mix(const QColor& a, const QColor& b, double share)
{
    const auto part = static_cast<float>(std::clamp(share, 0.0, 1.0));
    const auto blend = [part](float first, float second) {
        return first + (second - first) * part;
    };
    return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()),
                            blend(a.blueF(), b.blueF()), blend(a.alphaF(), b.alphaF()));
}

QColor withAlpha(const QColor& colour, double alpha)
{
    QColor result = colour;
    result.setAlphaF(static_cast<float>(std::clamp(alpha, 0.0, 1.0)));
    return result;
}

QColor shade(const QColor& colour, double amount)
{
    const QColor target = withAlpha(amount > 0 ? Qt::white : Qt::black, colour.alphaF());
    return mix(colour, target, std::abs(amount));
}

QBrush between(QPointF from, QPointF to, const QColor& first, const QColor& second)
{
    QLinearGradient gradient(from, to);
    gradient.setColorAt(0, first);
    gradient.setColorAt(1, second);
    return gradient;
}

QBrush down(const QRectF& area, std::initializer_list<QColor> colours)
{
    QLinearGradient gradient(area.topLeft(), area.bottomLeft());
    double at = 0;
    for (const auto& colour : colours) {
        gradient.setColorAt(std::min(at, 1.0), colour);
        at += 1.0 / static_cast<double>(std::max<std::size_t>(colours.size() - 1, 1));
    }
    return gradient;
}

QBrush radial(QPointF centre, double radius, const QColor& inner, const QColor& outer)
{
    QRadialGradient gradient(centre, radius);
    gradient.setColorAt(0, inner);
    gradient.setColorAt(1, outer);
    return gradient;
}

void fill(QPainter& painter, const QPainterPath& shape, const QBrush& brush)
{
    painter.fillPath(shape, brush);
}

void fill(QPainter& painter, const QRectF& area, const QBrush& brush)
{
    painter.fillRect(area, brush);
}

void fillEllipse(QPainter& painter, QPointF centre, QSizeF radii, const QBrush& brush)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawEllipse(centre, radii.width(), radii.height());
}

void fillRounded(QPainter& painter, const QRectF& area, double radius, const QBrush& brush)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRoundedRect(area, radius, radius);
}

void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour, double width)
{
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void stroke(QPainter& painter, QPointF from, QPointF to, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
}

void glow(QPainter& painter, QPointF centre, QSizeF radii, const QColor& colour)
{
    QRadialGradient gradient(QPointF(0, 0), 1);
    for (const double at : {0.0, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0}) {
        const double fall = std::exp(-4.5 * at * at) - std::exp(-4.5) * at;
        gradient.setColorAt(at, withAlpha(colour, colour.alphaF() * std::max(fall, 0.0)));
    }
    painter.save();
    painter.translate(centre);
    painter.scale(radii.width(), radii.height());
    painter.fillRect(QRectF(-1, -1, 2, 2), gradient);
    painter.restore();
}

std::vector<double> steps(double from, double to, double step)
{
    std::vector<double> result;
    while (from < to) {
        result.push_back(from);
        from += step;
    }
    return result;
}

QPainterPath smoothPath(const std::vector<QPointF>& points, bool closed)
{
    QPainterPath path;
    const auto count = static_cast<std::ptrdiff_t>(points.size());
    const auto at = [&](std::ptrdiff_t k) {
        k = closed ? (k + count) % count : std::clamp<std::ptrdiff_t>(k, 0, count - 1);
        return points[static_cast<std::size_t>(k)];
    };
    path.moveTo(at(0));
    for (std::ptrdiff_t k = 0; k < (closed ? count : count - 1); ++k)
        path.cubicTo(at(k) + (at(k + 1) - at(k - 1)) / 6, at(k + 1) - (at(k + 2) - at(k)) / 6,
                     at(k + 1));
    if (closed)
        path.closeSubpath();
    return path;
}

QPainterPath blob(Dice& dice, QPointF centre, QSizeF radii, double wobble)
{
    constexpr int kPoints = 10;
    std::vector<QPointF> points;
    const double turn = dice.between(0, std::numbers::pi);
    for (int k = 0; k < kPoints; ++k) {
        const double angle = turn + k * 2 * std::numbers::pi / kPoints;
        const double radius = 1 + dice.around(0, wobble);
        points.emplace_back(centre.x() + radii.width() * radius * std::cos(angle),
                            centre.y() + radii.height() * radius * std::sin(angle));
    }
    return smoothPath(points, true);
}

QPainterPath polygon(std::initializer_list<QPointF> corners)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(corners)));
    path.closeSubpath();
    return path;
}

void drawSoftened(Canvas& canvas, double blur, const std::function<void(Canvas&)>& scene)
{
    const int side = std::clamp(static_cast<int>(kScene * 1.6 / blur), 10, 160);
    QImage small(side, side, QImage::Format_ARGB32_Premultiplied);
    small.fill(Qt::transparent);
    {
        QPainter painter(&small);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(side / kScene, side / kScene);
        Canvas soft{painter, canvas.dice, canvas.traits};
        scene(soft);
    }
    // Once more at twice the size: enlarging alone would show the grid of the small picture.
    const auto larger =
        blurred(small).scaled(side * 2, side * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    canvas.painter.drawImage(Canvas::frame(), blurred(larger));
}

void drawBokeh(Canvas& canvas, const Bokeh& bokeh)
{
    auto& dice = canvas.dice;
    for (int k = 0; k < bokeh.number; ++k) {
        const QPointF centre(dice.between(bokeh.area.left(), bokeh.area.right()),
                             dice.between(bokeh.area.top(), bokeh.area.bottom()));
        const double radius = bokeh.radius * dice.between(0.35, 1);
        const QColor colour = hsl(dice.around(bokeh.hue, bokeh.spread), 0.85,
                                  dice.between(0.55, 0.8), bokeh.alpha * dice.between(0.4, 1));
        QRadialGradient disc(centre, radius);
        disc.setColorAt(0, withAlpha(colour, colour.alphaF() * 0.7));
        disc.setColorAt(0.86, colour);
        disc.setColorAt(1, withAlpha(colour, 0));
        fillEllipse(canvas.painter, centre, {radius, radius}, disc);
    }
}

} // namespace samples
