#pragma once

#include "ui/charts/chart.h"

namespace ui {

struct Line {
    QString name;
    QList<QPointF> points;
    Accent accent = Accent::First;
    bool rightAxis = false;
};

/// Lines over one x axis, with a second y axis at the right where a line asks for it. One
/// replace() a line and update; a few thousand points at most.
class LineChart final : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void setAxes(const QString& x, const QString& left, const QString& right = {});
    void setLines(const QList<Line>& lines); ///< points that are not finite are left out
    void setMarker(std::optional<double> x); ///< an upright rule, "now" of the scrubber
    ChartTable table() const override;
    bool empty() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, const QPalette& palette) const override;

private:
    QString m_x;
    QString m_left;
    QString m_right;
    QList<Line> m_lines;
    std::optional<double> m_marker;
};

} // namespace ui
