#pragma once

#include "core/error.h"
#include "core/feature_rows.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
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

    /// Different rows from several threads at once.
    ///
    /// values   [columns], each times `scale` into float16; throws Error where one is then not
    ///          finite, and the row is zero
    void setRow(std::size_t index, std::span<const float> values, float scale)
    {
        if (index >= m_rows || values.size() != m_columns)
            throw std::invalid_argument("HeldRows: the row does not fit");
        const std::span row(m_values.data() + index * m_columns, m_columns);
        for (std::size_t i = 0; i < m_columns; ++i) {
            row[i] = Half(values[i] * scale);
            if (!Eigen::numext::isfinite(row[i])) {
                std::ranges::fill(row, Half(0));
                throw Error("Feature " + std::to_string(i + 1)
                            + " of the picture is not a number that float16 can hold: choose "
                              "another layer of the network.");
            }
        }
    }

private:
    std::size_t m_rows;
    std::size_t m_columns;
    std::vector<Half> m_values;
};

} // namespace core
