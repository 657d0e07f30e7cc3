#include "core/catalogue/catalogue.h"
#include "tests/study/small_collection.h"
#include "tests/ui/patience.h"
#include "ui/jobs/job.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

namespace {

using ui::Session;

class SessionTest : public testing::Test {
protected:
    static QString text(const std::filesystem::path& path)
    {
        return QString::fromStdString(path.string());
    }
    QString project() const { return text(files.request().project); }
    bool waitForIdle() const
    {
        return waitUntil([this] { return !session.working(); });
    }
    void open()
    {
        session.open(project());
        ASSERT_TRUE(waitForIdle());
        ASSERT_TRUE(session.project().has_value());
    }
    bool waitForRun(const std::string& name) const
    {
        return waitUntil(
            [&] { return session.currentRun() && session.currentRun()->info.name == name; });
    }

    SmallCollection files;
    Session session;
    QSignalSpy changed{&session, &Session::projectChanged};
    QSignalSpy failed{&session, &Session::failed};
};

TEST_F(SessionTest, ImportsExtractsAndOpens)
{
    QSignalSpy imported(&session, &Session::imported);
    QSignalSpy extracted(&session, &Session::extracted);
    session.importCollection(files.request());
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(imported.count(), 1);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(session.project()->featureSets.empty());
    session.extractFeatures();
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(extracted.count(), 1);
    EXPECT_EQ(session.project()->featureSets.size(), 1U);
    open();
    EXPECT_EQ(changed.count(), 3);
    EXPECT_EQ(failed.count(), 0);
}

TEST_F(SessionTest, AFailureIsSaidAndTheProjectStays)
{
    files.imported();
    open();
    session.open(text(files.folder() / "nothing here"));
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(failed.count(), 1);
    auto request = files.request();
    request.project = files.folder() / "other.sensescope";
    request.table = files.folder() / "missing.csv";
    session.importCollection(request);
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(failed.count(), 2);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(session.project()->folder, files.request().project);
}

TEST_F(SessionTest, RefusesASecondWorkWhileOneIsUnderWay)
{
    session.importCollection(files.request());
    session.open(project());
    ASSERT_EQ(failed.count(), 1);
    EXPECT_TRUE(failed.at(0).at(0).toString().startsWith(QStringLiteral("Importing")));
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(SessionTest, WhoHearsOfAFailureMayStartAnew)
{
    files.imported();
    QObject::connect(&session, &Session::failed, &session, [this] { session.open(project()); });
    session.open(text(files.folder()));
    EXPECT_TRUE(waitUntil([&] { return changed.count() == 1; }));
    EXPECT_EQ(failed.count(), 1);
}

TEST_F(SessionTest, SelectsNamesAndDeletesRuns)
{
    const auto made = files.extracted();
    core::trainRun(made, SmallCollection::quick("first"));
    core::trainRun(made, SmallCollection::quick("second"));
    open();
    ASSERT_TRUE(waitForRun("second")); // the newest
    session.selectRun(QStringLiteral("first"));
    ASSERT_TRUE(waitForRun("first"));

    const core::SenseId sense{core::Polarity::Popular, 1};
    const auto name = [&] { return core::Catalogue::open(made.folder).senseName("first", "+2"); };
    session.nameSense(QStringLiteral("first"), sense, QStringLiteral("Sunsets"));
    EXPECT_TRUE(waitUntil([&] { return name() == "Sunsets"; }));
    session.nameSense(QStringLiteral("first"), sense, {}); // what undo does
    EXPECT_TRUE(waitUntil([&] { return name().empty(); }));

    session.deleteRun(QStringLiteral("first"));
    EXPECT_TRUE(waitUntil([&] { return session.runs().size() == 1; }));
    EXPECT_EQ(core::listRuns(made).size(), 1U);
    EXPECT_TRUE(waitForRun("second"));
    EXPECT_EQ(failed.count(), 0);
    session.selectRun(QStringLiteral("first"));
    EXPECT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_EQ(session.currentRun()->info.name, "second");
}

TEST_F(SessionTest, TheLastOfManyNamesIsTheOneThatStays)
{
    const auto made = files.extracted();
    core::trainRun(made, SmallCollection::quick("run"));
    {
        Session brief;
        const QSignalSpy opened(&brief, &Session::projectChanged);
        brief.open(project());
        ASSERT_TRUE(waitUntil([&] { return opened.count() == 1; }));
        for (int i = 0; i < 20; ++i)
            brief.nameSense(QStringLiteral("run"), {core::Polarity::Popular, 0},
                            QStringLiteral("Name %1").arg(i));
    } // gone before the names were stored
    EXPECT_EQ(core::Catalogue::open(made.folder).senseName("run", "+1"), "Name 19");
}

TEST_F(SessionTest, ARunOfTheProjectBeforeDoesNotArriveInTheNext)
{
    core::trainRun(files.extracted(), SmallCollection::quick("old"));
    auto request = files.request();
    request.project = files.folder() / "next.sensescope";
    core::importCollection(request);
    const QSignalSpy selected(&session, &Session::runSelected);
    // The run begins to load within projectChanged's event; the next project comes at once.
    open();
    session.open(text(request.project));
    ASSERT_TRUE(waitForIdle());
    const auto told = selected.count();
    session.selectRun(QStringLiteral("old")); // is none of this project's
    ASSERT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_EQ(selected.count(), told);
    EXPECT_EQ(session.currentRun(), nullptr);
}

TEST_F(SessionTest, ClosingWhileARunLoadsLeavesNothingOpen)
{
    core::trainRun(files.extracted(), SmallCollection::quick("run"));
    const QSignalSpy selected(&session, &Session::runSelected);
    QObject::connect(
        &session, &Session::runsChanged, &session, [this] { session.close(); },
        Qt::QueuedConnection);
    session.open(project());
    ASSERT_TRUE(waitUntil([&] { return changed.count() == 1 && !session.project(); }));
    EXPECT_TRUE(waitUntil([&] { return session.findChildren<ui::Job*>().isEmpty(); }));
    EXPECT_EQ(session.currentRun(), nullptr);
    EXPECT_EQ(failed.count(), 0);
}

TEST_F(SessionTest, AFolderThatVanishedIsSaidAndNeverThrown)
{
    core::trainRun(files.extracted(), SmallCollection::quick("run"));
    open();
    ASSERT_TRUE(waitForRun("run"));
    std::filesystem::remove_all(files.request().project);
    session.deleteRun(QStringLiteral("run"));
    session.nameSense(QStringLiteral("run"), {}, QStringLiteral("Sunsets"));
    EXPECT_TRUE(waitUntil([&] { return failed.count() == 2; }));
    session.extractFeatures();
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(failed.count(), 3);
}

TEST_F(SessionTest, MayBeCancelledOrDestroyedWhileItWorks)
{
    QObject::connect(&session, &Session::jobStarted, &session, [](ui::Job& job) { job.cancel(); });
    session.openSample(samples::Collection::Emoji, text(files.folder() / "emoji.sensescope"));
    ASSERT_TRUE(waitForIdle());
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(failed.count(), 0);
    auto other = std::make_unique<Session>();
    other->importCollection(files.request());
    other.reset();
    runPostedEvents();
}

TEST_F(SessionTest, WithoutAProjectItDoesNothing)
{
    session.extractFeatures();
    session.selectRun(QStringLiteral("run"));
    session.deleteRun(QStringLiteral("run"));
    session.nameSense(QStringLiteral("run"), {}, {});
    EXPECT_FALSE(session.working());
    EXPECT_EQ(failed.count(), 0);
}

} // namespace
