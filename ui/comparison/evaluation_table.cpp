#include "ui/comparison/evaluation_table.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/evaluation_model.h"
#include "ui/comparison/table_file.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTransposeProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr double kManyZeros = 0.1;

/// Where zeros exceed a tenth, Equation 6 flatters (science.md, "Evaluation").
QString zerosNote(const std::vector<core::RunInfo>& runs)
{
    double most = 0.0;
    for (const auto& run : runs)
        most = std::max(most, run.test.zeroShare);
    if (most <= kManyZeros)
        return {};
    return EvaluationTable::tr(
               "Up to %1% of these images have a count of zero. Equation 6, as the paper printed "
               "it, is then well above 0 without any skill, so read ρ first.")
        .arg(QLocale().toString(100.0 * most, 'f', 0));
}

/// Of the last run for which something may be said: one warning is read, ten are not.
QString confoundNote(const std::vector<core::RunInfo>& runs)
{
    QString note;
    for (const auto& run : runs)
        if (const QString text = confoundText(run); !text.isEmpty())
            note = text;
    return note;
}

} // namespace

EvaluationTable::EvaluationTable(Layout layout, QWidget* parent)
    : QWidget(parent)
    , m_model(new EvaluationModel(this))
    , m_view(new QTableView(this))
    , m_note(new QuietLabel({}, this))
    , m_export(new QPushButton(tr("Export the table…"), this))
{
    m_view->setAccessibleName(tr("How well each run ranks its test images"));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setDefaultSectionSize(7 * kGrid / 2);
    if (layout == Layout::RunsAsRows)
        showRunsAsRows();
    else
        showRunsAsColumns();

    auto* below = new QHBoxLayout;
    below->addWidget(m_note, 1);
    below->addWidget(m_export, 0, Qt::AlignTop);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGrid);
    rows->addWidget(m_view, 1);
    rows->addLayout(below);
    connect(m_export, &QPushButton::clicked, this,
            [this] { saveTable(this, table(), tr("runs.csv")); });
    setRuns({});
}

void EvaluationTable::showRunsAsRows()
{
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(EvaluationModel::SortRole);
    sorted->setSortLocaleAware(true);
    m_view->setModel(sorted);
    m_view->setSortingEnabled(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->sortByColumn(EvaluationModel::RhoColumn, Qt::DescendingOrder);
    m_view->verticalHeader()->hide();
}

void EvaluationTable::showRunsAsColumns()
{
    auto* transposed = new QTransposeProxyModel(this);
    transposed->setSourceModel(m_model);
    m_view->setModel(transposed);
    m_view->setRowHidden(EvaluationModel::EngagementColumn, true); // it stands in the heading
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void EvaluationTable::setRuns(const std::vector<core::RunInfo>& runs)
{
    m_model->setRuns(runs);
    if (m_view->verticalHeader()->isHidden())
        m_view->resizeColumnsToContents();
    else
        m_view->setRowHidden(EvaluationModel::EngagementColumn, true); // a reset shows all rows
    QStringList notes{confoundNote(runs), zerosNote(runs)};
    notes.removeAll(QString());
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_export->setEnabled(!runs.empty());
}

ChartTable EvaluationTable::table() const
{
    return m_model->table();
}

} // namespace ui
