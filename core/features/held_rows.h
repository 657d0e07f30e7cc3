#pragma once

#include "core/feature_rows.h"

#include <cstddef>
#include <span>
#include <stdexcept>
#include <vector>

namespace core {

/// A few feature rows in memory, of pictures that are in no project.
class HeldRows final : public FeatureRows {
public:
    HeldRows(std::size_t rows, std::size_t columns)
        : m_rows(rows)
        , m_columns(columns)
        , m_values(rows * columns)
    {
    }

    std::size_t rows() const override { return m_rows; }
    std::size_t columns() const override { return m_columns; }
    const Half* row(std::size_t index) const override
    {
        return m_values.data() + index * m_columns;
    }

    /// values   [columns], each times `scale` into float16; different rows from several threads
    void setRow(std::size_t index, std::span<const float> values, float scale)
    {
        if (index >= m_rows || values.size() != m_columns)
            throw std::invalid_argument("HeldRows: the row does not fit");
        for (std::size_t i = 0; i < m_columns; ++i)
            m_values[index * m_columns + i] = Half(values[i] * scale);
    }

private:
    std::size_t m_rows;
    std::size_t m_columns;
    std::vector<Half> m_values;
};

} // namespace core
