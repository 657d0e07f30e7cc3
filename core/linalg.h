#pragma once

#include <Eigen/Core>

namespace core {

using Vector = Eigen::VectorXd;
using VectorRef = Eigen::Ref<const Vector>;

/// Row-major: a row is an image or a sense, and rows are contiguous.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

using VectorF = Eigen::VectorXf;
using MatrixF = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// IEEE 754 binary16, as feature rows are stored.
using Half = Eigen::half;

} // namespace core
