#pragma once

#include <cstdint>
#include <span>

namespace core {

/// The n(n−1)/2 pairs of items by how two lists order them; the five add up to all.
struct PairCounts {
    std::int64_t concordant = 0; ///< both lists order them, alike
    std::int64_t discordant = 0; ///< both lists order them, against each other
    std::int64_t tiedInX = 0;    ///< only y orders them
    std::int64_t tiedInY = 0;    ///< only x orders them
    std::int64_t tiedInBoth = 0;

    friend bool operator==(const PairCounts&, const PairCounts&) = default;
    std::int64_t orderedByX() const { return concordant + discordant + tiedInY; }
    std::int64_t orderedByY() const { return concordant + discordant + tiedInX; }
};

/// Throws std::invalid_argument if the lists differ in length or a value is NaN.
/// Cost: O(n log n), by merging (Knight 1966).
PairCounts countPairs(std::span<const double> x, std::span<const double> y);

} // namespace core
