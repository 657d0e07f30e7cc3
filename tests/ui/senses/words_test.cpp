#include "core/error.h"
#include "tests/study/small_collection.h"
#include "tests/ui/made_study.h"
#include "tests/ui/widget_search.h"
#include "ui/senses/sense_histogram.h"
#include "ui/senses/sense_wording.h"
#include "ui/senses/words_file.h"
#include "ui/senses/words_model.h"
#include "ui/senses/words_view.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<core::WordScore> kWords{{"cat", 0.5, 0.0, 4}, {"ape", 0.25, 2.5, 1'000}};

TEST(WordsModel, KeepsTheRulesOfModels)
{
    WordsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setWords(kWords, core::WordWeight::TfIdf);
    model.setWords(kWords, core::WordWeight::LogOdds);
    model.setWords({}, core::WordWeight::Frequency);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(WordsModel, ShowsEachWeightInItsOwnWay)
{
    WordsModel model;
    const auto weight = [&] {
        return model.index(1, WordsModel::WeightColumn).data().toString().toStdString();
    };
    model.setWords(kWords, core::WordWeight::TfIdf);
    EXPECT_EQ(weight(), "0.2500");
    EXPECT_EQ(model.columnCount(), 3);
    EXPECT_EQ(model.index(1, WordsModel::CountColumn).data().toString(), q("1,000"));
    model.setWords(kWords, core::WordWeight::Frequency);
    EXPECT_EQ(weight(), "25.00%");
    model.setWords(kWords, core::WordWeight::LogOdds);
    EXPECT_EQ(weight(), "0.25");
    EXPECT_EQ(model.index(1, WordsModel::ZColumn).data().toString(), q("2.5"));
}

TEST(WordsModel, BarsAreSharesOfTheLargest)
{
    WordsModel model;
    const auto bar = [&](int row) {
        return model.index(row, 0).data(WordsModel::FractionRole).toDouble();
    };
    model.setWords(kWords, core::WordWeight::TfIdf);
    EXPECT_DOUBLE_EQ(bar(0), 1.0);
    EXPECT_DOUBLE_EQ(bar(1), 0.5);
    model.setWords({{"none", 0.0, 0.0, 1}, {"less", -1.0, 0.0, 1}}, core::WordWeight::LogOdds);
    EXPECT_DOUBLE_EQ(bar(0), 0.0);
    EXPECT_DOUBLE_EQ(bar(1), 0.0);
}

TEST(WordsView, SortsNumbersAsNumbers)
{
    WordsView view;
    auto senses = madeSenses("run-1", 1, 0);
    senses.senses[0].words.words = {{"a", 0.1, 0, 9}, {"b", 0.3, 0, 10}, {"c", 0.2, 0, 100}};
    view.showWords(senses.senses[0], senses, true);
    auto& table = child<QTableView>(view, "words");
    const QAbstractItemModelTester tester(table.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto order = [&] {
        QString words;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            words += table.model()->index(row, 0).data().toString();
        return words.toStdString();
    };
    EXPECT_EQ(order(), "bca"); // by weight
    table.sortByColumn(WordsModel::CountColumn, Qt::DescendingOrder);
    EXPECT_EQ(order(), "cba");
}

TEST(WordsView, SaysWhyThereAreNoWords)
{
    WordsView view;
    auto senses = madeSenses("run-1", 1, 0);
    senses.senses[0].words.words.clear();
    view.showWords(senses.senses[0], senses, false);
    EXPECT_THAT(readableText(view).toStdString(), HasSubstr("came without texts"));
    view.showWords(senses.senses[0], senses, true);
    EXPECT_THAT(readableText(view).toStdString(), HasSubstr("No word sets this sense's images"));
}

TEST(WordsFile, HoldsTheseBytes)
{
    const SmallCollection place(1);
    auto senses = madeSenses("run-1", 1, 1);
    senses.senses[0].givenName = "=Cats";
    senses.senses[1].words.words.clear();
    const auto csv = place.folder() / "words.csv";
    writeWordsFile(senses, QString::fromStdString(csv.string()), WordsFormat::Csv);
    EXPECT_EQ(bytesOf(csv), "sense,polarity,name,share,word,weight,z,count\n"
                            "+1,popular,'=Cats,0.25,cat,0.5,0,4\n"
                            "+1,popular,'=Cats,0.25,<b>dog</b>,0.25,0,2\n");
    const auto json = place.folder() / "words.json";
    writeWordsFile(senses, QString::fromStdString(json.string()), WordsFormat::Json);
    EXPECT_THAT(bytesOf(json), HasSubstr("\"+1\""));
    EXPECT_THAT(bytesOf(json), HasSubstr("\"=Cats\"")); // JSON needs no apostrophe
    EXPECT_THAT(bytesOf(json), HasSubstr("\"<b>dog</b>\""));
}

TEST(WordsFile, NamesTheFileThatCannotBeWritten)
{
    try {
        writeWordsFile(madeSenses("run-1"), q("/nowhere/at/all/words.csv"), WordsFormat::Csv);
        FAIL() << "nothing was wrong";
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("/nowhere/at/all/words.csv cannot be written"));
    }
}

TEST(SenseHistogram, CountsInTheBinsOfTheWhole)
{
    const core::CountHistogram whole{.zeros = 9, .edges = {1, 10, 100}, .images = {5, 6}};
    const auto part = binnedLike(whole, {0, 0, 1, 9, 10, 99, 100, 1'000'000});
    EXPECT_EQ(part.zeros, 2U);
    EXPECT_THAT(part.images, ElementsAre(2U, 4U)); // beyond the last edge: the bin nearest to it
    EXPECT_THAT(binnedLike({}, {0, 5}).images, ElementsAre());
}

TEST(SenseHistogram, TakesTheMeasuresOfTheRun)
{
    const auto project = madeProject(); // views 10 i, comments i
    auto run = madeRun("run-1", 0.5, core::EngagementChoice::High);
    EXPECT_LE(runHistogram(project, run).edges.back(), 20.0);
    run.request.measures = {"views"};
    EXPECT_GT(runHistogram(project, run).edges.back(), 90.0);
    run.request.measures = {"gone"};
    EXPECT_TRUE(runHistogram(project, run).images.empty());
}

TEST(SenseWording, SaysSharesAsAPersonReadsThem)
{
    EXPECT_EQ(sharePercent(0.0), q("0%"));
    EXPECT_EQ(sharePercent(0.0004), q("< 0.1%"));
    EXPECT_EQ(sharePercent(0.031), q("3.1%"));
    EXPECT_EQ(sharePercent(0.0996), q("10%"));
    EXPECT_EQ(sharePercent(0.244), q("24%"));
    EXPECT_EQ(sharePercent(1.0), q("100%"));
}

} // namespace
} // namespace ui
