#include "core/insight/assignment.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace core {
namespace {

double sumOf(const Matrix& gain, const std::vector<Eigen::Index>& columns)
{
    double sum = 0.0;
    for (std::size_t row = 0; row < columns.size(); ++row)
        sum += gain(static_cast<Eigen::Index>(row), columns[row]);
    return sum;
}

/// Every way to give columns to rows.
double bestOfAll(const Matrix& gain)
{
    std::vector<Eigen::Index> order(static_cast<std::size_t>(gain.cols()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    double best = -std::numeric_limits<double>::infinity();
    do {
        const std::vector<Eigen::Index> first(order.begin(), order.begin() + gain.rows());
        best = std::max(best, sumOf(gain, first));
    } while (std::ranges::next_permutation(order).found);
    return best;
}

TEST(BestAssignment, IsNotWhatEachRowLikesBest)
{
    Matrix gain(2, 2);
    gain << 9.0, 8.0, //
        8.0, 1.0;
    EXPECT_EQ(bestAssignment(gain), (std::vector<Eigen::Index>{1, 0}));
}

TEST(BestAssignment, HasTheHighestSumOfAllAssignments)
{
    Random random(5);
    for (Eigen::Index rows = 1; rows <= 5; ++rows) {
        for (Eigen::Index columns = rows; columns <= 6; ++columns) {
            for (int round = 0; round < 5; ++round) {
                Matrix gain(rows, columns);
                for (auto& value : gain.reshaped()) // many ties, some losses
                    value = static_cast<double>(random.below(7)) - 2.0;
                const auto found = bestAssignment(gain);
                EXPECT_EQ(std::set(found.begin(), found.end()).size(), found.size());
                EXPECT_DOUBLE_EQ(sumOf(gain, found), bestOfAll(gain)) << gain;
            }
        }
    }
}

TEST(BestAssignment, OfNoRowsIsEmptyAndOfMoreRowsThanColumnsIsRefused)
{
    EXPECT_TRUE(bestAssignment(Matrix(0, 3)).empty());
    EXPECT_THROW(bestAssignment(Matrix::Zero(3, 2)), std::invalid_argument);
    EXPECT_THROW(bestAssignment(Matrix::Constant(1, 1, std::nan(""))), std::invalid_argument);
}

} // namespace
} // namespace core
