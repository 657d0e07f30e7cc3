#pragma once

#include "core/catalogue/catalogue.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// Rejected rows of a table with their reasons, sorted by either.
class RejectionModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { RowColumn, ReasonColumn, ColumnCount };

    explicit RejectionModel(std::vector<core::Rejection> rejections, QObject* parent = nullptr);

    const std::vector<core::Rejection>& rejections() const { return m_rejections; } ///< as sorted

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    std::vector<core::Rejection> m_rejections;
};

} // namespace ui
