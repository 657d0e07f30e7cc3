#include "core/random.h"
#include "core/ranking/spearman.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Many ties, both signs, both zeros, widely different sizes, and crowds between outliers.
std::vector<double> mixedValues(std::size_t n, Random& random)
{
    std::vector<double> values(n);
    for (auto& value : values) {
        switch (random.below(5)) {
        case 0:
            value = static_cast<double>(random.below(4)) - 1.0;
            break;
        case 1:
            value = random.normal() * std::pow(10.0, random.uniform() * 40.0 - 20.0);
            break;
        case 2:
            value = 1.0 + 1e-15 * static_cast<double>(random.below(9));
            break;
        case 3:
            value = random.below(2) == 0 ? -0.0 : 0.0;
            break;
        default:
            value = random.below(2) == 0 ? -kInfinity : std::log(random.uniform() + 1e-300);
        }
    }
    return values;
}

Vector ranksByCounting(const std::vector<double>& values)
{
    Vector ranks(static_cast<Eigen::Index>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto less = std::ranges::count_if(values, [&](double v) { return v < values[i]; });
        const auto equal = std::ranges::count(values, values[i]);
        ranks[static_cast<Eigen::Index>(i)] =
            static_cast<double>(less) + 0.5 * static_cast<double>(equal + 1);
    }
    return ranks;
}

TEST(AverageRanks, TiesShareTheMeanOfTheRanksTheySpan)
{
    EXPECT_EQ(averageRanks(std::vector{3.0, 1.0, 3.0, -2.0}), Vector({{3.5, 2.0, 3.5, 1.0}}));
}

TEST(AverageRanks, AgreeWithCountingOnRandomLists)
{
    Random random(7);
    for (std::size_t n = 1; n < 250; ++n) {
        const auto values = mixedValues(n, random);
        ASSERT_EQ(averageRanks(values), ranksByCounting(values)) << "n = " << n;
    }
}

TEST(AverageRanks, NothingHasNoRanks)
{
    EXPECT_EQ(averageRanks({}).size(), 0);
}

TEST(AverageRanks, RejectsWhatIsNotANumber)
{
    EXPECT_THROW(averageRanks(std::vector{1.0, std::nan("")}), std::invalid_argument);
}

TEST(Spearman, MatchesAWorkedExample)
{
    // d = {0, 1, 1, 1, 1}: rho = 1 - 6 * 4 / (5 * 24)
    EXPECT_NEAR(
        spearmanRho(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, std::vector{1.0, 3.0, 2.0, 5.0, 4.0})
            .value(),
        0.8, 1e-12);
}

TEST(Spearman, CorrectsForTiesAsSciPyDoes)
{
    // scipy.stats.spearmanr([1, 2, 2, 3, 5, 5], [0, 0, 1, 4, 3, 3])
    EXPECT_NEAR(spearmanRho(std::vector{1.0, 2.0, 2.0, 3.0, 5.0, 5.0},
                            std::vector{0.0, 0.0, 1.0, 4.0, 3.0, 3.0})
                    .value(),
                0.7727272727272726, 1e-12);
}

TEST(Spearman, SeesOnlyTheOrder)
{
    Random random(3);
    std::vector<double> x(500);
    std::vector<double> y(500);
    std::ranges::generate(x, [&] { return random.normal(); });
    std::ranges::generate(y, [&] { return random.normal(); });
    auto stretched = x;
    for (auto& value : stretched)
        value = std::exp(3.0 * value) - 5.0;
    EXPECT_EQ(spearmanRho(x, y), spearmanRho(stretched, y));
}

TEST(Spearman, LongListsAgreeWithShortOnesRepeated)
{
    // Each value m times: the ranks stretch by m, and their correlation stays.
    const std::vector<double> x{0.5, -1.0, 3.0, 2.0, 2.0, 7.0};
    const std::vector<double> y{1.0, 0.0, 2.0, 0.0, 5.0, 5.0};
    std::vector<double> longX;
    std::vector<double> longY;
    for (int repeat = 0; repeat < 20000; ++repeat) {
        longX.insert(longX.end(), x.begin(), x.end());
        longY.insert(longY.end(), y.begin(), y.end());
    }
    EXPECT_NEAR(spearmanRho(longX, longY).value(), spearmanRho(x, y).value(), 1e-9);
    longY.back() = std::nan("");
    EXPECT_THROW(spearmanRho(longX, longY), std::invalid_argument) << "also on another thread";
}

TEST(Spearman, IsUndefinedWhenAListOrdersNothing)
{
    EXPECT_EQ(spearmanRho(std::vector{1.0, 1.0}, std::vector{1.0, 2.0}), std::nullopt);
    EXPECT_EQ(spearmanRho(std::vector{1.0}, std::vector{1.0}), std::nullopt);
    EXPECT_EQ(spearmanRho({}, {}), std::nullopt);
}

TEST(Spearman, RejectsListsOfDifferentLength)
{
    EXPECT_THROW(spearmanRho(std::vector{1.0, 2.0}, std::vector{1.0}), std::invalid_argument);
}

} // namespace
} // namespace core
