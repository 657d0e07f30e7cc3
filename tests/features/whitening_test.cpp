#include "core/error.h"
#include "core/features/whitening.h"
#include "core/random.h"

#include <Eigen/Eigenvalues>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace core {
namespace {

/// Rows whose column j spreads by 1 / (j + 1), turned by a random matrix.
MatrixF turnedRows(Eigen::Index n, Eigen::Index d)
{
    Random random(7);
    MatrixF rows(n, d);
    MatrixF turn(d, d);
    for (Eigen::Index i = 0; i < rows.size(); ++i)
        rows.data()[i] = static_cast<float>(random.normal());
    for (Eigen::Index i = 0; i < turn.size(); ++i)
        turn.data()[i] = static_cast<float>(random.normal());
    for (Eigen::Index j = 0; j < d; ++j)
        rows.col(j) /= static_cast<float>(j + 1);
    return ((rows * turn).array() + 3.0F).matrix();
}

MatrixF whitened(const Whitening& whitening, const MatrixF& rows)
{
    return (rows.rowwise() - whitening.mean.transpose()) * whitening.projection;
}

MatrixF covarianceOf(const MatrixF& rows)
{
    const MatrixF centred = rows.rowwise() - rows.colwise().mean();
    return centred.transpose() * centred / static_cast<float>(rows.rows());
}

TEST(Whitening, MakesComponentsUncorrelatedAndOfOneSpread)
{
    const auto rows = turnedRows(300, 12);
    const auto whitening = learnWhitening(rows, {.components = 8, .shrinkage = 1e-9});
    const auto covariance = covarianceOf(whitened(whitening, rows));
    EXPECT_TRUE(covariance.isApprox(MatrixF::Identity(8, 8), 1e-2F)) << covariance;
}

TEST(Whitening, AgreesWithTheWholeDecomposition)
{
    const auto rows = turnedRows(200, 90); // wider than the space that is searched
    constexpr double kShrinkage = 1e-3;
    constexpr Eigen::Index kComponents = 10;
    const auto whitening =
        learnWhitening(rows, {.components = kComponents, .shrinkage = kShrinkage});

    const Matrix covariance = covarianceOf(rows).cast<double>();
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance);
    Matrix expected = Matrix::Zero(90, 90); // projection × its transpose does not know signs
    for (Eigen::Index j = 0; j < kComponents; ++j) {
        const auto direction = solver.eigenvectors().col(89 - j);
        expected += direction * direction.transpose()
                    / (solver.eigenvalues()[89 - j] + kShrinkage * covariance.trace());
    }
    const MatrixF found = whitening.projection * whitening.projection.transpose();
    EXPECT_TRUE(found.isApprox(expected.cast<float>(), 5e-3F));
}

TEST(Whitening, KeepsAsManyComponentsAsTheRowsCanTell)
{
    EXPECT_EQ(learnWhitening(turnedRows(5, 12), {}).projection.cols(), 4);
    EXPECT_EQ(learnWhitening(turnedRows(50, 12), {}).projection.cols(), 12);
}

TEST(Whitening, ShrinksWhatVariesLittle)
{
    const auto rows = turnedRows(300, 12);
    const auto plain = whitened(learnWhitening(rows, {.components = 12, .shrinkage = 1e-9}), rows);
    const auto shrunk = whitened(learnWhitening(rows, {.components = 12, .shrinkage = 0.1}), rows);
    const auto spread = [](const MatrixF& of, Eigen::Index column) {
        return std::sqrt(covarianceOf(of)(column, column));
    };
    EXPECT_NEAR(spread(plain, 11), 1.0, 0.02);
    EXPECT_LT(spread(shrunk, 11), 0.5);
    EXPECT_GT(spread(shrunk, 0), 0.8);
}

TEST(Whitening, IsTheSameEveryTime)
{
    const auto rows = turnedRows(200, 90);
    const auto first = learnWhitening(rows, {.components = 20});
    const auto second = learnWhitening(rows, {.components = 20});
    EXPECT_EQ(first.projection, second.projection);
    EXPECT_EQ(first.mean, second.mean);
}

TEST(Whitening, OfRowsThatAreAllAlikeIsZero)
{
    const MatrixF rows = MatrixF::Constant(10, 5, 2.5F);
    const auto whitening = learnWhitening(rows, {});
    EXPECT_TRUE(whitening.projection.isZero());
}

TEST(Whitening, RefusesWhatHasNoSpread)
{
    EXPECT_THROW(learnWhitening(MatrixF::Ones(1, 5), {}), std::invalid_argument);
    EXPECT_THROW(learnWhitening(turnedRows(5, 3), {.shrinkage = 0.0}), std::invalid_argument);
}

TEST(Whitening, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(learnWhitening(turnedRows(200, 90), {}, stop.get_token()), Cancelled);
}

} // namespace
} // namespace core
