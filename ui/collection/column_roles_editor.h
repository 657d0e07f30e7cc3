#pragma once

#include "ui/collection/column_role.h"

#include <QScrollArea>

#include <vector>

class QComboBox;
class QGridLayout;

namespace ui {

/// Every column of a table in a row: its name, what its first cells hold, what it is used as.
/// A role that only one column may have leaves the column that had it before.
class ColumnRolesEditor final : public QScrollArea {
    Q_OBJECT

public:
    /// Begins with the preview's guess. Of a very wide table only the first 256 columns are listed;
    /// the others are not used.
    explicit ColumnRolesEditor(const core::TablePreview& preview, QWidget* parent = nullptr);

    const std::vector<ColumnRole>& roles() const { return m_roles; } ///< one a column
    void setRole(int column, ColumnRole role);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRow(QGridLayout& grid, const core::TablePreview& preview, int column);
    void choose(int column, ColumnRole role);

    std::vector<QComboBox*> m_combos;
    std::vector<ColumnRole> m_roles;
};

} // namespace ui
