#include "ui/charts/density_chart.h"

#include "core/report/tables.h"
#include "ui/charts/plot_frame.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kCells = 64; ///< along each axis

/// Points a cell, row by row from the least y.
struct Cells {
    PlotAxis x;
    PlotAxis y;
    std::vector<int> points;
    int most = 0;
};

PlotAxis axisOf(const QString& title, const std::vector<double>& values)
{
    const auto [low, high] = std::ranges::minmax(values);
    return linearAxis(title, low, high, 6);
}

int cellOf(const PlotAxis& axis, double value)
{
    return std::clamp(static_cast<int>(axis.place(value) * kCells), 0, kCells - 1);
}

/// Where the cell of a row and a column stands among the points.
std::size_t cellAt(int row, int column)
{
    return static_cast<std::size_t>(row) * kCells + static_cast<std::size_t>(column);
}

Cells cellsOf(PlotAxis x, PlotAxis y, const std::vector<double>& xs, const std::vector<double>& ys)
{
    Cells cells{std::move(x), std::move(y), std::vector<int>(cellAt(kCells, 0)), 0};
    for (std::size_t i = 0; i < xs.size(); ++i) {
        auto& count = cells.points[cellAt(cellOf(cells.y, ys[i]), cellOf(cells.x, xs[i]))];
        cells.most = std::max(cells.most, ++count);
    }
    return cells;
}

} // namespace

void DensityChart::setPoints(const QString& xTitle, const std::vector<double>& x,
                             const QString& yTitle, const std::vector<double>& y)
{
    m_xTitle = xTitle;
    m_yTitle = yTitle;
    const auto n = std::min(x.size(), y.size());
    m_x.clear();
    m_y.clear();
    m_x.reserve(n);
    m_y.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            continue;
        m_x.push_back(x[i]);
        m_y.push_back(y[i]);
    }
    redraw();
}

bool DensityChart::empty() const
{
    return m_x.empty();
}

ChartTable DensityChart::table() const
{
    ChartTable table{.header = {m_xTitle.toStdString(), m_yTitle.toStdString(), "images"},
                     .rows = {}};
    if (empty())
        return table;
    const auto cells = cellsOf(axisOf(m_xTitle, m_x), axisOf(m_yTitle, m_y), m_x, m_y);
    const auto centre = [](const PlotAxis& axis, int cell) {
        return axis.low + (cell + 0.5) / kCells * (axis.high - axis.low);
    };
    for (int row = 0; row < kCells; ++row) {
        for (int column = 0; column < kCells; ++column) {
            const int points = cells.points[cellAt(row, column)];
            if (points > 0)
                table.rows.push_back({core::csvNumber(centre(cells.x, column)),
                                      core::csvNumber(centre(cells.y, row)),
                                      std::to_string(points)});
        }
    }
    return table;
}

void DensityChart::draw(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const auto cells = cellsOf(axisOf(m_xTitle, m_x), axisOf(m_yTitle, m_y), m_x, m_y);
    const PlotFrame frame(painter, area, {cells.x, cells.y, {}}, palette);
    frame.drawAxes();
    QImage picture(kCells, kCells, QImage::Format_ARGB32);
    auto colour = accentColour(Accent::First, palette);
    for (int row = 0; row < kCells; ++row) {
        for (int column = 0; column < kCells; ++column) {
            const int points = cells.points[cellAt(row, column)];
            // By the logarithm: single images are seen beside the crowd.
            const double share = points == 0 ? 0.0 : std::log1p(points) / std::log1p(cells.most);
            colour.setAlphaF(points == 0 ? 0.0F : static_cast<float>(0.15 + 0.85 * share));
            picture.setPixelColor(column, kCells - 1 - row, colour);
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(frame.plot(), picture);
}

} // namespace ui
