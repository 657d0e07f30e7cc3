#pragma once

#include "core/ranking/kernels.h"
#include "core/ranking/sense_model.h"

#include <hwy/aligned_allocator.h>

#include <cstddef>

namespace core {

/// A model as the kernels want it: W⁺ above W⁻ above μ, rows aligned and padded with zeros.
class SenseWeights {
public:
    explicit SenseWeights(const SenseModel& model);

    std::size_t senses() const { return m_popular + m_unpopular; }
    std::size_t popularSenses() const { return m_popular; }
    std::size_t unpopularSenses() const { return m_unpopular; }
    std::size_t dimension() const { return m_dimension; }

    SenseRows<const float> rows() const { return {m_values.get(), m_stride, senses()}; }
    SenseRows<float> rows() { return {m_values.get(), m_stride, senses()}; }
    const float* mean() const { return m_values.get() + senses() * m_stride; }
    float* sense(std::size_t index) { return m_values.get() + index * m_stride; }
    const float* sense(std::size_t index) const { return m_values.get() + index * m_stride; }

    /// Writes the weights of some columns into a model of the same shape.
    void copyColumns(ColumnRange columns, SenseModel& to) const;

private:
    std::size_t m_popular;
    std::size_t m_unpopular;
    std::size_t m_dimension;
    std::size_t m_stride;
    hwy::AlignedFreeUniquePtr<float[]> m_values; // NOLINT(modernize-avoid-c-arrays): its type
};

} // namespace core
