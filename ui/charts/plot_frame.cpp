#include "ui/charts/plot_frame.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace ui {

namespace {

constexpr double kGap = kGrid / 2.0;

} // namespace

PlotFrame::PlotFrame(QPainter& painter, const QRectF& area, Axes axes, const QPalette& palette)
    : m_painter(painter)
    , m_area(area)
    , m_axes(std::move(axes))
    , m_palette(palette)
    , m_metrics(painter.fontMetrics())
{
    const double line = m_metrics.height();
    const double left =
        widestMark(m_axes.y) + kGap + (m_axes.y.title.isEmpty() ? 0.0 : line + kGap);
    const double right = m_axes.right ? widestMark(*m_axes.right) + line + 2 * kGap : kGrid;
    const double below = kGap + line + (m_axes.x.title.isEmpty() ? 0.0 : line + kGap);
    m_plot = area.adjusted(left, line / 2.0, -right, -below);
}

double PlotFrame::widestMark(const PlotAxis& axis) const
{
    double widest = 0.0;
    for (const auto& mark : axis.marks)
        widest = std::max(widest, m_metrics.horizontalAdvance(mark.label));
    return widest;
}

double PlotFrame::x(double value) const
{
    return m_plot.left() + m_axes.x.place(value) * m_plot.width();
}

double PlotFrame::y(double value) const
{
    return m_plot.bottom() - m_axes.y.place(value) * m_plot.height();
}

double PlotFrame::right(double value) const
{
    return m_plot.bottom() - m_axes.right->place(value) * m_plot.height();
}

void PlotFrame::drawAxes() const
{
    m_painter.setPen(QPen(gridLineColour(m_palette), 1.0));
    for (const auto& mark : m_axes.y.marks)
        m_painter.drawLine(QPointF(m_plot.left(), y(mark.value)),
                           QPointF(m_plot.right(), y(mark.value)));
    m_painter.setPen(secondaryTextColour(m_palette));
    m_painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
    drawMarksBelow();
    drawMarksBeside(m_axes.y, false);
    if (m_axes.right)
        drawMarksBeside(*m_axes.right, true);
}

void PlotFrame::drawMarksBelow() const
{
    const double line = m_metrics.height();
    double free = m_area.left(); // labels that would overlap are left out
    for (const auto& mark : m_axes.x.marks) {
        const double width = m_metrics.horizontalAdvance(mark.label);
        const double left = std::min(x(mark.value) - width / 2.0, m_area.right() - width);
        if (left < free)
            continue;
        m_painter.drawText(QRectF(left - 1.0, m_plot.bottom() + kGap, width + 2.0, line),
                           Qt::AlignCenter, mark.label);
        free = left + width + kGrid;
    }
    if (!m_axes.x.title.isEmpty())
        m_painter.drawText(QRectF(m_plot.left(), m_area.bottom() - line, m_plot.width(), line),
                           Qt::AlignCenter, m_axes.x.title);
}

void PlotFrame::drawMarksBeside(const PlotAxis& axis, bool atRight) const
{
    const double line = m_metrics.height();
    const double widest = widestMark(axis);
    for (const auto& mark : axis.marks) {
        const double height = m_plot.bottom() - axis.place(mark.value) * m_plot.height();
        const double left = atRight ? m_plot.right() + kGap : m_plot.left() - kGap - widest;
        m_painter.drawText(QRectF(left, height - line / 2.0, widest + 1.0, line),
                           static_cast<int>(Qt::AlignVCenter)
                               | static_cast<int>(atRight ? Qt::AlignLeft : Qt::AlignRight),
                           mark.label);
    }
    if (axis.title.isEmpty())
        return;
    m_painter.save();
    m_painter.translate(atRight ? m_area.right() : m_area.left(), m_plot.center().y());
    m_painter.rotate(atRight ? 90.0 : -90.0);
    m_painter.drawText(QRectF(-m_plot.height() / 2.0, 0.0, m_plot.height(), line), Qt::AlignCenter,
                       axis.title);
    m_painter.restore();
}

} // namespace ui
