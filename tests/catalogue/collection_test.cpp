#include "core/catalogue/collection.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Collection twoImages()
{
    Collection collection;
    collection.ids = {"a", "b"};
    collection.paths = {"", ""};
    collection.measures = {
        {"views", Engagement::Low}, {"comments", Engagement::High}, {"likes", Engagement::Low}};
    collection.counts = {{10, 20}, {1, 2}, {5, 0}};
    return collection;
}

TEST(Collection, SumsTheMeasuresOfAnEngagementLevel)
{
    const auto collection = twoImages();
    EXPECT_THAT(collection.measuresOf(EngagementChoice::Low), ElementsAre(0, 2));
    EXPECT_THAT(collection.measuresOf(EngagementChoice::High), ElementsAre(1));
    EXPECT_THAT(collection.summedCounts(collection.measuresOf(EngagementChoice::Low)),
                ElementsAre(15, 20));
    EXPECT_THAT(collection.summedCounts(collection.measuresOf(EngagementChoice::Combined)),
                ElementsAre(16, 22));
}

TEST(Collection, SumsWithoutOverflow)
{
    auto collection = twoImages();
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    collection.counts[0][0] = kMost;
    EXPECT_THAT(collection.summedCounts({0, 1, 2}), ElementsAre(kMost, 22));
}

TEST(Collection, KnowsWhetherItHasPicturesAndLevels)
{
    auto collection = twoImages();
    EXPECT_FALSE(collection.hasPictures());
    collection.paths[1] = "b.png";
    EXPECT_TRUE(collection.hasPictures());
    EXPECT_TRUE(collection.hasMeasure(Engagement::High));
    collection.measures[1].engagement = Engagement::Low;
    EXPECT_FALSE(collection.hasMeasure(Engagement::High));
    EXPECT_THAT(collection.measuresOf(EngagementChoice::High), IsEmpty());
}

TEST(Popularity, IsTheLogarithmOfOneMore)
{
    EXPECT_THAT(popularity({0, 1, 99}), ElementsAre(0.0, std::log(2.0), std::log(100.0)));
    EXPECT_THROW(popularity({-1}), std::invalid_argument);
}

TEST(RandomSplit, HasSevenOneTwoTenths)
{
    for (const std::size_t n : {10U, 845U, 1000U}) {
        const auto split = randomSplit(n, 1);
        const auto count = [&](Split part) {
            return static_cast<double>(std::ranges::count(split, part));
        };
        EXPECT_NEAR(count(Split::Train), 0.7 * static_cast<double>(n), 1.0);
        EXPECT_NEAR(count(Split::Validation), 0.1 * static_cast<double>(n), 1.0);
        EXPECT_NEAR(count(Split::Test), 0.2 * static_cast<double>(n), 1.0);
    }
}

TEST(RandomSplit, IsThatOfItsSeed)
{
    EXPECT_EQ(randomSplit(500, 3), randomSplit(500, 3));
    EXPECT_NE(randomSplit(500, 3), randomSplit(500, 4));
}

TEST(RandomSplit, GivesEveryImageTheSameChance)
{
    constexpr int kSeeds = 2000;
    std::vector<int> tested(10, 0);
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const auto split = randomSplit(10, seed);
        for (std::size_t i = 0; i < split.size(); ++i)
            tested[i] += split[i] == Split::Test ? 1 : 0;
    }
    for (const int count : tested)
        EXPECT_NEAR(count, 0.2 * kSeeds, 5 * std::sqrt(kSeeds * 0.16)) << "five standard errors";
}

TEST(RandomSplit, TakesTinyCollections)
{
    EXPECT_THAT(randomSplit(0, 1), IsEmpty());
    EXPECT_EQ(randomSplit(1, 1).size(), 1U);
}

} // namespace
} // namespace core
