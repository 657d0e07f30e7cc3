#include "tests/ui/made_study.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "ui/charts/histogram_chart.h"
#include "ui/collection/collection_page.h"
#include "ui/collection/named_mean.h"
#include "ui/collection/statistics_panel.h"
#include "ui/gallery/image_grid.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using core::EngagementChoice;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kPatience = 5'000;

core::MeanImage meanOf(std::size_t used, std::size_t skipped = 0)
{
    return {core::Bitmap{2, 2, std::vector<std::uint8_t>(12, 90)}, used, skipped};
}

class CollectionPageTest : public testing::Test {
protected:
    void open(const core::Project& project)
    {
        loader.setProject(project);
        page.setProject(project);
    }
    core::BrowseRequest lastAsked() const
    {
        return asked.back().front().value<core::BrowseRequest>();
    }
    std::string shown() const { return readableText(page).toStdString(); }
    void type(const char* text) const
    {
        auto& line = called<QLineEdit>(page, "Search");
        line.clear();
        QTest::keyClicks(&line, q(text));
    }

    ThumbnailLoader loader;
    CollectionPage page{loader};
    QSignalSpy asked{&page, &CollectionPage::imagesRequested};
    QSignalSpy histograms{&page, &CollectionPage::histogramRequested};
    QSignalSpy means{&page, &CollectionPage::meansRequested};
};

TEST_F(CollectionPageTest, InvitesToImportWhereNothingIsOpen)
{
    const QSignalSpy wished(&page, &CollectionPage::importRequested);
    EXPECT_THAT(shown(), HasSubstr("No collection is open"));
    reading<QPushButton>(page, "Import a collection…").click();
    EXPECT_EQ(wished.size(), 1);
}

TEST_F(CollectionPageTest, AsksForEverythingOnceOfANewProject)
{
    const QSignalSpy statistics(&page, &CollectionPage::statisticsRequested);
    open(madeProject());
    EXPECT_EQ(statistics.size(), 1);
    EXPECT_EQ(histograms.size(), 1);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(lastAsked().query, "");
    EXPECT_EQ(lastAsked().sortBy, "popularity");
    EXPECT_TRUE(lastAsked().descending);
    EXPECT_EQ(means.size(), 1); // of thumbnails, which an extraction left behind
}

TEST_F(CollectionPageTest, AsksOnceAfterTypingHasPaused)
{
    open(madeProject());
    asked.clear();
    type("cat");
    EXPECT_EQ(asked.size(), 0);
    ASSERT_TRUE(asked.wait(kPatience));
    EXPECT_EQ(asked.size(), 1);
    EXPECT_EQ(lastAsked().query, "cat");
}

TEST_F(CollectionPageTest, SaysBeneathTheLineWhatAQueryLacks)
{
    open(madeProject());
    type("views >");
    QTest::keyClick(&called<QLineEdit>(page, "Search"), Qt::Key_Return);
    EXPECT_EQ(lastAsked().query, "views >");
    page.showImagesFailed(q("views > needs a <b>number</b>."));
    const auto& error = called<QLabel>(page, "What is wrong with the search");
    EXPECT_TRUE(error.isVisibleTo(&page));
    EXPECT_EQ(error.text(), q("views > needs a <b>number</b>."));
    EXPECT_EQ(error.textFormat(), Qt::PlainText);
    page.showImages({1, 2});
    EXPECT_FALSE(error.isVisibleTo(&page));
}

TEST_F(CollectionPageTest, EnterAsksTheSameOnlyOnce)
{
    open(madeProject());
    type("cat");
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&called<QLineEdit>(page, "Search"), Qt::Key_Return);
    EXPECT_EQ(asked.size(), 2); // all images at first, then the cats
}

TEST_F(CollectionPageTest, SortsByAnyFieldInTheDirectionThatSuitsIt)
{
    open(madeProject());
    auto& order = called<QComboBox>(page, "Sort by");
    order.setCurrentIndex(order.findData(q("author")));
    EXPECT_EQ(lastAsked().sortBy, "author");
    EXPECT_FALSE(lastAsked().descending);
    order.setCurrentIndex(order.findData(q("comments")));
    EXPECT_EQ(lastAsked().sortBy, "comments");
    EXPECT_TRUE(lastAsked().descending);
    called<QToolButton>(page, "Largest first: press for smallest first").click();
    EXPECT_FALSE(lastAsked().descending);
    order.setCurrentIndex(order.findData(QString()));
    EXPECT_EQ(lastAsked().sortBy, "");
    EXPECT_FALSE(called<QToolButton>(page, "Largest first: press for smallest first").isEnabled());
}

