#include "core/error.h"
#include "tests/ui/patience.h"
#include "ui/jobs/job.h"
#include "ui/jobs/job_bar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSignalSpy>
#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace {

using ui::Job;
using ui::JobBar;

/// Tells one stage, a quarter of it done, and then waits to be cancelled.
Job::Work staging(const std::string& stage)
{
    return [stage](const std::stop_token& stop, const core::ProgressObserver& observe) -> std::any {
        observe({.stage = stage, .done = 1, .total = 4});
        std::mutex mutex;
        std::condition_variable_any stopped;
        std::unique_lock lock(mutex);
        stopped.wait(lock, stop, [] { return false; });
        throw core::Cancelled();
    };
}

class JobBarTest : public testing::Test {
protected:
    JobBarTest() { bar.show(), bar.hideWork(); }

    bool says(const QString& text) const
    {
        const auto labels = bar.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisibleTo(&bar) && label->text().contains(text);
        });
    }
    /// The button whose accessible name is this.
    QAbstractButton* button(const QString& name) const
    {
        for (auto* candidate : bar.findChildren<QAbstractButton*>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    JobBar bar;
};

TEST_F(JobBarTest, IsHiddenWhileNothingIsUnderWay)
{
    EXPECT_TRUE(bar.isHidden());
}

TEST_F(JobBarTest, ShowsStageAndProgressUntilTheJobEnds)
{
    Job job(QStringLiteral("Importing"), staging("Reading posts.csv"));
    bar.follow(job);
    EXPECT_FALSE(bar.isHidden());
    EXPECT_TRUE(says(QStringLiteral("Importing")));
    job.start();
    ASSERT_TRUE(waitUntil([&] { return says(QStringLiteral("Reading posts.csv")); }));
    const auto* progress = bar.findChild<QProgressBar*>();
    EXPECT_EQ(progress->value() * 4, progress->maximum());
    EXPECT_FALSE(progress->accessibleName().isEmpty());
    job.cancel();
    EXPECT_TRUE(waitUntil([&] { return bar.isHidden(); }));
}

TEST_F(JobBarTest, CancelByTheKeyboardCancelsTheNewest)
{
    Job first(QStringLiteral("First"), staging("first stage"));
    Job second(QStringLiteral("Second"), staging("second stage"));
    const QSignalSpy firstCancelled(&first, &Job::cancelled);
    const QSignalSpy secondCancelled(&second, &Job::cancelled);
    for (auto* job : {&first, &second}) {
        bar.follow(*job);
        job->start();
    }
    auto* cancel = button(QStringLiteral("Cancel: Second"));
    ASSERT_NE(cancel, nullptr);
    EXPECT_NE(cancel->focusPolicy() & Qt::TabFocus, 0);
    QTest::keyClick(cancel, Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&] { return secondCancelled.count() == 1; }));
    EXPECT_EQ(firstCancelled.count(), 0);
    EXPECT_NE(button(QStringLiteral("Cancel: First")), nullptr); // it is shown now
    first.cancel();
    EXPECT_TRUE(waitUntil([&] { return bar.isHidden(); }));
}

TEST_F(JobBarTest, AnyOtherIsCancelledFromAList)
{
    Job first(QStringLiteral("Salt & pepper"), staging("first stage"));
    Job second(QStringLiteral("Second"), staging("second stage"));
    const QSignalSpy firstCancelled(&first, &Job::cancelled);
    const QSignalSpy wished(&bar, &JobBar::workCancelRequested);
    bar.showWork(QStringLiteral("Training"), 0.5, 90.0);
    for (auto* job : {&first, &second}) {
        bar.follow(*job);
        job->start();
    }
    auto* list = bar.findChild<QMenu*>();
    ASSERT_NE(list, nullptr);
    Q_EMIT list->aboutToShow();
    ASSERT_EQ(list->actions().size(), 2); // the newest has its own button
    EXPECT_EQ(list->actions().at(0)->text(), QStringLiteral("Cancel: Salt && pepper"));
    EXPECT_EQ(list->actions().at(1)->text(), QStringLiteral("Cancel: Training (1 min 30 s left)"));
    list->actions().at(1)->trigger();
    EXPECT_EQ(wished.count(), 1);
    list->actions().at(0)->trigger();
    ASSERT_TRUE(waitUntil([&] { return firstCancelled.count() == 1; }));
    list->actions().at(0)->trigger(); // of a job that is gone
    EXPECT_EQ(firstCancelled.count(), 1);
    EXPECT_NE(button(QStringLiteral("Cancel: Second")), nullptr);
    second.cancel();
    bar.hideWork();
    EXPECT_TRUE(waitUntil([&] { return bar.isHidden(); }));
}

TEST_F(JobBarTest, ForgetsAJobThatIsDestroyed)
{
    auto job = std::make_unique<Job>(QStringLiteral("Importing"), staging("one"));
    bar.follow(*job);
    job->start();
    job.reset();
    EXPECT_TRUE(bar.isHidden());
    runPostedEvents();
    EXPECT_TRUE(bar.isHidden());
}

TEST_F(JobBarTest, ShowsWorkThatIsNoJob)
{
    const QSignalSpy wished(&bar, &JobBar::workCancelRequested);
    bar.showWork(QStringLiteral("Training"), -1.0, -1.0);
    EXPECT_EQ(bar.findChild<QProgressBar*>()->maximum(), 0); // busy
    bar.showWork(QStringLiteral("Training: epoch 1 of 2"), 0.5, 90.0);
    EXPECT_TRUE(says(QStringLiteral("epoch 1 of 2")));
    EXPECT_TRUE(says(QStringLiteral("1 min 30 s left")));
    button(QStringLiteral("Cancel: Training: epoch 1 of 2"))->click();
    EXPECT_EQ(wished.count(), 1);
    bar.hideWork();
    EXPECT_TRUE(bar.isHidden());
}

TEST_F(JobBarTest, TakesNoMarkUpFromTheNameOfAJob)
{
    Job job(QStringLiteral("Loading <b>bold</b>"), staging("<i>stage</i>"));
    bar.follow(job);
    for (const auto* label : bar.findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
}

TEST(TimeLeft, IsSaidInWords)
{
    EXPECT_EQ(ui::timeLeftText(-1.0).toStdString(), "");
    EXPECT_EQ(ui::timeLeftText(std::numeric_limits<double>::quiet_NaN()).toStdString(), "");
    EXPECT_EQ(ui::timeLeftText(std::numeric_limits<double>::infinity()).toStdString(), "");
    EXPECT_EQ(ui::timeLeftText(0.0).toStdString(), "less than a second left");
    EXPECT_EQ(ui::timeLeftText(1.2).toStdString(), "2 s left");
    EXPECT_EQ(ui::timeLeftText(59.0).toStdString(), "59 s left");
    EXPECT_EQ(ui::timeLeftText(59.5).toStdString(), "1 min 0 s left");
    EXPECT_EQ(ui::timeLeftText(3600.0).toStdString(), "1 h 0 min left");
    EXPECT_EQ(ui::timeLeftText(7260.0).toStdString(), "2 h 1 min left");
}

} // namespace
