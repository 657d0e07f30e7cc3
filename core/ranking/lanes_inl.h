// Vectors of rows and weights. Included once for each instruction set.
#if defined(SENSESCOPE_RANKING_LANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef SENSESCOPE_RANKING_LANES_INL_H
#undef SENSESCOPE_RANKING_LANES_INL_H
#else
#define SENSESCOPE_RANKING_LANES_INL_H
#endif

#include "core/linalg.h"

#include <hwy/highway.h>

#include <cstddef>
#include <cstring>

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

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
