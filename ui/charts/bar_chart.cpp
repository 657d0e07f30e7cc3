#include "ui/charts/bar_chart.h"

#include "core/report/tables.h"
#include "ui/charts/plot_frame.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr double kBarShare = 0.56; ///< of the width that a bar has to itself
constexpr double kWidestBar = 9.0 * kGrid;

QString valueText(double value)
{
    return QLocale().toString(value, 'f', 3);
}

PlotAxis valueAxis(const QString& title, const QList<Bar>& bars)
{
    double low = 0.0;
    double high = 0.0;
    for (const auto& bar : bars) {
        low = std::min({low, bar.value, bar.interval ? bar.interval->low : 0.0});
        high = std::max({high, bar.value, bar.interval ? bar.interval->high : 0.0});
    }
    // Headroom for the figures over the bars.
    return linearAxis(title, low, high + 0.08 * (high - low));
}

PlotAxis barAxis(const QList<Bar>& bars)
{
    PlotAxis axis;
    axis.low = 0.0;
    axis.high = static_cast<double>(bars.size());
    return axis;
}

} // namespace

void BarChart::setBars(const QString& valueTitle, const QList<Bar>& bars)
{
    m_valueTitle = valueTitle;
    m_bars = bars;
    redraw();
}

bool BarChart::empty() const
{
    return m_bars.isEmpty();
}

ChartTable BarChart::table() const
{
    ChartTable table{.header = {"label", m_valueTitle.toStdString(), "low", "high"}, .rows = {}};
    for (const auto& bar : m_bars)
        table.rows.push_back({bar.label.toStdString(), core::csvNumber(bar.value),
                              bar.interval ? core::csvNumber(bar.interval->low) : "",
                              bar.interval ? core::csvNumber(bar.interval->high) : ""});
    return table;
}

void BarChart::draw(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const PlotFrame frame(painter, area, {barAxis(m_bars), valueAxis(m_valueTitle, m_bars), {}},
                          palette);
    frame.drawAxes();
    const double slot = frame.plot().width() / static_cast<double>(m_bars.size());
    const double width = std::min(kWidestBar, slot * kBarShare);
    const auto metrics = painter.fontMetrics();
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const auto& bar = m_bars[i];
        const double centre = frame.x(static_cast<double>(i) + 0.5);
        const QRectF body = QRectF(QPointF(centre - width / 2, frame.y(bar.value)),
                                   QPointF(centre + width / 2, frame.y(0.0)))
                                .normalized();
        painter.fillRect(body, accentColour(bar.accent, palette));
        double top = body.top();
        painter.setPen(QPen(palette.color(QPalette::WindowText), 1.5));
        if (bar.interval) {
            const double high = frame.y(bar.interval->high);
            const double low = frame.y(bar.interval->low);
            constexpr double kCap = kGrid / 2.0;
            painter.drawLine(QPointF(centre, low), QPointF(centre, high));
            painter.drawLine(QPointF(centre - kCap, low), QPointF(centre + kCap, low));
            painter.drawLine(QPointF(centre - kCap, high), QPointF(centre + kCap, high));
            top = std::min(top, high);
        }
        painter.drawText(
            QRectF(centre - slot / 2, top - metrics.height() - 2.0, slot, metrics.height()),
            Qt::AlignCenter, valueText(bar.value));
        painter.setPen(palette.color(QPalette::WindowText));
        const auto label =
            metrics.elidedText(bar.label, Qt::ElideMiddle, static_cast<int>(slot) - kGrid / 2);
        painter.drawText(
            QRectF(centre - slot / 2, frame.plot().bottom() + kGrid / 2.0, slot, metrics.height()),
            Qt::AlignCenter, label);
    }
    painter.setPen(secondaryTextColour(palette));
    painter.drawLine(QPointF(frame.plot().left(), frame.y(0.0)),
                     QPointF(frame.plot().right(), frame.y(0.0)));
}

} // namespace ui
