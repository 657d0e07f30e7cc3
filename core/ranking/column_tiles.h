#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core {

/// Widths and strides of float rows are multiples of this; what lies beyond d is zero.
inline constexpr std::size_t kLanePadding = 16;

constexpr std::size_t padded(std::size_t count)
{
    return (count + kLanePadding - 1) / kLanePadding * kLanePadding;
}

/// Columns [first, first + count) of rows that are `count` or more wide. `first` is a multiple of
/// kLanePadding.
struct ColumnRange {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// The tiles into which d columns are cut, so that the weights of one fit into the cache: a matter
/// of d alone, so that the sums over them do not depend on the number of threads.
std::vector<ColumnRange> columnTiles(std::size_t columns);

/// All columns of tiles that lie one behind another: at least one.
inline ColumnRange columnsOf(std::span<const ColumnRange> tiles)
{
    const std::size_t first = tiles.front().first;
    return {first, tiles.back().first + tiles.back().count - first};
}

} // namespace core
