#include "core/error.h"
#include "core/features/held_rows.h"
#include "core/insight/neighbours.h"
#include "tests/ranking/memory_rows.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

using testing::SizeIs;

constexpr std::size_t kColumns = 24;

/// The cosine of two rows less the mean, in double, one value after another.
double cosineOf(const MemoryRows& a, std::size_t i, const MemoryRows& b, std::size_t j,
                const VectorF& mean)
{
    double product = 0.0;
    double first = 0.0;
    double second = 0.0;
    for (std::size_t c = 0; c < kColumns; ++c) {
        const double off = mean[static_cast<Eigen::Index>(c)];
        const double x = a.value(i, c) - off;
        const double y = b.value(j, c) - off;
        product += x * y;
        first += x * x;
        second += y * y;
    }
    return product / std::sqrt(first * second);
}

VectorF someMean()
{
    VectorF mean(kColumns);
    for (Eigen::Index c = 0; c < mean.size(); ++c)
        mean[c] = 0.1F * static_cast<float>(c % 5);
    return mean;
}

TEST(NearestRows, AreThoseOfALoopOverAllPairs)
{
    Random random(5);
    const auto rows = randomRows(300, kColumns, random);
    const auto wanted = randomRows(7, kColumns, random);
    const auto mean = someMean();
    std::vector<std::size_t> among;
    for (std::size_t i = 0; i < rows.rows(); i += 2)
        among.push_back(i);

    const auto nearest = nearestRows(rows, {among, &wanted, &mean, 10});
    ASSERT_THAT(nearest, SizeIs(7));
    for (std::size_t w = 0; w < nearest.size(); ++w) {
        auto expected = among;
        std::ranges::sort(expected, [&](std::size_t a, std::size_t b) {
            return cosineOf(wanted, w, rows, a, mean) > cosineOf(wanted, w, rows, b, mean);
        });
        ASSERT_THAT(nearest[w], SizeIs(10));
        for (std::size_t k = 0; k < nearest[w].size(); ++k) {
            EXPECT_EQ(nearest[w][k].row, expected[k]);
            EXPECT_NEAR(nearest[w][k].similarity, cosineOf(wanted, w, rows, expected[k], mean),
                        1e-5);
        }
    }
}

TEST(NearestRows, OfARowOfTheirOwnIsThatRow)
{
    Random random(6);
    const auto rows = randomRows(40, kColumns, random);
    const auto all = rowNumbers(40);
    const auto mean = someMean();
    const auto nearest = nearestRows(rows, {all, &rows, &mean, 1});
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        EXPECT_EQ(nearest[i].front().row, i);
        EXPECT_NEAR(nearest[i].front().similarity, 1.0F, 1e-5F);
    }
}

TEST(NearestRows, OfTheMeanAreLikeNothing)
{
    Random random(7);
    const auto rows = randomRows(5, kColumns, random);
    HeldRows wanted(1, kColumns);
    const auto mean = someMean();
    std::vector<float> row(mean.begin(), mean.end());
    for (auto& value : row)
        value = static_cast<float>(Half(value));
    VectorF exact(kColumns);
    std::ranges::copy(row, exact.begin());
    wanted.setRow(0, row, 1.0F);
    const auto all = rowNumbers(5);
    const auto nearest = nearestRows(rows, {all, &wanted, &exact, 9});
    ASSERT_THAT(nearest.front(), SizeIs(5));
    for (const auto& neighbour : nearest.front())
        EXPECT_EQ(neighbour.similarity, 0.0F);
}

TEST(NearestRows, AreRefusedOfAnotherDimension)
{
    const MemoryRows rows(3, kColumns);
    const MemoryRows other(1, kColumns + 1);
    const MemoryRows none(0, kColumns);
    const auto all = rowNumbers(3);
    const auto mean = someMean();
    EXPECT_THROW(nearestRows(rows, {all, &other, &mean, 1}), std::invalid_argument);
    EXPECT_TRUE(nearestRows(rows, {all, &none, &mean, 1}).empty());
}

TEST(NearestRows, AreNotSoughtOfFeaturesBeyondFloat16)
{
    HeldRows rows(1, 2);
    EXPECT_THROW(rows.setRow(0, std::vector<float>{1.0F, 1e6F}, 1.0F), Error);
    EXPECT_EQ(rows.row(0)[0], Half(0)) << "nothing of it is left";
    rows.setRow(0, std::vector<float>{1.0F, 1e6F}, 1.0F / 64);
    EXPECT_NEAR(static_cast<float>(rows.row(0)[1]), 1e6F / 64, 8.0F);
}

} // namespace
} // namespace core
