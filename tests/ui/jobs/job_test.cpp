#include "core/error.h"
#include "tests/ui/patience.h"
#include "ui/jobs/job.h"

#include <QPointer>
#include <QSignalSpy>
#include <QThread>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace {

using ui::Job;

/// Blocks until it is asked to stop.
void waitForStop(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, stop, [] { return false; });
}

Job::Work endless()
{
    return [](const std::stop_token& stop, const core::ProgressObserver&) -> std::any {
        waitForStop(stop);
        throw core::Cancelled();
    };
}

Job::Work answering(int answer)
{
    return [answer](const std::stop_token&, const core::ProgressObserver&) -> std::any {
        return answer;
    };
}

/// Listens to all that a job may say.
struct Listener {
    explicit Listener(Job& job)
        : progressed(&job, &Job::progressed)
        , finished(&job, &Job::finished)
        , cancelled(&job, &Job::cancelled)
        , failed(&job, &Job::failed)
    {
    }
    qsizetype ends() const { return finished.count() + cancelled.count() + failed.count(); }
    bool waitForEnd() const
    {
        return waitUntil([this] { return ends() > 0; });
    }

    QSignalSpy progressed;
    QSignalSpy finished;
    QSignalSpy cancelled;
    QSignalSpy failed;
};

TEST(Job, TellsEveryStageInOrderAndThenItsResultOnce)
{
    constexpr int kStages = 200;
    Job job(QStringLiteral("Counting"), [](const auto&, const core::ProgressObserver& observe) {
        for (int i = 0; i < kStages; ++i)
            observe({.stage = std::to_string(i), .done = 1, .total = 4});
        return std::any(42);
    });
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    runPostedEvents();

    ASSERT_EQ(heard.progressed.count(), kStages);
    for (int i = 0; i < kStages; ++i) {
        EXPECT_EQ(heard.progressed.at(i).at(0).toString().toStdString(), std::to_string(i));
        EXPECT_EQ(heard.progressed.at(i).at(1).toDouble(), 0.25);
    }
    EXPECT_EQ(heard.ends(), 1);
    ASSERT_EQ(heard.finished.count(), 1);
    EXPECT_EQ(std::any_cast<int>(heard.finished.at(0).at(0).value<std::any>()), 42);
}

TEST(Job, ThinsTheReportsOfOneStageAndKeepsThemInOrder)
{
    constexpr std::size_t kReports = 100'000;
    Job job(QStringLiteral("Counting"), [](const auto&, const core::ProgressObserver& observe) {
        for (std::size_t i = 1; i <= kReports; ++i)
            observe({.stage = "one", .done = i, .total = kReports});
        return std::any();
    });
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());

    ASSERT_GE(heard.progressed.count(), 1);
    EXPECT_LT(heard.progressed.count(), 10'000);
    double before = 0.0;
    for (const auto& report : heard.progressed) {
        EXPECT_GT(report.at(1).toDouble(), before);
        before = report.at(1).toDouble();
    }
}

TEST(Job, SaysThatItDoesNotKnowHowMuchThereIs)
{
    Job job(QStringLiteral("Counting"), [](const auto&, const core::ProgressObserver& observe) {
        observe({.stage = "one", .done = 3, .total = 0});
        return std::any();
    });
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    ASSERT_EQ(heard.progressed.count(), 1);
    EXPECT_EQ(heard.progressed.at(0).at(1).toDouble(), -1.0);
    EXPECT_EQ(heard.progressed.at(0).at(2).toDouble(), -1.0);
}

TEST(Job, CancelEndsInCancelledAlone)
{
    Job job(QStringLiteral("Waiting"), endless());
    const Listener heard(job);
    job.start();
    EXPECT_TRUE(job.running());
    job.cancel();
    ASSERT_TRUE(heard.waitForEnd());
    job.cancel(); // no effect after the end
    runPostedEvents();
    EXPECT_EQ(heard.cancelled.count(), 1);
    EXPECT_EQ(heard.ends(), 1);
    EXPECT_FALSE(job.running());
}

TEST(Job, AFailureTellsItsMessageOnce)
{
    Job job(QStringLiteral("Failing"), [](const auto&, const auto&) -> std::any {
        throw core::Error("Größe fehlt in Zeile 3");
    });
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    runPostedEvents();
    ASSERT_EQ(heard.failed.count(), 1);
    EXPECT_EQ(heard.failed.at(0).at(0).toString().toStdString(), "Größe fehlt in Zeile 3");
    EXPECT_EQ(heard.ends(), 1);
}

