#pragma once

#include "core/feature_rows.h"
#include "core/random.h"
#include "core/ranking/trainer.h"

#include <cstddef>
#include <numeric>
#include <vector>

namespace core {

/// Feature rows held in memory.
class MemoryRows final : public FeatureRows {
public:
    MemoryRows(std::size_t rows, std::size_t columns)
        : m_rows(rows)
        , m_columns(columns)
        , m_values(rows * columns)
    {
    }

    MemoryRows(std::size_t rows, std::size_t columns, Random& random)
        : MemoryRows(rows, columns)
    {
        for (auto& value : m_values)
            value = Half(static_cast<float>(random.normal()));
    }

    std::size_t rows() const override { return m_rows; }
    std::size_t columns() const override { return m_columns; }
    const Half* row(std::size_t index) const override
    {
        return m_values.data() + index * m_columns;
    }

    Half& at(std::size_t row, std::size_t column) { return m_values[row * m_columns + column]; }
    double value(std::size_t row, std::size_t column) const
    {
        return static_cast<double>(static_cast<float>(m_values[row * m_columns + column]));
    }
    void set(std::size_t row, std::size_t column, double value)
    {
        at(row, column) = Half(static_cast<float>(value));
    }

private:
    std::size_t m_rows;
    std::size_t m_columns;
    std::vector<Half> m_values;
};

/// Standard Gaussian features.
inline MemoryRows randomRows(std::size_t rows, std::size_t columns, Random& random)
{
    return {rows, columns, random};
}

/// Rows 0 … n−1.
inline std::vector<std::size_t> rowNumbers(std::size_t count, std::size_t first = 0)
{
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

/// The first rows for training, the others for validation; y is column 0 plus some noise.
inline TrainingData halfPredictable(const MemoryRows& rows, std::size_t training, Random& random)
{
    TrainingData data{.rows = &rows,
                      .training = rowNumbers(training),
                      .trainingY = {},
                      .validation = rowNumbers(rows.rows() - training, training),
                      .validationY = {}};
    for (std::size_t i = 0; i < rows.rows(); ++i)
        (i < training ? data.trainingY : data.validationY)
            .push_back(rows.value(i, 0) + 0.5 * random.normal());
    return data;
}

} // namespace core
