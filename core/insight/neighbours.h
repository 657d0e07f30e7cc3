#pragma once

#include "core/feature_rows.h"
#include "core/linalg.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace core {

/// A row that lies near a wanted one.
struct Neighbour {
    std::size_t row = 0;
    float similarity = 0.0F; ///< cosine of the two rows, each less the mean: 1 for the same row
};

/// Which rows are wanted, and among which they are looked for.
struct NearestQuery {
    std::span<const std::size_t> among;  ///< rows
    const FeatureRows* wanted = nullptr; ///< rows of the same dimension
    const VectorF* mean = nullptr; ///< what is taken off each row first [d]: of the training rows
    std::size_t most = 1;
};

/// The `most` of `rows` that lie nearest to each wanted row, nearest first; ties in the order of
/// `among`. A row that equals the mean is near nothing (similarity 0). Exact: one pass over `among`
/// for each ten wanted rows, in memory for ten numbers a row.
///
/// Throws std::invalid_argument where dimensions differ or a row is out of range; Cancelled.
/// Cost: O(|among|·d·|wanted|).
std::vector<std::vector<Neighbour>> nearestRows(const FeatureRows& rows, const NearestQuery& query,
                                                const std::stop_token& stop = {});

} // namespace core
