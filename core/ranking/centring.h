#pragma once

#include "core/feature_rows.h"
#include "core/linalg.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace core {

/// How rows are read once, in the order in which they lie.
struct RowScan {
    int threads = 0;      ///< 0: as many as the machine has
    bool bounded = false; ///< they do not fit in memory: what has been read is let go of
};

/// μ: the mean of the rows `indices`, summed in double [d]. The same bits at any thread count.
/// Throws std::invalid_argument if `indices` is empty or one is out of range; Cancelled.
VectorF meanRow(const FeatureRows& rows, std::span<const std::size_t> indices,
                const RowScan& scan = {}, const std::stop_token& stop = {});

/// r = 1/‖x − μ‖ of one row, by which x' = (x − μ)·r has length 1. It is 0 where the row equals
/// the mean to the precision of float (‖x − μ‖ ≤ 1e-6·‖μ‖): nothing but rounding would be left.
class InverseNorm {
public:
    explicit InverseNorm(const VectorF& mean);

    float operator()(const Half* row) const;

private:
    std::size_t m_columns;
    std::vector<float> m_mean; ///< padded
    float m_negligible;        ///< ‖x − μ‖² up to this is nothing
};

/// r of each of the rows `indices`.
std::vector<float> inverseNorms(const FeatureRows& rows, std::span<const std::size_t> indices,
                                const VectorF& mean, const RowScan& scan = {},
                                const std::stop_token& stop = {});

/// Throws std::invalid_argument, naming `caller`, if an index is not a row.
void requireRows(const FeatureRows& rows, std::span<const std::size_t> indices, const char* caller);

} // namespace core
