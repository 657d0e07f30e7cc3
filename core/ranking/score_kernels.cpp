#include "core/ranking/kernels.h"
#include "core/ranking/row_pages.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/ranking/score_kernels.cpp"
// After the definition above, which it reads; this file is then compiled once a target.
#include <hwy/foreach_target.h>
//
#include "core/ranking/fetching_inl.h"

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

// Vectors are no template arguments: an array of registers is one of the language.
// NOLINTBEGIN(modernize-avoid-c-arrays)

// Accumulators, the rows' vectors and one of weights fill the registers: 32 of them, or 16.
constexpr std::size_t kTileRows = HWY_MAX_BYTES >= 64 ? 5 : 2;
constexpr std::size_t kTileSenses = 5;

// Rows that are scored while those after them are fetched: a multiple of kTileRows. The more, the
// fewer times weights come from the second cache; where rows are worked on faster, that is the
// larger part.
constexpr std::size_t kBlockRows = HWY_MAX_BYTES >= 64 ? 20 : 10;
static_assert(kBlockRows % kTileRows == 0);

/// Without this the compiler reads a vector from memory again for each of its uses.
HWY_INLINE void keepInRegister([[maybe_unused]] Floats& vector)
{
#if HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR
    asm("" : "+v"(vector.raw));
#endif
}

template <std::size_t R, std::size_t S>
struct Tile {
    Floats sums[R][S];
};

template <std::size_t R, std::size_t S>
HWY_INLINE void multiplyAdd(Tile<R, S>& tile, const Floats (&x)[R], const float* w,
                            std::size_t stride)
{
    HWY_UNROLL(8)
    for (std::size_t s = 0; s < S; ++s) {
        Floats weights = load(w + s * stride);
        keepInRegister(weights);
        HWY_UNROLL(8)
        for (std::size_t r = 0; r < R; ++r)
            tile.sums[r][s] = hn::MulAdd(x[r], weights, tile.sums[r][s]);
    }
}

#if HWY_TARGET == HWY_SCALAR

template <std::size_t R, std::size_t S>
HWY_INLINE void storeSums(const Tile<R, S>& tile, const ScoreOutput& out)
{
    for (std::size_t s = 0; s < S; ++s)
        for (std::size_t r = 0; r < R; ++r)
            out.values[s * out.stride + r] = hn::GetLane(tile.sums[r][s]);
}

#else

using Block = hn::FixedTag<float, 4>;

/// The upper half of a vector is added to the lower until four lanes are left.
template <typename D, typename V>
HWY_INLINE hn::Vec<Block> foldToBlock(D /*tag*/, V vector)
{
    if constexpr (hn::MaxLanes(D()) == 4) {
        return vector;
    } else {
        const hn::Half<D> half;
        return foldToBlock(half, hn::Add(hn::LowerHalf(half, vector), hn::UpperHalf(half, vector)));
    }
}

/// Σ over the lanes of each of four vectors: together, which takes half the shuffles. Each in the
/// same order wherever it stands: a row has the same bits whatever is scored beside it.
HWY_INLINE hn::Vec<Block> sumLanesOfFour(Floats a, Floats b, Floats c, Floats d)
{
    const FloatTag tag;
    const Floats even = hn::Add(hn::InterleaveLower(tag, a, c), hn::InterleaveUpper(tag, a, c));
    const Floats odd = hn::Add(hn::InterleaveLower(tag, b, d), hn::InterleaveUpper(tag, b, d));
    return foldToBlock(
        tag, hn::Add(hn::InterleaveLower(tag, even, odd), hn::InterleaveUpper(tag, even, odd)));
}

/// The sums over the lanes to where they belong: of four rows at once, and of the others one by
/// one.
template <std::size_t R, std::size_t S>
HWY_INLINE void storeSums(const Tile<R, S>& tile, const ScoreOutput& out)
{
    static_assert(R < 8);
    constexpr std::size_t kWhole = R / 4 * 4;
    constexpr std::size_t kLast = (R - kWhole) * S;
    if constexpr (kWhole > 0) {
        HWY_UNROLL(8)
        for (std::size_t s = 0; s < S; ++s)
            hn::StoreU(
                sumLanesOfFour(tile.sums[0][s], tile.sums[1][s], tile.sums[2][s], tile.sums[3][s]),
                Block(), out.values + s * out.stride);
    }
    if constexpr (kLast > 0) {
        const Floats* last = tile.sums[kWhole];
        const Floats none = hn::Zero(FloatTag());
        const auto of = [&](std::size_t k) HWY_ATTR { return k < kLast ? last[k] : none; };
        alignas(16) float sums[(kLast + 3) / 4 * 4];
        HWY_UNROLL(8)
        for (std::size_t k = 0; k < kLast; k += 4)
            hn::Store(sumLanesOfFour(last[k], of(k + 1), of(k + 2), of(k + 3)), Block(), sums + k);
        for (std::size_t k = 0; k < kLast; ++k)
            out.values[k % S * out.stride + kWhole + k / S] = sums[k];
    }
}

#endif

