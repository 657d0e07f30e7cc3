#include "core/evaluation/head_ranking.h"
#include "core/evaluation/pair_counts.h"
#include "core/evaluation/rank_correlation.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

std::vector<double> drawn(std::size_t n, std::uint64_t levels, Random& random)
{
    std::vector<double> values(n);
    std::ranges::generate(values, [&] { return static_cast<double>(random.below(levels)); });
    return values;
}

/// Calls `use` with each way to take the k highest where ties leave a choice; says how many.
int forEachHead(const std::vector<double>& values, std::size_t k,
                const std::function<void(const std::vector<bool>&)>& use)
{
    auto sorted = values;
    std::ranges::sort(sorted, std::greater());
    const double border = sorted[k - 1];
    int heads = 0;
    for (unsigned mask = 0; mask < (1U << values.size()); ++mask) {
        std::vector<bool> head;
        bool fits = true;
        for (std::size_t i = 0; i < values.size(); ++i) {
            head.push_back((mask >> i & 1U) != 0);
            fits &= values[i] == border || head[i] == (values[i] > border);
        }
        if (!fits || static_cast<std::size_t>(std::ranges::count(head, true)) != k)
            continue;
        use(head);
        ++heads;
    }
    return heads;
}

double aucByPairs(const std::vector<double>& scores, const std::vector<bool>& popular)
{
    double won = 0.0;
    double pairs = 0.0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (!popular[i] || popular[j])
                continue;
            pairs += 1.0;
            won += scores[i] > scores[j] ? 1.0 : scores[i] == scores[j] ? 0.5 : 0.0;
        }
    return won / pairs;
}

/// Which of the counts a pair adds to, from its two differences.
std::int64_t& placeIn(PairCounts& counts, double inX, double inY)
{
    if (inX == 0.0)
        return inY == 0.0 ? counts.tiedInBoth : counts.tiedInX;
    if (inY == 0.0)
        return counts.tiedInY;
    return inX * inY > 0.0 ? counts.concordant : counts.discordant;
}

PairCounts countedOneByOne(const std::vector<double>& x, const std::vector<double>& y)
{
    PairCounts counts;
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            ++placeIn(counts, x[i] - x[j], y[i] - y[j]);
    return counts;
}

TEST(PairCounts, AgreeWithLookingAtEachPair)
{
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        const auto x = drawn(1 + seed % 30, 1 + seed % 7, random);
        const auto y = drawn(x.size(), 1 + seed % 11, random);
        ASSERT_EQ(countPairs(x, y), countedOneByOne(x, y)) << "seed " << seed;
    }
}

TEST(OrderedPairs, MatchAWorkedExample)
{
    // Viable: (3, 1), (3, 2), (2, 1), each against both images of y = 1.
    const std::vector y{3.0, 2.0, 1.0, 1.0};
    EXPECT_DOUBLE_EQ(orderedPairs(std::vector{9.0, 8.0, 7.0, 6.0}, y).value(), 1.0);
    EXPECT_DOUBLE_EQ(orderedPairs(std::vector{5.0, 5.0, 5.0, 5.0}, y).value(), 0.5);
    EXPECT_DOUBLE_EQ(orderedPairs(std::vector{5.0, 6.0, 5.0, 1.0}, y).value(), 3.5 / 5.0);
    EXPECT_EQ(orderedPairs(y, std::vector{1.0, 1.0, 1.0, 1.0}), std::nullopt);
}

TEST(HeadSize, IsRoundedAndAtLeastOne)
{
    EXPECT_EQ(headSize(1000, 0.01), 10U);
    EXPECT_EQ(headSize(14, 0.1), 1U);
    EXPECT_EQ(headSize(15, 0.1), 2U);
    EXPECT_EQ(headSize(3, 0.01), 1U);
    EXPECT_EQ(headSize(3, 1.0), 3U);
    EXPECT_EQ(headSize(0, 0.5), 0U);
}

TEST(HeadMembership, IsSharedAmongThoseThatTieAtTheBorder)
{
    const std::vector values{1.0, 4.0, 2.0, 2.0, 2.0, 9.0};
    EXPECT_EQ(headMembership(values, 2), (std::vector{0.0, 1.0, 0.0, 0.0, 0.0, 1.0}));
    const double third = 1.0 / 3.0;
    EXPECT_EQ(headMembership(values, 3), (std::vector{0.0, 1.0, third, third, third, 1.0}));
    EXPECT_EQ(headMembership(values, 6), std::vector(6, 1.0));
    EXPECT_EQ(headMembership(values, 0), std::vector(6, 0.0));
}

TEST(Auc, IsTheMeanOverEveryWayToDrawTheTies)
{
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Random random(seed);
        const auto y = drawn(8 + seed % 4, 2 + seed % 3, random);
        const auto scores = drawn(y.size(), 5, random);
        if (std::ranges::count(y, y[0]) == std::ssize(y))
            continue;
        double sum = 0.0;
        const int heads = forEachHead(
            y, headSize(y.size(), kPopularShare),
            [&](const std::vector<bool>& popular) { sum += aucByPairs(scores, popular); });
        ASSERT_NEAR(auc(scores, y).value(), sum / heads, 1e-12) << "seed " << seed;
    }
}

