#include "ui/charts/histogram_chart.h"

#include "core/report/tables.h"
#include "ui/charts/plot_frame.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double kFloor = 0.7; ///< the axis begins under 1, so that one image is seen

std::size_t mostOf(const core::CountHistogram& histogram)
{
    std::size_t most = histogram.zeros;
    for (const auto images : histogram.images)
        most = std::max(most, images);
    return most;
}

/// Counts by their decimal logarithm; zero has a place of its own left of 1.
struct CountScale {
    double zero = -0.45; ///< the middle of the zero bar, in decades
    PlotAxis axis;

    CountScale(const QString& title, const core::CountHistogram& histogram)
    {
        const double top = histogram.edges.empty() ? 10.0 : histogram.edges.back();
        const double decades = std::max(1.0, std::log10(top));
        const double unit = std::max(decades / 12.0, 0.2);
        zero = -unit;
        axis.title = title;
        axis.low = histogram.zeros > 0 ? -1.6 * unit : 0.0;
        axis.high = decades;
        if (histogram.zeros > 0)
            axis.marks.push_back({zero, QStringLiteral("0")});
        const int stride = decades > 7.0 ? 2 : 1;
        for (int power = 0; power <= static_cast<int>(decades); power += stride)
            axis.marks.push_back({static_cast<double>(power), shortNumber(std::pow(10.0, power))});
    }
};

} // namespace

void HistogramChart::setHistogram(const QString& countTitle, const core::CountHistogram& all,
                                  const std::optional<core::CountHistogram>& part, Accent accent)
{
    m_countTitle = countTitle;
    m_all = all;
    m_part = part;
    m_accent = accent;
    redraw();
}

bool HistogramChart::empty() const
{
    return mostOf(m_all) == 0;
}

ChartTable HistogramChart::table() const
{
    ChartTable table{.header = {"from", "to", "images"}, .rows = {}};
    if (m_part)
        table.header.emplace_back("part");
    const auto add = [&](double from, double to, std::size_t all, std::size_t part) {
        auto& row = table.rows.emplace_back();
        row = {core::csvNumber(from), core::csvNumber(to), std::to_string(all)};
        if (m_part)
            row.push_back(std::to_string(part));
    };
    add(0, 1, m_all.zeros, m_part ? m_part->zeros : 0);
    for (std::size_t i = 0; i < m_all.images.size(); ++i)
        add(m_all.edges[i], m_all.edges[i + 1], m_all.images[i],
            m_part && i < m_part->images.size() ? m_part->images[i] : 0);
    return table;
}

void HistogramChart::draw(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const CountScale scale(m_countTitle, m_all);
    const double top = std::max(10.0, 1.3 * static_cast<double>(mostOf(m_all)));
    const PlotFrame frame(painter, area,
                          {scale.axis, logarithmicAxis(tr("Images"), kFloor, top, 5), {}}, palette);
    frame.drawAxes();
    const auto bar = [&](double from, double to, std::size_t images, const QColor& colour) {
        if (images == 0)
            return;
        const QRectF body(QPointF(frame.x(from), frame.y(static_cast<double>(images))),
                          QPointF(frame.x(to), frame.plot().bottom()));
        painter.fillRect(body.adjusted(0.5, 0, -0.5, 0), colour);
    };
    const auto bars = [&](const core::CountHistogram& histogram, const QColor& colour) {
        const double half = 0.55 * std::abs(scale.zero) / 1.0;
        bar(scale.zero - half, scale.zero + half, histogram.zeros, colour);
        for (std::size_t i = 0; i < histogram.images.size() && i + 1 < m_all.edges.size(); ++i)
            bar(std::log10(m_all.edges[i]), std::log10(m_all.edges[i + 1]), histogram.images[i],
                colour);
    };
    auto ground = accentColour(Accent::Neutral, palette);
    if (m_part)
        ground.setAlphaF(0.45F);
    bars(m_all, ground);
    if (m_part)
        bars(*m_part, accentColour(m_accent, palette));
}

} // namespace ui
