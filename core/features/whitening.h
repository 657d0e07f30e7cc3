#pragma once

#include "core/linalg.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>

namespace core {

/// PCA whitening: rows less their mean, along their principal components, each divided by its
/// spread, so that what varies little counts as much as what varies most.
struct Whitening {
    VectorF mean;       ///< [d]
    MatrixF projection; ///< [d × k]: component j over √(its variance + shrinkage × total variance)
};

struct WhiteningOptions {
    std::size_t components = 768; ///< k; fewer where n − 1 or d are fewer
    double shrinkage = 1e-3; ///< > 0; a share of the total variance, so that noise is not blown up
    std::uint64_t seed = 1;
};

/// The leading principal components by randomised subspace iteration (Halko, Martinsson, Tropp,
/// SIAM Review 2011, Algorithm 4.4). Same rows, options and instruction set: the same bits at any
/// number of threads. Takes all cores; about 12 n d k multiplications and additions.
///
/// rows   [n × d]; throws std::invalid_argument where n < 2 or d < 1. Throws Cancelled.
/// Rows that are all alike have no spread: their projection is zero.
Whitening learnWhitening(const MatrixF& rows, const WhiteningOptions& options,
                         const std::stop_token& stop = {});

} // namespace core
