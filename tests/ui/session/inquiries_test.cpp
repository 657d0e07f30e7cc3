#include "tests/study/small_collection.h"
#include "tests/ui/patience.h"
#include "ui/jobs/job.h"
#include "ui/session/inquiries.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <gtest/gtest.h>

#include <memory>

namespace {

using ui::Inquiries;

class InquiriesTest : public testing::Test {
protected:
    InquiriesTest() { asked->setProject(project); }
    static bool heard(const QSignalSpy& spy)
    {
        return waitUntil([&spy] { return spy.count() > 0; });
    }
    bool waitForSilence() const
    {
        return waitUntil([this] { return asked->findChildren<ui::Job*>().isEmpty(); });
    }

    SmallCollection files;
    core::Project project = files.extracted();
    std::unique_ptr<Inquiries> asked = std::make_unique<Inquiries>();
    QSignalSpy failed{asked.get(), &Inquiries::failed};
};

TEST_F(InquiriesTest, AnswersTheNewestQuestionOfAKindAlone)
{
    const QSignalSpy images(asked.get(), &Inquiries::images);
    const QSignalSpy statistics(asked.get(), &Inquiries::statistics);
    asked->askStatistics(); // another kind: is answered too
    for (int i = 0; i < 30; ++i)
        asked->askImages({.query = i % 2 == 0 ? "" : "sunset", .sortBy = {}});
    ASSERT_TRUE(waitForSilence());
    ASSERT_EQ(images.count(), 1);
    EXPECT_EQ(images.at(0).at(0).value<std::vector<core::ImageKey>>().size(), 40U);
    EXPECT_EQ(statistics.count(), 1);
}

TEST_F(InquiriesTest, AQuestionThatCannotBeAnsweredIsSaid)
{
    const QSignalSpy refused(asked.get(), &Inquiries::imagesFailed);
    asked->askImages({.query = "views >", .sortBy = {}});
    EXPECT_TRUE(heard(refused));
    const QSignalSpy noRun(asked.get(), &Inquiries::sensesFailed);
    asked->askSenses(QStringLiteral("no run"), {});
    EXPECT_TRUE(heard(noRun));
    // A file is no folder.
    asked->askContactSheet({0, 1}, QString::fromStdString((files.table() / "sheet.png").string()));
    EXPECT_TRUE(heard(failed));
}

TEST_F(InquiriesTest, WhatWasAskedOfTheProjectBeforeStaysUnanswered)
{
    const QSignalSpy images(asked.get(), &Inquiries::images);
    const QSignalSpy means(asked.get(), &Inquiries::means);
    asked->askImages({});
    asked->askMeans(core::EngagementChoice::Combined, 20);
    asked->setProject(project);
    ASSERT_TRUE(waitForSilence());
    EXPECT_EQ(images.count(), 0);
    EXPECT_EQ(means.count(), 0);
    asked->askImages({});
    EXPECT_TRUE(heard(images));
}

TEST_F(InquiriesTest, MayBeDestroyedWhileItAnswers)
{
    const QSignalSpy images(asked.get(), &Inquiries::images);
    for (int i = 0; i < 10; ++i) {
        asked->askImages({});
        asked->askMeans(core::EngagementChoice::Low, 40);
    }
    asked.reset();
    runPostedEvents();
    EXPECT_EQ(images.count(), 0);
}

TEST_F(InquiriesTest, TellsAllOfOneImage)
{
    const auto run = std::make_shared<const core::LoadedRun>(
        core::trainRun(project, SmallCollection::quick("run")));
    asked->setRun(run);
    const QSignalSpy picture(asked.get(), &Inquiries::picture);
    const QSignalSpy texts(asked.get(), &Inquiries::texts);
    const QSignalSpy score(asked.get(), &Inquiries::score);
    const QSignalSpy similar(asked.get(), &Inquiries::similar);
    asked->askDetails(2);
    ASSERT_TRUE(heard(picture) && heard(texts) && heard(score) && heard(similar));
    EXPECT_EQ(similar.at(0).at(1).value<std::vector<core::SimilarImage>>().size(), 8U);
    EXPECT_EQ(picture.at(0).at(0).toLongLong(), 2);
    EXPECT_EQ(picture.at(0).at(1).value<QImage>().size(), QSize(24, 16));
    EXPECT_EQ(texts.at(0).at(1).value<std::vector<std::string>>().front(), "sunset beach number 2");
    EXPECT_TRUE(score.at(0).at(2).value<std::optional<core::ImageScore>>().has_value());

    const QSignalSpy broken(asked.get(), &Inquiries::pictureFailed);
    std::ofstream(files.picture(3)) << "no picture";
    asked->askDetails(3);
    EXPECT_TRUE(heard(broken));
    asked->askDetails(-1);
    asked->askDetails(1'000);
}

TEST_F(InquiriesTest, AnswersEveryKindOfQuestion)
{
    core::trainRun(project, SmallCollection::quick("a"));
    core::trainRun(project, SmallCollection::quick("b"));
    const auto a = QStringLiteral("a");
    const auto b = QStringLiteral("b");
    const QSignalSpy histogram(asked.get(), &Inquiries::histogram);
    const QSignalSpy senses(asked.get(), &Inquiries::senses);
    const QSignalSpy senseMeans(asked.get(), &Inquiries::senseMeans);
    const QSignalSpy comparison(asked.get(), &Inquiries::comparison);
    const QSignalSpy predictions(asked.get(), &Inquiries::predictions);
    const QSignalSpy written(asked.get(), &Inquiries::written);
    asked->askHistogram(core::EngagementChoice::High);
    asked->askSenses(a, {});
    asked->askSenseMeans(a, core::Split::Test, 5);
    asked->askComparison(a, b);
    asked->askPredictions(b);
    const auto sheet = QString::fromStdString((files.folder() / "sheet.png").string());
    asked->askContactSheet({0, 1, 2}, sheet);
    for (const auto* spy : {&histogram, &senses, &senseMeans, &comparison, &predictions, &written})
        EXPECT_TRUE(heard(*spy)) << spy->signal().toStdString();
    EXPECT_EQ(senses.at(0).at(0).value<core::Senses>().senses.size(), 4U);
    EXPECT_TRUE(QFileInfo::exists(sheet));
    EXPECT_EQ(failed.count(), 0);
}

TEST_F(InquiriesTest, WeighsSensesWithAndWithoutOtherTrainings)
{
    core::trainRun(project, SmallCollection::quick("a"));
    const QSignalSpy trust(asked.get(), &Inquiries::trust);
    asked->askTrust(QStringLiteral("a"), core::Split::Test, 0);
    ASSERT_TRUE(heard(trust));
    const auto weighed = trust.at(0).at(1).value<std::vector<core::SenseTrust>>();
    ASSERT_EQ(weighed.size(), 4U);
    EXPECT_FALSE(weighed.front().stability.has_value());
    asked->askTrust(QStringLiteral("a"), core::Split::Test, 1);
    ASSERT_TRUE(waitUntil([&trust] { return trust.count() > 1; }));
    const auto measured = trust.at(1).at(1).value<std::vector<core::SenseTrust>>();
    EXPECT_TRUE(measured.front().stability.has_value());
}

TEST_F(InquiriesTest, SaysThatAQuestionWasCancelled)
{
    core::trainRun(project, SmallCollection::quick("a"));
    QObject::connect(asked.get(), &Inquiries::jobStarted, asked.get(),
                     [](ui::Job& job) { job.cancel(); });
    const QSignalSpy trust(asked.get(), &Inquiries::trust);
    const QSignalSpy refused(asked.get(), &Inquiries::trustFailed);
    asked->askTrust(QStringLiteral("a"), core::Split::Test, 100);
    ASSERT_TRUE(heard(refused));
    EXPECT_EQ(refused.at(0).at(0).toString().toStdString(),
              "This was cancelled before it was done.");
    EXPECT_EQ(trust.count(), 0);

    const QSignalSpy written(asked.get(), &Inquiries::written);
    const auto senses = core::browseSenses(project, core::loadRun(project, "a"));
    asked->askContactSheets(senses, QString::fromStdString((files.folder() / "sheets").string()));
    ASSERT_TRUE(waitForSilence());
    EXPECT_EQ(written.count(), 0);
    EXPECT_EQ(failed.count(), 0) << "a box says what the person did";
}

} // namespace
