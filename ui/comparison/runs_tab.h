#pragma once

#include "core/study/runs.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QStackedWidget;

namespace ui {

class EvaluationTable;
class PairComparison;
class RunBars;

/// Any runs as bars and figures, and any two against each other.
class RunsTab final : public QWidget {
    Q_OBJECT

public:
    explicit RunsTab(QWidget* parent = nullptr);

    /// runs   oldest first; what was ticked stays so, a new run is ticked
    void setRuns(const std::vector<core::RunInfo>& runs);
    void showComparison(const QString& first, const QString& second,
                        const core::PairedComparison& comparison);
    void showComparisonFailed(const QString& message);

Q_SIGNALS:
    void compareRequested(const QString& first, const QString& second);
    void trainRequested();

private:
    QWidget* makeContent();
    void fillList();
    void showTicked();

    std::vector<core::RunInfo> m_runs;
    QStackedWidget* m_stack;
    QListWidget* m_list;
    RunBars* m_bars;
    EvaluationTable* m_table;
    PairComparison* m_pair;
};

} // namespace ui
