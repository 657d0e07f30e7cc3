#include "core/random.h"
#include "tests/study/small_collection.h"
#include "tests/ui/patience.h"
#include "ui/session/training_session.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

#include <memory>

namespace {

using ui::TrainingSession;

core::TrainRequest endless(const std::string& name = {})
{
    auto request = SmallCollection::quick(name);
    request.options.epochs = 100'000;
    return request;
}

struct Listener {
    explicit Listener(TrainingSession& session)
        : started(&session, &TrainingSession::started)
        , epochs(&session, &TrainingSession::epochsFinished)
        , finished(&session, &TrainingSession::finished)
        , cancelled(&session, &TrainingSession::cancelled)
        , failed(&session, &TrainingSession::failed)
        , running(&session, &TrainingSession::runningChanged)
    {
    }
    qsizetype ends() const { return finished.count() + cancelled.count() + failed.count(); }

    QSignalSpy started;
    QSignalSpy epochs;
    QSignalSpy finished;
    QSignalSpy cancelled;
    QSignalSpy failed;
    QSignalSpy running;
};

class TrainingSessionTest : public testing::Test {
protected:
    TrainingSessionTest() { session.setProject(project); }
    bool waitForIdle() const
    {
        return waitUntil([this] { return !session.running(); });
    }

    SmallCollection files;
    core::Project project = files.extracted();
    TrainingSession session;
    Listener heard{session};
};

TEST_F(TrainingSessionTest, TrainsOneAfterTheOther)
{
    session.trainAll({SmallCollection::quick("a"), SmallCollection::quick("b")});
    session.train(SmallCollection::quick("c"));
    EXPECT_EQ(heard.started.count(), 1);
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(heard.started.count(), 3);
    EXPECT_EQ(heard.finished.count(), 3);
    const auto runs = core::listRuns(project);
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].name, "a");
    EXPECT_EQ(runs[2].name, "c");
    EXPECT_EQ(heard.running.back().at(0).toBool(), false);
}

TEST_F(TrainingSessionTest, SaysInTheStatusBarThatSettingsAreSearched)
{
    const QSignalSpy progressed(&session, &TrainingSession::progressed);
    auto request = endless();
    request.options.searchSettings = true;
    session.train(request);
    EXPECT_TRUE(waitUntil([&] {
        return progressed.back().at(0).toString()
               == QStringLiteral("Searching settings: run 1 of 8");
    }));
    session.stop();
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(heard.cancelled.count(), 1);
}

TEST_F(TrainingSessionTest, StopKeepsWhatWasLearnedAndForgetsWhatWasToFollow)
{
    session.trainAll({endless("kept"), endless("never")});
    ASSERT_TRUE(waitUntil([&] { return heard.epochs.count() > 0; }));
    session.setPaused(true);
    session.stop();
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(heard.finished.count(), 1);
    EXPECT_EQ(heard.started.count(), 1);
    ASSERT_EQ(core::listRuns(project).size(), 1U);
    EXPECT_TRUE(core::listRuns(project).front().stopped);
    session.train(SmallCollection::quick("again"));
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(heard.finished.count(), 2);
}

TEST_F(TrainingSessionTest, AFailureIsSaidOnceAndEndsTheQueue)
{
    auto wrong = SmallCollection::quick("wrong");
    wrong.featureSet = "none";
    session.trainAll({wrong, wrong});
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(heard.failed.count(), 1);
    EXPECT_EQ(heard.started.count(), 1);
}

TEST_F(TrainingSessionTest, ClosingTheProjectCancelsAndKeepsNothing)
{
    session.train(endless());
    ASSERT_TRUE(waitUntil([&] { return heard.epochs.count() > 0; }));
    session.clearProject();
    EXPECT_FALSE(session.running());
    EXPECT_EQ(heard.cancelled.count(), 1);
    runPostedEvents();
    EXPECT_EQ(heard.ends(), 1);
    EXPECT_TRUE(core::listRuns(project).empty());
    session.train(endless()); // without a project: nothing
    EXPECT_FALSE(session.running());
}

TEST_F(TrainingSessionTest, AListenerMayCloseTheProjectAtTheEnd)
{
    QObject::connect(&session, &TrainingSession::finished, &session,
                     [this] { session.clearProject(); });
    session.train(SmallCollection::quick("a"));
    ASSERT_TRUE(waitForIdle());
    runPostedEvents();
    EXPECT_EQ(heard.finished.count(), 1);
}

/// Lets the event loop hear up to `signalsToHear` pieces of news, fewer where the training ends.
void listenFor(TrainingSession& session, const Listener& heard, std::size_t signalsToHear)
{
    const auto before = heard.epochs.count();
    EXPECT_TRUE(waitUntil([&] {
        return !session.running()
               || heard.epochs.count() - before >= static_cast<qsizetype>(signalsToHear);
    }));
}

TEST_F(TrainingSessionTest, StartingStoppingPausingAndClosingAtAnyMomentNeitherHangsNorCrashes)
{
    core::Random random(11);
    for (int round = 0; round < 60; ++round) {
        session.setProject(project);
        session.train(random.below(2) == 0 ? endless() : SmallCollection::quick({}));
        listenFor(session, heard, random.below(3));
        session.setPaused(random.below(3) == 0);
        if (random.below(3) == 0)
            session.train(endless());
        switch (random.below(3)) {
        case 0:
            session.stop();
            break;
        case 1:
            session.clearProject();
            break;
        default:
            break; // the next round's setProject closes it
        }
        if (random.below(2) == 0)
            QCoreApplication::processEvents();
    }
    session.setPaused(false);
    session.clearProject();
    runPostedEvents();
    EXPECT_EQ(heard.failed.count(), 0);
    EXPECT_EQ(heard.ends(), heard.started.count());
}

TEST_F(TrainingSessionTest, DestroyedAtAnyMomentItNeitherHangsNorCrashes)
{
    core::Random random(12);
    for (int round = 0; round < 30; ++round) {
        auto other = std::make_unique<TrainingSession>();
        const Listener told(*other);
        other->setProject(project);
        other->train(endless());
        listenFor(*other, told, random.below(3));
        other->setPaused(random.below(2) == 0);
        if (random.below(3) == 0)
            other->stop();
        other.reset();
        const auto ends = told.ends();
        runPostedEvents();
        EXPECT_EQ(told.ends(), ends);
    }
}

} // namespace
