#pragma once

#include "core/study/runs.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QStackedWidget;

namespace ui {

class DensityChart;
class QuietLabel;

/// Predicted against actual popularity of one run's test images, as a density. Asks for the
/// numbers when it is looked at, not before.
class PredictionsTab final : public QWidget {
    Q_OBJECT

public:
    explicit PredictionsTab(QWidget* parent = nullptr);

    /// runs   oldest first
    void setRuns(const std::vector<core::RunInfo>& runs);
    void showPredictions(const QString& run, const core::Predictions& predictions);
    void showFailed(const QString& message);

Q_SIGNALS:
    void predictionsRequested(const QString& run);
    void trainRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void requestWhereMissing();

    QStackedWidget* m_stack;
    QComboBox* m_run;
    DensityChart* m_chart;
    QuietLabel* m_note;
    QString m_asked; ///< the run whose predictions were asked for last
};

} // namespace ui
