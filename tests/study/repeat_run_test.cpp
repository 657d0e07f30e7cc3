#include "core/features/feature_store.h"
#include "core/study/repeat_run.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void expectSame(const SenseModel& first, const SenseModel& second)
{
    EXPECT_EQ(first.popular, second.popular);
    EXPECT_EQ(first.unpopular, second.unpopular);
    EXPECT_EQ(first.mean, second.mean);
}

TEST(RepeatRun, GivesTheSameWeightsBitForBitWithEverySettingThatIsNotAsUsual)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto wish = SmallCollection::quick("first");
    wish.engagement = EngagementChoice::Low;
    wish.splitRule = SplitRule::Author;
    wish.splitSeed = 4;
    wish.target = Target::Author;
    wish.options.margin = Margin::Difference;
    wish.options.initialisation = Initialisation::Random;
    wish.options.learningRate = 0.7;
    wish.options.revive = true;
    wish.options.seed = 11;
    trainRun(project, wish);
    const auto original = loadRun(project, "first"); // as another day would find it
    const auto repetition = repeatRun(project, original, {.name = "again", .threads = 1});
    EXPECT_TRUE(repetition.repeats);
    EXPECT_THAT(repetition.differences, IsEmpty());
    expectSame(repetition.run.model, original.model);
    EXPECT_EQ(loadRun(project, "again").info.test.rho, original.info.test.rho);
}

TEST(RepeatRun, UsesWhatASearchFoundWithoutSearchingAgain)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto wish = SmallCollection::quick("searched");
    wish.options.searchSettings = true;
    const auto original = trainRun(project, wish);
    int searches = 0;
    RunObserver observer;
    observer.searching = [&](int, int) { ++searches; };
    const auto repetition = repeatRun(project, original, {}, {}, observer);
    EXPECT_EQ(searches, 0);
    EXPECT_TRUE(repetition.repeats);
    EXPECT_EQ(repetition.run.info.name, "run-2");
}

TEST(RepeatRun, StopsWhereTheOriginalWasStopped)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto wish = SmallCollection::quick("stopped");
    wish.options.epochs = 1000;
    std::stop_source stop;
    RunObserver observer;
    observer.epoch = [&](const EpochReport& report) {
        if (report.epoch == 3)
            stop.request_stop();
    };
    const auto original = trainRun(project, wish, stop.get_token(), observer);
    const auto repetition = repeatRun(project, original);
    EXPECT_EQ(repetition.run.epochs.size(), original.epochs.size());
    EXPECT_TRUE(repetition.repeats);
    EXPECT_THAT(repetition.differences, IsEmpty());
}

TEST(RepeatRun, SaysThatTheDataHaveChanged)
{
    const SmallCollection small;
    auto project = small.extracted();
    const auto original = trainRun(project, SmallCollection::quick("first"));
    // The same numbers, but for one image's.
    auto store = FeatureStore::open(project.featureFile("plain"));
    FeatureWriter writer(small.folder() / "changed.npy", store->rows(), store->columns());
    for (std::size_t i = 0; i < store->rows(); ++i) {
        std::vector<float> row(store->row(i), store->row(i) + store->columns());
        if (i == 7)
            row[0] += 1.0F;
        writer.setRow(i, row);
    }
    writer.finish();
    std::filesystem::rename(small.folder() / "changed.npy", project.featureFile("plain"));
    const auto repetition = repeatRun(project, original);
    ASSERT_EQ(repetition.differences.size(), 1U);
    EXPECT_THAT(repetition.differences[0], HasSubstr(original.info.dataFingerprint));
    EXPECT_THAT(repetition.differences[0], HasSubstr(repetition.run.info.dataFingerprint));
}

TEST(RepeatRun, NamesBothInstructionSetsWhereTheyDiffer)
{
    RunInfo original;
    original.instructionSet = "AVX3_ZEN4";
    RunInfo repeated;
    repeated.instructionSet = "NEON";
    EXPECT_THAT(differencesBetween(original, repeated),
                ElementsAre(testing::AllOf(HasSubstr("AVX3_ZEN4"), HasSubstr("NEON"))));
}

} // namespace
} // namespace core
