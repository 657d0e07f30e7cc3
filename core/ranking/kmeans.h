#pragma once

#include "core/linalg.h"
#include "core/random.h"

#include <cstddef>
#include <vector>

namespace core {

struct KMeansOptions {
    int clusters = 5;    ///< ≥ 1
    int restarts = 5;    ///< ≥ 1; that of the least distortion is kept
    int iterations = 50; ///< at most, of each restart
};

struct KMeansResult {
    MatrixF centres;          ///< [clusters × d]
    std::vector<int> cluster; ///< of each row
    double distortion = 0.0;  ///< Σ of squared distances to the row's own centre
};

/// Lloyd's k-means from k-means++ (Arthur, Vassilvitskii 2007) on `rows` [n × d], n ≥ 1.
///
/// Where there are fewer distinct rows than clusters, the centres left over are Gaussian rows of
/// expected length 1. A cluster that loses its last row takes the row farthest from its centre.
/// Same rows, options and draws: same result. Throws std::invalid_argument on empty input.
KMeansResult kMeans(const MatrixF& rows, const KMeansOptions& options, Random& random);

/// A Gaussian row of expected length 1.
VectorF gaussianRow(Eigen::Index columns, Random& random);

} // namespace core
