#pragma once

#include "core/linalg.h"

#include <vector>

namespace core {

/// The Hungarian method (Kuhn 1955; Jonker and Volgenant's shortest augmenting paths): which column
/// each row gets so that the sum of gain(row, column) is highest, no column given twice.
///
/// gain [r × c], finite, r ≤ c
/// Returns [r] columns. Of assignments of equal sum one is taken, always the same.
/// Throws std::invalid_argument where there are more rows than columns or a gain is not finite.
/// Cost: O(r²·c).
std::vector<Eigen::Index> bestAssignment(const Matrix& gain);

} // namespace core
