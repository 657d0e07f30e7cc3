#pragma once

#include "core/linalg.h"
#include "core/ranking/column_tiles.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace core {

// The inner loops over feature rows, compiled for several instruction sets and chosen at run time.
// The order of every sum depends on the instruction set and on the columns asked for, never on
// which rows are worked on together or on which thread.

/// Rows of weights, one a sense, `stride` floats apart, zero beyond d up to padded(d).
template <typename T>
struct SenseRows {
    T* weights = nullptr;
    std::size_t stride = 0;
    std::size_t senses = 0;
};

/// Rows that are scored one after another, and what is asked of memory meanwhile: each row some
/// time before it is worked on.
struct RowQueue {
    std::span<const Half* const> rows;
    std::size_t fetched = 0; ///< the first so many were asked for before
    std::size_t next = 0; ///< the last so many are only asked for: they are scored by the next call

    std::size_t scored() const { return rows.size() - next; }
};

/// out[t·tileStride + s·stride + i] = Σ_c w_sc x_ic over the columns of tile t, for the raw rows
/// x_i of the queue. The tiles lie one behind another.
struct ScoreOutput {
    float* values = nullptr;
    std::size_t stride = 0;
    std::size_t tileStride = 0;
};
void scoreColumns(const RowQueue& queue, std::span<const ColumnRange> tiles,
                  const SenseRows<const float>& senses, const ScoreOutput& out);

/// out[s·stride] = Σ_c w_sc v_c over the columns, for one float vector v [padded].
void scoreVector(const float* vector, ColumnRange columns, const SenseRows<const float>& senses,
                 const ScoreOutput& out);

/// How much one row pulls at the senses that responded to it.
struct RowPull {
    const Half* row = nullptr;
    std::uint32_t popular = 0;   ///< row of the weights
    std::uint32_t unpopular = 0; ///< row of the weights
    float popularWeight = 0.0F;
    float unpopularWeight = 0.0F;
};

struct DescentStep {
    float decay = 1.0F;                ///< what every weight is multiplied by first
    const float* mean = nullptr;       ///< [padded d]
    const float* meanWeight = nullptr; ///< [senses] times this much of the mean is added
    std::span<const RowPull> pulls;    ///< neighbours of one popular and one unpopular sense gain
    bool unpopular = false;            ///< the pulls have an unpopular part
    /// Asked of memory meanwhile: those that are scored next.
    std::span<const Half* const> next = {};
};

/// Over the columns: w_s ← decay·w_s + meanWeight_s·mean + Σ weight·x over the pulls at s.
void descendColumns(const SenseRows<float>& senses, ColumnRange columns, const DescentStep& step);

/// sums[c] += Σ x_ic in double, for the columns (sums[0] is that of columns.first).
void addColumns(std::span<const Half* const> rows, ColumnRange columns, double* sums);

/// ‖x − mean‖² and ‖mean‖² go by the same lanes; mean [padded d].
float squaredDistance(const Half* row, const float* mean, std::size_t columns);

/// The instruction set that all of these run on here, "AVX2" for instance.
std::string instructionSetName();

} // namespace core
