#include "ui/charts/line_chart.h"

#include "core/report/tables.h"
#include "ui/charts/plot_frame.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <limits>

namespace ui {

namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool taken() const { return low <= high; }
};

Range rangeOf(const QList<Line>& lines, bool right)
{
    Range range;
    for (const auto& line : lines) {
        if (line.rightAxis != right)
            continue;
        for (const auto& point : line.points)
            range.take(point.y());
    }
    return range;
}

PlotAxis axisOf(const QString& title, const Range& range)
{
    if (!range.taken())
        return linearAxis(title, 0.0, 1.0);
    // A curve that is flat still wants some height.
    const double least = 1e-3 * std::max(1.0, std::max(range.high, -range.low));
    const double missing = std::max(0.0, least - (range.high - range.low)) / 2.0;
    return linearAxis(title, range.low - missing, range.high + missing, 4);
}

PlotAxis horizontalAxis(const QString& title, const QList<Line>& lines)
{
    Range range;
    for (const auto& line : lines) {
        for (const auto& point : line.points)
            range.take(point.x());
    }
    PlotAxis axis = linearAxis(title, range.low, range.high, 6);
    // Time ends where it ends.
    axis.low = range.low;
    axis.high = range.high > range.low ? range.high : range.low + 1.0;
    std::erase_if(axis.marks, [&](const PlotAxis::Mark& mark) {
        return mark.value < axis.low || mark.value > axis.high;
    });
    return axis;
}

} // namespace

void LineChart::setAxes(const QString& x, const QString& left, const QString& right)
{
    m_x = x;
    m_left = left;
    m_right = right;
    redraw();
}

void LineChart::setLines(const QList<Line>& lines)
{
    m_lines = lines;
    for (auto& line : m_lines)
        line.points.removeIf(
            [](const QPointF& point) { return !qIsFinite(point.x()) || !qIsFinite(point.y()); });
    redraw();
}

void LineChart::setMarker(std::optional<double> x)
{
    m_marker = x && qIsFinite(*x) ? x : std::nullopt;
    redraw();
}

bool LineChart::empty() const
{
    return std::ranges::all_of(m_lines, [](const Line& line) { return line.points.isEmpty(); });
}

ChartTable LineChart::table() const
{
    ChartTable table{.header = {"line", m_x.toStdString(), "value"}, .rows = {}};
    for (const auto& line : m_lines) {
        for (const auto& point : line.points)
            table.rows.push_back(
                {line.name.toStdString(), core::csvNumber(point.x()), core::csvNumber(point.y())});
    }
    return table;
}

void LineChart::draw(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const double legend = painter.fontMetrics().height() + kGrid / 2.0;
    PlotFrame::Axes axes{horizontalAxis(m_x, m_lines), axisOf(m_left, rangeOf(m_lines, false)), {}};
    if (!m_right.isEmpty())
        axes.right = axisOf(m_right, rangeOf(m_lines, true));
    const bool hasRight = axes.right.has_value();
    const PlotFrame frame(painter, area.adjusted(0, legend, 0, 0), std::move(axes), palette);
    frame.drawAxes();

    double legendX = frame.plot().left();
    for (const auto& line : m_lines) {
        QPen pen(accentColour(line.accent, palette), 2.0);
        if (line.rightAxis)
            pen.setStyle(Qt::DashLine); // told apart without colour too
        QPolygonF curve;
        curve.reserve(line.points.size());
        for (const auto& point : line.points)
            curve.push_back({frame.x(point.x()), line.rightAxis && hasRight ? frame.right(point.y())
                                                                            : frame.y(point.y())});
        painter.setPen(pen);
        painter.drawPolyline(curve);
        if (curve.size() == 1)
            painter.drawEllipse(curve.front(), 2.0, 2.0);
        const double middle = area.top() + legend / 2.0;
        painter.drawLine(QPointF(legendX, middle), QPointF(legendX + 3 * kGrid, middle));
        painter.setPen(palette.color(QPalette::WindowText));
        const double width = painter.fontMetrics().horizontalAdvance(line.name);
        painter.drawText(QRectF(legendX + 3.5 * kGrid, area.top(), width + kGrid, legend),
                         Qt::AlignVCenter | Qt::AlignLeft, line.name);
        legendX += width + 6 * kGrid;
    }
    if (m_marker) {
        painter.setPen(QPen(secondaryTextColour(palette), 1.0));
        const double x = std::clamp(frame.x(*m_marker), frame.plot().left(), frame.plot().right());
        painter.drawLine(QPointF(x, frame.plot().top()), QPointF(x, frame.plot().bottom()));
    }
}

} // namespace ui
