#include "tests/study/small_collection.h"
#include "tests/ui/made_study.h"
#include "tests/ui/patience.h"
#include "ui/charts/line_chart.h"
#include "ui/training/sense_row.h"
#include "ui/training/snapshot_scrubber.h"
#include "ui/training/training_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <gtest/gtest.h>

namespace {

using ui::SnapshotScrubber;
using ui::TrainingPage;

core::TrainingSnapshot snapshotAt(int step)
{
    core::TrainingSnapshot snapshot;
    snapshot.step = static_cast<std::size_t>(step);
    snapshot.topRows = {{static_cast<std::size_t>(step)}, {}};
    snapshot.share = {0.5, 0.5};
    return snapshot;
}

class SnapshotScrubberTest : public testing::Test {
protected:
    SnapshotScrubberTest()
    {
        QObject::connect(&scrubber, &SnapshotScrubber::snapshotShown, &scrubber,
                         [this](const core::TrainingSnapshot& shown) {
                             steps.push_back(static_cast<int>(shown.step));
                         });
        scrubber.show();
    }
    static std::vector<core::TrainingSnapshot> five()
    {
        return {snapshotAt(0), snapshotAt(1), snapshotAt(2), snapshotAt(3), snapshotAt(4)};
    }

    SnapshotScrubber scrubber;
    std::vector<int> steps;
    QSlider& slider = *scrubber.findChild<QSlider*>();
    QToolButton& play = *scrubber.findChild<QToolButton*>(QStringLiteral("play"));
};

TEST_F(SnapshotScrubberTest, BeginsAtTheEndOfARunAndGoesByKeyboard)
{
    scrubber.setSnapshots(five());
    EXPECT_EQ(steps, std::vector<int>({4}));
    QTest::keyClick(&slider, Qt::Key_Left);
    QTest::keyClick(&slider, Qt::Key_Home);
    EXPECT_EQ(steps, std::vector<int>({4, 3, 0}));
    EXPECT_FALSE(slider.accessibleName().isEmpty());
}

TEST_F(SnapshotScrubberTest, ReplaysFromTheBeginningToTheEnd)
{
    scrubber.setReplayMilliseconds(10);
    scrubber.setSnapshots(five());
    steps.clear();
    QTest::keyClick(&play, Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&] { return !play.isChecked(); }));
    EXPECT_EQ(steps.front(), 0);
    EXPECT_EQ(steps.back(), 4);
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
}

TEST_F(SnapshotScrubberTest, FollowsWhatIsLiveUntilAPersonMovesIt)
{
    scrubber.beginLive();
    for (const auto& snapshot : five())
        scrubber.append(snapshot);
    EXPECT_EQ(steps, std::vector<int>({0, 1, 2, 3, 4}));
    QTest::keyClick(&slider, Qt::Key_Home);
    scrubber.append(snapshotAt(5));
    EXPECT_FALSE(scrubber.following());
    EXPECT_EQ(steps.back(), 0);
    scrubber.findChild<QToolButton*>(QStringLiteral("live"))->click();
    EXPECT_EQ(steps.back(), 5);
    EXPECT_TRUE(scrubber.following());
}

TEST_F(SnapshotScrubberTest, HasNothingToPlayWithoutSnapshots)
{
    scrubber.setSnapshots({});
    EXPECT_TRUE(steps.empty());
    EXPECT_FALSE(play.isEnabled());
    EXPECT_FALSE(slider.isEnabled());
}

class TrainingPageTest : public testing::Test {
protected:
    TrainingPageTest()
    {
        loader.setProject(project);
        page.setProject(project);
        page.resize(1280, 800);
        page.show();
    }
    QPushButton& button(const char* name)
    {
        return *page.findChild<QPushButton*>(QLatin1String(name));
    }
    std::size_t pointsDrawn() const
    {
        return page.findChild<ui::LineChart*>()->table().rows.size();
    }

    SmallCollection files;
    core::Project project = files.extracted();
    ui::ThumbnailLoader loader;
    TrainingPage page{loader};
};

TEST_F(TrainingPageTest, StartAsksForWhatIsSet)
{
    QSignalSpy wished(&page, &TrainingPage::startRequested);
    page.findChild<QSpinBox*>(QStringLiteral("popular-senses"))->setValue(3);
    QTest::keyClick(&button("start"), Qt::Key_Space);
    ASSERT_EQ(wished.count(), 1);
    const auto request = wished.at(0).at(0).value<core::TrainRequest>();
    EXPECT_EQ(request.options.popularSenses, 3);
    EXPECT_EQ(request.featureSet, project.featureSets.front().name);
}

