#pragma once

#include "core/study/runs.h"

#include <QString>
#include <QWidget>

#include <vector>

class QModelIndex;
class QSortFilterProxyModel;
class QTableView;

namespace ui {

class RunsModel;

/// The runs with their settings and results, sortable by every column; newest first at the start.
/// Enter or a double-click chooses, Delete asks and then wishes a run away.
class RunsTable final : public QWidget {
    Q_OBJECT

public:
    explicit RunsTable(QWidget* parent = nullptr);

    void setRuns(const std::vector<core::RunInfo>& runs); ///< the selection stays where it can
    /// Marks a run without runSelected(); one that is not yet in the table is marked when it comes.
    void markRun(const QString& run);
    QString current() const; ///< empty: none
    bool selectNewest();     ///< as a person would: runSelected() follows; false: no run

Q_SIGNALS:
    void runSelected(const QString& run);
    void runChosen(const QString& run);
    void deleteRunRequested(const QString& run); ///< already confirmed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseCurrent();
    void askToDelete();
    void showMenu(const QPoint& place);
    void announceCurrent();
    void selectRow(int sourceRow);

    RunsModel* m_model;
    QSortFilterProxyModel* m_order;
    QTableView* m_view;
    QString m_marked; ///< to be marked when it comes
    bool m_quiet = false;
};

} // namespace ui
