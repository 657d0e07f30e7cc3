#include "ui/comparison/runs_tab.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/evaluation_table.h"
#include "ui/comparison/pair_comparison.h"
#include "ui/comparison/run_bars.h"
#include "ui/theme/empty_page.h"

#include <QListWidget>
#include <QSet>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

RunsTab::RunsTab(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_list(new QListWidget(this))
    , m_bars(
          new RunBars(tr("How well each run ranks its test images"), RunBars::Labels::Names, this))
    , m_table(new EvaluationTable(EvaluationTable::Layout::RunsAsRows, this))
    , m_pair(new PairComparison(this))
{
    auto* empty = new EmptyPage;
    empty->setObjectName(QStringLiteral("no-runs"));
    empty->say(tr("Train a model first"),
               tr("Runs are set side by side here: how well each ranks images that it never saw."),
               tr("Train a model"));
    m_list->setObjectName(QStringLiteral("run-list"));
    m_list->setAccessibleName(tr("Runs to show"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_table->setObjectName(QStringLiteral("runs-table"));
    m_bars->setEmptyText(tr("Tick the runs to show."));
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * kGrid, 0, 0);
    layout->addWidget(m_stack);
    connect(empty, &EmptyPage::accepted, this, &RunsTab::trainRequested);
    connect(m_list, &QListWidget::itemChanged, this, &RunsTab::showTicked);
    connect(m_pair, &PairComparison::compareRequested, this, &RunsTab::compareRequested);
}

QWidget* RunsTab::makeContent()
{
    auto* content = new QWidget;
    auto* above = new QSplitter(Qt::Horizontal);
    above->setObjectName(QStringLiteral("runs-splitter"));
    above->setChildrenCollapsible(false);
    above->setHandleWidth(2 * kGrid);
    above->addWidget(m_list);
    above->addWidget(m_bars);
    above->setStretchFactor(0, 0);
    above->setStretchFactor(1, 1);
    above->setSizes({28 * kGrid, 80 * kGrid});
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(above, 3);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_pair);
    return content;
}

void RunsTab::setRuns(const std::vector<core::RunInfo>& runs)
{
    m_runs = runs;
    fillList();
    m_pair->setRuns(runs);
    m_stack->setCurrentIndex(runs.empty() ? 0 : 1);
    showTicked();
}

void RunsTab::fillList()
{
    const QSignalBlocker quiet(m_list);
    QSet<QString> unticked;
    for (int row = 0; row < m_list->count(); ++row) {
        const auto* item = m_list->item(row);
        if (item->checkState() == Qt::Unchecked)
            unticked.insert(item->data(Qt::UserRole).toString());
    }
    m_list->clear();
    std::for_each(m_runs.rbegin(), m_runs.rend(), [&](const core::RunInfo& run) { // newest first
        auto* item = new QListWidgetItem(runDescription(run), m_list);
        item->setData(Qt::UserRole, runName(run));
        item->setCheckState(unticked.contains(runName(run)) ? Qt::Unchecked : Qt::Checked);
    });
}

void RunsTab::showTicked()
{
    std::vector<core::RunInfo> ticked;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const auto row = static_cast<int>(m_runs.size() - 1 - i);
        if (m_list->item(row)->checkState() == Qt::Checked)
            ticked.push_back(m_runs[i]);
    }
    m_bars->setRuns(ticked);
    m_table->setRuns(ticked);
}

void RunsTab::showComparison(const QString& first, const QString& second,
                             const core::PairedComparison& comparison)
{
    m_pair->showComparison(first, second, comparison);
}

void RunsTab::showComparisonFailed(const QString& message)
{
    m_pair->showFailed(message);
}

} // namespace ui
