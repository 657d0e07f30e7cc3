#pragma once

#include "core/ranking/sense_model.h"

#include <cstddef>
#include <span>
#include <stop_token>

namespace core {

/// Which rows to score, and what is known about them.
struct ScoringRows {
    const FeatureRows* rows = nullptr;
    std::span<const std::size_t> indices;
    std::span<const float> inverseNorms; ///< r of each for the model's mean; empty: computed
    bool onDisk = false;                 ///< not in memory: rows are asked for well ahead
};

/// As respond(), which see. A row's responses have the same bits whatever is scored beside it.
Responses scoreRows(const ScoringRows& wanted, const SenseModel& model, int threads = 0,
                    const std::stop_token& stop = {});

} // namespace core
