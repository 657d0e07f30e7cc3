#include "core/error.h"
#include "core/study/runs.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string messageOf(const std::function<void()>& function)
{
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(Runs, ComeBackAsTheyWereTrained)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const auto trained = trainRun(project, SmallCollection::quick("first"));
    const auto loaded = loadRun(project, "first");
    EXPECT_EQ(loaded.model.popular, trained.model.popular);
    EXPECT_EQ(loaded.model.unpopular, trained.model.unpopular);
    EXPECT_EQ(loaded.model.mean, trained.model.mean);
    EXPECT_EQ(loaded.epochs.size(), 4U);
    EXPECT_GE(loaded.snapshots.size(), 2U);
    EXPECT_EQ(loaded.info.request.options.margin, Margin::Soft);
    EXPECT_EQ(loaded.info.request.options.batch, 20);
    EXPECT_THAT(loaded.info.request.measures, ElementsAre("views", "comments"));
    EXPECT_EQ(loaded.info.request.splitSeed, 1U);
    EXPECT_FALSE(loaded.info.created.empty());
    EXPECT_FALSE(loaded.info.dataFingerprint.empty());
    EXPECT_EQ(loaded.info.test.rho, trained.info.test.rho);
}

TEST(Runs, LearnWhatIsPlain)
{
    const SmallCollection small;
    const auto run = trainRun(small.extracted(), SmallCollection::quick("first"));
    EXPECT_GT(run.info.test.rho.value(), 0.5);
    EXPECT_LE(run.info.test.rhoInterval.value().low, run.info.test.rho.value());
    EXPECT_GE(run.info.test.rhoInterval.value().high, run.info.test.rho.value());
    EXPECT_EQ(run.info.train.images + run.info.validation.images + run.info.test.images, 80U);
}

TEST(Runs, RepeatBitForBit)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const auto first = trainRun(project, SmallCollection::quick("first"));
    auto request = SmallCollection::quick("second");
    request.options.threads = 1;
    const auto second = trainRun(project, request);
    EXPECT_EQ(first.model.popular, second.model.popular);
    EXPECT_EQ(first.info.dataFingerprint, second.info.dataFingerprint);
}

TEST(Runs, AreListedOldestFirstAndDeleted)
{
    const SmallCollection small;
    const auto project = small.extracted();
    trainRun(project, SmallCollection::quick(""));
    trainRun(project, SmallCollection::quick(""));
    auto runs = listRuns(project);
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].name, "run-1");
    EXPECT_EQ(runs[1].name, "run-2");
    deleteRun(project, "run-1");
    EXPECT_EQ(listRuns(project).size(), 1U);
    EXPECT_THAT(messageOf([&] { loadRun(project, "run-1"); }), HasSubstr("run-2"));
}

TEST(Runs, RefuseANameThatIsTaken)
{
    const SmallCollection small;
    const auto project = small.extracted();
    trainRun(project, SmallCollection::quick("first"));
    EXPECT_THAT(messageOf([&] { trainRun(project, SmallCollection::quick("first")); }),
                HasSubstr("\"first\" already"));
}

TEST(Runs, SayWhatIsMissing)
{
    const SmallCollection small;
    const auto project = small.imported();
    EXPECT_THAT(messageOf([&] { trainRun(project, SmallCollection::quick("x")); }),
                HasSubstr("no features yet"));
}

TEST(Runs, SayThatALevelHasNoMeasure)
{
    const SmallCollection small;
    auto request = small.request();
    request.roles.high.clear();
    importCollection(request);
    extractFeatures(openProject(request.project), *makePlainDescriptor());
    auto wish = SmallCollection::quick("x");
    wish.engagement = EngagementChoice::High;
    EXPECT_THAT(messageOf([&] { trainRun(openProject(request.project), wish); }),
                HasSubstr("no measure of high engagement"));
}

