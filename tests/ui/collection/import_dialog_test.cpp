#include "core/error.h"
#include "tests/study/small_collection.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "ui/collection/column_roles_editor.h"
#include "ui/collection/import_dialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ImportDialogTest : public testing::Test {
protected:
    void write(const std::string& text) const { std::ofstream(posts.table()) << text; }
    static QComboBox& role(const ImportDialog& dialog, const char* column)
    {
        return called<QComboBox>(dialog, ("Use column " + std::string(column) + " as").c_str());
    }
    static void choose(const ImportDialog& dialog, const char* column, ColumnRole role)
    {
        ImportDialogTest::role(dialog, column).setCurrentIndex(static_cast<int>(role));
    }
    static bool importable(const ImportDialog& dialog)
    {
        return reading<QPushButton>(dialog, "Import").isEnabled();
    }
    static std::string sentence(const ImportDialog& dialog)
    {
        return called<QLabel>(dialog, "What the import will do").text().toStdString();
    }
    static std::string complaintOf(const std::filesystem::path& file)
    {
        try {
            const ImportDialog dialog(file);
        } catch (const core::Error& error) {
            return error.what();
        }
        return "nothing was wrong";
    }

    SmallCollection posts{60};
};

TEST_F(ImportDialogTest, ShowsTheFirstRowsUnderNameAndUseOfTheirColumns)
{
    const ImportDialog dialog(posts.table());
    const auto& view = called<QTableView>(dialog, "The first rows of the table");
    const auto& model = *view.model();
    ASSERT_EQ(model.rowCount(), 50); // of 60
    ASSERT_EQ(model.columnCount(), 6);
    EXPECT_EQ(model.index(0, 0).data().toString(), q("p0"));
    EXPECT_EQ(model.index(49, 1).data().toString(), q("pictures/49.png"));
    EXPECT_EQ(model.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(),
              q("views\nCount: low engagement"));
    EXPECT_THAT(readableText(dialog).toStdString(),
                HasSubstr("60 rows of 6 columns, separated by commas"));
    EXPECT_EQ(called<QComboBox>(dialog, "Text encoding").currentText(), q("UTF-8 (guessed)"));
}

TEST_F(ImportDialogTest, ReadsTheTableAgainInTheEncodingThatIsChosen)
{
    write("id,caf\xe9,views\na,na\xefve,3\nb,d\xe9j\xe0 vu,4\n");
    const ImportDialog dialog(posts.table());
    auto& encoding = called<QComboBox>(dialog, "Text encoding");
    const auto& view = called<QTableView>(dialog, "The first rows of the table");
    encoding.setCurrentIndex(encoding.findData(q("windows-1251")));
    EXPECT_EQ(view.model()->index(0, 1).data().toString(), q("naпve"));
    EXPECT_EQ(dialog.request().encoding, "windows-1251");
    encoding.setCurrentIndex(encoding.findData(q("ISO-8859-1")));
    EXPECT_EQ(view.model()->index(1, 1).data().toString(), q("déjà vu"));
    choose(dialog, "café", ColumnRole::Text);
    EXPECT_EQ(dialog.request().roles.texts, std::vector<std::string>{"café"});
    EXPECT_TRUE(importable(dialog));
    // What is no table in an encoding cannot be imported so; the way back is open.
    encoding.setCurrentIndex(encoding.findData(q("UTF-8")));
    EXPECT_THAT(sentence(dialog), HasSubstr("are not UTF-8"));
    EXPECT_FALSE(importable(dialog));
    encoding.setCurrentIndex(encoding.findData(q("windows-1252")));
    EXPECT_TRUE(importable(dialog));
}

TEST_F(ImportDialogTest, GuessesTheUseOfEveryColumn)
{
    const ImportDialog dialog(posts.table());
    EXPECT_EQ(role(dialog, "id").currentText(), q("Id"));
    EXPECT_EQ(role(dialog, "image").currentText(), q("Picture file"));
    EXPECT_EQ(role(dialog, "caption").currentText(), q("Text"));
    EXPECT_EQ(role(dialog, "author").currentText(), q("Author"));
    EXPECT_EQ(role(dialog, "views").currentText(), q("Count: low engagement"));
    EXPECT_EQ(role(dialog, "comments").currentText(), q("Count: high engagement"));
    EXPECT_EQ(dialog.request().roles, posts.request().roles);
    EXPECT_TRUE(importable(dialog));
    EXPECT_THAT(sentence(dialog), HasSubstr("popularity = views (low) + comments (high)"));
}

