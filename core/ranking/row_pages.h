#pragma once

#include "core/linalg.h"
#include "core/ranking/column_tiles.h"

#include <hwy/cache_control.h>

#include <cstddef>
#include <cstdint>

namespace core {

/// Asks memory for one line of every page on which these columns of a row lie: at least one column.
/// To be called some rows before the row itself is asked for: requests that wait for their page
/// hold up those behind them. Where pages are larger than 4 KiB, a few requests too many. Any
/// thread.
inline void findPages(const Half* row, ColumnRange columns)
{
    constexpr std::uintptr_t kPage = 4096;
    const auto at = reinterpret_cast<std::uintptr_t>(row + columns.first);
    const auto end = reinterpret_cast<std::uintptr_t>(row + columns.first + columns.count);
    for (auto page = at; page < end; page = (page / kPage + 1) * kPage)
        hwy::Prefetch(reinterpret_cast<const Half*>(page));
}

} // namespace core
