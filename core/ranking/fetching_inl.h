// Rows on their way from memory. Included once for each instruction set.
#if defined(SENSESCOPE_RANKING_FETCHING_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef SENSESCOPE_RANKING_FETCHING_INL_H
#undef SENSESCOPE_RANKING_FETCHING_INL_H
#else
#define SENSESCOPE_RANKING_FETCHING_INL_H
#endif

#include "core/ranking/kernels.h"
#include "core/ranking/lanes_inl.h"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

// Columns of float16 in a line of the cache, and no fewer than a vector has.
constexpr std::size_t kLine = std::max<std::size_t>(32, kLanes);

// Rows that can be fetched during one piece of work.
constexpr std::size_t kFetchedAtOnce = 5;

/// Asks memory for a row that is to be worked on soon. Into the second cache: the first is full.
HWY_INLINE void fetchLine(const void* from)
{
    __builtin_prefetch(from, 0, 2);
}

/// Pieces of rows that are fetched while others are worked on, a line of each at every step.
struct Fetching {
    const Half* pieces[kFetchedAtOnce]; // NOLINT(modernize-avoid-c-arrays): of no cost
    std::size_t count = 0;

    HWY_INLINE void step(std::size_t column) const
    {
        for (std::size_t i = 0; i < count; ++i)
            fetchLine(pieces[i] + column);
    }
};

/// Deals rows out to the pieces of work during which they are fetched, evenly and in their order.
class FetchDealer {
public:
    HWY_INLINE FetchDealer(std::span<const Half* const> rows, ColumnRange columns, std::size_t work)
        : m_rows(rows)
        , m_columns(columns)
        , m_work(work)
    {
    }

    /// Those for so much of the work that is left.
    HWY_INLINE Fetching deal(std::size_t work)
    {
        Fetching fetching;
        const std::size_t fair = (m_rows.size() * work + m_work / 2) / m_work;
        for (; fetching.count < std::min(fair, kFetchedAtOnce); ++fetching.count)
            fetching.pieces[fetching.count] = m_rows[fetching.count] + m_columns.first;
        m_rows = m_rows.subspan(fetching.count);
        m_work -= work;
        return fetching;
    }

private:
    std::span<const Half* const> m_rows;
    ColumnRange m_columns;
    std::size_t m_work; ///< left
};

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
