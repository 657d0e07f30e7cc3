#include "core/ranking/kernels.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/ranking/row_kernels.cpp"
// After the definition above, which it reads; this file is then compiled once a target.
#include <hwy/foreach_target.h>
//
#include "core/ranking/lanes_inl.h"

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

// Vectors are no template arguments: an array of registers is one of the language.
// NOLINTBEGIN(modernize-avoid-c-arrays)

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

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace core {

HWY_EXPORT(addColumnsOn);
HWY_EXPORT(squaredDistanceOn);

void addColumns(std::span<const Half* const> rows, ColumnRange columns, double* sums)
{
    HWY_DYNAMIC_DISPATCH(addColumnsOn)(rows, columns, sums);
}

float squaredDistance(const Half* row, const float* mean, std::size_t columns)
{
    return HWY_DYNAMIC_DISPATCH(squaredDistanceOn)(row, mean, columns);
}

} // namespace core
#endif