TEST_F(TrainingPageTest, ShowsATrainingFromStartToEnd)
{
    const auto request = SmallCollection::quick("run");
    const auto run = std::make_shared<const core::LoadedRun>(core::trainRun(project, request));
    page.showStarted(request);
    EXPECT_FALSE(button("start").isEnabled());
    EXPECT_EQ(page.findChildren<ui::SenseRow*>().size(), 4);
    for (const auto& epoch : run->epochs)
        page.showEpochs({epoch});
    EXPECT_TRUE(waitUntil([&] { return pointsDrawn() >= run->epochs.size(); }));
    page.showSnapshot(run->snapshots.front());
    EXPECT_EQ(page.findChild<SnapshotScrubber*>()->snapshots().size(), 1U);

    const QSignalSpy pause(&page, &TrainingPage::pauseRequested);
    const QSignalSpy stop(&page, &TrainingPage::stopRequested);
    button("pause").click();
    page.showPaused(true);
    button("pause").click();
    ASSERT_EQ(pause.count(), 2);
    EXPECT_TRUE(pause.at(0).at(0).toBool());
    EXPECT_FALSE(pause.at(1).at(0).toBool());
    button("stop").click();
    EXPECT_EQ(stop.count(), 1);
    EXPECT_FALSE(button("stop").isEnabled());

    page.setRuns({run->info});
    page.showFinished(run);
    EXPECT_TRUE(button("start").isEnabled());
    EXPECT_EQ(page.findChild<SnapshotScrubber*>()->snapshots().size(), run->snapshots.size());
    const auto& rows = page.findChildren<ui::SenseRow*>();
    EXPECT_EQ(rows.front()->images().size(), run->snapshots.back().topRows.front().size());
    EXPECT_FALSE(rows.front()->accessibleName().isEmpty());
}

TEST_F(TrainingPageTest, SaysHowFarTheSearchForSettingsIs)
{
    page.showStarted(SmallCollection::quick("run"));
    const auto* status = page.findChild<QLabel*>(QStringLiteral("status"));
    page.showSearch(2, 8);
    EXPECT_TRUE(status->text().contains(QStringLiteral("run 3 of 8")));
    page.showSearch(8, 8);
    EXPECT_FALSE(status->text().contains(QStringLiteral("8")));
    EXPECT_TRUE(button("stop").isEnabled());
}

TEST_F(TrainingPageTest, SaysThatTestImagesWereSeen)
{
    auto run = std::make_shared<core::LoadedRun>();
    run->info = madeRun("leaky");
    run->info.leaks = core::Leaks{.validation = 1, .test = 17};
    page.showFinished(run);
    const auto* status = page.findChild<QLabel*>(QStringLiteral("status"));
    EXPECT_TRUE(status->text().contains(QStringLiteral("17 test images nearly repeat")));
    run->info.leaks->test = 1;
    page.showFinished(run);
    EXPECT_TRUE(status->text().contains(QStringLiteral("One test image nearly repeats")));
    run->info.leaks = core::Leaks();
    page.showFinished(run);
    EXPECT_FALSE(status->text().contains(QStringLiteral("nearly")));
}

TEST_F(TrainingPageTest, SaysNoMoreThatARunIsKeptWhichWasDeleted)
{
    auto run = std::make_shared<core::LoadedRun>();
    run->info = madeRun("short-lived");
    page.setRuns({madeRun("older"), run->info});
    page.showFinished(run);
    const auto* status = page.findChild<QLabel*>(QStringLiteral("status"));
    page.setRuns({run->info});
    EXPECT_TRUE(status->text().contains(QStringLiteral("short-lived is kept")));
    page.setRuns({madeRun("older")});
    EXPECT_TRUE(status->text().isEmpty());
}

TEST_F(TrainingPageTest, AFailureIsSaidAndCanBeTriedAgain)
{
    page.showStarted(SmallCollection::quick("run"));
    page.showFailed(QStringLiteral("No <b>measure</b>."));
    EXPECT_TRUE(button("start").isEnabled());
    const auto* status = page.findChild<QLabel*>(QStringLiteral("status"));
    EXPECT_TRUE(status->text().contains(QStringLiteral("No <b>measure</b>.")));
    EXPECT_EQ(status->textFormat(), Qt::PlainText);
}

} // namespace
