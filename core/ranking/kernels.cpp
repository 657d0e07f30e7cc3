#include "core/ranking/kernels.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/ranking/kernels.cpp"
// After the definition above, which it reads; this file is then compiled once a target.
#include <hwy/foreach_target.h>
//
#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::ScalableTag<float>;
using HalfTag = hn::Rebind<hwy::float16_t, FloatTag>;
using Floats = hn::Vec<FloatTag>;

// Not from HWY_MAX_BYTES, which is 8 where a vector is one scalar.
constexpr std::size_t kLanes = hn::MaxLanes(FloatTag());

// Vectors are no template arguments: an array of registers is one of the language.
// NOLINTBEGIN(modernize-avoid-c-arrays)

// Accumulators, the rows' vectors and one of weights fill the registers: 32 of them, or 16.
constexpr std::size_t kTileRows = HWY_MAX_BYTES >= 64 ? 5 : 2;
constexpr std::size_t kTileSenses = 5;

// Columns of float16 in a line of the cache, and no fewer than a vector has.
constexpr std::size_t kLine = std::max<std::size_t>(32, kLanes);

// Rows that are scored while those after them are fetched: a multiple of kTileRows.
constexpr std::size_t kBlockRows = 10;
static_assert(kBlockRows % kTileRows == 0);

HWY_INLINE Floats load(const float* from)
{
    return hn::LoadU(FloatTag(), from);
}

HWY_INLINE Floats load(const Half* from)
{
    return hn::PromoteTo(FloatTag(),
                         hn::LoadU(HalfTag(), reinterpret_cast<const hwy::float16_t*>(from)));
}

/// The last `count` < kLanes values of a row, zeros after them: what follows is not ours to read.
HWY_INLINE Floats loadTail(const Half* from, std::size_t count)
{
    alignas(16) Half values[kLanes] = {};
    std::memcpy(values, from, count * sizeof(Half));
    return load(values);
}

/// Float vectors are padded with zeros.
HWY_INLINE Floats loadTail(const float* from, std::size_t /*count*/)
{
    return load(from);
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
        const Floats weights = load(w + s * stride);
        HWY_UNROLL(8)
        for (std::size_t r = 0; r < R; ++r)
            tile.sums[r][s] = hn::MulAdd(x[r], weights, tile.sums[r][s]);
    }
}

#if HWY_TARGET == HWY_SCALAR

template <std::size_t N>
HWY_INLINE void sumLanes(const Floats* vectors, float* out)
{
    for (std::size_t k = 0; k < N; ++k)
        out[k] = hn::GetLane(vectors[k]);
}

#else

/// Σ over the lanes of each of four vectors: together, which takes half the shuffles.
HWY_INLINE hn::Vec<hn::FixedTag<float, 4>> sumLanesOfFour(Floats a, Floats b, Floats c, Floats d)
{
    const FloatTag tag;
    const hn::FixedTag<float, 4> block;
    const Floats even = hn::Add(hn::InterleaveLower(tag, a, c), hn::InterleaveUpper(tag, a, c));
    const Floats odd = hn::Add(hn::InterleaveLower(tag, b, d), hn::InterleaveUpper(tag, b, d));
    alignas(64) float parts[kLanes];
    hn::Store(hn::Add(hn::InterleaveLower(tag, even, odd), hn::InterleaveUpper(tag, even, odd)),
              tag, parts);
    auto sum = hn::Load(block, parts);
    for (std::size_t lane = 4; lane < kLanes; lane += 4)
        sum = hn::Add(sum, hn::Load(block, parts + lane));
    return sum;
}

/// out[k] = Σ over the lanes of vectors[k], each in the same order wherever it stands among the N:
/// a row has the same bits whatever is scored beside it.
template <std::size_t N>
HWY_INLINE void sumLanes(const Floats* vectors, float* out)
{
    const hn::FixedTag<float, 4> block;
    HWY_UNROLL(8)
    for (std::size_t k = 0; k + 4 <= N; k += 4)
        hn::StoreU(sumLanesOfFour(vectors[k], vectors[k + 1], vectors[k + 2], vectors[k + 3]),
                   block, out + k);
    if constexpr (N % 4 != 0) {
        constexpr std::size_t kRest = N % 4;
        const Floats* v = vectors + (N - kRest);
        const Floats none = hn::Zero(FloatTag());
        alignas(16) float sums[4];
        hn::Store(sumLanesOfFour(v[0], kRest > 1 ? v[1] : none, kRest > 2 ? v[2] : none, none),
                  block, sums);
        for (std::size_t k = 0; k < kRest; ++k)
            out[N - kRest + k] = sums[k];
    }
}

