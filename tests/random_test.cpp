#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {
namespace {

TEST(Random, GivesTheSameNumbersOnEveryMachine)
{
    Random random(42);
    // xoshiro256** after SplitMix64 of 42, by an independent calculation in Python.
    EXPECT_EQ(random.next(), 1546998764402558742U);
    EXPECT_EQ(random.next(), 6990951692964543102U);
    EXPECT_EQ(random.next(), 12544586762248559009U);
}

TEST(Random, DrawsEveryNumberBelowTheBoundEquallyOften)
{
    Random random(1);
    std::vector<int> times(7);
    for (int i = 0; i < 70'000; ++i)
        ++times.at(random.below(7));
    for (const int t : times)
        EXPECT_NEAR(t, 10'000, 400); // four standard deviations
}

TEST(Random, DrawsAGaussian)
{
    Random random(3);
    double sum = 0.0;
    double squares = 0.0;
    constexpr int kDraws = 100'000;
    for (int i = 0; i < kDraws; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / kDraws, 0.0, 0.015);
    EXPECT_NEAR(squares / kDraws, 1.0, 0.02);
}

TEST(RandomOrder, IsAPermutation)
{
    Random random(5);
    auto order = randomOrder(1000, random);
    EXPECT_FALSE(std::ranges::is_sorted(order));
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i)
        ASSERT_EQ(order[i], i);
    EXPECT_TRUE(randomOrder(0, random).empty());
}

} // namespace
} // namespace core