TEST(Runs, KeepWhatWasLearnedBeforeAStop)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto request = SmallCollection::quick("stopped");
    request.options.epochs = 100'000;
    std::stop_source stop;
    RunObserver observer;
    observer.epoch = [&](const EpochReport& report) {
        if (report.epoch == 2)
            stop.request_stop();
    };
    const auto run = trainRun(project, request, stop.get_token(), observer);
    EXPECT_TRUE(run.info.stopped);
    EXPECT_TRUE(loadRun(project, "stopped").info.stopped);
    EXPECT_TRUE(run.info.test.rho.has_value());
}

TEST(Runs, SayWhatTheyAreJudgedOnAfterTheLastEpoch)
{
    const SmallCollection small;
    std::vector<std::string> told;
    RunObserver observer;
    observer.epoch = [&](const EpochReport&) { told.emplace_back("epoch"); };
    observer.judging = [&](const Progress& progress) {
        EXPECT_LE(progress.done, progress.total);
        if (told.empty() || told.back() != progress.stage)
            told.push_back(progress.stage);
    };
    trainRun(small.extracted(), SmallCollection::quick("first"), {}, observer);
    ASSERT_GE(told.size(), 4U);
    EXPECT_THAT(std::vector(told.end() - 3, told.end()),
                ElementsAre("Judging the run on training images",
                            "Judging the run on validation images",
                            "Judging the run on test images"));
}

TEST(Runs, AreNotStoredWhenStoppedBeforeTheFirstEpoch)
{
    const SmallCollection small;
    const auto project = small.extracted();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(trainRun(project, SmallCollection::quick("x"), stop.get_token()), Cancelled);
    EXPECT_TRUE(listRuns(project).empty());
}

TEST(Runs, AreNotStoredWhenStoppedDuringTheSearchForSettings)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto request = SmallCollection::quick("x");
    request.options.searchSettings = true;
    std::stop_source stop;
    RunObserver observer;
    observer.searching = [&](int done, int) {
        if (done == 2)
            stop.request_stop();
    };
    EXPECT_THROW(trainRun(project, request, stop.get_token(), observer), Cancelled);
    EXPECT_TRUE(listRuns(project).empty());
}

TEST(Runs, KeepWhatASearchTriedAndChose)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto request = SmallCollection::quick("searched");
    request.options.searchSettings = true;
    trainRun(project, request);
    const auto info = loadRun(project, "searched").info;
    ASSERT_EQ(info.search.size(), 8U);
    const auto best = std::ranges::max_element(info.search, {}, &SearchTrial::validationRho);
    EXPECT_EQ(info.request.options.learningRate, best->learningRate);
    EXPECT_EQ(info.request.options.regularisation, best->regularisation);
    EXPECT_EQ(info.validation.rho, best->validationRho);
}

TEST(Runs, EvaluateAgainToTheStoredFigures)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const auto run = trainRun(project, SmallCollection::quick("first"));
    const auto again = evaluateRun(project, run, Split::Validation);
    EXPECT_EQ(again.rho, run.info.validation.rho);
    EXPECT_EQ(again.rhoInterval.value().low, run.info.validation.rhoInterval.value().low);
}

TEST(CompareRuns, ARunDoesNotDifferFromItself)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const auto run = trainRun(project, SmallCollection::quick("first"));
    const auto comparison = compareRuns(project, run, run);
    EXPECT_DOUBLE_EQ(comparison.difference, 0.0);
    EXPECT_DOUBLE_EQ(comparison.interval.low, 0.0);
    EXPECT_DOUBLE_EQ(comparison.p, 1.0);
}

TEST(CompareRuns, RefusesRunsOfDifferentMeasuresOrSplits)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto request = SmallCollection::quick("low");
    request.engagement = EngagementChoice::Low;
    const auto low = trainRun(project, request);
    const auto combined = trainRun(project, SmallCollection::quick("combined"));
    request.name = "other split";
    request.splitSeed = 2;
    const auto other = trainRun(project, request);
    EXPECT_THAT(messageOf([&] { compareRuns(project, low, combined); }),
                HasSubstr("different measures"));
    EXPECT_THAT(messageOf([&] { compareRuns(project, low, other); }),
                HasSubstr("different splits"));
}

} // namespace
} // namespace core
