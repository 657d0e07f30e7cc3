#pragma once

#include "core/linalg.h"
#include "core/ranking/column_tiles.h"

#include <hwy/cache_control.h>

#include <cstddef>

namespace core {

/// Asks memory for one line of every page on which these columns of a row lie: at least one column.
/// To be called some rows before the row itself is asked for: requests that wait for their page
/// hold up those behind them. Where pages are larger than 4 KiB, a few requests too many. Any
/// thread.
inline void findPages(const Half* row, ColumnRange columns)
{
    constexpr std::size_t kHalvesInPage = 4096 / sizeof(Half);
    const std::size_t last = columns.first + columns.count - 1;
    for (std::size_t c = columns.first; c < last; c += kHalvesInPage)
        hwy::Prefetch(row + c);
    hwy::Prefetch(row + last);
}

} // namespace core
