#pragma once

#include "ui/charts/plot_axis.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>
#include <QPointF>
#include <QRectF>

#include <optional>

namespace ui {

/// The axes of a plot on a painter: room for marks and titles is taken from the area, the rest is
/// where values are drawn.
class PlotFrame {
public:
    struct Axes {
        PlotAxis x;
        PlotAxis y;
        std::optional<PlotAxis> right; ///< a second y axis
    };

    /// Nothing is drawn before drawAxes().
    PlotFrame(QPainter& painter, const QRectF& area, Axes axes, const QPalette& palette);

    void drawAxes() const;

    const QRectF& plot() const { return m_plot; }
    double x(double value) const;
    double y(double value) const;
    double right(double value) const;
    QPointF point(double xValue, double yValue) const { return {x(xValue), y(yValue)}; }

private:
    double widestMark(const PlotAxis& axis) const;
    void drawMarksBelow() const;
    void drawMarksBeside(const PlotAxis& axis, bool atRight) const;

    QPainter& m_painter;
    QRectF m_area;
    Axes m_axes;
    const QPalette& m_palette;
    QFontMetricsF m_metrics;
    QRectF m_plot;
};

} // namespace ui
