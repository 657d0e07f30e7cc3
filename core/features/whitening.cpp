#include "core/features/whitening.h"

#include "core/parallel.h"
#include "core/random.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace core {

namespace {

constexpr Eigen::Index kSpareComponents = 32; // beyond those asked for: makes these accurate
constexpr int kIterations = 3;
constexpr Eigen::Index kColumnsATile = 64; // fixed, so that threads do not change the sums

/// left × right, a tile of columns a thread at a time.
template <typename Left>
MatrixF product(const Left& left, const MatrixF& right, const std::stop_token& stop)
{
    MatrixF result(left.rows(), right.cols());
    const auto tiles = (right.cols() + kColumnsATile - 1) / kColumnsATile;
    parallelFor(static_cast<std::size_t>(tiles), {}, stop, [&](std::size_t tile) {
        const auto first = static_cast<Eigen::Index>(tile) * kColumnsATile;
        const auto count = std::min(kColumnsATile, right.cols() - first);
        result.middleCols(first, count).noalias() = left * right.middleCols(first, count);
    });
    return result;
}

MatrixF gaussian(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Random random(seed);
    MatrixF values(rows, columns);
    for (Eigen::Index row = 0; row < rows; ++row) {
        for (Eigen::Index column = 0; column < columns; ++column)
            values(row, column) = static_cast<float>(random.normal());
    }
    return values;
}

MatrixF orthonormal(const MatrixF& columns)
{
    const Eigen::HouseholderQR<MatrixF> decomposition(columns);
    return decomposition.householderQ() * MatrixF::Identity(columns.rows(), columns.cols());
}

/// A basis [d × m] of about the space of the leading components of centred rows.
MatrixF leadingSpace(const MatrixF& centred, Eigen::Index size, std::uint64_t seed,
                     const std::stop_token& stop)
{
    MatrixF basis = orthonormal(gaussian(centred.cols(), size, seed));
    for (int iteration = 0; iteration < kIterations; ++iteration) {
        const MatrixF along = product(centred, basis, stop);
        basis = orthonormal(product(centred.transpose(), along, stop));
    }
    return basis;
}

} // namespace

Whitening learnWhitening(const MatrixF& rows, const WhiteningOptions& options,
                         const std::stop_token& stop)
{
    if (rows.rows() < 2 || rows.cols() < 1 || options.shrinkage <= 0.0)
        throw std::invalid_argument("whitening needs two rows, a column and some shrinkage");
    const VectorF mean = rows.colwise().mean().transpose();
    const MatrixF centred = rows.rowwise() - mean.transpose();
    const auto most = std::min(rows.rows() - 1, rows.cols());
    const auto components = std::min(static_cast<Eigen::Index>(options.components), most);
    const auto size = std::min(components + kSpareComponents, rows.cols());

    const MatrixF basis = leadingSpace(centred, size, options.seed, stop);
    const MatrixF along = product(centred, basis, stop);
    const auto n = static_cast<double>(rows.rows());
    const Matrix covariance = (along.transpose() * along).cast<double>() / n;
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance); // ascending
    const double total = static_cast<double>(centred.squaredNorm()) / n;

    Vector scales = Vector::Zero(components);
    Matrix directions(size, components);
    for (Eigen::Index j = 0; j < components; ++j) {
        const auto at = size - 1 - j;
        const double variance = std::max(solver.eigenvalues()[at], 0.0);
        directions.col(j) = solver.eigenvectors().col(at);
        if (total > 0.0)
            scales[j] = 1.0 / std::sqrt(variance + options.shrinkage * total);
    }
    const MatrixF scaled = (directions * scales.asDiagonal()).cast<float>();
    return {mean, product(basis, scaled, stop)};
}

} // namespace core
