#include "core/error.h"
#include "tests/study/small_collection.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "ui/collection/csv_file.h"
#include "ui/collection/import_dialog.h"
#include "ui/collection/rejection_model.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTableView>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<core::Rejection> kRejections{
    {9, "no picture b.png"}, {2, "the count “many” is no number"}, {2, "<b>bold</b>"}};

TEST(RejectionModel, SortsByRowAndByReason)
{
    RejectionModel model(kRejections);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto cell = [&](int row, int column) {
        return model.index(row, column).data().toString().toStdString();
    };
    model.sort(RejectionModel::RowColumn, Qt::AscendingOrder);
    EXPECT_EQ(cell(0, RejectionModel::RowColumn), "2");
    EXPECT_EQ(cell(0, RejectionModel::ReasonColumn), "the count “many” is no number"); // stable
    EXPECT_EQ(cell(2, RejectionModel::RowColumn), "9");
    model.sort(RejectionModel::RowColumn, Qt::DescendingOrder);
    EXPECT_EQ(cell(0, RejectionModel::RowColumn), "9");
    model.sort(RejectionModel::ReasonColumn, Qt::AscendingOrder);
    EXPECT_EQ(cell(0, RejectionModel::ReasonColumn), "<b>bold</b>");
    EXPECT_EQ(model.rejections().front().reason, "<b>bold</b>"); // exported as shown
}

TEST(RejectionModel, PutsPicturesOfNoRowBehindTheRows)
{
    RejectionModel model({{core::kUnmatchedPicture, "x.png"}, {3, "no count"}, {0, "folder"}});
    model.sort(RejectionModel::RowColumn, Qt::AscendingOrder);
    EXPECT_EQ(model.rejections().front().reason, "folder");
    EXPECT_EQ(model.rejections().back().reason, "x.png");
}

TEST(RejectionModel, NeverReadsAReasonAsMarkup)
{
    const RejectionModel model(kRejections);
    EXPECT_EQ(model.index(2, 1).data().toString(), q("<b>bold</b>"));
    EXPECT_FALSE(model.index(2, 1).data(Qt::ToolTipRole).toString().contains(q("<b>")));
}

TEST(RejectionModel, HasNoRowNumberForAFolder)
{
    const RejectionModel model({{0, "a.png is no picture"}});
    EXPECT_EQ(model.index(0, 0).data().toString(), q("–"));
}

TEST(ImportReport, SaysWhatCameInAndWhatWasLeftOut)
{
    const ImportReportDialog clean(q("posts"), 845, {});
    EXPECT_THAT(readableText(clean).toStdString(),
                HasSubstr("845 images came in and nothing was left out."));
    EXPECT_EQ(clean.findChild<QTableView*>(), nullptr);

    const ImportReportDialog one(q("posts"), 1, {{kRejections.front()}, 1, 0});
    EXPECT_THAT(readableText(one).toStdString(), HasSubstr("1 image came in; 1 row was left out."));

    const ImportReportDialog many(q("posts"), 1'000, {kRejections, 12'345, 0});
    EXPECT_THAT(readableText(many).toStdString(),
                HasSubstr("1,000 images came in; 12,345 rows were left out. The first 3 are listed "
                          "with their reasons."));

    const ImportReportDialog beside(
        q("posts"), 5, {{{4, "no count"}, {core::kUnmatchedPicture, "No row names x.png"}}, 1, 1});
    EXPECT_THAT(readableText(beside).toStdString(),
                HasSubstr("5 images came in; 1 row was left out; 1 picture stands in no row."));
}

TEST(ImportReport, ListsTheRowsFromTheFirst)
{
    const ImportReportDialog dialog(q("posts"), 10, {kRejections, 3, 0});
    const auto& view = called<QTableView>(dialog, "What was left out, and why");
    ASSERT_EQ(view.model()->rowCount(), 3);
    EXPECT_EQ(view.model()->index(0, 0).data().toString(), q("2"));
    EXPECT_EQ(view.model()->index(2, 0).data().toString(), q("9"));
}

TEST(ImportReport, HasANameForEverythingAndIsReachedByTab)
{
    ImportReportDialog dialog(q("posts"), 10, {kRejections, 3, 0});
    EXPECT_THAT(namelessWidgets(dialog), IsEmpty());
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    EXPECT_THAT(widgetsTabMisses(dialog), IsEmpty());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
}

TEST(CsvFile, HoldsTheRowsAndNothingThatASpreadsheetRuns)
{
    const SmallCollection posts(1);
    const auto file = posts.folder() / "rejected.csv";
    writeCsvFile(QString::fromStdString(file.string()),
                 {{"row", "reason"}, {{"2", "=cmd()"}, {"3", "a \"b\", c"}}});
    EXPECT_EQ(bytesOf(file), "row,reason\n2,'=cmd()\n3,\"a \"\"b\"\", c\"\n");
}

TEST(CsvFile, NamesTheFileThatCannotBeWritten)
{
    try {
        writeCsvFile(q("/nowhere/at/all/rows.csv"), {{"row"}, {}});
        FAIL() << "nothing was wrong";
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("/nowhere/at/all/rows.csv could not be written"));
    }
}

} // namespace
} // namespace ui
