#pragma once

#include "ui/charts/chart.h"

namespace ui {

/// The popularity distribution: counts in bins that grow by a constant factor, zero as a bar of its
/// own, the number of images on a logarithmic axis (the paper's Figure 3).
class HistogramChart final : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    /// part   drawn over the whole in `accent` where given (one sense against all); same edges
    void setHistogram(const QString& countTitle, const core::CountHistogram& all,
                      const std::optional<core::CountHistogram>& part = std::nullopt,
                      Accent accent = Accent::Neutral);
    ChartTable table() const override;
    bool empty() const override;

protected:
    void draw(QPainter& painter, const QRectF& area, const QPalette& palette) const override;

private:
    QString m_countTitle;
    core::CountHistogram m_all;
    std::optional<core::CountHistogram> m_part;
    Accent m_accent = Accent::Neutral;
};

} // namespace ui
