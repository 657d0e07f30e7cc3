#pragma once

#include <cstddef>

namespace core {

/// The patches whose first pixels lie on one line of a picture, in place: a patch is `runs` runs of
/// `runLength` neighbouring values.
struct PatchLine {
    const float* first = nullptr; ///< the first value of the first patch
    std::size_t count = 0;        ///< patches
    std::size_t step = 0;         ///< values from a patch to the next
    std::size_t runs = 0;
    std::size_t runLength = 0;
    std::size_t runStride = 0;             ///< values from a run to the next
    const float* means = nullptr;          ///< [count] of each patch's values
    const float* inverseSpreads = nullptr; ///< [count]
};

struct Atoms {
    const float* filters = nullptr; ///< [runs × runLength × count] row-major
    const float* sums = nullptr;    ///< [count] of each column of the filters
    const float* offsets = nullptr; ///< [count] taken from each answer, threshold and all
    std::size_t count = 0;          ///< a multiple of kAtomsMultiple
};

/// What a count of atoms divides by, so that no vector of this program is cut.
inline constexpr std::size_t kAtomsMultiple = 32;

/// pool[k] += Σ over patches p of max(0, ((p − mean) · filter k) × inverse spread − offset k).
/// Dispatched at run time to the machine's vectors. Throws std::invalid_argument on a count of
/// atoms that is no multiple of kAtomsMultiple.
void addActivations(const PatchLine& line, const Atoms& atoms, float* pool);

} // namespace core