template <std::size_t R, std::size_t S, typename T>
HWY_NOINLINE void scoreTile(const T* const* rows, const Fetching& fetching, ColumnRange columns,
                            const SenseRows<const float>& senses, const ScoreOutput& out)
{
    Tile<R, S> tile;
    for (auto& row : tile.sums)
        for (auto& sum : row)
            sum = hn::Zero(FloatTag());
    Floats x[R];
    const float* w = senses.weights + columns.first;
    const T* at[R];
    for (std::size_t r = 0; r < R; ++r)
        at[r] = rows[r] + columns.first;
    const auto add = [&](std::size_t c) HWY_ATTR {
        HWY_UNROLL(8)
        for (std::size_t r = 0; r < R; ++r)
            x[r] = load(at[r] + c);
        multiplyAdd(tile, x, w + c, senses.stride);
    };

    const std::size_t whole = columns.count / kLanes * kLanes;
    const std::size_t lines = columns.count / kLine * kLine;
    std::size_t c = 0;
    for (; c < lines; c += kLine) {
        fetching.step(c);
        HWY_UNROLL(4)
        for (std::size_t v = 0; v < kLine; v += kLanes)
            add(c + v);
    }
    for (; c < whole; c += kLanes)
        add(c);
    if (whole < columns.count) {
        for (std::size_t r = 0; r < R; ++r)
            x[r] = loadTail(at[r] + whole, columns.count - whole);
        multiplyAdd(tile, x, w + whole, senses.stride);
    }
    storeSums(tile, out);
}

/// Up to kTileSenses senses.
template <std::size_t R, typename T>
HWY_INLINE void scoreSenses(const T* const* rows, const Fetching& fetching, ColumnRange columns,
                            const SenseRows<const float>& senses, const ScoreOutput& out)
{
    switch (senses.senses) {
    case 1:
        scoreTile<R, 1>(rows, fetching, columns, senses, out);
        break;
    case 2:
        scoreTile<R, 2>(rows, fetching, columns, senses, out);
        break;
    case 3:
        scoreTile<R, 3>(rows, fetching, columns, senses, out);
        break;
    case 4:
        scoreTile<R, 4>(rows, fetching, columns, senses, out);
        break;
    default:
        scoreTile<R, kTileSenses>(rows, fetching, columns, senses, out);
    }
}

/// Scores rows over one tile of columns, R at a time: the weights of kTileSenses senses serve all
/// of them from the first cache.
template <std::size_t R, typename T>
void scoreRows(std::span<const T* const> rows, std::span<const Half* const> next,
               ColumnRange columns, SenseRows<const float> senses, ScoreOutput out)
{
    const std::size_t passes = (senses.senses + kTileSenses - 1) / kTileSenses;
    FetchDealer dealer(next, columns, passes * (rows.size() / R));
    while (senses.senses > 0) {
        SenseRows<const float> some = senses;
        some.senses = std::min(senses.senses, kTileSenses);
        for (std::size_t i = 0; i + R <= rows.size(); i += R)
            scoreSenses<R>(rows.data() + i, dealer.deal(1), columns, some,
                           {out.values + i, out.stride, 0});
        senses.senses -= some.senses;
        senses.weights += some.senses * senses.stride;
        out.values += some.senses * out.stride;
    }
}

/// All tiles of up to kBlockRows rows, while others are fetched.
void scoreBlock(std::span<const Half* const> rows, std::span<const Half* const> next,
                std::span<const ColumnRange> tiles, const SenseRows<const float>& senses,
                ScoreOutput out)
{
    const std::size_t whole = rows.size() / kTileRows * kTileRows;
    for (const auto& tile : tiles) {
        if (whole > 0)
            scoreRows<kTileRows>(rows.first(whole), next, tile, senses, out);
        if (whole < rows.size())
            scoreRows<1>(rows.subspan(whole), {}, tile, senses,
                         {out.values + whole, out.stride, 0});
        out.values += out.tileStride;
    }
}

void scoreColumnsOn(const RowQueue& queue, std::span<const ColumnRange> tiles,
                    const SenseRows<const float>& senses, const ScoreOutput& out)
{
    if (tiles.empty())
        return;
    const auto scored = queue.rows.first(queue.scored());
    // The first block is read at once.
    const std::size_t known = std::max(queue.fetched, kBlockRows);
    auto toFetch = queue.rows.subspan(std::min(known, queue.rows.size()));
    for (std::size_t i = 0; i < scored.size(); i += kBlockRows) {
        // During the last block's work only rows of the next call are left to fetch.
        const std::size_t blocks = (scored.size() - i + kBlockRows - 1) / kBlockRows;
        const std::size_t works = queue.next == 0 ? blocks - 1 : blocks;
        const std::size_t fair = works > 0 ? (toFetch.size() + works - 1) / works : 0;
        const auto next = toFetch.first(fair);
        toFetch = toFetch.subspan(fair);
        for (const Half* row : toFetch.first(std::min(fair, toFetch.size())))
            findPages(row, columnsOf(tiles));
        scoreBlock(scored.subspan(i, std::min(kBlockRows, scored.size() - i)), next, tiles, senses,
                   {out.values + i, out.stride, out.tileStride});
    }
}

void scoreVectorOn(const float* vector, ColumnRange columns, const SenseRows<const float>& senses,
                   const ScoreOutput& out)
{
    scoreRows<1>(std::span<const float* const>(&vector, 1), {}, columns, senses, out);
}

std::string instructionSetNameOn()
{
    return hwy::TargetName(HWY_TARGET);
}

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace core {

HWY_EXPORT(scoreColumnsOn);
HWY_EXPORT(scoreVectorOn);
HWY_EXPORT(instructionSetNameOn);

void scoreColumns(const RowQueue& queue, std::span<const ColumnRange> tiles,
                  const SenseRows<const float>& senses, const ScoreOutput& out)
{
    HWY_DYNAMIC_DISPATCH(scoreColumnsOn)(queue, tiles, senses, out);
}

void scoreVector(const float* vector, ColumnRange columns, const SenseRows<const float>& senses,
                 const ScoreOutput& out)
{
    HWY_DYNAMIC_DISPATCH(scoreVectorOn)(vector, columns, senses, out);
}

std::string instructionSetName()
{
    return HWY_DYNAMIC_DISPATCH(instructionSetNameOn)();
}

} // namespace core
#endif
