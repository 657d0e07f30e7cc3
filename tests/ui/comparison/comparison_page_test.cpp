#include "tests/ui/made_study.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/density_chart.h"
#include "ui/comparison/comparison_page.h"
#include "ui/comparison/evaluation_table.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using core::EngagementChoice;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

core::Project withMeasures(const std::vector<core::Measure>& measures)
{
    auto project = madeProject();
    auto changed = std::make_shared<core::Collection>(*project.collection);
    changed->measures = measures;
    changed->counts.resize(measures.size());
    project.collection = changed;
    return project;
}

class ComparisonPageTest : public testing::Test {
protected:
    void open(const std::vector<core::RunInfo>& runs)
    {
        page.setProject(madeProject());
        page.setRuns(runs);
    }
    void show(int tab)
    {
        child<QTabWidget>(page, "comparison-tabs").setCurrentIndex(tab);
        page.resize(1200, 800);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    std::string note(const char* name) const
    {
        return child<QLabel>(page, name).text().toStdString();
    }
    static std::vector<std::string> labelsOf(const BarChart& chart)
    {
        std::vector<std::string> labels;
        for (const auto& row : chart.table().rows)
            labels.push_back(row.front());
        return labels;
    }
    BarChart& bars(int tab) const
    {
        return child<BarChart>(*child<QTabWidget>(page, "comparison-tabs").widget(tab));
    }
    void ask() { child<QPushButton>(page, "compare").click(); }

    ComparisonPage page;
    QSignalSpy trained{&page, &ComparisonPage::trainLevelsRequested};
    QSignalSpy compared{&page, &ComparisonPage::compareRequested};
    QSignalSpy predicted{&page, &ComparisonPage::predictionsRequested};
};

const std::vector<core::RunInfo> kLevels{madeRun("low", 0.6, EngagementChoice::Low),
                                         madeRun("high", 0.4, EngagementChoice::High),
                                         madeRun("both", 0.5, EngagementChoice::Combined)};

TEST_F(ComparisonPageTest, InvitesToImportWhereNothingIsOpen)
{
    const QSignalSpy wished(&page, &ComparisonPage::importRequested);
    reading<QPushButton>(page, "Import a collection…").click();
    EXPECT_EQ(wished.size(), 1);
}

TEST_F(ComparisonPageTest, TrainsAllLevelsAlike)
{
    open({});
    child<QPushButton>(page, "train-levels").click();
    ASSERT_EQ(trained.size(), 1);
    const auto requests = trained.front().front().value<std::vector<core::TrainRequest>>();
    ASSERT_EQ(requests.size(), 3U);
    EXPECT_EQ(requests[0].engagement, EngagementChoice::Low);
    EXPECT_EQ(requests[1].engagement, EngagementChoice::High);
    EXPECT_EQ(requests[2].engagement, EngagementChoice::Combined);
    EXPECT_EQ(requests[0].options.seed, requests[2].options.seed);
    EXPECT_EQ(requests[0].splitSeed, requests[2].splitSeed);
}

TEST_F(ComparisonPageTest, ExplainsALevelWithoutAMeasure)
{
    page.setProject(withMeasures({{"views", core::Engagement::Low}}));
    EXPECT_TRUE(child<QCheckBox>(page, "level-low").isEnabled());
    EXPECT_FALSE(child<QCheckBox>(page, "level-high").isEnabled());
    EXPECT_FALSE(child<QCheckBox>(page, "level-combined").isChecked());
    EXPECT_EQ(note("level-note-low"), "views");
    EXPECT_THAT(note("level-note-high"), HasSubstr("No measure of high engagement here"));
    EXPECT_THAT(note("level-note-combined"), HasSubstr("The same as low here"));
    child<QPushButton>(page, "train-levels").click();
    EXPECT_EQ(trained.front().front().value<std::vector<core::TrainRequest>>().size(), 1U);

    page.setProject(withMeasures({}));
    EXPECT_EQ(note("level-note-combined"), "No measures here.");
    EXPECT_FALSE(child<QPushButton>(page, "train-levels").isEnabled());
}

TEST_F(ComparisonPageTest, TrainsNothingWhileSomethingIsTrained)
{
    open({});
    page.showTraining(true);
    EXPECT_FALSE(child<QPushButton>(page, "train-levels").isEnabled());
    EXPECT_THAT(note("train-levels-note"), HasSubstr("A model is being trained"));
    page.showTraining(false);
    EXPECT_TRUE(child<QPushButton>(page, "train-levels").isEnabled());
}

TEST_F(ComparisonPageTest, AsksForFeaturesFirst)
{
    auto project = madeProject();
    project.featureSets.clear();
    page.setProject(project);
    const QSignalSpy wished(&page, &ComparisonPage::extractRequested);
    child<QPushButton>(page, "train-levels").click();
    EXPECT_EQ(wished.size(), 1);
    EXPECT_EQ(trained.size(), 0);
}

TEST_F(ComparisonPageTest, SetsTheLevelsSideBySide)
{
    open(kLevels);
    EXPECT_THAT(labelsOf(bars(0)), ElementsAre("Low", "High", "Combined"));
    EXPECT_THAT(bars(0).table().rows.front(), ElementsAre("Low", "0.6", "0.5", "0.7"));
    const auto& table = child<EvaluationTable>(page, "levels-table");
    EXPECT_EQ(table.table().rows.size(), 3U);
    const auto* shown = child<QTableView>(table).model();
    EXPECT_EQ(shown->columnCount(), 3); // a level a column
    EXPECT_EQ(shown->headerData(1, Qt::Horizontal).toString(), q("High"));
}

TEST_F(ComparisonPageTest, NamesARunWithoutARho)
{
    auto flat = madeRun("flat");
    flat.test.rho.reset();
    flat.test.rhoInterval.reset();
    open({madeRun("good"), flat});
    EXPECT_THAT(labelsOf(bars(1)), ElementsAre("good"));
    EXPECT_THAT(readableText(*child<QTabWidget>(page, "comparison-tabs").widget(1)).toStdString(),
                HasSubstr("ρ is undefined for flat"));
}

TEST_F(ComparisonPageTest, ShowsTheTickedRuns)
{
    open(kLevels);
    auto& list = child<QListWidget>(page, "run-list");
    ASSERT_EQ(list.count(), 3);
    list.item(0)->setCheckState(Qt::Unchecked); // the newest
    EXPECT_THAT(labelsOf(bars(1)), ElementsAre("low", "high"));
    auto more = kLevels;
    more.push_back(madeRun("new"));
    page.setRuns(more);
    EXPECT_THAT(labelsOf(bars(1)), ElementsAre("low", "high", "new"));
}

TEST_F(ComparisonPageTest, SaysWhichOfAPairRanksBetter)
{
    open(kLevels);
    ask();
    ASSERT_EQ(compared.size(), 1);
    EXPECT_EQ(compared.front().at(0).toString(), q("both")); // the newest against the one before
    EXPECT_EQ(compared.front().at(1).toString(), q("high"));
    page.showComparison(q("both"), q("high"),
                        {.difference = 0.1, .interval = {.low = 0.05, .high = 0.15}, .p = 0.002});
    EXPECT_EQ(note("verdict"), "both ranks better by 0.100 [0.050, 0.150], p = 0.002.");
    page.showComparison(q("both"), q("high"),
                        {.difference = -0.1, .interval = {.low = -0.25, .high = 0.05}, .p = 0.25});
    EXPECT_EQ(note("verdict"), "The data cannot tell them apart: high is ahead by 0.100 "
                               "[−0.050, 0.250], p = 0.25.");
}

TEST_F(ComparisonPageTest, IgnoresTheAnswerOfAnotherPair)
{
    open(kLevels);
    ask();
    child<QComboBox>(page, "second-run").setCurrentIndex(2);
    page.showComparison(q("both"), q("high"), {});
    EXPECT_EQ(note("verdict"), "");
    page.showComparisonFailed(q("There is no run high."));
    EXPECT_THAT(note("compare-note"), HasSubstr("Both are scored"));
    ask();
    page.showComparisonFailed(q("There is no run low."));
    EXPECT_EQ(note("compare-note"), "There is no run low.");
}

TEST_F(ComparisonPageTest, AsksForTwoDifferentRuns)
{
    open({kLevels.front()});
    EXPECT_FALSE(child<QPushButton>(page, "compare").isEnabled());
    EXPECT_THAT(note("compare-note"), HasSubstr("With a second run"));
    page.setRuns(kLevels);
    child<QComboBox>(page, "second-run").setCurrentIndex(0);
    child<QComboBox>(page, "first-run").setCurrentIndex(0);
    EXPECT_FALSE(child<QPushButton>(page, "compare").isEnabled());
    EXPECT_THAT(note("compare-note"), HasSubstr("Choose two different runs."));
}

TEST_F(ComparisonPageTest, OffersTheNewestTwoOnceThereIsASecondRun)
{
    open({kLevels.front()});
    page.setRuns({kLevels[0], kLevels[1]});
    EXPECT_EQ(child<QComboBox>(page, "first-run").currentData(), q("high"));
    EXPECT_EQ(child<QComboBox>(page, "second-run").currentData(), q("low"));
    EXPECT_TRUE(child<QPushButton>(page, "compare").isEnabled());
    EXPECT_THAT(note("compare-note"), HasSubstr("Both are scored"));
    page.setRuns(kLevels);
    EXPECT_EQ(child<QComboBox>(page, "first-run").currentData(), q("high")) << "chosen before";
}

TEST_F(ComparisonPageTest, ForgetsARunThatIsDeletedMeanwhile)
{
    open(kLevels);
    ask();
    page.setRuns({kLevels[0], kLevels[1]});
    page.showComparison(q("both"), q("high"), {.difference = 0.1, .interval = {}, .p = 0.5});
    EXPECT_EQ(note("verdict"), "");
    EXPECT_THAT(labelsOf(bars(1)), ElementsAre("low", "high"));
    page.setRuns({});
    EXPECT_TRUE(bars(0).empty());
    page.showPredictions(q("both"), {{0}, {0.5}, {1.0}});
    EXPECT_TRUE(child<DensityChart>(page).empty());
}

TEST_F(ComparisonPageTest, AsksForPredictionsWhenTheyAreLookedAt)
{
    open(kLevels);
    EXPECT_EQ(predicted.size(), 0);
    show(2);
    ASSERT_EQ(predicted.size(), 1);
    EXPECT_EQ(predicted.front().front().toString(), q("both"));
    page.showPredictions(q("low"), {{0, 1}, {0.5, 0.6}, {1.0, 2.0}}); // of another run
    EXPECT_TRUE(child<DensityChart>(page).empty());
    page.showPredictions(q("both"), {{0, 1}, {0.5, 0.6}, {1.0, 2.0}});
    EXPECT_EQ(child<DensityChart>(page).table().rows.size(), 2U);
    EXPECT_THAT(note("predictions-note"), HasSubstr("2 test images."));
    child<QComboBox>(page, "predictions-run").setCurrentIndex(2);
    ASSERT_EQ(predicted.size(), 2);
    EXPECT_EQ(predicted.back().front().toString(), q("low"));
    EXPECT_TRUE(child<DensityChart>(page).empty());
}

TEST_F(ComparisonPageTest, AsksForPredictionsAgainAfterAFailure)
{
    open(kLevels);
    show(2);
    page.showPredictionsFailed(q("The features are gone."));
    page.hide();
    page.show();
    EXPECT_EQ(predicted.size(), 2);
}

TEST_F(ComparisonPageTest, EveryTabHasNamesAndIsReachedByTab)
{
    open(kLevels);
    EXPECT_THAT(namelessWidgets(page), IsEmpty());
    for (int tab = 0; tab < 3; ++tab) {
        show(tab);
        EXPECT_THAT(widgetsTabMisses(page), IsEmpty()) << "tab " << tab;
    }
}

TEST_F(ComparisonPageTest, ItsModelsKeepTheRulesOfModels)
{
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (const auto* view : page.findChildren<QTableView*>())
        testers.push_back(std::make_unique<QAbstractItemModelTester>(
            view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal));
    ASSERT_EQ(testers.size(), 2U);
    open(kLevels);
    for (auto* view : page.findChildren<QTableView*>())
        view->sortByColumn(0, Qt::AscendingOrder);
    page.setRuns({kLevels.front()});
    page.clearProject();
}

} // namespace
} // namespace ui
