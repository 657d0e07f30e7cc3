#pragma once

#include "core/study/runs.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// Runs as rows, for any table view. Holds its own copy.
class RunsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        TestRhoColumn,
        ValidationRhoColumn,
        EngagementColumn,
        SensesColumn,
        MarginColumn,
        FeaturesColumn,
        EpochsColumn,
        SecondsColumn,
        ExamplesColumn,
        SeedColumn,
        SplitColumn,
        CreatedColumn,
        ColumnCount,
    };
    /// The raw value: numbers sort as numbers. Invalid where a number is undefined.
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<core::RunInfo> runs);
    const core::RunInfo& run(int row) const;
    int rowOf(const QString& name) const; ///< −1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<core::RunInfo> m_runs;
};

} // namespace ui
