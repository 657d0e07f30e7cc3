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

/// The `most` rows of `among` that lie nearest to each row of `wanted`, nearest first; ties in the
/// order of `among`. Exact: one pass over `among` for all of `wanted`.
///
/// mean   what is taken off each row first [d]: the mean of the training rows
/// A row that equals the mean is near nothing (similarity 0).
/// Throws std::invalid_argument where dimensions differ or a row is out of range; Cancelled.
/// Cost: O(|among|·d·|wanted|).
std::vector<std::vector<Neighbour>> nearestRows(const FeatureRows& rows,
                                                std::span<const std::size_t> among,
                                                const FeatureRows& wanted, const VectorF& mean,
                                                std::size_t most, const std::stop_token& stop = {});

} // namespace core