#endif

/// Asks memory for a row that is to be worked on soon. Into the second cache: the first is full.
HWY_INLINE void fetchLine(const void* from)
{
    __builtin_prefetch(from, 0, 2);
}

/// Fetches the same columns of some rows, a few lines at each step of the work on other rows. Line
/// by line and row by row: memory answers that twice as fast as lines of several rows in turn.
class Fetcher {
public:
    Fetcher() = default;
    HWY_INLINE Fetcher(std::span<const Half* const> rows, ColumnRange columns, std::size_t lines)
        : m_rows(rows)
        , m_columns(columns)
        , m_lines(lines)
    {
    }

    HWY_INLINE void step()
    {
        for (std::size_t line = 0; line < m_lines && m_row < m_rows.size(); ++line) {
            fetchLine(m_rows[m_row] + m_columns.first + m_column);
            m_column += kLine;
            if (m_column >= m_columns.count) {
                m_column = 0;
                ++m_row;
            }
        }
    }

private:
    std::span<const Half* const> m_rows;
    ColumnRange m_columns;
    std::size_t m_lines = 0; ///< a step
    std::size_t m_row = 0;
    std::size_t m_column = 0;
};

template <std::size_t R, std::size_t S, typename T>
HWY_NOINLINE void scoreTile(const T* const* rows, Fetcher& next, ColumnRange columns,
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
        next.step();
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
    float sums[R * S];
    sumLanes<R * S>(&tile.sums[0][0], sums);
    for (std::size_t s = 0; s < S; ++s)
        for (std::size_t r = 0; r < R; ++r)
            out.values[s * out.stride + r] = sums[r * S + s];
}

template <std::size_t R, typename T>
void scoreSenses(const T* const* rows, Fetcher& next, ColumnRange columns,
                 SenseRows<const float> senses, ScoreOutput out)
{
    const std::size_t passes = (senses.senses + kTileSenses - 1) / kTileSenses;
    for (std::size_t pass = 0; pass < passes; ++pass) {
        const std::size_t count = std::min(senses.senses, kTileSenses);
        switch (count) {
        case 1:
            scoreTile<R, 1>(rows, next, columns, senses, out);
            break;
        case 2:
            scoreTile<R, 2>(rows, next, columns, senses, out);
            break;
        case 3:
            scoreTile<R, 3>(rows, next, columns, senses, out);
            break;
        case 4:
            scoreTile<R, 4>(rows, next, columns, senses, out);
            break;
        default:
            scoreTile<R, kTileSenses>(rows, next, columns, senses, out);
        }
        senses.senses -= count;
        senses.weights += count * senses.stride;
        out.values += count * out.stride;
    }
}

/// Scores some rows tile by tile: the weights of a tile serve all of them from the first cache.
template <std::size_t R>
void scoreBlock(std::span<const Half* const> rows, Fetcher& next,
                std::span<const ColumnRange> tiles, const SenseRows<const float>& senses,
                ScoreOutput out)
{
    for (const auto& tile : tiles) {
        for (std::size_t i = 0; i + R <= rows.size(); i += R)
            scoreSenses<R>(rows.data() + i, next, tile, senses, {out.values + i, out.stride, 0});
        out.values += out.tileStride;
    }
}

/// Up to kBlockRows of them, from `first` on.
HWY_INLINE std::span<const Half* const> blockOf(std::span<const Half* const> rows,
                                                std::size_t first)
{
    first = std::min(first, rows.size());
    return rows.subspan(first, std::min(kBlockRows, rows.size() - first));
}

void scoreColumnsOn(std::span<const Half* const> rows, std::span<const ColumnRange> tiles,
                    const SenseRows<const float>& senses, const ScoreOutput& out)
{
    if (tiles.empty())
        return;
    const ColumnRange all{tiles.front().first,
                          tiles.back().first + tiles.back().count - tiles.front().first};
    const std::size_t passes = (senses.senses + kTileSenses - 1) / kTileSenses;
    const std::size_t lines = (kTileRows + passes - 1) / passes;
    for (std::size_t i = 0; i < rows.size(); i += kBlockRows) {
        // A first touch, early: finding a row's page takes longer than reading it.
        for (const Half* row : blockOf(rows, i + 2 * kBlockRows))
            fetchLine(row + all.first);
        Fetcher next(blockOf(rows, i + kBlockRows), all, lines);
        const auto block = blockOf(rows, i);
        const std::size_t whole = block.size() / kTileRows * kTileRows;
        scoreBlock<kTileRows>(block, next, tiles, senses,
                              {out.values + i, out.stride, out.tileStride});
        scoreBlock<1>(block.subspan(whole), next, tiles, senses,
                      {out.values + i + whole, out.stride, out.tileStride});
    }
}

