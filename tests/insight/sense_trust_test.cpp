#include "core/insight/sense_trust.h"
#include "core/random.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

using testing::ElementsAre;

TEST(TypicalPercentile, IsTheMiddleOrTheMeanOfTheTwoMiddleOnes)
{
    EXPECT_EQ(typicalPercentile({30.0, 10.0, 20.0}), 20.0);
    EXPECT_EQ(typicalPercentile({40.0, 10.0, 20.0, 30.0}), 25.0);
    EXPECT_EQ(typicalPercentile({}), std::nullopt);
}

// Without ties the sample median's bootstrap distribution is known: an order statistic.
TEST(TypicalInterval, AgreesWithTheBinomialOfOrderStatistics)
{
    constexpr int kCount = 101;
    std::vector<double> values(kCount);
    for (int i = 0; i < kCount; ++i)
        values[static_cast<std::size_t>(i)] = i;
    Random random(3);
    random.shuffle(std::span(values));
    const auto interval = typicalInterval(values, {}, {.resamples = 4000});
    ASSERT_TRUE(interval);
    // P(median ≤ value k) = P(Binomial(n, (k + 1)/n) ≥ (n + 1)/2): normal within a percent here.
    const double half = 1.96 * std::sqrt(0.25 / kCount) * kCount;
    EXPECT_NEAR(interval->low, 50.0 - half, 1.5);
    EXPECT_NEAR(interval->high, 50.0 + half, 1.5);
}

TEST(TypicalInterval, DrawsAuthorsWhereTheyAreKnown)
{
    std::vector<double> values;
    std::vector<std::int32_t> authors;
    for (int i = 0; i < 60; ++i) {
        values.push_back(i < 30 ? 20.0 : 80.0);
        authors.push_back(i < 30 ? 0 : 1);
    }
    const auto one = typicalInterval(values, std::vector<std::int32_t>(60, 7), {.resamples = 50});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->low, one->high); // an author alone is drawn whole each time
    const auto two = typicalInterval(values, authors, {.resamples = 200});
    ASSERT_TRUE(two);
    EXPECT_EQ(two->low, 20.0);
    EXPECT_EQ(two->high, 80.0);
    EXPECT_EQ(typicalInterval({}, {}, {}), std::nullopt);
    EXPECT_THROW(typicalInterval(values, std::vector<std::int32_t>(3), {}), std::invalid_argument);
}

TEST(AuthorCount, CountsAnImageOfAnUnknownAuthorByItself)
{
    EXPECT_EQ(authorCount(std::vector<std::int32_t>{4, 4, -1, 2, -1, 4}), 4U);
    EXPECT_EQ(authorCount({}), 0U);
}

TEST(NearestSiblings, AreTheMostAlikeOfTheirPolarity)
{
    SenseModel model{.popular = MatrixF(3, 2), .unpopular = MatrixF(1, 2), .mean = VectorF(2)};
    model.popular << 1.0F, 0.0F, 0.0F, 2.0F, 3.0F, 3.0F;
    model.unpopular << 1.0F, 0.0F;
    const auto siblings = nearestSiblings(model);
    ASSERT_EQ(siblings.size(), 4U);
    EXPECT_EQ(siblings[0]->id.name(), "+3");
    EXPECT_NEAR(siblings[0]->cosine, std::sqrt(0.5), 1e-6);
    EXPECT_EQ(siblings[1]->id.name(), "+3");
    EXPECT_EQ(siblings[2]->id.name(), "+1"); // as like +2: the first
    EXPECT_EQ(siblings[3], std::nullopt);
}

TEST(NearestSiblings, OfASenseWithoutWeightsAreNone)
{
    SenseModel model{
        .popular = MatrixF::Zero(2, 2), .unpopular = MatrixF(0, 2), .mean = VectorF(2)};
    model.popular(1, 0) = 1.0F;
    EXPECT_THAT(nearestSiblings(model), ElementsAre(std::nullopt, std::nullopt));
}

TEST(FoundAgain, MatchesEachSenseWithOneOther)
{
    const TopSets senses{{1, 2, 3, 4}, {5, 6, 7, 8}};
    const TopSets others{{8, 7, 6, 5}, {3, 4, 9, 10}, {20}};
    EXPECT_THAT(foundAgain(senses, others), ElementsAre(2.0 / 6.0, 1.0));
}

TEST(FoundAgain, IsWholeAgainstItselfInAnyOrder)
{
    TopSets senses;
    for (std::size_t s = 0; s < 6; ++s)
        senses.push_back({s, s + 1, s + 2, 10 * s});
    auto shuffled = senses;
    std::ranges::reverse(shuffled);
    for (auto& set : shuffled)
        std::ranges::reverse(set);
    EXPECT_THAT(foundAgain(senses, shuffled), testing::Each(1.0));
}

TEST(FoundAgain, IsNothingWithoutAPartnerOrWithoutImages)
{
    EXPECT_THAT(foundAgain({{1}, {1, 2}}, {{1}}), ElementsAre(1.0, 0.0));
    EXPECT_THAT(foundAgain({{}, {1}}, {{}, {2}}), ElementsAre(0.0, 0.0));
    EXPECT_THAT(foundAgain({{1}}, {}), ElementsAre(0.0));
    EXPECT_TRUE(foundAgain({}, {{1}}).empty());
}

} // namespace
} // namespace core
