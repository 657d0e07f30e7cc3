#include "core/catalogue/catalogue.h"
#include "core/random.h"
#include "tests/study/small_collection.h"
#include "tests/ui/window/open_window.h"
#include "ui/page_rail.h"

#include <QDeadlineTimer>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Closing the window at any moment of any work neither hangs nor crashes, and the project on the
// disk is whole afterwards. A hang is found by the time limit of the tests.

namespace ui {
namespace {

constexpr int kRounds = 12;
constexpr unsigned kLongestMs = 120;

class ClosingTest : public testing::Test {
protected:
    /// Lives for a moment of random length, at times none.
    void live(unsigned longest = kLongestMs)
    {
        const QDeadlineTimer end(static_cast<qint64>(random.below(longest)));
        while (!end.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    static void openIn(OpenWindow& at, const std::filesystem::path& project)
    {
        at.window.openPath(QString::fromStdString(project.string()));
        ASSERT_TRUE(OpenWindow::waitFor([&] { return at.bench.session.project().has_value(); }));
    }
    void expectWhole() const
    {
        const auto project = core::openProject(posts.request().project);
        EXPECT_EQ(project.collection->size(), 40U);
        EXPECT_THAT(core::Catalogue::open(project.folder).check(), testing::IsEmpty());
        for (const auto& run : core::listRuns(project))
            EXPECT_NO_THROW(core::loadRun(project, run.name)) << run.name;
    }

    SmallCollection posts{40};
    OwnSettings settings;
    core::Random random{2'015};
};

TEST_F(ClosingTest, DuringAnImportLeavesAllOrNothing)
{
    for (int round = 0; round < kRounds; ++round) {
        std::filesystem::remove_all(posts.request().project);
        {
            OpenWindow at;
            at.bench.session.importCollection(posts.request());
            live();
            at.window.close();
        }
        if (std::filesystem::exists(posts.request().project))
            expectWhole();
    }
}

TEST_F(ClosingTest, DuringAnExtractionLeavesTheProjectWhole)
{
    posts.imported();
    for (int round = 0; round < kRounds; ++round) {
        {
            OpenWindow at;
            openIn(at, posts.request().project);
            at.bench.session.extractFeatures();
            live();
            at.window.close();
        }
        expectWhole();
    }
}

TEST_F(ClosingTest, DuringATrainingLeavesTheProjectWhole)
{
    posts.extracted();
    for (int round = 0; round < kRounds; ++round) {
        {
            OpenWindow at;
            openIn(at, posts.request().project);
            auto request = SmallCollection::quick({});
            request.options.epochs = round % 2 == 0 ? 4 : 5'000;
            at.bench.training.trainAll({request, request});
            at.window.showPage(round % 3 == 0 ? Page::Senses : Page::Train);
            live();
            at.window.close();
        }
        expectWhole();
    }
}

TEST_F(ClosingTest, DuringMeansLeavesTheProjectWhole)
{
    posts.extracted();
    for (int round = 0; round < kRounds; ++round) {
        {
            OpenWindow at;
            openIn(at, posts.request().project);
            at.bench.inquiries.askMeans(core::EngagementChoice::Combined, 10);
            live(kLongestMs / 4);
            at.bench.inquiries.askMeans(core::EngagementChoice::Low, 10); // replaces the first
            live(kLongestMs / 4);
            at.window.close();
        }
        expectWhole();
    }
}

TEST_F(ClosingTest, CancellingAndBeginningAgainAtAnyMomentEndsWhereItShould)
{
    posts.extracted();
    OpenWindow at;
    openIn(at, posts.request().project);
    auto endless = SmallCollection::quick({});
    endless.options.epochs = 100'000;
    for (int round = 0; round < kRounds; ++round) {
        at.bench.training.train(endless);
        live(kLongestMs / 2);
        at.bench.training.stop();
    }
    ASSERT_TRUE(OpenWindow::waitFor([&] { return !at.bench.training.running(); }));
    expectWhole();
}

TEST_F(ClosingTest, AnotherProjectMayBeOpenedWhileOneTrains)
{
    posts.extracted();
    OpenWindow at;
    for (int round = 0; round < kRounds / 2; ++round) {
        openIn(at, posts.request().project);
        auto endless = SmallCollection::quick({});
        endless.options.epochs = 100'000;
        at.bench.training.train(endless);
        live(kLongestMs / 2);
        at.window.openPath(QString::fromStdString(posts.request().project.string()));
        ASSERT_TRUE(OpenWindow::waitFor([&] { return !at.bench.training.running(); }));
    }
    at.bench.session.close();
    expectWhole();
}

} // namespace
} // namespace ui