void scoreVectorOn(const float* vector, ColumnRange columns, const SenseRows<const float>& senses,
                   const ScoreOutput& out)
{
    Fetcher none;
    scoreSenses<1>(&vector, none, columns, senses, out);
}

void fetchColumnsOn(std::span<const Half* const> rows, ColumnRange columns)
{
    const std::size_t all = kBlockRows * columns.count;
    Fetcher(blockOf(rows, 0), columns, all).step();
    for (const Half* row : blockOf(rows, kBlockRows))
        fetchLine(row + columns.first);
}

HWY_INLINE void rescale(const SenseRows<float>& senses, ColumnRange columns,
                        const DescentStep& step)
{
    const Floats decay = hn::Set(FloatTag(), step.decay);
    for (std::size_t s = 0; s < senses.senses; ++s) {
        const Floats share = hn::Set(FloatTag(), step.meanWeight[s]);
        float* w = senses.weights + s * senses.stride + columns.first;
        const float* mean = step.mean + columns.first;
        for (std::size_t c = 0; c < columns.count; c += kLanes)
            hn::StoreU(hn::MulAdd(share, load(mean + c), hn::Mul(decay, load(w + c))), FloatTag(),
                       w + c);
    }
}

/// Up to this many rows that pull at the same two senses are added together.
constexpr std::size_t kPullRows = 4;

/// Adds R pulls at the same senses over the columns, each row read from its first to its last:
/// short pieces of many rows would fall on the same few lines of the cache.
template <std::size_t R, bool kTwoHalves>
HWY_NOINLINE void addPulls(const SenseRows<float>& senses, ColumnRange columns,
                           const RowPull* pulls)
{
    const FloatTag tag;
    float* popular = senses.weights + pulls->popular * senses.stride + columns.first;
    float* unpopular = senses.weights + pulls->unpopular * senses.stride + columns.first;
    const Half* from[R];
    Floats plus[R];
    Floats minus[R];
    for (std::size_t r = 0; r < R; ++r) {
        from[r] = pulls[r].row + columns.first;
        plus[r] = hn::Set(tag, pulls[r].popularWeight);
        minus[r] = hn::Set(tag, pulls[r].unpopularWeight);
    }
    const auto add = [&](std::size_t c, const auto& read) HWY_ATTR {
        Floats up = load(popular + c);
        Floats down = kTwoHalves ? load(unpopular + c) : up;
        HWY_UNROLL(4)
        for (std::size_t r = 0; r < R; ++r) {
            const Floats x = read(from[r] + c);
            up = hn::MulAdd(plus[r], x, up);
            if (kTwoHalves)
                down = hn::MulAdd(minus[r], x, down);
        }
        hn::StoreU(up, tag, popular + c);
        if (kTwoHalves)
            hn::StoreU(down, tag, unpopular + c);
    };
    std::size_t c = 0;
    for (; c + kLanes <= columns.count; c += kLanes)
        add(c, [](const Half* at) HWY_ATTR { return load(at); });
    if (c < columns.count)
        add(c, [&](const Half* at) HWY_ATTR { return loadTail(at, columns.count - c); });
}

template <bool kTwoHalves>
void addAllPulls(const SenseRows<float>& senses, ColumnRange columns,
                 std::span<const RowPull> pulls)
{
    while (!pulls.empty()) {
        const RowPull& first = pulls.front();
        const std::size_t most = std::min(pulls.size(), kPullRows);
        std::size_t count = 1;
        while (count < most && pulls[count].popular == first.popular
               && pulls[count].unpopular == first.unpopular)
            ++count;
        switch (count) {
        case 1:
            addPulls<1, kTwoHalves>(senses, columns, &first);
            break;
        case 2:
            addPulls<2, kTwoHalves>(senses, columns, &first);
            break;
        case 3:
            addPulls<3, kTwoHalves>(senses, columns, &first);
            break;
        default:
            addPulls<kPullRows, kTwoHalves>(senses, columns, &first);
        }
        pulls = pulls.subspan(count);
    }
}

