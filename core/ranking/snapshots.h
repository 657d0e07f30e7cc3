#pragma once

#include "core/ranking/training_set.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace core {

/// ρ of the scores of `responses` against y.
std::optional<double> rhoOf(const Responses& responses, std::span<const double> y);

/// Looks at a model on a fixed sample of the validation images (of the training images where there
/// is no validation), at most 20,000 of them.
class SnapshotCamera {
public:
    SnapshotCamera(const TrainingSet& set, std::uint64_t seed, int threads);

    /// The parts of a snapshot that the model alone decides: topRows, share, validationRho.
    TrainingSnapshot look(const SenseModel& model) const;

    /// The same from the responses to all validation images, which saves scoring them again.
    TrainingSnapshot look(const Responses& validation) const;

private:
    TrainingSnapshot develop(const Responses& responses) const;

    const TrainingSet& m_set;
    int m_threads;
    bool m_ofValidation;
    std::vector<std::size_t> m_places; ///< of the sample in its split, ascending
    std::vector<std::size_t> m_rows;
    std::vector<float> m_inverseNorms;
    std::vector<double> m_y;
};

} // namespace core
