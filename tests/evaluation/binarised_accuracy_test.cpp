#include "core/evaluation/binarised_accuracy.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

TEST(BinarisedAccuracy, IsPerfectWhereAThresholdTellsTheClassesApart)
{
    // Ten images, of which the two most popular score above all others.
    const std::vector y{0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0};
    const std::vector scores{3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 5.0, 6.0};
    EXPECT_DOUBLE_EQ(popularityThreshold(scores, y).value(), 4.0);
    EXPECT_DOUBLE_EQ(binarisedAccuracy(scores, y, 4.0).value(), 1.0);
    EXPECT_DOUBLE_EQ(binarisedAccuracy(scores, y, 5.5).value(), 0.75) << "one of two is found";
    EXPECT_DOUBLE_EQ(binarisedAccuracy(scores, y, 7.0).value(), 0.5);
    EXPECT_DOUBLE_EQ(binarisedAccuracy(scores, y, 1.0).value(), 0.5);
}

TEST(BinarisedAccuracy, TheThresholdIsTheBestOfAll)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Random random(seed);
        std::vector<double> y;
        std::vector<double> scores;
        for (std::size_t i = 0; i < 20 + seed; ++i) {
            y.push_back(static_cast<double>(random.below(6 + 10 * seed)));
            scores.push_back(std::floor(0.1 * y.back() + 3.0 * random.normal()));
        }
        const auto threshold = popularityThreshold(scores, y, seed).value();
        const auto reached = binarisedAccuracy(scores, y, threshold, seed).value();
        for (int half = -30; half < 180; ++half)
            ASSERT_LE(binarisedAccuracy(scores, y, 0.5 * half, seed).value(), reached)
                << "seed " << seed << ", threshold " << 0.5 * half;
    }
}

TEST(BinarisedAccuracy, OfAScorerWithoutSkillIsAHalfOnOtherImages)
{
    Random random(7);
    std::vector<double> y(20000);
    std::iota(y.begin(), y.end(), 0.0);
    std::vector<double> scores(y.size());
    std::ranges::generate(scores, [&] { return random.normal(); });
    // Four standard errors of 8,000 images.
    EXPECT_NEAR(binarisedAccuracy(scores, y, 0.0).value(), 0.5, 0.023);
}

TEST(BinarisedAccuracy, DrawsNegativesFromAllTheOthersBySeed)
{
    // Scores that say who is a negative: over the seeds each of the eight is drawn a quarter.
    const std::vector y{8.0, 9.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0};
    std::vector<double> scores(10, 0.0);
    scores[0] = scores[1] = 1.0;
    scores[5] = 1.0; // wrong whenever drawn
    int wrong = 0;
    constexpr int kSeeds = 2000;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed)
        wrong += binarisedAccuracy(scores, y, 0.5, seed).value() < 1.0 ? 1 : 0;
    EXPECT_NEAR(static_cast<double>(wrong) / kSeeds, 0.25, 0.04);
    EXPECT_EQ(binarisedAccuracy(scores, y, 0.5, 3), binarisedAccuracy(scores, y, 0.5, 3));
}

TEST(BinarisedAccuracy, IsUndefinedWhereNothingIsMorePopular)
{
    const std::vector same{2.0, 2.0, 2.0};
    const std::vector scores{1.0, 2.0, 3.0};
    EXPECT_EQ(popularityThreshold(scores, same), std::nullopt);
    EXPECT_EQ(binarisedAccuracy(scores, same, 0.0), std::nullopt);
    EXPECT_EQ(popularityThreshold({}, {}), std::nullopt);
    EXPECT_EQ(popularityThreshold(std::vector{1.0}, std::vector{1.0}), std::nullopt);
    EXPECT_DOUBLE_EQ(binarisedAccuracy(std::vector{1.0, 2.0}, std::vector{1.0, 2.0}, 1.5).value(),
                     1.0);
}

TEST(BinarisedAccuracy, RejectsListsOfDifferentLengthAndWhatIsNotANumber)
{
    const std::vector one{1.0};
    const std::vector two{1.0, 2.0};
    const std::vector odd{1.0, std::nan("")};
    EXPECT_THROW(popularityThreshold(one, two), std::invalid_argument);
    EXPECT_THROW(popularityThreshold(odd, two), std::invalid_argument);
    EXPECT_THROW(binarisedAccuracy(two, odd, 0.0), std::invalid_argument);
}

} // namespace
} // namespace core
