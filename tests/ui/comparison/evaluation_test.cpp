#include "core/error.h"
#include "tests/study/small_collection.h"
#include "tests/ui/made_study.h"
#include "tests/ui/widget_search.h"
#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/evaluation_model.h"
#include "ui/comparison/evaluation_table.h"
#include "ui/comparison/level_runs.h"
#include "ui/comparison/table_file.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace ui {
namespace {

using core::EngagementChoice;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> namesOf(const std::vector<core::RunInfo>& runs)
{
    std::vector<std::string> names;
    names.reserve(runs.size());
    for (const auto& run : runs)
        names.push_back(run.name);
    return names;
}

int columnNamed(const QTableView& view, const char* heading)
{
    const auto* model = view.model();
    for (int column = 0; column < model->columnCount(); ++column)
        if (model->headerData(column, Qt::Horizontal).toString() == q(heading))
            return column;
    throw std::runtime_error(std::string("no column ") + heading);
}

const core::Collection& counted()
{
    static const auto project = madeProject();
    return *project.collection;
}

TEST(EvaluationModel, KeepsTheRulesOfModels)
{
    EvaluationModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRuns({madeRun("a"), madeRun("b")});
    model.setRuns({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(EvaluationModel, NeverShowsAnUndefinedNumberAsZero)
{
    auto run = madeRun("flat");
    run.test.rho.reset();
    EvaluationModel model;
    model.setRuns({run});
    const auto rho = model.index(0, EvaluationModel::RhoColumn);
    EXPECT_EQ(rho.data().toString(), q("undefined"));
    EXPECT_FALSE(rho.data(EvaluationModel::SortRole).isValid());
    EXPECT_EQ(model.table().rows.front().at(5), "");
    EXPECT_EQ(figureText(std::numeric_limits<double>::quiet_NaN()), q("undefined"));
    EXPECT_EQ(figureText(-0.25), q("−0.250"));
}

TEST(EvaluationModel, EveryColumnHasAHeading)
{
    const EvaluationModel model;
    for (int column = 0; column < model.columnCount(); ++column)
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty())
            << column;
}

TEST(EvaluationModel, ShowsEveryMeasure)
{
    auto run = madeRun("a");
    run.test.kendallTauB = 0.31;
    run.test.orderedPairs = 0.654;
    run.test.auc = 0.77;
    run.test.binarisedAccuracy = 0.71;
    run.test.ndcg = 0.95;
    run.test.precision1 = 0.25;
    run.test.precision10 = 0.3;
    run.test.baselines.author = 0.4;
    EvaluationModel model;
    model.setRuns({run});
    QStringList cells;
    for (int column = EvaluationModel::RhoColumn; column < model.columnCount(); ++column)
        cells.append(model.index(0, column).data().toString());
    EXPECT_EQ(cells.join(QStringLiteral("; ")).toStdString(),
              "0.500; [0.400, 0.600]; undefined; undefined; undefined; 0.310; 65.4%; 0.770; 71.0%; "
              "0.950; 25.0%; 30.0%; 0.400; not known; 0.0%; 40");
    const auto table = model.table();
    ASSERT_EQ(table.rows.front().size(), table.header.size());
    const auto at = std::ranges::find(table.header, "ordered_pairs") - table.header.begin();
    EXPECT_EQ(table.rows.front().at(static_cast<std::size_t>(at)), "0.654");
}

TEST(EvaluationTable, WarnsWhereTheDateAloneDoesBetter)
{
    EvaluationTable table(EvaluationTable::Layout::RunsAsRows);
    auto run = madeRun("dogs", 0.24);
    run.test.zeroShare = 0.0;
    run.test.baselines.time = 0.25;
    table.setRuns({run});
    EXPECT_THAT(readableText(table).toStdString(), Not(HasSubstr("The date alone")));
    run.test.baselines.time = 0.8;
    table.setRuns({run, madeRun("other", 0.3)});
    EXPECT_THAT(readableText(table).toStdString(),
                HasSubstr("The date alone predicts the counts of dogs better (ρ 0.800)"));
    run.test.baselines.author = 0.9;
    EXPECT_THAT(confoundText(run).toStdString(), HasSubstr("The author alone"));
}

TEST(EvaluationTable, SortsNumbersAsNumbersAndBestFirst)
{
    EvaluationTable table(EvaluationTable::Layout::RunsAsRows);
    auto ten = madeRun("ten", 0.1);
    ten.test.images = 10;
    auto nine = madeRun("nine", 0.3);
    nine.test.images = 9;
    auto hundred = madeRun("hundred", -0.2);
    hundred.test.images = 100;
    table.setRuns({ten, nine, hundred});
    auto& view = child<QTableView>(table);
    const auto order = [&] {
        QStringList names;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            names.append(view.model()->index(row, 0).data().toString());
        return names.join(QLatin1Char(' ')).toStdString();
    };
    EXPECT_EQ(order(), "nine ten hundred");
    view.sortByColumn(columnNamed(view, "Test images"), Qt::AscendingOrder);
    EXPECT_EQ(order(), "nine ten hundred");
    view.sortByColumn(columnNamed(view, "Test images"), Qt::DescendingOrder);
    EXPECT_EQ(order(), "hundred ten nine");
}

TEST(EvaluationTable, WarnsOfEquationSixWhereZerosAreMany)
{
    EvaluationTable table(EvaluationTable::Layout::RunsAsRows);
    auto run = madeRun("a");
    run.test.zeroShare = 0.1;
    table.setRuns({run});
    EXPECT_THAT(readableText(table).toStdString(), Not(HasSubstr("count of zero")));
    run.test.zeroShare = 0.54;
    table.setRuns({run});
    EXPECT_THAT(readableText(table).toStdString(),
                HasSubstr("Up to 54% of these images have a count of zero."));
}

TEST(EvaluationTable, HidesTheRowThatItsHeadingsSay)
{
    EvaluationTable table(EvaluationTable::Layout::RunsAsColumns);
    table.setRuns({madeRun("a")});
    EXPECT_TRUE(child<QTableView>(table).isRowHidden(EvaluationModel::EngagementColumn));
}

TEST(LevelRuns, AreTheNewestThatDifferInTheirLevelAlone)
{
    auto otherSplit = madeRun("high-2", 0.5, EngagementChoice::High);
    otherSplit.request.splitSeed = 2;
    const std::vector<core::RunInfo> runs{madeRun("low-1", 0.5, EngagementChoice::Low),
                                          madeRun("high-1", 0.5, EngagementChoice::High),
                                          madeRun("low-2", 0.5, EngagementChoice::Low), otherSplit};
    EXPECT_THAT(namesOf(newestLevelRuns(runs, counted())), ElementsAre("low-2", "high-1"));
}

TEST(LevelRuns, AreOneWhereNoTwoAreAlike)
{
    auto otherSeed = madeRun("high", 0.5, EngagementChoice::High);
    otherSeed.request.options.seed = 99;
    const auto low = madeRun("low", 0.5, EngagementChoice::Low);
    EXPECT_THAT(namesOf(newestLevelRuns({low, otherSeed}, counted())), ElementsAre("high"));
    EXPECT_THAT(namesOf(newestLevelRuns({}, counted())), ElementsAre());
}

TEST(LevelRuns, LeaveOutARunOnMeasuresOfItsOwn)
{
    auto own = madeRun("own", 0.5, EngagementChoice::Combined);
    own.request.measures = {"views"};
    const auto low = madeRun("low", 0.5, EngagementChoice::Low);
    EXPECT_THAT(namesOf(newestLevelRuns({low, own}, counted())), ElementsAre("low"));
}

TEST(VerdictText, SaysAVerySmallP)
{
    const core::PairedComparison sure{
        .difference = -0.2, .interval = {.low = -0.3, .high = -0.1}, .p = 0.0005};
    EXPECT_EQ(verdictText(q("a"), q("b"), sure),
              q("b ranks better by 0.200 [0.100, 0.300], p < 0.001."));
}

TEST(VerdictText, SaysThatEqualsCannotBeToldApart)
{
    const core::PairedComparison equal{
        .difference = 0.0, .interval = {.low = -0.01, .high = 0.01}, .p = 1.0};
    EXPECT_EQ(verdictText(q("a"), q("b"), equal),
              q("The data cannot tell them apart: a difference of 0.000 [−0.010, 0.010], "
                "p = 1.00."));
}

TEST(TableFile, HoldsTheNumbersInFull)
{
    const SmallCollection place(1);
    const auto file = place.folder() / "runs.csv";
    EvaluationModel model;
    model.setRuns({madeRun("a", 1.0 / 3.0)});
    writeTableFile(model.table(), QString::fromStdString(file.string()));
    EXPECT_THAT(bytesOf(file),
                HasSubstr("\na,combined,views + comments,2,1,0.3333333333,0.2333333333,"));
    EXPECT_THROW(writeTableFile(model.table(), q("/nowhere/at/all/runs.csv")), core::Error);
}

} // namespace
} // namespace ui
