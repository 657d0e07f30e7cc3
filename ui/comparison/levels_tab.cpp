#include "ui/comparison/levels_tab.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/evaluation_table.h"
#include "ui/comparison/level_runs.h"
#include "ui/comparison/levels_form.h"
#include "ui/comparison/run_bars.h"
#include "ui/theme/quiet_label.h"

#include <QHBoxLayout>

namespace ui {

namespace {

QString readingOf(const std::vector<core::RunInfo>& levels)
{
    if (levels.empty())
        return {};
    const auto& options = levels.front().request.options;
    const auto& seed = levels.front().request.splitSeed;
    const QString split = seed ? LevelsTab::tr("split seed %1").arg(*seed)
                               : LevelsTab::tr("a split that is not drawn");
    const QString alike = LevelsTab::tr("%1 + %2 senses, seed %3, %4, features %5.")
                              .arg(options.popularSenses)
                              .arg(options.unpopularSenses)
                              .arg(options.seed)
                              .arg(split)
                              .arg(QString::fromStdString(levels.front().request.featureSet));
    if (levels.size() == 1)
        return LevelsTab::tr("One level so far: %1").arg(alike);
    return LevelsTab::tr("The newest runs that differ in their level alone: %1").arg(alike);
}

} // namespace

LevelsTab::LevelsTab(QWidget* parent)
    : QWidget(parent)
    , m_form(new LevelsForm(this))
    , m_bars(new RunBars(tr("How well each level of engagement can be predicted"),
                         RunBars::Labels::Levels, this))
    , m_table(new EvaluationTable(EvaluationTable::Layout::RunsAsColumns, this))
    , m_reading(new QuietLabel({}, this))
{
    m_bars->setEmptyText(tr("Train the levels on one split to see which can be predicted best."));
    m_table->setObjectName(QStringLiteral("levels-table"));
    auto* sideBySide = new QHBoxLayout;
    sideBySide->setSpacing(2 * kGrid);
    sideBySide->addWidget(m_bars, 1);
    sideBySide->addWidget(m_table, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * kGrid, 0, 0);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_form);
    layout->addLayout(sideBySide, 1);
    layout->addWidget(m_reading);
    connect(m_form, &LevelsForm::trainRequested, this, &LevelsTab::trainRequested);
    connect(m_form, &LevelsForm::extractRequested, this, &LevelsTab::extractRequested);
}

void LevelsTab::setProject(const core::Project& project)
{
    m_form->setProject(project);
}

void LevelsTab::setRuns(const std::vector<core::RunInfo>& runs, const core::Collection& collection)
{
    const auto levels = newestLevelRuns(runs, collection);
    m_bars->setRuns(levels);
    m_table->setRuns(levels);
    m_table->setVisible(!levels.empty());
    m_reading->setText(readingOf(levels));
}

void LevelsTab::showTraining(bool running)
{
    m_form->showTraining(running);
}

} // namespace ui
