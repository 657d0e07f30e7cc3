#include "core/ranking/objective.h"

#include <algorithm>
#include <stdexcept>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/ranking/objective.cpp"
// After the definition above, which it reads; this file is then compiled once a target.
#include <hwy/foreach_target.h>
//
#include "core/ranking/lanes_inl.h"

// Once for all targets.
#ifndef SENSESCOPE_RANKING_PAIR_LOOP
#define SENSESCOPE_RANKING_PAIR_LOOP
namespace core {

/// One half of the objective; both arrays may be read and written a vector beyond the last image.
struct PairHalf {
    const float* response = nullptr;
    float* coefficient = nullptr;
};

struct PairLoop {
    std::span<const float> y;            ///< ascending
    std::span<const std::uint32_t> less; ///< image i is viable with the first less[i] images
    PairHalf popular;
    PairHalf unpopular; ///< nulls: the popular half alone
    float least = 0.0F;
    float slope = 0.0F;
};

} // namespace core
#endif

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

using FloatMask = hn::Mask<FloatTag>;

/// The hinges of one half for one image i, against a vector of less popular images j at a time.
struct HingeRow {
    PairHalf half;
    Floats direction; ///< 1 where the more popular image is to respond more, −1 where less
    Floats own;
    Floats count = hn::Zero(FloatTag());
    Floats sum = hn::Zero(FloatTag());

    HWY_INLINE HingeRow(const PairHalf& of, float sign, std::size_t i)
        : half(of)
        , direction(hn::Set(FloatTag(), sign))
        , own(hn::Set(FloatTag(), of.response[i]))
    {
    }

    HWY_INLINE void add(std::size_t j, Floats margin, FloatMask viable)
    {
        const FloatTag tag;
        const Floats lead = hn::Mul(direction, hn::Sub(own, hn::LoadU(tag, half.response + j)));
        const Floats hinge = hn::IfThenElseZero(viable, hn::Sub(margin, lead));
        const FloatMask violated = hn::Gt(hinge, hn::Zero(tag));
        const Floats step = hn::IfThenElseZero(violated, direction);
        sum = hn::Add(sum, hn::IfThenElseZero(violated, hinge));
        count = hn::Add(count, step);
        float* coefficient = half.coefficient + j;
        hn::StoreU(hn::Add(hn::LoadU(tag, coefficient), step), tag, coefficient);
    }

    /// Closes the row of image i; returns the sum of its hinges.
    HWY_INLINE double close(std::size_t i) const
    {
        half.coefficient[i] -= hn::GetLane(hn::SumOfLanes(FloatTag(), count));
        return static_cast<double>(hn::GetLane(hn::SumOfLanes(FloatTag(), sum)));
    }
};

template <bool kTwoHalves>
void addPairs(const PairLoop& loop, PairLosses& losses)
{
    const FloatTag tag;
    const Floats least = hn::Set(tag, loop.least);
    const Floats slope = hn::Set(tag, loop.slope);
    for (std::size_t i = 0; i < loop.y.size(); ++i) {
        const Floats y = hn::Set(tag, loop.y[i]);
        HingeRow popular(loop.popular, 1.0F, i);
        HingeRow unpopular(kTwoHalves ? loop.unpopular : loop.popular, -1.0F, i);
        for (std::size_t j = 0; j < loop.less[i]; j += hn::Lanes(tag)) {
            const Floats gap = hn::Sub(y, hn::LoadU(tag, loop.y.data() + j));
            const Floats margin = hn::Max(least, hn::Mul(slope, gap));
            const FloatMask viable = hn::FirstN(tag, loop.less[i] - j);
            popular.add(j, margin, viable);
            if constexpr (kTwoHalves)
                unpopular.add(j, margin, viable);
        }
        losses.popularSum += popular.close(i);
        if constexpr (kTwoHalves)
            losses.unpopularSum += unpopular.close(i);
    }
}

void addPairsOn(const PairLoop& loop, PairLosses& losses)
{
    if (loop.unpopular.response == nullptr)
        addPairs<false>(loop, losses);
    else
        addPairs<true>(loop, losses);
}

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace core {

HWY_EXPORT(addPairsOn);

namespace {

// What a vector may read and write beyond the last image.
constexpr std::size_t kSlack = 16;

} // namespace

PairObjective::PairObjective(Margin margin, double alpha)
    : m_least(margin == Margin::Fixed  ? 1.0F
              : margin == Margin::Soft ? static_cast<float>(alpha)
                                       : 0.0F)
    , m_slope(margin == Margin::Fixed ? 0.0F : 1.0F)
{
}

std::size_t PairObjective::arrange(std::span<const double> y)
{
    m_y.assign(y.size() + kSlack, 0.0F);
    m_less.resize(y.size());
    std::size_t viable = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (i > 0 && !(y[i - 1] <= y[i]))
            throw std::invalid_argument("PairObjective: y does not ascend");
        m_y[i] = static_cast<float>(y[i]);
        const bool tied = i > 0 && y[i - 1] == y[i];
        m_less[i] = tied ? m_less[i - 1] : static_cast<std::uint32_t>(i);
        viable += m_less[i];
    }
    return viable;
}

PairLosses PairObjective::coefficients(const ScoredBatch& batch, std::span<float> popular,
                                       std::span<float> unpopular)
{
    const std::size_t size = batch.y.size();
    const bool twoHalves = !batch.unpopular.empty();
    if (batch.popular.size() != size || popular.size() != size
        || unpopular.size() != batch.unpopular.size() || (twoHalves && unpopular.size() != size))
        throw std::invalid_argument("PairObjective: lists of different length");

    PairLosses losses;
    losses.viable = arrange(batch.y);
    const std::size_t room = size + kSlack;
    m_responses.assign(2 * room, 0.0F);
    m_coefficients.assign(2 * room, 0.0F);
    std::ranges::copy(batch.popular, m_responses.begin());
    std::ranges::copy(batch.unpopular, m_responses.data() + room);

    PairLoop loop{.y = std::span(m_y).first(size),
                  .less = m_less,
                  .popular = {m_responses.data(), m_coefficients.data()},
                  .unpopular = {},
                  .least = m_least,
                  .slope = m_slope};
    if (twoHalves)
        loop.unpopular = {m_responses.data() + room, m_coefficients.data() + room};
    HWY_DYNAMIC_DISPATCH(addPairsOn)(loop, losses);
    std::copy_n(m_coefficients.data(), size, popular.data());
    std::copy_n(m_coefficients.data() + room, unpopular.size(), unpopular.data());
    return losses;
}

} // namespace core
#endif
