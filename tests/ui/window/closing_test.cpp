#include "core/catalogue/catalogue.h"
#include "core/random.h"
#include "tests/study/small_collection.h"
#include "tests/ui/widget_search.h"
#include "tests/ui/window/open_window.h"
#include "ui/page_rail.h"

#include <QDeadlineTimer>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
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

/// A training that does not end by itself, and the question that closing its window asks.
class ClosingQuestionTest : public ClosingTest {
protected:
    ClosingQuestionTest()
    {
        posts.extracted();
        openIn(at, posts.request().project);
        auto endless = SmallCollection::quick({});
        endless.options.epochs = 1'000'000;
        const QSignalSpy epochs(&at.bench.training, &TrainingSession::epochsFinished);
        at.bench.training.train(endless);
        if (!OpenWindow::waitFor([&] { return epochs.count() > 0; }))
            throw std::runtime_error("no epoch");
        at.window.close();
    }
    QMessageBox* question() const
    {
        auto* box = at.window.findChild<QMessageBox*>();
        return box != nullptr && box->isVisible() ? box : nullptr;
    }
    void answer(const char* text) const { reading<QPushButton>(*question(), text).click(); }
    std::size_t runs() const
    {
        return core::listRuns(core::openProject(posts.request().project)).size();
    }

    OpenWindow at;
};

TEST_F(ClosingQuestionTest, GoesOnWhereThePersonWants)
{
    ASSERT_NE(question(), nullptr);
    EXPECT_TRUE(at.window.isVisible());
    at.window.close(); // impatient
    EXPECT_EQ(at.window.findChildren<QMessageBox*>().size(), 1);
    answer("Go on training");
    EXPECT_TRUE(at.window.isVisible());
    EXPECT_TRUE(at.bench.training.running());
    EXPECT_TRUE(OpenWindow::waitFor([&] { return question() == nullptr; }));
}

TEST_F(ClosingQuestionTest, ClosesWhenTheRunIsKept)
{
    ASSERT_NE(question(), nullptr);
    answer("Stop and keep");
    ASSERT_TRUE(OpenWindow::waitFor([&] { return !at.window.isVisible(); }));
    EXPECT_EQ(runs(), 1U);
}

TEST_F(ClosingQuestionTest, KeepsTheRunOfAnImpatientPerson)
{
    ASSERT_NE(question(), nullptr);
    answer("Stop and keep");
    at.window.close();
    ASSERT_TRUE(OpenWindow::waitFor([&] { return !at.window.isVisible(); }));
    EXPECT_EQ(runs(), 1U);
}

TEST_F(ClosingQuestionTest, ClosesAtOnceWhereTheRunIsThrownAway)
{
    ASSERT_NE(question(), nullptr);
    answer("Throw away");
    EXPECT_FALSE(at.window.isVisible());
    EXPECT_EQ(runs(), 0U);
}

TEST_F(ClosingQuestionTest, IsAnsweredByATrainingThatEnds)
{
    ASSERT_NE(question(), nullptr);
    at.bench.training.stop();
    EXPECT_TRUE(OpenWindow::waitFor([&] { return !at.window.isVisible(); }));
    EXPECT_EQ(runs(), 1U);
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