TEST_F(CollectionPageTest, SaysHowManyImagesMatch)
{
    open(madeProject());
    const auto& matches = called<QLabel>(page, "Number of images shown");
    page.showImages({9, 8, 7});
    EXPECT_EQ(matches.text(), q("3 of 10"));
    EXPECT_THAT(child<ImageGrid>(page).images(), ElementsAre(9, 8, 7));
    page.showImages({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    EXPECT_EQ(matches.text(), q("10 images"));
    page.showImages({});
    EXPECT_EQ(matches.text(), q("0 of 10"));
}

TEST_F(CollectionPageTest, CaptionsSayWhatTheImagesAreSortedBy)
{
    open(madeProject());
    page.showImages({9, 8});
    const auto* model = child<QListView>(page, "tiles").model();
    const auto said = [&] {
        return model->index(0, 0).data(Qt::AccessibleTextRole).toString().toStdString();
    };
    EXPECT_EQ(said(), "p9, 99"); // 90 views and 9 comments
    auto& order = called<QComboBox>(page, "Sort by");
    order.setCurrentIndex(order.findData(q("views")));
    EXPECT_EQ(said(), "p9, 90");
    order.setCurrentIndex(order.findData(q("author")));
    EXPECT_EQ(said(), "p9, Ben");
}

TEST_F(CollectionPageTest, KeepsSearchAndOrderOfTheSameProjectAlone)
{
    auto project = madeProject();
    open(project);
    type("cat");
    auto& order = called<QComboBox>(page, "Sort by");
    order.setCurrentIndex(order.findData(q("author")));
    open(project); // opened again, with features now
    EXPECT_EQ(lastAsked().query, "cat");
    EXPECT_EQ(lastAsked().sortBy, "author");
    project.folder = "/elsewhere.sensescope";
    open(project);
    EXPECT_EQ(lastAsked().query, "");
    EXPECT_EQ(lastAsked().sortBy, "popularity");
}

TEST_F(CollectionPageTest, HistogramHasABarForZero)
{
    open(madeProject());
    core::CountHistogram counts{.zeros = 4, .edges = {1.0, 10.0, 100.0}, .images = {5, 6}};
    page.showHistogram(EngagementChoice::Combined, counts);
    const auto& chart = child<HistogramChart>(page);
    EXPECT_FALSE(chart.empty());
    EXPECT_THAT(chart.table().rows.front(), ElementsAre("0", "1", "4"));

    counts.zeros = 1;
    page.showHistogram(EngagementChoice::Low, counts); // of a choice that is not shown
    EXPECT_THAT(chart.table().rows.front(), ElementsAre("0", "1", "4"));
    auto& choice = called<QComboBox>(page, "What popularity is");
    choice.setCurrentIndex(choice.findData(static_cast<int>(EngagementChoice::Low)));
    EXPECT_EQ(histograms.back().front().value<EngagementChoice>(), EngagementChoice::Low);
    page.showHistogram(EngagementChoice::Low, counts);
    EXPECT_THAT(chart.table().rows.front(), ElementsAre("0", "1", "1"));
}

TEST_F(CollectionPageTest, AsksForMeansOfTheChoiceThatIsShown)
{
    open(madeProject());
    means.clear();
    called<QSpinBox>(page, "Pictures in each mean").setValue(40);
    reading<QPushButton>(page, "Compute").click();
    ASSERT_EQ(means.size(), 1);
    EXPECT_EQ(means.front().at(0).value<EngagementChoice>(), EngagementChoice::Combined);
    EXPECT_EQ(means.front().at(1).toInt(), 40);

    page.showMeans(EngagementChoice::Combined, {meanOf(4, 1), meanOf(5), meanOf(5), 5});
    EXPECT_THAT(shown(), HasSubstr("4 pictures, 1 unreadable"));
    EXPECT_THAT(shown(), HasSubstr("5 pictures each: no more than half of the collection."));
    EXPECT_FALSE(child<NamedMean>(page).picture().isNull());
    EXPECT_TRUE(called<QPushButton>(page, "Save the mean images").isEnabled());

    auto& choice = called<QComboBox>(page, "What popularity is");
    choice.setCurrentIndex(choice.findData(static_cast<int>(EngagementChoice::High)));
    EXPECT_TRUE(child<NamedMean>(page).picture().isNull());
    page.showMeans(EngagementChoice::Combined,
                   {meanOf(5), meanOf(5), meanOf(5), 5}); // the answer of before comes late
    EXPECT_TRUE(child<NamedMean>(page).picture().isNull());
}

TEST_F(CollectionPageTest, SaysWhyThereIsNoMean)
{
    open(madeProject());
    page.showMeansFailed(q("No picture can be read."));
    EXPECT_THAT(shown(), HasSubstr("No picture can be read."));
    open(madeProjectWithoutPictures());
    EXPECT_THAT(shown(), HasSubstr("came without pictures, so there is nothing to average"));
    EXPECT_FALSE(reading<QPushButton>(page, "Compute").isVisibleTo(&page));
}

TEST_F(CollectionPageTest, SaysWhatCouldNotBeReadAndLeadsToTheReport)
{
    open(madeProjectWithoutPictures());
    const QSignalSpy wished(&page, &CollectionPage::reportRequested);
    auto& notice = called<QLabel>(page, "Notice");
    EXPECT_FALSE(notice.isVisibleTo(&page));
    core::CollectionStatistics statistics;
    statistics.broken = 3;
    statistics.rejected = 12;
    page.showStatistics(statistics);
    EXPECT_TRUE(notice.isVisibleTo(&page));
    EXPECT_THAT(notice.text().toStdString(),
                HasSubstr("3 pictures cannot be read and 12 rows were left out."));
    statistics.unmatched = 1;
    page.showStatistics(statistics);
    EXPECT_THAT(notice.text().toStdString(),
                HasSubstr("12 rows were left out and 1 picture of the folder stands in no row."));
    Q_EMIT notice.linkActivated(q("report"));
    EXPECT_EQ(wished.size(), 1);
    page.showStatistics({});
    EXPECT_FALSE(notice.isVisibleTo(&page));
}

TEST_F(CollectionPageTest, AsksWhereMissingPicturesAre)
{
    auto project = madeProject();
    project.info.root = "/gone/<b>holidays</b>";
    open(project);
    const QSignalSpy wished(&page, &CollectionPage::relocateRequested);
    auto& notice = called<QLabel>(page, "Notice");
    EXPECT_THAT(notice.text().toStdString(), HasSubstr("/gone/&lt;b&gt;holidays&lt;/b&gt;"));
    Q_EMIT notice.linkActivated(q("relocate"));
    EXPECT_EQ(wished.size(), 1);
}

TEST_F(CollectionPageTest, OffersTheNextStep)
{
    auto project = madeProject();
    const auto& extract = reading<QPushButton>(page, "Extract features");
    const auto& train = reading<QPushButton>(page, "Train…");
    open(project);
    EXPECT_TRUE(train.isVisibleTo(&page));
    EXPECT_FALSE(extract.isVisibleTo(&page));
    project.featureSets.clear();
    open(project);
    EXPECT_FALSE(train.isVisibleTo(&page));
    EXPECT_TRUE(extract.isVisibleTo(&page));
}

TEST_F(CollectionPageTest, ShowsThatTheNextStepMustWait)
{
    const auto& extract = reading<QPushButton>(page, "Extract features");
    const auto shade = [&] { return extract.palette().color(QPalette::Button); };
    const QColor prominent = shade();
    page.setWorking(true);
    EXPECT_NE(shade(), prominent);
    page.setWorking(false);
    EXPECT_EQ(shade(), prominent);
}

TEST_F(CollectionPageTest, ShowsTheStatisticsOfEveryCount)
{
    open(madeProject());
    core::CollectionStatistics statistics;
    statistics.images = 1'234;
    statistics.authors = 2;
    statistics.measures = {{"<b>views</b>", 1234.56, 12.5, 99'999, 0.256}};
    page.showStatistics(statistics);
    const auto& table = called<QTableWidget>(page, "Statistics of every count");
    ASSERT_EQ(table.rowCount(), 1);
    EXPECT_EQ(table.item(0, 1)->text(), q("1,235"));
    EXPECT_EQ(table.item(0, 2)->text(), q("12.5"));
    EXPECT_EQ(table.item(0, 3)->text(), q("99,999"));
    EXPECT_EQ(table.item(0, 4)->text(), q("26%"));
    EXPECT_EQ(table.item(0, 0)->text(), q("<b>views</b>"));
    EXPECT_FALSE(table.item(0, 0)->toolTip().contains(q("<b>"))) << "read as markup";
    EXPECT_THAT(shown(), HasSubstr("1,234 images  ·  2 authors"));
}

TEST_F(CollectionPageTest, SaysThatASampleIsSynthetic)
{
    auto project = madeProject();
    open(project);
    EXPECT_THAT(shown(), Not(HasSubstr("Synthetic")));
    auto drawn = std::make_shared<core::Collection>(*project.collection);
    drawn->synthetic = true;
    project.collection = drawn;
    open(project);
    EXPECT_THAT(shown(), HasSubstr("Synthetic: drawn by a program"));
}

TEST_F(CollectionPageTest, ForgetsAClosedProject)
{
    open(madeProject());
    page.showImages({1, 2});
    page.clearProject();
    page.showImages({1, 2}); // an answer that comes late
    EXPECT_THAT(child<ImageGrid>(page).images(), IsEmpty());
    EXPECT_THAT(shown(), HasSubstr("No collection is open"));
}

TEST_F(CollectionPageTest, HasANameForEverythingAndIsReachedByTab)
{
    open(madeProject());
    page.showImages({0, 1, 2});
    page.showStatistics({});
    EXPECT_THAT(namelessWidgets(page), IsEmpty());
    page.resize(1280, 800);
    page.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    EXPECT_THAT(widgetsTabMisses(page), IsEmpty());
}

TEST(StatisticsTable, IsExportedInFull)
{
    core::CollectionStatistics statistics;
    statistics.images = 3;
    statistics.measures = {{"views", 1.0 / 3.0, 0.0, 1, 2.0 / 3.0}};
    const auto table = statisticsTable(statistics);
    EXPECT_THAT(table.rows.front(),
                ElementsAre("views", "3", "0.3333333333", "0", "1", "0.6666666667"));
}

} // namespace
} // namespace ui
