#pragma once

#include "core/study/runs.h"

#include <QWidget>

#include <vector>

namespace ui {

class EvaluationTable;
class LevelsForm;
class QuietLabel;
class RunBars;

/// Low, high and combined engagement side by side (the paper's Table 4).
class LevelsTab final : public QWidget {
    Q_OBJECT

public:
    explicit LevelsTab(QWidget* parent = nullptr);

    void setProject(const core::Project& project);
    /// runs   oldest first
    void setRuns(const std::vector<core::RunInfo>& runs, const core::Collection& collection);
    void showTraining(bool running);

Q_SIGNALS:
    void trainRequested(const std::vector<core::TrainRequest>& requests);
    void extractRequested();

private:
    LevelsForm* m_form;
    RunBars* m_bars;
    EvaluationTable* m_table;
    QuietLabel* m_reading;
};

} // namespace ui
