#include "tests/ui/made_study.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "ui/charts/histogram_chart.h"
#include "ui/gallery/image_grid.h"
#include "ui/senses/sense_card.h"
#include "ui/senses/sense_detail.h"
#include "ui/senses/sense_mean.h"
#include "ui/senses/sense_name_edit.h"
#include "ui/senses/senses_page.h"
#include "ui/senses/top_list.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using core::Polarity;
using core::SenseId;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr SenseId kFirst{Polarity::Popular, 0};
constexpr SenseId kIgnored{Polarity::Unpopular, 0};

std::vector<core::MeanImage> meansOf(std::size_t senses)
{
    return std::vector<core::MeanImage>(
        senses, {core::Bitmap{2, 2, std::vector<std::uint8_t>(12, 90)}, 3, 0});
}

class SensesPageTest : public testing::Test {
protected:
    void open(const core::Project& project = madeProject())
    {
        loader.setProject(project);
        page.setProject(project);
        page.setRuns({madeRun("run-1"), madeRun("run-2")});
    }
    void openShown(const core::Project& project = madeProject())
    {
        open(project);
        page.showSenses(madeSenses("run-2"));
        page.resize(1200, 800);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    SenseCard& card(const SenseId& id) const
    {
        for (auto* found : page.findChildren<SenseCard*>()) {
            if (found->id() == id)
                return *found;
        }
        throw std::runtime_error("no card of sense " + id.name());
    }
    static SenseNameEdit& nameOf(const QWidget& part) { return child<SenseNameEdit>(part); }
    std::string shown() const { return readableText(page).toStdString(); }
    bool detailShown() const { return child<SenseDetail>(page).isVisibleTo(&page); }
    static void enter(SenseNameEdit& line, const char* name)
    {
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, q(name));
        QTest::keyClick(&line, Qt::Key_Return);
    }

    ThumbnailLoader loader;
    SensesPage page{loader};
    QSignalSpy asked{&page, &SensesPage::sensesRequested};
    QSignalSpy meansAsked{&page, &SensesPage::meansRequested};
    QSignalSpy trustAsked{&page, &SensesPage::trustRequested};
    QSignalSpy renamed{&page, &SensesPage::senseRenamed};
};

TEST_F(SensesPageTest, SaysWhatToDoWhereThereIsNothing)
{
    const QSignalSpy import(&page, &SensesPage::importRequested);
    const QSignalSpy train(&page, &SensesPage::trainRequested);
    EXPECT_THAT(shown(), HasSubstr("No collection is open"));
    reading<QPushButton>(page, "Import a collection…").click();
    EXPECT_EQ(import.size(), 1);
    page.setProject(madeProject());
    EXPECT_THAT(shown(), HasSubstr("Train a model first"));
    reading<QPushButton>(page, "Train a model").click();
    EXPECT_EQ(train.size(), 1);
    EXPECT_EQ(asked.size(), 0);
}

TEST_F(SensesPageTest, AsksForTheNewestRunAndThenForItsMeans)
{
    open();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.front().at(0).toString(), q("run-2"));
    EXPECT_EQ(meansAsked.size(), 0);
    page.showSenses(madeSenses("run-2"));
    ASSERT_EQ(meansAsked.size(), 1);
    EXPECT_EQ(meansAsked.front().at(0).toString(), q("run-2"));
    page.showSenses(madeSenses("run-2")); // other words: the means stay
    EXPECT_EQ(meansAsked.size(), 1);
}

TEST_F(SensesPageTest, IgnoresTheSensesOfAnotherRun)
{
    open();
    page.showSenses(madeSenses("run-1"));
    EXPECT_EQ(page.findChildren<SenseCard*>().size(), 0);
    EXPECT_THAT(shown(), HasSubstr("Looking through the images…"));
}

TEST_F(SensesPageTest, ShowsACardForEverySense)
{
    openShown();
    EXPECT_EQ(page.findChildren<SenseCard*>().size(), 3);
    EXPECT_EQ(card(kFirst).accessibleName(), q("Sense +1, wins 25% of images"));
    EXPECT_EQ(card(kFirst).accessibleDescription(), q("cat  ·  <b>dog</b>"));
    EXPECT_EQ(card(kIgnored).accessibleName(), q("Sense −1, wins 25% of images"));
    EXPECT_LT(card(kFirst).mapTo(&page, QPoint()).x(), card(kIgnored).mapTo(&page, QPoint()).x());
}

