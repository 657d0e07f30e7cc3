#pragma once

#include "core/ingest/table_preview.h"
#include "ui/collection/column_role.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// The first rows of a table; the header says under each column's name what it is used as.
class TablePreviewModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    TablePreviewModel(core::TablePreview preview, std::vector<ColumnRole> roles,
                      QObject* parent = nullptr);

    void setRoles(const std::vector<ColumnRole>& roles); ///< one a column

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    core::TablePreview m_preview;
    std::vector<ColumnRole> m_roles;
};

} // namespace ui
