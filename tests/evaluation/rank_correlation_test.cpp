#include "core/evaluation/evaluation.h"
#include "core/evaluation/head_ranking.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

std::vector<double> gaussian(std::size_t n, Random& random)
{
    std::vector<double> values(n);
    std::ranges::generate(values, [&] { return random.normal(); });
    return values;
}

/// 65% zeros, 17% ones, the rest without ties, as in MBI-1M, in random order.
std::vector<double> countsOfManyZeros(std::size_t n, Random& random)
{
    std::vector<double> counts(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(n);
        counts[i] = share < 0.65 ? 0.0 : share < 0.82 ? 1.0 : static_cast<double>(2 + i);
    }
    random.shuffle(std::span(counts));
    return counts;
}

TEST(Equation6, GivesAScorerWithoutSkillFourteenHundredthsOnManyZeros)
{
    Random random(14);
    const auto counts = countsOfManyZeros(2000, random);
    const double null = equation6Null(counts).value();
    EXPECT_NEAR(null, 0.14, 0.001);
    double rho = 0.0;
    double equation6 = 0.0;
    for (int i = 0; i < 200; ++i) {
        const auto scores = gaussian(counts.size(), random);
        rho += spearmanRho(scores, counts).value() / 200.0;
        equation6 += equation6Rho(scores, counts).value() / 200.0;
    }
    EXPECT_NEAR(rho, 0.0, 0.006); // four standard errors
    EXPECT_NEAR(equation6, null, 0.006);
}

TEST(Equation6, IsRhoWhereNothingTies)
{
    Random random(2);
    const auto x = gaussian(400, random);
    const auto y = gaussian(400, random);
    EXPECT_NEAR(equation6Rho(x, y).value(), spearmanRho(x, y).value(), 1e-12);
    EXPECT_EQ(equation6Null(y), 0.0);
    EXPECT_EQ(rhoCeiling(y), 1.0);
}

TEST(RhoCeiling, IsWhatAPerfectScorerWithoutTiesReaches)
{
    Random random(2);
    const auto counts = countsOfManyZeros(1000, random);
    auto perfect = counts;
    for (auto& score : perfect)
        score += 0.5 * random.uniform();
    EXPECT_NEAR(spearmanRho(perfect, counts).value(), rhoCeiling(counts).value(), 1e-12);
    EXPECT_LT(rhoCeiling(counts).value(), 0.86);
}

TEST(RankCorrelations, AreUndefinedOnLessThanTwoItems)
{
    const std::vector one{1.0};
    EXPECT_EQ(equation6Rho(one, one), std::nullopt);
    EXPECT_EQ(equation6Null(one), std::nullopt);
    EXPECT_EQ(rhoCeiling({}), std::nullopt);
    EXPECT_EQ(kendallTauB(one, one), std::nullopt);
    EXPECT_EQ(kendallTauB(std::vector{1.0, 1.0}, std::vector{1.0, 2.0}), std::nullopt);
}

TEST(RankCorrelations, RejectListsOfDifferentLengthAndWhatIsNotANumber)
{
    const std::vector one{1.0};
    const std::vector two{1.0, 2.0};
    const std::vector odd{1.0, std::nan("")};
    EXPECT_THROW(equation6Rho(one, two), std::invalid_argument);
    EXPECT_THROW(kendallTauB(one, two), std::invalid_argument);
    EXPECT_THROW(equation6Rho(odd, two), std::invalid_argument);
    EXPECT_THROW(kendallTauB(two, odd), std::invalid_argument);
    EXPECT_THROW(equation6Null(odd), std::invalid_argument);
}

TEST(Evaluation, GathersWhatEachFunctionSays)
{
    Random random(3);
    auto y = countsOfManyZeros(300, random);
    for (auto& count : y)
        count = std::log1p(count);
    const auto scores = gaussian(300, random);
    const auto evaluation = evaluate(scores, y, {}, {.resamples = 50});
    EXPECT_EQ(evaluation.images, 300U);
    EXPECT_EQ(evaluation.rho, spearmanRho(scores, y));
    EXPECT_EQ(evaluation.rhoEq6, equation6Rho(scores, y));
    EXPECT_EQ(evaluation.rhoEq6Null, equation6Null(y));
    EXPECT_EQ(evaluation.rhoCeiling, rhoCeiling(y));
    EXPECT_EQ(evaluation.kendallTauB, kendallTauB(scores, y));
    EXPECT_EQ(evaluation.auc, auc(scores, y));
    EXPECT_EQ(evaluation.ndcg, ndcg(scores, y));
    EXPECT_EQ(evaluation.precision1, headPrecision(scores, y, 0.01));
    EXPECT_EQ(evaluation.precision10, headPrecision(scores, y, 0.1));
    EXPECT_EQ(evaluation.orderedPairs, orderedPairs(scores, y));
    EXPECT_DOUBLE_EQ(evaluation.zeroShare, 0.65);
    EXPECT_LT(evaluation.rhoInterval.value().low, *evaluation.rho);
    EXPECT_GT(evaluation.rhoInterval.value().high, *evaluation.rho);
}

TEST(Evaluation, OfNothingIsUndefined)
{
    const auto evaluation = evaluate({}, {}, {});
    EXPECT_EQ(evaluation.images, 0U);
    EXPECT_EQ(evaluation.rho, std::nullopt);
    EXPECT_EQ(evaluation.rhoInterval, std::nullopt);
    EXPECT_EQ(evaluation.zeroShare, 0.0);
}

} // namespace
} // namespace core
