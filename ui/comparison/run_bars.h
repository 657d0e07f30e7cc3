#pragma once

#include "core/study/runs.h"
#include "ui/charts/bar_chart.h"

#include <QWidget>

#include <vector>

namespace ui {

class QuietLabel;

/// Test ρ of runs as bars with intervals; a run whose ρ is undefined is named below, without a bar.
class RunBars final : public QWidget {
    Q_OBJECT

public:
    enum class Labels { Levels, Names };

    RunBars(const QString& title, Labels labels, QWidget* parent = nullptr);

    void setRuns(const std::vector<core::RunInfo>& runs);
    void setEmptyText(const QString& text);

private:
    Bar barOf(const core::RunInfo& run) const;

    Labels m_labels;
    BarChart* m_chart;
    QuietLabel* m_undefined;
};

} // namespace ui
