#include "core/features/patch_kernels.h"

#include <stdexcept>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/features/patch_kernels.cpp"
// After the definition above, which it reads; this file is then compiled once a target.
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace core::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::CappedTag<float, kAtomsMultiple / 2>;
using Floats = hn::Vec<FloatTag>;

// Vectors are no template arguments: an array of registers is one of the language.
// NOLINTBEGIN(modernize-avoid-c-arrays)

constexpr std::size_t kPatches = 6; // whose sums fill the registers, times kVectors
constexpr std::size_t kVectors = 2;

HWY_INLINE std::size_t lanes()
{
    return hn::Lanes(FloatTag());
}

/// Sums of R patches from `first` on with the atoms from `atom` on, added to their pool.
template <std::size_t R>
HWY_INLINE void addTile(const PatchLine& line, std::size_t first, const Atoms& atoms,
                        std::size_t atom, float* pool)
{
    const FloatTag tag;
    Floats sums[R][kVectors];
    HWY_UNROLL(8)
    for (std::size_t r = 0; r < R; ++r) {
        HWY_UNROLL(8)
        for (std::size_t v = 0; v < kVectors; ++v)
            sums[r][v] = hn::Zero(tag);
    }
    const float* filter = atoms.filters + atom;
    for (std::size_t run = 0; run < line.runs; ++run) {
        const float* values = line.first + first * line.step + run * line.runStride;
        for (std::size_t i = 0; i < line.runLength; ++i, ++values, filter += atoms.count) {
            Floats weights[kVectors];
            HWY_UNROLL(8)
            for (std::size_t v = 0; v < kVectors; ++v)
                weights[v] = hn::LoadU(tag, filter + v * lanes());
            HWY_UNROLL(8)
            for (std::size_t r = 0; r < R; ++r) {
                const Floats value = hn::Set(tag, values[r * line.step]);
                HWY_UNROLL(8)
                for (std::size_t v = 0; v < kVectors; ++v)
                    sums[r][v] = hn::MulAdd(value, weights[v], sums[r][v]);
            }
        }
    }
    HWY_UNROLL(8)
    for (std::size_t v = 0; v < kVectors; ++v) {
        const std::size_t at = atom + v * lanes();
        const Floats filterSums = hn::LoadU(tag, atoms.sums + at);
        const Floats offsets = hn::LoadU(tag, atoms.offsets + at);
        Floats total = hn::LoadU(tag, pool + at);
        HWY_UNROLL(8)
        for (std::size_t r = 0; r < R; ++r) {
            const Floats mean = hn::Set(tag, line.means[first + r]);
            const Floats inverse = hn::Set(tag, line.inverseSpreads[first + r]);
            const Floats centred = hn::NegMulAdd(mean, filterSums, sums[r][v]);
            const Floats answer = hn::MulSub(centred, inverse, offsets);
            total = hn::Add(total, hn::Max(answer, hn::Zero(tag)));
        }
        hn::StoreU(total, tag, pool + at);
    }
}

void addLine(const PatchLine& line, const Atoms& atoms, float* pool)
{
    for (std::size_t atom = 0; atom < atoms.count; atom += kVectors * lanes()) {
        std::size_t patch = 0;
        for (; patch + kPatches <= line.count; patch += kPatches)
            addTile<kPatches>(line, patch, atoms, atom, pool);
        for (; patch < line.count; ++patch)
            addTile<1>(line, patch, atoms, atom, pool);
    }
}

// NOLINTEND(modernize-avoid-c-arrays)

} // namespace core::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace core {

HWY_EXPORT(addLine);

void addActivations(const PatchLine& line, const Atoms& atoms, float* pool)
{
    if (atoms.count % kAtomsMultiple != 0)
        throw std::invalid_argument("atoms come in multiples of kAtomsMultiple");
    HWY_DYNAMIC_DISPATCH(addLine)(line, atoms, pool);
}

} // namespace core

#endif