TEST_F(ImportDialogTest, TakesAnotherChoiceOfLowAndHigh)
{
    const ImportDialog dialog(posts.table());
    choose(dialog, "views", ColumnRole::HighCount);
    choose(dialog, "comments", ColumnRole::LowCount);
    EXPECT_THAT(dialog.request().roles.low, ElementsAre("comments"));
    EXPECT_THAT(dialog.request().roles.high, ElementsAre("views"));
    EXPECT_THAT(sentence(dialog), HasSubstr("comments (low) + views (high)"));
    const auto& model = *called<QTableView>(dialog, "The first rows of the table").model();
    EXPECT_EQ(model.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(),
              q("views\nCount: high engagement"));
}

TEST_F(ImportDialogTest, WhatItRequestsCanBeImported)
{
    const ImportDialog dialog(posts.table());
    core::importCollection(dialog.request());
    const auto project = core::openProject(dialog.request().project);
    EXPECT_EQ(project.collection->size(), 60U);
    EXPECT_TRUE(project.collection->hasMeasure(core::Engagement::High));
}

TEST_F(ImportDialogTest, AsksForACountWhereNoneIsLeft)
{
    const ImportDialog dialog(posts.table());
    choose(dialog, "views", ColumnRole::NotUsed);
    EXPECT_TRUE(importable(dialog));
    choose(dialog, "comments", ColumnRole::NotUsed);
    EXPECT_FALSE(importable(dialog));
    EXPECT_EQ(sentence(dialog), "Choose at least one column as a count.");
}

TEST_F(ImportDialogTest, ARoleForOneColumnLeavesTheOneBefore)
{
    const ImportDialog dialog(posts.table());
    choose(dialog, "caption", ColumnRole::Id);
    EXPECT_EQ(role(dialog, "id").currentText(), q("Not used"));
    EXPECT_EQ(dialog.request().roles.id, "caption");
    EXPECT_THAT(dialog.request().roles.texts, IsEmpty());
}

TEST_F(ImportDialogTest, RefusesAColumnWhoseNameStandsTwice)
{
    write("id,views,views\na,1,2\n");
    const ImportDialog dialog(posts.table());
    EXPECT_FALSE(importable(dialog));
    EXPECT_EQ(sentence(dialog),
              "Two columns are named “views”: rename one in the table, or use neither.");
}

TEST_F(ImportDialogTest, SaysThatThePicturesAreElsewhere)
{
    const ImportDialog dialog(posts.table());
    auto& folder = called<QLineEdit>(dialog, "Pictures folder");
    folder.setText(folder.text() + q("/nowhere"));
    EXPECT_FALSE(importable(dialog));
    EXPECT_THAT(sentence(dialog), HasSubstr("The pictures folder does not exist"));

    folder.setText(QString::fromStdString((posts.folder() / "pictures").string()));
    EXPECT_TRUE(importable(dialog));
    EXPECT_THAT(sentence(dialog), HasSubstr("None of the first 50 rows has its picture there"));

    choose(dialog, "image", ColumnRole::NotUsed);
    EXPECT_FALSE(folder.isEnabled());
    EXPECT_THAT(sentence(dialog), HasSubstr("no pictures and no features"));
}

TEST_F(ImportDialogTest, SaysWhichRowsHoldNoCount)
{
    write("id,views\na,1\nb,many\nc,-1\n");
    const ImportDialog dialog(posts.table());
    choose(dialog, "views", ColumnRole::LowCount);
    EXPECT_TRUE(importable(dialog));
    EXPECT_THAT(sentence(dialog), HasSubstr("2 of the first 3 rows hold no count in “views”"));
}

TEST_F(ImportDialogTest, RefusesAProjectFolderThatIsTaken)
{
    const ImportDialog first(posts.table());
    EXPECT_EQ(first.request().project, posts.folder() / "posts.sensescope");
    std::filesystem::create_directory(first.request().project);

    const ImportDialog dialog(posts.table());
    EXPECT_EQ(dialog.request().project, posts.folder() / "posts-2.sensescope");
    auto& folder = called<QLineEdit>(dialog, "Project folder");
    folder.setText(QString::fromStdString(first.request().project.string()));
    EXPECT_FALSE(importable(dialog));
    EXPECT_THAT(sentence(dialog), HasSubstr("posts.sensescope exists already"));
    folder.setText(q("/nowhere/at/all.sensescope"));
    EXPECT_FALSE(importable(dialog));
    EXPECT_THAT(sentence(dialog), HasSubstr("does not exist: choose another place"));
    folder.clear();
    EXPECT_EQ(sentence(dialog), "Choose a folder for the project.");
}

TEST_F(ImportDialogTest, RefusesAFeatureFileThatIsNone)
{
    const ImportDialog dialog(posts.table());
    auto& file = called<QLineEdit>(dialog, "Feature file");
    file.setText(q("/nowhere/rows.npy"));
    EXPECT_FALSE(importable(dialog));
    EXPECT_EQ(sentence(dialog), "There is no feature file rows.npy.");
    file.setText(QString::fromStdString(posts.picture(0).string()));
    EXPECT_EQ(sentence(dialog), "The feature file must end in .npy, .npz, .csv or .h5.");
}

