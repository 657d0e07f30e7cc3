#pragma once

#include "core/linalg.h"
#include "core/ranking/column_tiles.h"

#include <hwy/cache_control.h>

#include <cstddef>
#include <cstdint>

namespace core {

/// Asks memory for one line of every page on which these columns of a row lie. To be called some
/// rows before the row itself is asked for: requests that wait for their page hold up those behind
/// them, but many pages are found at once. Where pages are larger than 4 KiB, a few requests too
/// many. Any thread.
inline void findPages(const Half* row, ColumnRange columns)
{
    constexpr std::size_t kPage = 4096;
    const Half* first = row + columns.first;
    const auto* bytes = reinterpret_cast<const std::byte*>(first);
    const std::size_t within = reinterpret_cast<std::uintptr_t>(first) % kPage;
    for (std::size_t at = 0; at < columns.count * sizeof(Half); at += kPage - (within + at) % kPage)
        hwy::Prefetch(bytes + at);
}

} // namespace core
