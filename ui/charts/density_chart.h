#pragma once

#include "ui/charts/chart.h"

namespace ui {

/// Any number of points as an image of their density (a million: a few milliseconds).
class DensityChart final : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    /// Points that are not finite are left out.
    void setPoints(const QString& xTitle, const std::vector<double>& x, const QString& yTitle,
                   const std::vector<double>& y);
    ChartTable table() const override; ///< the density's cells
    bool empty() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, const QPalette& palette) const override;

private:
    QString m_xTitle;
    QString m_yTitle;
    std::vector<double> m_x;
    std::vector<double> m_y;
};

} // namespace ui