TEST_F(ImportDialogTest, SaysInOneSentenceWhatABadTableIs)
{
    EXPECT_THAT(complaintOf(posts.folder() / "gone.csv"), HasSubstr("gone.csv"));
    write("");
    EXPECT_THAT(complaintOf(posts.table()), HasSubstr("posts.csv"));
    write(std::string("id,views\n\0\1\2,3\n", 15));
    EXPECT_THAT(complaintOf(posts.table()), HasSubstr("posts.csv"));
    write("id,vi\xFFws\n\xC3\xA9,3\n");
    EXPECT_THAT(complaintOf(posts.table()), HasSubstr("posts.csv"));
}

TEST_F(ImportDialogTest, RefusesATableWithoutRows)
{
    write("id,views\n");
    const ImportDialog dialog(posts.table());
    choose(dialog, "views", ColumnRole::LowCount);
    EXPECT_FALSE(importable(dialog));
    EXPECT_EQ(sentence(dialog), "The table has a header but no rows.");
}

TEST_F(ImportDialogTest, ListsNoMoreColumnsThanAPersonCanRead)
{
    std::string header = "id";
    std::string row = "a";
    for (int i = 1; i < 300; ++i) {
        header += ",views" + std::to_string(i);
        row += ",1";
    }
    write(header + '\n' + row + '\n');
    const ImportDialog dialog(posts.table());
    const auto& editor = child<ColumnRolesEditor>(dialog);
    EXPECT_EQ(editor.findChildren<QComboBox*>().size(), 256);
    EXPECT_EQ(editor.roles().size(), 300U);
    EXPECT_EQ(editor.roles().back(), ColumnRole::NotUsed);
    EXPECT_THAT(readableText(dialog).toStdString(),
                HasSubstr("Only the first 256 columns can be chosen."));
}

TEST_F(ImportDialogTest, TakesAFolderOfPicturesWithoutATable)
{
    std::filesystem::remove(posts.table());
    const ImportDialog dialog(posts.folder());
    EXPECT_TRUE(importable(dialog));
    EXPECT_FALSE(dialog.request().table);
    EXPECT_THAT(sentence(dialog), HasSubstr("60 pictures can be browsed"));
    EXPECT_EQ(dialog.findChild<QTableView*>(), nullptr);

    std::filesystem::create_directory(posts.folder() / "empty");
    const ImportDialog empty(posts.folder() / "empty");
    EXPECT_FALSE(importable(empty));
    EXPECT_THAT(sentence(empty), HasSubstr("There is no picture in this folder"));
}

TEST_F(ImportDialogTest, TakesTheOneTableOfAFolder)
{
    EXPECT_EQ(ImportDialog(posts.folder()).request().table, posts.table());
    std::ofstream(posts.folder() / "truth.csv") << "id,theme\n";
    EXPECT_EQ(ImportDialog(posts.folder()).request().table, posts.table());
    std::filesystem::rename(posts.table(), posts.folder() / "other.csv");
    const ImportDialog unsure(posts.folder());
    EXPECT_FALSE(unsure.request().table);
    EXPECT_THAT(readableText(unsure).toStdString(), HasSubstr("It holds 2 tables too"));
}

TEST_F(ImportDialogTest, HasANameForEverythingAndIsReachedByTab)
{
    ImportDialog dialog(posts.table());
    EXPECT_THAT(namelessWidgets(dialog), IsEmpty());
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    EXPECT_THAT(widgetsTabMisses(dialog), IsEmpty());
}

TEST_F(ImportDialogTest, ItsModelKeepsTheRulesOfModels)
{
    const ImportDialog dialog(posts.table());
    auto& view = called<QTableView>(dialog, "The first rows of the table");
    const QAbstractItemModelTester tester(view.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy changed(view.model(), &QAbstractItemModel::headerDataChanged);
    choose(dialog, "caption", ColumnRole::NotUsed);
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(ImportDialogTest, NeverReadsACellAsMarkup)
{
    write("id,views,<b>note</b>\na,1,<img src=x>\n");
    const ImportDialog dialog(posts.table());
    const auto& model = *called<QTableView>(dialog, "The first rows of the table").model();
    EXPECT_EQ(model.index(0, 2).data().toString(), q("<img src=x>"));
    EXPECT_FALSE(model.index(0, 2).data(Qt::ToolTipRole).toString().contains(q("<img")));
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        if (label->text().contains(q("<b>"))) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
        }
    }
}

} // namespace
} // namespace ui
