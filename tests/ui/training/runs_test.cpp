#include "tests/ui/patience.h"
#include "ui/training/runs_model.h"
#include "ui/training/runs_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <gtest/gtest.h>

namespace {

using ui::RunsModel;
using ui::RunsTable;

core::RunInfo run(const std::string& name, std::optional<double> rho, double seconds)
{
    core::RunInfo info;
    info.name = name;
    info.created = "2024-05-0" + std::to_string(static_cast<int>(seconds) % 9 + 1) + "T10:00:00Z";
    info.test.rho = rho;
    info.seconds = seconds;
    return info;
}

std::vector<core::RunInfo> threeRuns()
{
    return {run("a", 0.5, 2.0), run("b", std::nullopt, 10.0), run("c", 0.25, 3.0)};
}

TEST(RunsModel, KeepsTheRulesOfModels)
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRuns(threeRuns());
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.rowOf(QStringLiteral("c")), 2);
    EXPECT_EQ(model.rowOf(QStringLiteral("d")), -1);
    const auto undefined = model.index(1, RunsModel::TestRhoColumn);
    EXPECT_EQ(undefined.data().toString().toStdString(), "undefined");
    EXPECT_FALSE(undefined.data(RunsModel::SortRole).isValid());
    EXPECT_EQ(model.index(0, RunsModel::TestRhoColumn).data().toString().toStdString(), "0.500");
    for (int column = 0; column < RunsModel::ColumnCount; ++column)
        EXPECT_FALSE(
            model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    model.setRuns({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(RunsModel, SaysWhereTheDateAloneDoesBetter)
{
    auto dogs = run("dogs", 0.24, 2.0);
    dogs.test.baselines.time = 0.8;
    RunsModel model;
    model.setRuns({dogs, run("cats", 0.3, 2.0)});
    const auto toolTip = [&](int row) {
        return model.index(row, RunsModel::TestRhoColumn).data(Qt::ToolTipRole).toString();
    };
    EXPECT_TRUE(toolTip(0).contains(QStringLiteral("The date alone orders these images better")));
    EXPECT_FALSE(toolTip(1).contains(QStringLiteral("alone")));
}

class RunsTableTest : public testing::Test {
protected:
    RunsTableTest()
    {
        table.setRuns(threeRuns());
        table.show();
    }
    std::string names() const
    {
        std::string all;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            all += view.model()->index(row, 0).data().toString().toStdString();
        return all;
    }

    RunsTable table;
    QTableView& view = *table.findChild<QTableView*>();
};

TEST_F(RunsTableTest, SortsNumbersAsNumbersAndTheUndefinedLast)
{
    EXPECT_EQ(names(), "cab"); // newest first
    view.sortByColumn(RunsModel::SecondsColumn, Qt::AscendingOrder);
    EXPECT_EQ(names(), "acb"); // 2, 3, 10
    view.sortByColumn(RunsModel::TestRhoColumn, Qt::AscendingOrder);
    EXPECT_EQ(names(), "cab");
    view.sortByColumn(RunsModel::TestRhoColumn, Qt::DescendingOrder);
    EXPECT_EQ(names(), "acb");
}

TEST_F(RunsTableTest, TellsOfAPersonsChoiceButNotOfAMark)
{
    QSignalSpy selected(&table, &RunsTable::runSelected);
    const QSignalSpy chosen(&table, &RunsTable::runChosen);
    table.markRun(QStringLiteral("b"));
    table.setRuns(threeRuns());
    EXPECT_EQ(table.current().toStdString(), "b");
    EXPECT_EQ(selected.count(), 0);
    view.sortByColumn(RunsModel::NameColumn, Qt::AscendingOrder);
    QTest::keyClick(&view, Qt::Key_Down);
    ASSERT_EQ(selected.count(), 1);
    EXPECT_EQ(selected.at(0).at(0).toString().toStdString(), "c");
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 1);
    EXPECT_FALSE(view.accessibleName().isEmpty());
}

TEST_F(RunsTableTest, MarksARunThatComesLater)
{
    table.markRun(QStringLiteral("d"));
    EXPECT_TRUE(table.current().isEmpty());
    auto runs = threeRuns();
    runs.push_back(run("d", 0.1, 1.0));
    table.setRuns(runs);
    EXPECT_EQ(table.current().toStdString(), "d");
}

TEST_F(RunsTableTest, DeleteAsksFirst)
{
    const QSignalSpy wished(&table, &RunsTable::deleteRunRequested);
    table.markRun(QStringLiteral("b"));
    for (const auto role : {QMessageBox::RejectRole, QMessageBox::DestructiveRole}) {
        QTest::keyClick(&view, Qt::Key_Delete);
        auto* box = table.findChild<QMessageBox*>();
        ASSERT_NE(box, nullptr);
        EXPECT_EQ(box->textFormat(), Qt::PlainText); // a run may be called <b>
        for (auto* button : box->buttons()) {
            if (box->buttonRole(button) == role)
                button->click();
        }
        runPostedEvents();
    }
    ASSERT_EQ(wished.count(), 1);
    EXPECT_EQ(wished.at(0).at(0).toString().toStdString(), "b");
}

} // namespace
