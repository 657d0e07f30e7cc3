#include "ui/comparison/comparison_page.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/levels_tab.h"
#include "ui/comparison/predictions_tab.h"
#include "ui/comparison/runs_tab.h"
#include "ui/theme/empty_page.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

struct ComparisonPage::Parts {
    explicit Parts(ComparisonPage& page);

    std::shared_ptr<const core::Collection> collection; ///< null: no project
    QStackedWidget* stack;
    QTabWidget* tabs;
    LevelsTab* levels;
    RunsTab* runs;
    PredictionsTab* predictions;
};

ComparisonPage::Parts::Parts(ComparisonPage& page)
    : stack(new QStackedWidget(&page))
    , tabs(new QTabWidget)
    , levels(new LevelsTab)
    , runs(new RunsTab)
    , predictions(new PredictionsTab)
{
    auto* empty = new EmptyPage;
    empty->setObjectName(QStringLiteral("no-project"));
    empty->say(tr("No collection is open"),
               tr("Import a collection of images with their counts, and its runs can be set side "
                  "by side here."),
               tr("Import a collection…"));
    tabs->setObjectName(QStringLiteral("comparison-tabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(levels, tr("&Engagement levels"));
    tabs->addTab(runs, tr("&Any runs"));
    tabs->addTab(predictions, tr("&Predicted and actual"));
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGrid);
    rows->addWidget(new QuietLabel(rhoExplained()));
    rows->addWidget(tabs, 1);
    stack->addWidget(empty);
    stack->addWidget(content);
    auto* layout = new QVBoxLayout(&page);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    layout->addWidget(stack);

    QObject::connect(empty, &EmptyPage::accepted, &page, &ComparisonPage::importRequested);
    QObject::connect(levels, &LevelsTab::trainRequested, &page,
                     &ComparisonPage::trainLevelsRequested);
    QObject::connect(levels, &LevelsTab::extractRequested, &page,
                     &ComparisonPage::extractRequested);
    QObject::connect(runs, &RunsTab::compareRequested, &page, &ComparisonPage::compareRequested);
    QObject::connect(runs, &RunsTab::trainRequested, &page, &ComparisonPage::trainRequested);
    QObject::connect(predictions, &PredictionsTab::predictionsRequested, &page,
                     &ComparisonPage::predictionsRequested);
    QObject::connect(predictions, &PredictionsTab::trainRequested, &page,
                     &ComparisonPage::trainRequested);
}

ComparisonPage::ComparisonPage(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(*this))
{
}

ComparisonPage::~ComparisonPage() = default;

void ComparisonPage::setProject(const core::Project& project)
{
    clearProject();
    m_parts->collection = project.collection;
    m_parts->levels->setProject(project);
    m_parts->stack->setCurrentIndex(1);
}

void ComparisonPage::clearProject()
{
    setRuns({});
    m_parts->collection.reset();
    m_parts->stack->setCurrentIndex(0);
}

void ComparisonPage::setRuns(const std::vector<core::RunInfo>& runs)
{
    const core::Collection
        none; // an lvalue, or the other one would be copied: a second for a million
    m_parts->levels->setRuns(runs, m_parts->collection ? *m_parts->collection : none);
    m_parts->runs->setRuns(runs);
    m_parts->predictions->setRuns(runs);
}

void ComparisonPage::showTraining(bool running)
{
    m_parts->levels->showTraining(running);
}

void ComparisonPage::showComparison(const QString& first, const QString& second,
                                    const core::PairedComparison& comparison)
{
    m_parts->runs->showComparison(first, second, comparison);
}

void ComparisonPage::showComparisonFailed(const QString& message)
{
    m_parts->runs->showComparisonFailed(message);
}

void ComparisonPage::showPredictions(const QString& run, const core::Predictions& predictions)
{
    m_parts->predictions->showPredictions(run, predictions);
}

void ComparisonPage::showPredictionsFailed(const QString& message)
{
    m_parts->predictions->showFailed(message);
}

} // namespace ui
