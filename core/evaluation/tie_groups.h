#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core {

/// A list as order statistics see it: which items tie, and how the ties follow each other.
struct TieGroups {
    std::vector<std::uint32_t> group; ///< [n] of each item: 0 for the smallest value, without gaps
    std::size_t count = 0;            ///< how many groups
};

/// Throws std::invalid_argument if any value is NaN. Cost: that of averageRanks().
TieGroups tieGroups(std::span<const double> values);

/// How many items each group has [count].
std::vector<std::uint32_t> sizesOf(const TieGroups& groups);

/// Σ(t³ − t) over the groups' sizes t: what ties take from n³ − n.
double tieCorrection(const TieGroups& groups);

} // namespace core
