#include "ui/training/runs_table.h"

#include "ui/theme/theme.h"
#include "ui/training/runs_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Undefined values come last, whichever way the others are ordered.
class RunsOrder final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const bool leftKnown = left.data(RunsModel::SortRole).isValid();
        const bool rightKnown = right.data(RunsModel::SortRole).isValid();
        if (leftKnown && rightKnown)
            return QSortFilterProxyModel::lessThan(left, right);
        return sortOrder() == Qt::AscendingOrder ? leftKnown && !rightKnown
                                                 : !leftKnown && rightKnown;
    }
};

void arrange(QTableView& view)
{
    view.setObjectName(QStringLiteral("runs"));
    view.setAccessibleName(RunsTable::tr("Runs"));
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    view.setTabKeyNavigation(false); // Tab leaves the table
    view.setAlternatingRowColors(true);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->hide();
    view.verticalHeader()->setDefaultSectionSize(3 * kGrid + kGrid / 2);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setStretchLastSection(true);
    view.horizontalHeader()->setMinimumSectionSize(7 * kGrid);
}

} // namespace

RunsTable::RunsTable(QWidget* parent)
    : QWidget(parent)
    , m_model(new RunsModel(this))
    , m_order(new RunsOrder(this))
    , m_view(new QTableView(this))
{
    m_order->setSourceModel(m_model);
    m_order->setSortRole(RunsModel::SortRole);
    m_order->setSortCaseSensitivity(Qt::CaseInsensitive);
    arrange(*m_view);
    m_view->setModel(m_order);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(RunsModel::CreatedColumn, Qt::DescendingOrder);
    m_view->installEventFilter(this);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);

    connect(m_view, &QTableView::doubleClicked, this, &RunsTable::chooseCurrent);
    connect(m_view, &QTableView::customContextMenuRequested, this, &RunsTable::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunsTable::announceCurrent);
}

void RunsTable::setRuns(const std::vector<core::RunInfo>& runs)
{
    const QString kept = m_marked.isEmpty() ? current() : m_marked;
    {
        const QScopedValueRollback quiet(m_quiet, true);
        m_model->setRuns(runs);
    }
    m_view->resizeColumnsToContents();
    markRun(kept);
}

void RunsTable::markRun(const QString& run)
{
    const int row = m_model->rowOf(run);
    m_marked = row < 0 ? run : QString();
    const QScopedValueRollback quiet(m_quiet, true);
    selectRow(row);
}

QString RunsTable::current() const
{
    const QModelIndex index = m_order->mapToSource(m_view->currentIndex());
    return index.isValid() ? QString::fromStdString(m_model->run(index.row()).name) : QString();
}

bool RunsTable::selectNewest()
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return false;
    int newest = 0;
    for (int row = 1; row < rows; ++row) {
        if (m_model->run(row).created >= m_model->run(newest).created)
            newest = row;
    }
    selectRow(newest);
    return true;
}

void RunsTable::selectRow(int sourceRow)
{
    if (sourceRow < 0) {
        m_view->selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_order->mapFromSource(m_model->index(sourceRow, 0));
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                         | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
}

void RunsTable::announceCurrent()
{
    const QString run = current();
    if (m_quiet || run.isEmpty())
        return;
    m_marked.clear();
    Q_EMIT runSelected(run);
}

void RunsTable::chooseCurrent()
{
    if (const QString run = current(); !run.isEmpty())
        Q_EMIT runChosen(run);
}

void RunsTable::askToDelete()
{
    const QString run = current();
    if (run.isEmpty())
        return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete run"),
                                tr("Delete %1 with its weights, curve and sense names?").arg(run),
                                QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText); // the name comes from a person
    box->setInformativeText(tr("This cannot be undone."));
    auto* confirm = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(confirm, &QPushButton::clicked, this, [this, run] { Q_EMIT deleteRunRequested(run); });
    box->open();
}

void RunsTable::showMenu(const QPoint& place)
{
    if (current().isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Look at its senses"), this, &RunsTable::chooseCurrent);
    menu->addSeparator();
    menu->addAction(tr("&Delete…"), this, &RunsTable::askToDelete);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

bool RunsTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            chooseCurrent();
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            askToDelete();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