TEST_F(SensesPageTest, ShowsMeansOnCardsAndForgetsThemWithTheRun)
{
    openShown();
    page.showMeans(meansOf(2)); // of a run that was left meanwhile
    EXPECT_TRUE(child<SenseMean>(card(kFirst)).blank());
    page.showMeans(meansOf(3));
    EXPECT_FALSE(child<SenseMean>(card(kFirst)).blank());
    page.setCurrentRun(q("run-1"));
    page.showSenses(madeSenses("run-1"));
    EXPECT_TRUE(child<SenseMean>(card(kFirst)).blank());
}

TEST_F(SensesPageTest, RenamesWithUndoAndRedo)
{
    openShown();
    enter(nameOf(card(kFirst)), "  Sunsets ");
    ASSERT_EQ(renamed.size(), 1);
    EXPECT_EQ(renamed.back().at(0).toString(), q("run-2"));
    EXPECT_EQ(renamed.back().at(1).value<SenseId>(), kFirst);
    EXPECT_EQ(renamed.back().at(2).toString(), q("Sunsets"));
    EXPECT_EQ(card(kFirst).accessibleName(), q("Sense Sunsets, wins 25% of images"));
    EXPECT_TRUE(card(kFirst).hasFocus()); // and not the name any more
    EXPECT_FALSE(detailShown());          // Enter in the name does not open the card

    QTest::keySequence(&card(kFirst), QKeySequence::Undo);
    ASSERT_EQ(renamed.size(), 2);
    EXPECT_EQ(renamed.back().at(2).toString(), QString());
    EXPECT_EQ(nameOf(card(kFirst)).text(), QString());
    QTest::keyClick(&card(kFirst), Qt::Key_Y, Qt::ControlModifier);
    ASSERT_EQ(renamed.size(), 3);
    EXPECT_EQ(renamed.back().at(2).toString(), q("Sunsets"));
}

TEST_F(SensesPageTest, EscapeTakesARenamingBack)
{
    openShown();
    auto& line = nameOf(card(kFirst));
    QTest::keyClick(&card(kFirst), Qt::Key_F2);
    ASSERT_TRUE(line.hasFocus());
    QTest::keyClicks(&line, q("Sun"));
    QTest::keyClick(&line, Qt::Key_Escape);
    EXPECT_EQ(line.text(), QString());
    EXPECT_EQ(renamed.size(), 0);
    enter(line, "");
    EXPECT_EQ(renamed.size(), 0); // the same name is no change
}