TEST(HeadPrecision, IsTheMeanOverEveryWayToDrawTheTies)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Random random(seed);
        const auto y = drawn(9, 3, random);
        const auto scores = drawn(9, 4, random);
        if (std::ranges::count(y, y[0]) == 9)
            continue;
        double sum = 0.0;
        int draws = 0;
        forEachHead(y, 3, [&](const std::vector<bool>& popular) {
            draws += forEachHead(scores, 3, [&](const std::vector<bool>& chosen) {
                for (std::size_t i = 0; i < 9; ++i)
                    sum += popular[i] && chosen[i] ? 1.0 / 3.0 : 0.0;
            });
        });
        ASSERT_NEAR(headPrecision(scores, y, 1.0 / 3.0).value(), sum / draws, 1e-12)
            << "seed " << seed;
    }
}

TEST(Ndcg, MatchesAWorkedExample)
{
    const std::vector y{3.0, 0.0, 1.0};
    const double second = 1.0 / std::log2(3.0);
    const double ideal = 3.0 + second;
    EXPECT_NEAR(ndcg(std::vector{1.0, 3.0, 2.0}, y).value(), (second + 3.0 / 2.0) / ideal, 1e-12);
    // Tied scores share the three discounts.
    const double mean = (1.0 + second + 0.5) / 3.0;
    EXPECT_NEAR(ndcg(std::vector{7.0, 7.0, 7.0}, y).value(), 4.0 * mean / ideal, 1e-12);
}

TEST(HeadRanking, SeesOnlyTheOrderOfTheScores)
{
    Random random(3);
    const auto y = drawn(300, 40, random);
    const auto scores = drawn(300, 60, random);
    auto stretched = scores;
    for (auto& score : stretched)
        score = std::exp(0.1 * score) - 5.0;
    EXPECT_EQ(auc(scores, y), auc(stretched, y));
    EXPECT_EQ(ndcg(scores, y), ndcg(stretched, y));
    EXPECT_EQ(headPrecision(scores, y, 0.1), headPrecision(stretched, y, 0.1));
    EXPECT_EQ(orderedPairs(scores, y), orderedPairs(stretched, y));
}

TEST(HeadRanking, IsPerfectForTheTruthItself)
{
    Random random(4);
    std::vector<double> y(200);
    std::iota(y.begin(), y.end(), 0.0);
    random.shuffle(std::span(y));
    EXPECT_DOUBLE_EQ(auc(y, y).value(), 1.0);
    EXPECT_DOUBLE_EQ(ndcg(y, y).value(), 1.0);
    EXPECT_DOUBLE_EQ(headPrecision(y, y, 0.01).value(), 1.0);
    EXPECT_DOUBLE_EQ(orderedPairs(y, y).value(), 1.0);
    auto reversed = y;
    for (auto& score : reversed)
        score = -score;
    EXPECT_DOUBLE_EQ(auc(reversed, y).value(), 0.0);
    EXPECT_DOUBLE_EQ(headPrecision(reversed, y, 0.1).value(), 0.0);
    EXPECT_DOUBLE_EQ(orderedPairs(reversed, y).value(), 0.0);
}

TEST(HeadRanking, OfAConstantScorerIsChance)
{
    Random random(4);
    const auto y = drawn(200, 7, random);
    const std::vector same(200, 1.5);
    EXPECT_NEAR(auc(same, y).value(), 0.5, 1e-12);
    EXPECT_NEAR(headPrecision(same, y, 0.1).value(), 0.1, 1e-12);
    EXPECT_NEAR(headPrecision(same, y, 0.01).value(), 0.01, 1e-12);
}

TEST(HeadRanking, IsUndefinedWhereNothingIsMorePopular)
{
    const std::vector one{1.0};
    const std::vector same{2.0, 2.0, 2.0};
    const std::vector scores{1.0, 2.0, 3.0};
    for (const auto& [x, y] : {std::pair{one, one}, std::pair{scores, same}}) {
        EXPECT_EQ(auc(x, y), std::nullopt);
        EXPECT_EQ(headPrecision(x, y, 0.1), std::nullopt);
        EXPECT_EQ(orderedPairs(x, y), std::nullopt);
    }
    EXPECT_EQ(ndcg({}, {}), std::nullopt);
    EXPECT_EQ(ndcg(scores, std::vector{0.0, 0.0, 0.0}), std::nullopt);
    EXPECT_EQ(ndcg(scores, std::vector{0.0, -1.0, 5.0}), std::nullopt);
}

TEST(HeadRanking, RejectsListsOfDifferentLengthAndWhatIsNotANumber)
{
    const std::vector one{1.0};
    const std::vector two{1.0, 2.0};
    const std::vector odd{1.0, std::nan("")};
    EXPECT_THROW(auc(one, two), std::invalid_argument);
    EXPECT_THROW(auc(odd, two), std::invalid_argument);
    EXPECT_THROW(ndcg(one, two), std::invalid_argument);
    EXPECT_THROW(ndcg(two, odd), std::invalid_argument);
    EXPECT_THROW(headPrecision(one, two, 0.1), std::invalid_argument);
    EXPECT_THROW(headPrecision(two, two, 0.0), std::invalid_argument);
    EXPECT_THROW(headPrecision(two, odd, 0.1), std::invalid_argument);
    EXPECT_THROW(headMembership(two, 3), std::invalid_argument);
    EXPECT_THROW(countPairs(one, two), std::invalid_argument);
}

} // namespace
} // namespace core
