#pragma once

#include "core/linalg.h"

#include <optional>
#include <span>

namespace core {

/// Average ranks of `values` [n]: the smallest has rank 1, and values that tie share the mean of
/// the ranks they span, so the ranks always sum to n(n+1)/2. −0 and +0 tie.
/// Throws std::invalid_argument if any value is NaN or there are 2³² values or more.
/// Cost: O(n) time by radix sort, unless most values crowd between outliers: then O(n log n).
Vector averageRanks(std::span<const double> values);

/// Spearman's ρ: Pearson's correlation of the average ranks (SciPy's spearmanr).
/// In [−1, 1], or nullopt where the ratio is 0/0: n < 2, or one list is constant.
/// Throws std::invalid_argument if the lengths differ or a value is NaN. Long lists are ranked on
/// two threads.
std::optional<double> spearmanRho(std::span<const double> x, std::span<const double> y);

} // namespace core
