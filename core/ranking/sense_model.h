#pragma once

#include "core/feature_rows.h"
#include "core/linalg.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

enum class Polarity { Popular, Unpopular };

/// One sense of a model: "+1" … "+S⁺" are the popular ones, "-1" … "-S⁻" the unpopular ones.
struct SenseId {
    Polarity polarity = Polarity::Popular;
    int index = 0; ///< 0-based within its polarity

    std::string name() const; ///< "+1", "-3"
    friend bool operator==(const SenseId&, const SenseId&) = default;
};

/// The latent ranking model of Equations 2-5: f(x) = max_s w_s⁺·x' − max_s w_s⁻·x', where
/// x' = (x − mean)·r and r = 1/‖x − mean‖ (0 where x equals the mean).
struct SenseModel {
    MatrixF popular;   ///< W⁺ [S⁺ × d], S⁺ ≥ 1
    MatrixF unpopular; ///< W⁻ [S⁻ × d], S⁻ may be 0
    VectorF mean;      ///< μ [d], of the raw training rows

    std::size_t dimension() const { return static_cast<std::size_t>(mean.size()); }
    std::size_t senseCount() const;
    std::vector<SenseId> senses() const; ///< the popular ones first
};

/// Every sense's response to every asked-for image.
struct Responses {
    MatrixF popular;   ///< [n × S⁺] w_s⁺·x'
    MatrixF unpopular; ///< [n × S⁻] w_s⁻·x'

    std::size_t rows() const { return static_cast<std::size_t>(popular.rows()); }

    /// f(x) of row i (Equation 5); without unpopular senses f⁺ alone.
    float score(std::size_t i) const;
    std::vector<float> scores() const;
    /// argmax of row i among the senses of `polarity`; ties go to the lowest index.
    int responding(std::size_t i, Polarity polarity) const;
};

/// Responses to the rows `indices` of `rows`, in that order.
///
/// threads   0: as many as the machine has
/// Throws std::invalid_argument if the model's dimension is not rows.columns() or an index is out
/// of range; Cancelled when stopped. Cost: one pass over the rows, O(n·d·S).
Responses respond(const FeatureRows& rows, std::span<const std::size_t> indices,
                  const SenseModel& model, int threads = 0, const std::stop_token& stop = {});

} // namespace core
