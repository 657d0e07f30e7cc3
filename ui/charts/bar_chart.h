#pragma once

#include "ui/charts/chart.h"

namespace ui {

struct Bar {
    QString label;
    double value = 0.0;
    std::optional<core::Interval> interval; ///< drawn as an error bar
    Accent accent = Accent::Neutral;
};

/// Bars with intervals on a value axis that includes 0.
class BarChart final : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void setBars(const QString& valueTitle, const QList<Bar>& bars);
    ChartTable table() const override;
    bool empty() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, const QPalette& palette) const override;

private:
    QString m_valueTitle;
    QList<Bar> m_bars;
};

} // namespace ui