TEST_F(SensesPageTest, OpensASenseByKeyboardAndComesBackByEscape)
{
    openShown();
    card(kIgnored).setFocus();
    QTest::keyClick(&card(kIgnored), Qt::Key_Return);
    ASSERT_TRUE(detailShown());
    auto& detail = child<SenseDetail>(page);
    EXPECT_EQ(detail.id(), kIgnored);
    EXPECT_TRUE(detail.isAncestorOf(QApplication::focusWidget()));
    EXPECT_THAT(child<ImageGrid>(detail).images(), ElementsAre(0, 1, 2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(detailShown());
    EXPECT_TRUE(card(kIgnored).hasFocus());
}

TEST_F(SensesPageTest, OpensASenseByAClickBesideItsPictures)
{
    openShown();
    QTest::mouseClick(&card(kFirst), Qt::LeftButton, {}, QPoint(20, 4));
    EXPECT_TRUE(detailShown());
    reading<QPushButton>(page, "← All senses").click();
    EXPECT_FALSE(detailShown());
}

TEST_F(SensesPageTest, TheOpenedSenseShowsWordsAndPopularity)
{
    openShown();
    page.openSense(kFirst);
    auto& detail = child<SenseDetail>(page);
    auto& words = child<QTableView>(detail, "words");
    ASSERT_EQ(words.model()->rowCount(), 2);
    EXPECT_EQ(words.model()->index(0, 0).data().toString(), q("cat"));
    EXPECT_THAT(shown(), HasSubstr("From the texts of the 50 images that respond most."));
    const auto& chart = child<HistogramChart>(detail);
    EXPECT_FALSE(chart.empty());
    // All ten images, of which only p0 counts zero; of the three top images one does.
    EXPECT_THAT(chart.table().rows.front(), ElementsAre("0", "1", "1", "1"));
    enter(nameOf(detail), "Cats");
    EXPECT_EQ(nameOf(card(kFirst)).text(), q("Cats"));
}

TEST_F(SensesPageTest, TheOpenedSenseShowsWhatItRestsOn)
{
    openShown();
    ASSERT_EQ(trustAsked.size(), 1);
    EXPECT_EQ(trustAsked.front(),
              (QList<QVariant>{q("run-2"), QVariant::fromValue(core::Split::Test), 0}));
    page.openSense(kFirst);
    EXPECT_THAT(shown(), Not(HasSubstr("cosine")));
    const auto trust = madeTrust(madeSenses("run-2"));
    page.showTrust(q("run-1"), trust); // a run that was left meanwhile
    EXPECT_THAT(shown(), Not(HasSubstr("cosine")));
    page.showTrust(q("run-2"), trust);
    EXPECT_THAT(shown(), HasSubstr("60 to 80 of 100 (95%)"));
    EXPECT_THAT(shown(), HasSubstr("7 authors, of its top 50 images"));
    EXPECT_THAT(shown(), HasSubstr("sense +2 (cosine 0.42)"));
    page.openSense(kIgnored); // the only one of its polarity
    EXPECT_THAT(shown(), HasSubstr("7 authors"));
    EXPECT_THAT(shown(), Not(HasSubstr("cosine")));
}

TEST_F(SensesPageTest, MeasuresStabilityWhenAsked)
{
    openShown();
    page.openSense(kFirst);
    auto trust = madeTrust(madeSenses("run-2"));
    page.showTrust(q("run-2"), trust);
    auto& button = child<QPushButton>(page, "measure-stability");
    button.click();
    ASSERT_EQ(trustAsked.size(), 2);
    EXPECT_EQ(trustAsked.back().at(2).toInt(), 5);
    EXPECT_THAT(shown(), HasSubstr("training with other seeds…"));
    EXPECT_FALSE(button.isVisibleTo(&page));

    page.showTrustFailed(q("This was cancelled before it was done."));
    EXPECT_THAT(shown(), HasSubstr("This was cancelled"));
    EXPECT_THAT(shown(), HasSubstr("7 authors")); // what was known stays
    button.click();
    EXPECT_THAT(shown(), Not(HasSubstr("This was cancelled")));
    trust.front().stability = 0.54;
    page.showTrust(q("run-2"), trust);
    EXPECT_THAT(shown(), HasSubstr("54%, in 5 trainings with other seeds"));
    EXPECT_FALSE(button.isVisibleTo(&page));

    page.setCurrentRun(q("run-1"));
    page.showSenses(madeSenses("run-1"));
    page.openSense(kFirst);
    EXPECT_THAT(shown(), Not(HasSubstr("54%")));
    EXPECT_TRUE(button.isVisibleTo(&page));
}

TEST_F(SensesPageTest, AsksForContactSheetsOfOneAndOfAll)
{
    openShown();
    const QSignalSpy one(&page, &SensesPage::contactSheetRequested);
    const QSignalSpy all(&page, &SensesPage::contactSheetsRequested);
    page.openSense(kFirst);
    child<QAction>(page, "sense-contact-sheet").trigger();
    ASSERT_EQ(one.size(), 1);
    EXPECT_THAT(one.front().front().value<std::vector<core::ImageKey>>(), ElementsAre(0, 1, 2));
    page.showOverview();
    child<QAction>(page, "senses-contact-sheets").trigger();
    ASSERT_EQ(all.size(), 1);
    EXPECT_EQ(all.front().front().value<core::Senses>().senses.size(), 3U);
}

TEST_F(SensesPageTest, SaysKindlyThatThereAreNoPictures)
{
    openShown(madeProjectWithoutPictures());
    EXPECT_THAT(shown(), HasSubstr("This collection came without pictures. Its top images, by id: "
                                   "p0, p1, p2"));
    EXPECT_EQ(meansAsked.size(), 0);
    EXPECT_FALSE(child<QAction>(page, "senses-contact-sheets").isEnabled());

    page.openSense(kFirst);
    EXPECT_FALSE(child<QAction>(page, "sense-contact-sheet").isEnabled());
    auto& list = child<TopList>(page);
    EXPECT_TRUE(list.isVisibleTo(&page));
    ASSERT_EQ(list.count(), 3);
    EXPECT_EQ(list.item(1)->text(), q("p1   (11)"));
    EXPECT_TRUE(list.hasFocus());
    const QSignalSpy selected(&page, &SensesPage::imageSelected);
    QTest::keyClick(&list, Qt::Key_Down);
    ASSERT_EQ(selected.size(), 1);
    QTest::keyClick(&list, Qt::Key_Escape);
    EXPECT_FALSE(detailShown());
}

TEST_F(SensesPageTest, SaysThatASenseIsDead)
{
    open();
    auto senses = madeSenses("run-2");
    senses.senses[0].top.clear();
    senses.senses[0].words = {};
    senses.senses[0].won = 0;
    senses.senses[0].share = 0.0;
    senses.senses[0].typicalPercentile.reset();
    senses.senses[1].share = 0.0005;
    page.showSenses(senses);
    EXPECT_THAT(readableText(card(kFirst)).toStdString(),
                HasSubstr("No image answers to this sense."));
    EXPECT_THAT(readableText(card({Polarity::Popular, 1})).toStdString(),
                HasSubstr("Hardly any image answers to this sense."));
    page.openSense(kFirst);
    EXPECT_THAT(shown(), HasSubstr("No image answers to this sense. Fewer senses"));
    EXPECT_FALSE(child<QToolButton>(page, "sense-export").isEnabled());
}

TEST_F(SensesPageTest, ShowsAModelOfOneSense)
{
    open();
    auto senses = madeSenses("run-2", 1, 0);
    senses.wordWeight = core::WordWeight::LogOdds;
    page.showSenses(senses);
    EXPECT_EQ(page.findChildren<SenseCard*>().size(), 1);
    EXPECT_THAT(shown(), HasSubstr("This run learned no unpopular senses."));
    page.openSense(kFirst);
    const auto* words = child<QTableView>(page, "words").model();
    ASSERT_EQ(words->columnCount(), 4);
    EXPECT_EQ(words->headerData(1, Qt::Horizontal).toString(), q("Log-odds"));
}

TEST_F(SensesPageTest, SaysWhatWentWrongAndTriesAgain)
{
    open();
    page.showFailed(q("features/descriptor.npy is gone: extract features again."));
    EXPECT_THAT(shown(), HasSubstr("features/descriptor.npy is gone"));
    reading<QPushButton>(page, "Try again").click();
    EXPECT_EQ(asked.size(), 2);
    EXPECT_THAT(shown(), Not(HasSubstr("is gone")));
}

TEST_F(SensesPageTest, KeepsTheSensesWhereAskingForOtherWordsFails)
{
    openShown();
    auto& split = child<QComboBox>(page, "senses-split");
    split.setCurrentIndex(1);
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked.back().at(1).value<core::SensesOptions>().split, core::Split::Validation);
    page.showFailed(q("The disk is gone."));
    EXPECT_THAT(shown(), HasSubstr("The disk is gone."));
    EXPECT_TRUE(card(kFirst).isVisibleTo(&page));
}

TEST_F(SensesPageTest, ANameSurvivesAnAnswerThatDoesNotKnowItYet)
{
    openShown();
    enter(nameOf(card(kFirst)), "Sunsets");
    page.showSenses(madeSenses("run-2"));
    EXPECT_EQ(nameOf(card(kFirst)).text(), q("Sunsets"));
}

TEST_F(SensesPageTest, ANameDiesWithItsRun)
{
    openShown();
    enter(nameOf(card(kFirst)), "Sunsets");
    page.setRuns({madeRun("run-1")});
    page.setRuns({madeRun("run-1"), madeRun("run-2")}); // another one, which took the free name
    page.setCurrentRun(q("run-2"));
    page.showSenses(madeSenses("run-2"));
    EXPECT_EQ(nameOf(card(kFirst)).text(), QString());
    renamed.clear();
    QTest::keySequence(&card(kFirst), QKeySequence::Undo);
    EXPECT_EQ(renamed.size(), 0) << "undid what was done to a run that is gone";
}

TEST_F(SensesPageTest, ForgetsADeletedRunThatIsShown)
{
    openShown();
    page.openSense(kFirst);
    page.setRuns({madeRun("run-1")});
    EXPECT_FALSE(detailShown());
    EXPECT_EQ(page.currentRun(), q("run-1"));
    page.setRuns({});
    EXPECT_THAT(shown(), HasSubstr("Train a model first"));
    page.showSenses(madeSenses("run-2")); // an answer that comes late
    EXPECT_THAT(shown(), HasSubstr("Train a model first"));
}

TEST_F(SensesPageTest, CardsHaveANameForEverythingAndAreReachedByTab)
{
    openShown();
    EXPECT_THAT(namelessWidgets(page), IsEmpty());
    EXPECT_THAT(widgetsTabMisses(page), IsEmpty());
}

TEST_F(SensesPageTest, AnOpenedSenseIsReachedByTab)
{
    openShown();
    page.openSense(kFirst);
    EXPECT_THAT(namelessWidgets(page), IsEmpty());
    EXPECT_THAT(widgetsTabMisses(page), IsEmpty());
}

TEST_F(SensesPageTest, MayGoAwayWhileANameIsTyped)
{
    auto other = std::make_unique<SensesPage>(loader);
    other->setProject(madeProject());
    other->setRuns({madeRun("run-2")});
    other->showSenses(madeSenses("run-2"));
    other->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(other.get()));
    auto& line = child<SenseNameEdit>(*other);
    line.setFocus();
    QTest::keyClicks(&line, q("half a na"));
    other.reset();
    SUCCEED();
}

} // namespace
} // namespace ui
