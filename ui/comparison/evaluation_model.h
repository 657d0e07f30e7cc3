#pragma once

#include "core/study/runs.h"
#include "ui/charts/chart.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// Runs as rows, how well each orders its test images as columns. Holds its own copy.
class EvaluationModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// From RhoColumn on those of evaluationFigures().
    enum Column { RunColumn, EngagementColumn, SensesColumn, RhoColumn };
    /// The raw value: numbers sort as numbers. Invalid where a number is undefined.
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<core::RunInfo> runs);
    const std::vector<core::RunInfo>& runs() const { return m_runs; }
    /// The numbers in full, an undefined one as an empty cell.
    ChartTable table() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<core::RunInfo> m_runs;
};

} // namespace ui
