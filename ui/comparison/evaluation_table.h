#pragma once

#include "core/study/runs.h"
#include "ui/charts/chart.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QTableView;

namespace ui {

class EvaluationModel;
class QuietLabel;

/// The figures behind the bars, to be read and exported. Says how to read ρ where many counts are
/// zero.
class EvaluationTable final : public QWidget {
    Q_OBJECT

public:
    enum class Layout {
        RunsAsRows,    ///< many runs, sortable
        RunsAsColumns, ///< the few levels, a column each
    };

    explicit EvaluationTable(Layout layout, QWidget* parent = nullptr);

    void setRuns(const std::vector<core::RunInfo>& runs);
    ChartTable table() const;

private:
    void showRunsAsRows();
    void showRunsAsColumns();

    EvaluationModel* m_model;
    QTableView* m_view;
    QuietLabel* m_note;
    QPushButton* m_export;
};

} // namespace ui
