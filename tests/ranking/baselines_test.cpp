#include "core/random.h"
#include "core/ranking/baselines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace core {
namespace {

using Dates = std::vector<std::optional<std::int64_t>>;

TEST(AuthorBaseline, IsTheMeanOfTheAuthorsTrainingImages)
{
    const std::vector<std::int32_t> known{3, 5, 3, -1};
    const std::vector y{1.0, 4.0, 2.0, 9.0};
    const std::vector<std::int32_t> wanted{5, 3, 7, -1};
    // An author without training images, and no author at all, get the mean of all four.
    EXPECT_EQ(predictByAuthor(known, y, wanted), (std::vector{4.0, 1.5, 4.0, 4.0}));
    EXPECT_TRUE(predictByAuthor(known, y, {}).empty());
}

TEST(TimeBaseline, IsTheMeanOfTheNearestTrainingImages)
{
    // Four dated images: the two nearest count. The undated one counts for those without a date.
    const Dates known{40, 10, std::nullopt, 20, 30};
    const std::vector y{4.0, 1.0, 100.0, 2.0, 3.0};
    const Dates wanted{-1000, 14, 31, 500, std::nullopt};
    EXPECT_EQ(predictByTime(known, y, wanted), (std::vector{1.5, 1.5, 3.5, 3.5, 22.0}));
}

TEST(TimeBaseline, CountsAllThatAreEquallyFar)
{
    const Dates known{10, 10, 10, 10, 30};
    const std::vector y{1.0, 2.0, 3.0, 6.0, 50.0};
    EXPECT_EQ(predictByTime(known, y, Dates{10, 12, 20}), (std::vector{3.0, 3.0, 12.4}));
}

/// By sorting all distances.
double byDefinition(const Dates& known, const std::vector<double>& y, std::int64_t moment)
{
    std::vector<std::int64_t> distances;
    for (const auto& date : known)
        if (date)
            distances.push_back(std::abs(*date - moment));
    auto sorted = distances;
    std::ranges::sort(sorted);
    const auto k =
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(sorted.size()))));
    double sum = 0.0;
    double images = 0.0;
    for (std::size_t i = 0, dated = 0; i < known.size(); ++i) {
        if (!known[i] || distances[dated++] > sorted[k - 1])
            continue;
        sum += y[i];
        images += 1.0;
    }
    return sum / images;
}

TEST(TimeBaseline, AgreesWithItsDefinitionOnRandomDates)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed);
        Dates known;
        std::vector<double> y;
        for (std::size_t i = 0; i < 1 + seed; ++i) {
            const bool dated = i == 0 || random.below(5) != 0;
            known.push_back(dated ? std::optional(static_cast<std::int64_t>(random.below(2 + seed)))
                                  : std::nullopt);
            y.push_back(random.normal());
        }
        const auto moment = static_cast<std::int64_t>(random.below(3 + seed)) - 1;
        ASSERT_NEAR(predictByTime(known, y, Dates{moment}).front(), byDefinition(known, y, moment),
                    1e-10)
            << "seed " << seed;
    }
}

TEST(TimeBaseline, WithoutADatePredictsTheMean)
{
    EXPECT_EQ(predictByTime(Dates{std::nullopt, std::nullopt}, std::vector{1.0, 2.0}, Dates{7}),
              std::vector{1.5});
}

TEST(Baselines, RejectListsOfDifferentLengthAndNoTrainingImages)
{
    const std::vector y{1.0};
    EXPECT_THROW(predictByAuthor({}, y, {}), std::invalid_argument);
    EXPECT_THROW(predictByAuthor({}, {}, {}), std::invalid_argument);
    EXPECT_THROW(predictByTime({}, y, {}), std::invalid_argument);
    EXPECT_THROW(predictByTime({}, {}, {}), std::invalid_argument);
}

} // namespace
} // namespace core
