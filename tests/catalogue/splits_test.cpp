#include "core/catalogue/splits.h"
#include "core/error.h"
#include "core/random.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Dates = std::vector<std::optional<std::int64_t>>;

constexpr auto kTrain = Split::Train;
constexpr auto kValidation = Split::Validation;
constexpr auto kTest = Split::Test;

std::array<std::size_t, 3> sizesOf(const Splits& splits)
{
    std::array<std::size_t, 3> sizes{};
    for (const auto& split : splits) {
        if (split)
            ++sizes.at(static_cast<std::size_t>(*split));
    }
    return sizes;
}

/// A few authors with very many images, many with a few, and some images without one.
std::vector<std::int32_t> longTailed(std::size_t images, std::uint64_t seed)
{
    Random random(seed);
    std::vector<std::int32_t> authors(images);
    for (auto& author : authors)
        author = static_cast<std::int32_t>(std::pow(200.0, random.uniform())) - 2;
    return authors;
}

Dates randomDates(std::size_t images, std::uint64_t seed)
{
    Random random(seed);
    Dates dates(images);
    for (auto& date : dates) {
        if (random.below(10) > 0)
            date = static_cast<std::int64_t>(random.below(images / 2)); // many alike
    }
    return dates;
}

std::string messageOf(const std::function<void()>& function)
{
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(AuthorSplit, HasNoAuthorOnTwoSides)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto authors = longTailed(300 + 10 * seed, seed);
        const auto splits = authorSplit(authors, seed);
        std::map<std::int32_t, std::set<Split>> sides;
        for (std::size_t i = 0; i < authors.size(); ++i) {
            ASSERT_TRUE(splits[i].has_value());
            if (authors[i] >= 0)
                sides[authors[i]].insert(*splits[i]);
        }
        for (const auto& [author, on] : sides)
            ASSERT_EQ(on.size(), 1U) << "author " << author << ", seed " << seed;
    }
}

TEST(AuthorSplit, ComesAsNearToTheSharesAsWholeImagesCanWhereAuthorsAreMany)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto sizes = sizesOf(authorSplit(longTailed(2000, seed), seed));
        EXPECT_NEAR(static_cast<double>(sizes[0]), 1400.0, 2.0) << "seed " << seed;
        EXPECT_NEAR(static_cast<double>(sizes[1]), 200.0, 2.0) << "seed " << seed;
        EXPECT_NEAR(static_cast<double>(sizes[2]), 400.0, 2.0) << "seed " << seed;
    }
}

TEST(AuthorSplit, FindsTheOneBestDealOfFewAuthors)
{
    const std::vector<std::int32_t> authors{0, 0, 0, 0, 0, 0, 0, 1, 1, 2};
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        EXPECT_THAT(sizesOf(authorSplit(authors, seed)), ElementsAre(7, 1, 2)) << "seed " << seed;
}

TEST(AuthorSplit, LeavesNoSideEmpty)
{
    const std::vector<std::int32_t> authors{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (const auto size : sizesOf(authorSplit(authors, seed)))
            EXPECT_GT(size, 0U) << "seed " << seed;
    }
}

TEST(AuthorSplit, FollowsItsSeedAlone)
{
    const auto authors = longTailed(500, 3);
    EXPECT_EQ(authorSplit(authors, 5), authorSplit(authors, 5));
    EXPECT_NE(authorSplit(authors, 5), authorSplit(authors, 6));
}

// A rule that deals the largest first would keep them in training for ever.
TEST(AuthorSplit, LetsTheLargestAuthorBeJudgedToo)
{
    std::vector<std::int32_t> authors(1000);
    for (std::size_t i = 0; i < authors.size(); ++i)
        authors[i] = i < 100 ? 0 : static_cast<std::int32_t>(i / 4);
    std::set<Split> seen;
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        seen.insert(authorSplit(authors, seed)[0].value());
    EXPECT_TRUE(seen.contains(kTrain));
    EXPECT_TRUE(seen.contains(kTest));
}

TEST(AuthorSplit, TakesImagesWithoutAnAuthorOneByOne)
{
    const std::vector<std::int32_t> authors(100, -1);
    EXPECT_THAT(sizesOf(authorSplit(authors, 1)), ElementsAre(70, 10, 20));
}