void descendColumnsOn(const SenseRows<float>& senses, ColumnRange columns, const DescentStep& step)
{
    rescale(senses, columns, step);
    if (step.unpopular)
        addAllPulls<true>(senses, columns, step.pulls);
    else
        addAllPulls<false>(senses, columns, step.pulls);
}

void addColumnsOn(std::span<const Half* const> rows, ColumnRange columns, double* sums)
{
    // Eight rows are added in float, which loses next to nothing of float16 values.
    constexpr std::size_t kBlock = 8;
    alignas(64) float partial[kLanes] = {};
    for (std::size_t i = 0; i < rows.size(); i += kBlock) {
        const std::size_t end = std::min(i + kBlock, rows.size());
        for (std::size_t c = 0; c < columns.count; c += kLanes) {
            const std::size_t count = std::min(kLanes, columns.count - c);
            Floats sum = hn::Zero(FloatTag());
            for (std::size_t r = i; r < end; ++r) {
                const Half* from = rows[r] + columns.first + c;
                sum = hn::Add(sum, count == kLanes ? load(from) : loadTail(from, count));
            }
            hn::Store(sum, FloatTag(), partial);
            for (std::size_t lane = 0; lane < count; ++lane)
                sums[c + lane] += static_cast<double>(partial[lane]);
        }
    }
}

float squaredDistanceOn(const Half* row, const float* mean, std::size_t columns)
{
    // As many sums as it takes until the first is ready again.
    constexpr std::size_t kSums = 4;
    Floats sums[kSums];
    for (auto& sum : sums)
        sum = hn::Zero(FloatTag());
    const std::size_t whole = columns / kLanes * kLanes;
    std::size_t c = 0;
    for (; c + kSums * kLanes <= whole; c += kSums * kLanes) {
        HWY_UNROLL(4)
        for (std::size_t v = 0; v < kSums; ++v) {
            const Floats difference =
                hn::Sub(load(row + c + v * kLanes), load(mean + c + v * kLanes));
            sums[v] = hn::MulAdd(difference, difference, sums[v]);
        }
    }
    for (; c < columns; c += kLanes) {
        const Floats x = c < whole ? load(row + c) : loadTail(row + c, columns - c);
        const Floats difference = hn::Sub(x, load(mean + c));
        sums[0] = hn::MulAdd(difference, difference, sums[0]);
    }
    const Floats sum = hn::Add(hn::Add(sums[0], sums[1]), hn::Add(sums[2], sums[3]));
    return hn::GetLane(hn::SumOfLanes(FloatTag(), sum));
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
HWY_EXPORT(fetchColumnsOn);
HWY_EXPORT(descendColumnsOn);
HWY_EXPORT(addColumnsOn);
HWY_EXPORT(squaredDistanceOn);
HWY_EXPORT(instructionSetNameOn);

void scoreColumns(std::span<const Half* const> rows, std::span<const ColumnRange> tiles,
                  const SenseRows<const float>& senses, const ScoreOutput& out)
{
    HWY_DYNAMIC_DISPATCH(scoreColumnsOn)(rows, tiles, senses, out);
}

void fetchColumns(std::span<const Half* const> rows, ColumnRange columns)
{
    HWY_DYNAMIC_DISPATCH(fetchColumnsOn)(rows, columns);
}

void scoreVector(const float* vector, ColumnRange columns, const SenseRows<const float>& senses,
                 const ScoreOutput& out)
{
    HWY_DYNAMIC_DISPATCH(scoreVectorOn)(vector, columns, senses, out);
}

void descendColumns(const SenseRows<float>& senses, ColumnRange columns, const DescentStep& step)
{
    HWY_DYNAMIC_DISPATCH(descendColumnsOn)(senses, columns, step);
}

void addColumns(std::span<const Half* const> rows, ColumnRange columns, double* sums)
{
    HWY_DYNAMIC_DISPATCH(addColumnsOn)(rows, columns, sums);
}

float squaredDistance(const Half* row, const float* mean, std::size_t columns)
{
    return HWY_DYNAMIC_DISPATCH(squaredDistanceOn)(row, mean, columns);
}

std::string instructionSetName()
{
    return HWY_DYNAMIC_DISPATCH(instructionSetNameOn)();
}

} // namespace core
#endif