TEST(Job, DestroyedWhileRunningItStopsTheWorkWaitsAndStaysSilent)
{
    std::atomic<bool> ended = false;
    auto job = std::make_unique<Job>(
        QStringLiteral("Waiting"),
        [&ended](const std::stop_token& stop, const core::ProgressObserver& observe) {
            observe({.stage = "one", .done = 0, .total = 1});
            waitForStop(stop);
            observe({.stage = "two", .done = 0, .total = 1});
            ended = true;
            return std::any(1);
        });
    const Listener heard(*job);
    job->start();
    ASSERT_TRUE(waitUntil([&] { return heard.progressed.count() == 1; }));
    job.reset();
    EXPECT_TRUE(ended);
    runPostedEvents();
    EXPECT_EQ(heard.progressed.count(), 1);
    EXPECT_EQ(heard.ends(), 0);
}

TEST(Job, DestroyedBetweenItsEndAndTheNewsOfItItStaysSilent)
{
    auto job = std::make_unique<Job>(QStringLiteral("Quick"), answering(1));
    const Listener heard(*job);
    job->start();
    job.reset(); // the event loop has not run: the news was posted or never will be
    runPostedEvents();
    EXPECT_EQ(heard.ends(), 0);
}

TEST(Job, MayBeDestroyedByWhoHearsOfItsEnd)
{
    QObject owner;
    auto* job = new Job(QStringLiteral("Quick"), answering(1), &owner);
    const QPointer<Job> alive = job;
    QObject::connect(job, &Job::finished, &owner, [job] { delete job; });
    job->start();
    EXPECT_TRUE(waitUntil([&] { return alive.isNull(); }));
    runPostedEvents();
}

TEST(Job, RunsItsWorkBesideTheWindowAndSpeaksOnItsThread)
{
    QThread* worked = nullptr;
    QThread* told = nullptr;
    Job job(QStringLiteral("Quick"), [&worked](const auto&, const auto&) {
        worked = QThread::currentThread();
        return std::any();
    });
    QObject::connect(&job, &Job::finished, &job, [&told] { told = QThread::currentThread(); });
    const Listener heard(job);
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    EXPECT_NE(worked, QThread::currentThread());
    EXPECT_EQ(told, QThread::currentThread());
}

TEST(Job, StartsOnce)
{
    std::atomic<int> runs = 0;
    Job job(QStringLiteral("Quick"), [&runs](const auto&, const auto&) {
        ++runs;
        return std::any();
    });
    const Listener heard(job);
    job.start();
    job.start();
    ASSERT_TRUE(heard.waitForEnd());
    job.start();
    runPostedEvents();
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(heard.ends(), 1);
}

TEST(StartJob, HandsTheTypedResultToItsContextAndDeletesTheJob)
{
    QObject context;
    std::string got;
    auto* job = ui::startJob(
        &context, QStringLiteral("Quick"),
        [](const auto&, const auto&) { return std::string("ok"); },
        [&got](const std::string& result) { got = result; });
    EXPECT_EQ(job->parent(), &context);
    const QPointer<Job> alive = job;
    ASSERT_TRUE(waitUntil([&] { return alive.isNull(); }));
    EXPECT_EQ(got, "ok");
}

TEST(StartJob, DeletesAJobThatFailedOrWasCancelled)
{
    QObject context;
    bool done = false;
    auto* failing = ui::startJob(
        &context, QStringLiteral("Failing"),
        [](const auto&, const auto&) -> int { throw core::Error("no"); },
        [&](int) { done = true; });
    auto* stopped = ui::startJob(
        &context, QStringLiteral("Waiting"),
        [](const std::stop_token& stop, const auto&) -> int {
            waitForStop(stop);
            throw core::Cancelled();
        },
        [&](int) { done = true; });
    const QList<QPointer<Job>> alive{failing, stopped};
    stopped->cancel();
    ASSERT_TRUE(waitUntil([&] { return alive[0].isNull() && alive[1].isNull(); }));
    EXPECT_FALSE(done);
}

TEST(StartJob, SaysNothingToAContextThatIsGone)
{
    bool done = false;
    {
        QObject context;
        ui::startJob(
            &context, QStringLiteral("Quick"), [](const auto&, const auto&) { return 1; },
            [&done](int) { done = true; });
    }
    runPostedEvents();
    EXPECT_FALSE(done);
}

} // namespace