TEST(AuthorSplit, RefusesFewerThanThreeAuthors)
{
    const std::vector<std::int32_t> authors{0, 1, 0, 1};
    EXPECT_THAT(messageOf([&] { authorSplit(authors, 1); }), HasSubstr("at least three authors"));
    EXPECT_THAT(messageOf([&] { authorSplit({}, 1); }), HasSubstr("has 0"));
}

TEST(TimeSplit, TrainsOnThePastInAWorkedExample)
{
    // In order of time: 1 2 3 3 3 3 3 | 4 | 5 6.
    const Dates dates{3, 1, 5, 3, 3, 2, std::nullopt, 6, 3, 4, 3};
    EXPECT_THAT(timeSplit(dates), ElementsAre(kTrain, kTrain, kTest, kTrain, kTrain, kTrain,
                                              std::nullopt, kTest, kTrain, kValidation, kTrain));
}

TEST(TimeSplit, HasEveryTrainingDateBeforeEveryValidationDateBeforeEveryTestDate)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto dates = randomDates(20 + 10 * seed, seed);
        const auto splits = timeSplit(dates);
        std::array<std::int64_t, 3> first{};
        std::array<std::int64_t, 3> last{};
        first.fill(std::numeric_limits<std::int64_t>::max());
        last.fill(std::numeric_limits<std::int64_t>::min());
        for (std::size_t i = 0; i < dates.size(); ++i) {
            ASSERT_EQ(splits[i].has_value(), dates[i].has_value());
            if (!dates[i])
                continue;
            const auto side = static_cast<std::size_t>(*splits[i]);
            first.at(side) = std::min(first.at(side), *dates[i]);
            last.at(side) = std::max(last.at(side), *dates[i]);
        }
        ASSERT_LT(last[0], first[1]) << "seed " << seed; // equal moments stay together
        ASSERT_LT(last[1], first[2]) << "seed " << seed;
    }
}

TEST(TimeSplit, ComesAsNearToTheSharesAsEqualMomentsAllow)
{
    Dates dates;
    for (std::int64_t i = 0; i < 100; ++i)
        dates.emplace_back(1'000'000 - i);
    EXPECT_THAT(sizesOf(timeSplit(dates)), ElementsAre(70, 10, 20));
    // 75 alike at the beginning: 75 is nearer to 70 than 0 is.
    for (std::size_t i = 25; i < 100; ++i)
        dates[i] = 0;
    EXPECT_THAT(sizesOf(timeSplit(dates)), ElementsAre(75, 5, 20));
}

TEST(TimeSplit, CountsTheImagesWithoutADate)
{
    const Dates dates{1, std::nullopt, 2, 3, std::nullopt};
    EXPECT_EQ(leftOut(timeSplit(dates)), 2U);
}

TEST(TimeSplit, RefusesFewerThanThreeDates)
{
    EXPECT_THAT(messageOf([] { timeSplit(Dates{1, 1, 2, 2}); }), HasSubstr("has 2"));
    EXPECT_THAT(messageOf([] { timeSplit(Dates{1, 1}); }), HasSubstr("has 1"));
    EXPECT_THAT(messageOf([] { timeSplit(Dates{std::nullopt}); }), HasSubstr("has 0"));
    EXPECT_THAT(timeSplit(Dates{3, 1, 2}), ElementsAre(kTest, kTrain, kValidation));
}

TEST(SplitBy, SaysWhichColumnIsMissing)
{
    Collection collection;
    collection.ids = {"a", "b"};
    collection.authors = {-1, -1};
    collection.dates = {std::nullopt, std::nullopt};
    EXPECT_THAT(messageOf([&] { splitBy(SplitRule::Author, collection, 1); }),
                HasSubstr("--author COL"));
    EXPECT_THAT(messageOf([&] { splitBy(SplitRule::Time, collection, 1); }),
                HasSubstr("--date COL"));
    EXPECT_THAT(messageOf([&] { splitBy(SplitRule::Column, collection, 1); }),
                HasSubstr("--split COL"));
    EXPECT_EQ(leftOut(splitBy(SplitRule::Random, collection, 1)), 0U);
}

TEST(SplitBy, TakesTheTablesColumnAsItStands)
{
    Collection collection;
    collection.ids = {"a", "b", "c"};
    collection.tableSplit = {kTest, kTrain, kValidation};
    EXPECT_THAT(splitBy(SplitRule::Column, collection, 1), ElementsAre(kTest, kTrain, kValidation));
}

} // namespace
} // namespace core
