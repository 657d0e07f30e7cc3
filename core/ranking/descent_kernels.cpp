#include "core/ranking/kernels.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/ranking/descent_kernels.cpp"
// After the definition above, which it reads; this file is then compiled once a target.
#include <hwy/foreach_target.h>
//
#include "core/ranking/fetching_inl.h"

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

// Vectors are no template arguments: an array of registers is one of the language.
// NOLINTBEGIN(modernize-avoid-c-arrays)

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
                           const RowPull* pulls, const Fetching& fetching)
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
    const auto whole = [](const Half* at) HWY_ATTR { return load(at); };
    std::size_t c = 0;
    for (; c + kLine <= columns.count; c += kLine) {
        fetching.step(c);
        HWY_UNROLL(4)
        for (std::size_t v = 0; v < kLine; v += kLanes)
            add(c + v, whole);
    }
    for (; c + kLanes <= columns.count; c += kLanes)
        add(c, whole);
    if (c < columns.count)
        add(c, [&](const Half* at) HWY_ATTR { return loadTail(at, columns.count - c); });
}

template <bool kTwoHalves>
void addAllPulls(const SenseRows<float>& senses, ColumnRange columns, const DescentStep& step)
{
    FetchDealer dealer(step.next, columns, step.pulls.size());
    for (auto pulls = step.pulls; !pulls.empty();) {
        const RowPull& first = pulls.front();
        const std::size_t most = std::min(pulls.size(), kPullRows);
        std::size_t count = 1;
        while (count < most && pulls[count].popular == first.popular
               && pulls[count].unpopular == first.unpopular)
            ++count;
        const Fetching fetching = dealer.deal(count);
        switch (count) {
        case 1:
            addPulls<1, kTwoHalves>(senses, columns, &first, fetching);
            break;
        case 2:
            addPulls<2, kTwoHalves>(senses, columns, &first, fetching);
            break;
        case 3:
            addPulls<3, kTwoHalves>(senses, columns, &first, fetching);
            break;
        default:
            addPulls<kPullRows, kTwoHalves>(senses, columns, &first, fetching);
        }
        pulls = pulls.subspan(count);
    }
}

void descendColumnsOn(const SenseRows<float>& senses, ColumnRange columns, const DescentStep& step)
{
    rescale(senses, columns, step);
    if (step.unpopular)
        addAllPulls<true>(senses, columns, step);
    else
        addAllPulls<false>(senses, columns, step);
}

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace core {

HWY_EXPORT(descendColumnsOn);

void descendColumns(const SenseRows<float>& senses, ColumnRange columns, const DescentStep& step)
{
    HWY_DYNAMIC_DISPATCH(descendColumnsOn)(senses, columns, step);
}

} // namespace core
#endif
