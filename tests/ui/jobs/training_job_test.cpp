#include "tests/study/small_collection.h"
#include "tests/ui/patience.h"
#include "ui/jobs/training_job.h"

#include <QPointer>
#include <QSignalSpy>
#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace {

using ui::TrainingJob;

/// Listens to all that a training may say.
struct Listener {
    explicit Listener(TrainingJob& job)
        : snapshots(&job, &TrainingJob::snapshotTaken)
        , judging(&job, &TrainingJob::judging)
        , finished(&job, &TrainingJob::finished)
        , cancelled(&job, &TrainingJob::cancelled)
        , failed(&job, &TrainingJob::failed)
    {
        QObject::connect(&job, &TrainingJob::epochsFinished, &job,
                         [this](const std::vector<core::EpochReport>& reports) {
                             epochs.insert(epochs.end(), reports.begin(), reports.end());
                         });
    }
    qsizetype ends() const { return finished.count() + cancelled.count() + failed.count(); }
    bool waitForEnd() const
    {
        return waitUntil([this] { return ends() > 0; });
    }
    std::shared_ptr<const core::LoadedRun> run() const
    {
        return finished.at(0).at(0).value<std::shared_ptr<const core::LoadedRun>>();
    }

    std::vector<core::EpochReport> epochs;
    QSignalSpy snapshots;
    QSignalSpy judging;
    QSignalSpy finished;
    QSignalSpy cancelled;
    QSignalSpy failed;
};

core::TrainRequest endless()
{
    auto request = SmallCollection::quick("endless");
    request.options.epochs = 100'000;
    return request;
}

class TrainingJobTest : public testing::Test {
protected:
    SmallCollection files;
    core::Project project = files.extracted();
};

TEST_F(TrainingJobTest, TellsAllEpochsInOrderAndThenTheRunOnce)
{
    auto request = SmallCollection::quick("whole");
    request.options.epochs = 300;
    TrainingJob job(project, request);
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    runPostedEvents();

    ASSERT_EQ(heard.finished.count(), 1);
    EXPECT_EQ(heard.ends(), 1);
    ASSERT_EQ(heard.epochs.size(), 300U);
    for (std::size_t i = 0; i < heard.epochs.size(); ++i)
        EXPECT_EQ(heard.epochs[i].epoch, static_cast<int>(i) + 1);
    EXPECT_GE(heard.snapshots.count(), 1);
    ASSERT_GE(heard.judging.count(), 1);
    EXPECT_EQ(heard.judging.last().at(0).toString(), "Judging the run on test images");
    EXPECT_EQ(heard.run()->info.name, "whole");
    EXPECT_EQ(core::listRuns(project).size(), 1U);
}

TEST_F(TrainingJobTest, StopAndKeepKeepsWhatWasLearned)
{
    TrainingJob job(project, endless());
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(waitUntil([&] { return !heard.epochs.empty(); }));
    job.stopAndKeep();
    ASSERT_TRUE(heard.waitForEnd());
    runPostedEvents();
    ASSERT_EQ(heard.finished.count(), 1);
    EXPECT_EQ(heard.ends(), 1);
    EXPECT_TRUE(heard.run()->info.stopped);
    EXPECT_EQ(heard.epochs.size(), heard.run()->epochs.size());
}

TEST_F(TrainingJobTest, StoppedAtOnceItEndsAndKeepsARunOnlyWhereItSaysSo)
{
    TrainingJob job(project, endless());
    const Listener heard(job);
    job.start();
    job.stopAndKeep();
    ASSERT_TRUE(heard.waitForEnd());
    runPostedEvents();
    EXPECT_EQ(heard.ends(), 1);
    EXPECT_EQ(heard.failed.count(), 0);
    EXPECT_EQ(core::listRuns(project).size(), static_cast<std::size_t>(heard.finished.count()));
}

TEST_F(TrainingJobTest, AFailureTellsWhatIsWrong)
{
    auto request = SmallCollection::quick("failing");
    request.featureSet = "no such features";
    TrainingJob job(project, request);
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    runPostedEvents();
    ASSERT_EQ(heard.failed.count(), 1);
    EXPECT_EQ(heard.ends(), 1);
    EXPECT_NE(heard.failed.at(0).at(0).toString().indexOf(QStringLiteral("no such features")), -1);
}

TEST_F(TrainingJobTest, TellsHowFarASearchForSettingsIs)
{
    auto request = SmallCollection::quick("searched");
    request.options.searchSettings = true;
    TrainingJob job(project, request);
    const Listener heard(job);
    const QSignalSpy searched(&job, &TrainingJob::searched);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    ASSERT_GE(searched.count(), 1);
    EXPECT_EQ(searched.back().at(0).toInt(), 8);
    EXPECT_EQ(searched.back().at(1).toInt(), 8);
}

TEST_F(TrainingJobTest, StoppedDuringASearchItIsCancelledAtOnceAndKeepsNothing)
{
    auto request = endless();
    request.options.searchSettings = true;
    TrainingJob job(project, request);
    const Listener heard(job);
    const QSignalSpy searched(&job, &TrainingJob::searched);
    job.start();
    ASSERT_TRUE(waitUntil([&] { return searched.count() > 0; }));
    job.stopAndKeep();
    ASSERT_TRUE(heard.waitForEnd());
    EXPECT_EQ(heard.cancelled.count(), 1);
    EXPECT_TRUE(core::listRuns(project).empty());
}

TEST_F(TrainingJobTest, PausedItLearnsNothingUntilItContinues)
{
    TrainingJob job(project, SmallCollection::quick("paused"));
    const Listener heard(job);
    job.setPaused(true);
    EXPECT_TRUE(job.paused());
    job.start();
    ASSERT_TRUE(waitUntil([&] { return heard.snapshots.count() > 0; })); // the start, step 0
    EXPECT_TRUE(heard.epochs.empty());
    EXPECT_EQ(heard.ends(), 0);
    job.setPaused(false);
    ASSERT_TRUE(heard.waitForEnd());
    EXPECT_EQ(heard.epochs.size(), 4U);
}

TEST_F(TrainingJobTest, PausedItCanBeStopped)
{
    TrainingJob job(project, endless());
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(waitUntil([&] { return !heard.epochs.empty(); }));
    job.setPaused(true);
    job.stopAndKeep();
    ASSERT_TRUE(heard.waitForEnd());
    EXPECT_EQ(heard.finished.count(), 1);
}

TEST_F(TrainingJobTest, DestroyedWhileRunningOrPausedItStaysSilentAndKeepsNothing)
{
    for (const bool paused : {false, true}) {
        auto job = std::make_unique<TrainingJob>(project, endless());
        Listener heard(*job);
        job->setPaused(paused);
        job->start();
        ASSERT_TRUE(waitUntil(
            [&] { return heard.snapshots.count() > 0 && (paused || !heard.epochs.empty()); }));
        job.reset();
        const auto told = heard.snapshots.count();
        runPostedEvents();
        EXPECT_EQ(heard.snapshots.count(), told);
        EXPECT_EQ(heard.ends(), 0);
        EXPECT_TRUE(core::listRuns(project).empty());
    }
}

TEST_F(TrainingJobTest, MayBeDestroyedByWhoHearsOfAnEpoch)
{
    auto job = std::make_unique<TrainingJob>(project, endless());
    QPointer<TrainingJob> alive = job.get();
    QObject::connect(job.get(), &TrainingJob::epochsFinished, [&job] { job.reset(); });
    job->start();
    EXPECT_TRUE(waitUntil([&] { return alive.isNull(); }));
    runPostedEvents();
}

} // namespace
