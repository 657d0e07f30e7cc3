#include "core/random.h"
#include "core/ranking/objective.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

struct Batch {
    std::vector<double> y;
    std::vector<float> popular;
    std::vector<float> unpopular;
};

/// Responses in steps of 1/256, so that float sums of hinges are exact.
Batch randomBatch(std::size_t size, Random& random)
{
    Batch batch;
    for (std::size_t i = 0; i < size; ++i) {
        batch.y.push_back(0.25 * static_cast<double>(random.below(12)));
        batch.popular.push_back(static_cast<float>(std::round(random.normal() * 256.0)) / 256.0F);
        batch.unpopular.push_back(static_cast<float>(std::round(random.normal() * 256.0)) / 256.0F);
    }
    std::ranges::sort(batch.y);
    return batch;
}

double marginOf(Margin margin, double alpha, double gap)
{
    switch (margin) {
    case Margin::Fixed:
        return 1.0;
    case Margin::Difference:
        return gap;
    case Margin::Soft:
        return std::max(alpha, gap);
    }
    return 0.0;
}

struct Expected {
    PairLosses losses;
    std::vector<double> popular;
    std::vector<double> unpopular;
};

/// Equation 4 pair by pair.
Expected pairLoop(const Batch& batch, Margin margin, double alpha)
{
    const std::size_t size = batch.y.size();
    Expected sums{{}, std::vector<double>(size), std::vector<double>(size)};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            if (!(batch.y[i] > batch.y[j]))
                continue;
            ++sums.losses.viable;
            const double delta = marginOf(margin, alpha, batch.y[i] - batch.y[j]);
            const double popular = delta - static_cast<double>(batch.popular[i])
                                   + static_cast<double>(batch.popular[j]);
            const double unpopular = delta - static_cast<double>(batch.unpopular[j])
                                     + static_cast<double>(batch.unpopular[i]);
            if (popular > 0.0) {
                sums.losses.popularSum += popular;
                sums.popular[i] -= 1.0;
                sums.popular[j] += 1.0;
            }
            if (unpopular > 0.0) {
                sums.losses.unpopularSum += unpopular;
                sums.unpopular[i] += 1.0;
                sums.unpopular[j] -= 1.0;
            }
        }
    }
    return sums;
}

constexpr std::array kMargins{Margin::Fixed, Margin::Difference, Margin::Soft};

TEST(PairObjective, MatchesAWorkedExample)
{
    // Two pairs and a tie: (2,0), (2,1), and 0 with 1 tie. Δ = max(1, 3) = 3.
    // Popular: 3 − 2 + 0 = 1 lost; 3 − 2 − 1.5 < 0 won.
    PairObjective objective(Margin::Soft, 1.0);
    std::vector<float> k(3);
    const std::vector<double> y{0.0, 0.0, 3.0};
    const std::vector<float> f{0.0F, -1.5F, 2.0F};
    const auto losses = objective.coefficients({y, f, {}}, k, {});
    EXPECT_EQ(losses.viable, 2U);
    EXPECT_EQ(losses.popularSum, 1.0);
    EXPECT_EQ(losses.unpopularSum, 0.0);
    EXPECT_EQ(k, (std::vector{1.0F, 0.0F, -1.0F}));
}

TEST(PairObjective, AgreesWithALoopOverPairs)
{
    Random random(11);
    for (std::size_t size = 1; size < 140; ++size) {
        const Batch batch = randomBatch(size, random);
        for (const Margin margin : kMargins) {
            const double alpha = 0.5 * static_cast<double>(1 + random.below(4));
            const auto expected = pairLoop(batch, margin, alpha);
            std::vector<float> popular(size);
            std::vector<float> unpopular(size);
            const auto losses =
                PairObjective(margin, alpha)
                    .coefficients({batch.y, batch.popular, batch.unpopular}, popular, unpopular);
            ASSERT_EQ(losses.viable, expected.losses.viable);
            ASSERT_NEAR(losses.popularSum, expected.losses.popularSum, 1e-2);
            ASSERT_NEAR(losses.unpopularSum, expected.losses.unpopularSum, 1e-2);
            ASSERT_TRUE(std::ranges::equal(popular, expected.popular)) << "size " << size;
            ASSERT_TRUE(std::ranges::equal(unpopular, expected.unpopular)) << "size " << size;
        }
    }
}

TEST(PairObjective, CoefficientsAreTheGradient)
{
    Random random(5);
    constexpr std::size_t kSize = 30;
    constexpr float kStep = 0x1p-16F;
    for (const Margin margin : kMargins) {
        Batch batch = randomBatch(kSize, random);
        // Off the grid of the margins, each by another amount: no hinge is nearer to its kink than
        // four steps, and all sums are exact.
        for (std::size_t i = 0; i < kSize; ++i)
            batch.popular[i] += static_cast<float>(i) * 4.0F * kStep;
        PairObjective objective(margin, 1.0);
        const auto lossAt = [&](std::size_t i, float step) {
            auto moved = batch.popular;
            moved[i] += step;
            std::vector<float> unused(kSize);
            return objective.coefficients({batch.y, moved, {}}, unused, {}).popularSum;
        };
        std::vector<float> k(kSize);
        objective.coefficients({batch.y, batch.popular, {}}, k, {});
        for (std::size_t i = 0; i < kSize; ++i)
            EXPECT_EQ(static_cast<double>(k[i]),
                      (lossAt(i, kStep) - lossAt(i, -kStep)) / (2.0 * static_cast<double>(kStep)));
    }
}

TEST(PairObjective, TheUnpopularHalfIsThePopularOneOnTheOppositeOrder)
{
    Random random(2);
    Batch batch = randomBatch(57, random);
    std::vector<float> reversed(batch.unpopular.rbegin(), batch.unpopular.rend());
    std::vector<double> opposite(batch.y.rbegin(), batch.y.rend());
    for (auto& y : opposite)
        y = -y;
    std::vector<float> popular(57);
    std::vector<float> unpopular(57);
    std::vector<float> mirrored(57);
    PairObjective objective(Margin::Soft, 1.0);
    const auto both =
        objective.coefficients({batch.y, batch.popular, batch.unpopular}, popular, unpopular);
    const auto one = objective.coefficients({opposite, reversed, {}}, mirrored, {});
    std::ranges::reverse(mirrored);
    EXPECT_EQ(unpopular, mirrored);
    EXPECT_NEAR(both.unpopularSum, one.popularSum, 1e-2);
}

TEST(PairObjective, TiesAreNotViable)
{
    std::vector<float> k(4);
    const std::vector<double> y(4, 1.0);
    const std::vector<float> f{1.0F, 2.0F, 3.0F, 4.0F};
    EXPECT_EQ(PairObjective(Margin::Fixed).coefficients({y, f, {}}, k, {}).viable, 0U);
    EXPECT_EQ(k, std::vector<float>(4));
}

TEST(PairObjective, RejectsYThatDoesNotAscendAndListsOfDifferentLength)
{
    std::vector<float> k(2);
    const std::vector<double> y{2.0, 1.0};
    const std::vector<double> ascending{1.0, 2.0};
    const std::vector<float> f{1.0F, 2.0F};
    const std::vector<float> one{1.0F};
    PairObjective objective(Margin::Fixed);
    EXPECT_THROW(objective.coefficients({y, f, {}}, k, {}), std::invalid_argument);
    EXPECT_THROW(objective.coefficients({ascending, one, {}}, k, {}), std::invalid_argument);
    EXPECT_THROW(objective.coefficients({ascending, f, f}, k, {}), std::invalid_argument);
}

} // namespace
} // namespace core
