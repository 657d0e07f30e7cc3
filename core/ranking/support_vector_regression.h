#pragma once

#include "core/progress.h"
#include "core/ranking/trainer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>

namespace core {

struct RegressionOptions {
    /// C > 0. Unset: that of 0.001, 0.01, 0.1 and 1 with the best ρ on the validation images; 0.1
    /// where there are none.
    std::optional<double> cost = {};
    double tube = 0.1;        ///< ε ≥ 0: residuals up to it cost nothing
    double tolerance = 0.001; ///< of the gradient's norm, relative to that of the start
    /// Values that are held in memory at most, 16 bytes each: of more images as many as fit are
    /// drawn by the seed.
    std::size_t maxValues = std::size_t{1} << 26U;
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: as many as the machine has
    ProgressObserver observe = {};
};

struct RegressionResult {
    SenseModel model;       ///< one popular sense, no unpopular one: its score is w·x'
    double cost = 0.0;      ///< C as used
    std::size_t images = 0; ///< of the training images, those that were learned from
};

/// Linear support vector regression on y (Table 6 of the paper; Khosla et al. 2014), by liblinear's
/// primal solver with squared loss:
///
///     min_w ½‖w‖² + C Σ_i max(0, |w·x'_i − (y_i − ȳ)| − ε)²
///
/// on the features that the senses see (x' centred and of unit length; see science.md), so that the
/// two differ by their objective alone. ȳ stands for a bias, which no ranking sees.
///
/// Throws as train() does on its data, std::invalid_argument on options out of range; Cancelled.
/// The result depends on no thread count.
/// stop    asked while rows are read and before each solve: a stop costs at most one solve
/// Cost: O(n · d) an iteration, some tens of iterations for each C; 16 · n · d bytes, see
/// maxValues.
RegressionResult trainRegression(const TrainingData& data, const RegressionOptions& options = {},
                                 const std::stop_token& stop = {});

} // namespace core
