#include "core/ranking/sense_weights.h"

#include <algorithm>

namespace core {

SenseWeights::SenseWeights(const SenseModel& model)
    : m_popular(static_cast<std::size_t>(model.popular.rows()))
    , m_unpopular(static_cast<std::size_t>(model.unpopular.rows()))
    , m_dimension(model.dimension())
    // One more line of cache than needed: rows a power of two apart would fight for one place in
    // it.
    , m_stride(padded(m_dimension) + kLanePadding)
    , m_values(hwy::AllocateAligned<float>((senses() + 1) * m_stride))
{
    std::fill_n(m_values.get(), (senses() + 1) * m_stride, 0.0F);
    for (std::size_t s = 0; s < senses(); ++s) {
        const MatrixF& from = s < m_popular ? model.popular : model.unpopular;
        const auto row = static_cast<Eigen::Index>(s < m_popular ? s : s - m_popular);
        std::copy_n(from.row(row).data(), m_dimension, sense(s));
    }
    std::copy_n(model.mean.data(), m_dimension, sense(senses()));
}

void SenseWeights::copyColumns(ColumnRange columns, SenseModel& to) const
{
    for (std::size_t s = 0; s < senses(); ++s) {
        MatrixF& half = s < m_popular ? to.popular : to.unpopular;
        const auto row = static_cast<Eigen::Index>(s < m_popular ? s : s - m_popular);
        std::copy_n(sense(s) + columns.first, columns.count, half.row(row).data() + columns.first);
    }
}

} // namespace core
