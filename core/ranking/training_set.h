#pragma once

#include "core/ranking/descent.h"
#include "core/ranking/trainer.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace core {

/// What every run over the same data shares: the training images in ascending order of popularity,
/// and what centring needs.
struct TrainingSet {
    const TrainingData* data = nullptr; ///< borrowed
    std::vector<std::size_t> members;   ///< row numbers
    std::vector<double> y;              ///< ascending
    std::vector<float> inverseNorms;
    std::vector<float> validationNorms;
    VectorF mean;
    bool bounded = false; ///< the rows do not fit in memory

    DescentData descentData() const
    {
        return {.rows = data->rows, .members = members, .y = y, .inverseNorms = inverseNorms};
    }
};

/// Checks the data (see train() for what it throws) and prepares them: two passes over the rows.
/// bounded   the rows do not fit in memory: what has been read is let go of
TrainingSet prepareTraining(const TrainingData& data, int threads, const std::stop_token& stop = {},
                            bool bounded = false);

/// The rows take more than `memory` bytes.
bool exceedsMemory(const FeatureRows& rows, std::optional<std::size_t> memory);

} // namespace core
