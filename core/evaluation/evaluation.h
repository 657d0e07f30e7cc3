#pragma once

#include "core/evaluation/rank_correlation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>

namespace core {

/// ρ on the same images of what a visual model must be read beside. nullopt: not computed, or
/// undefined (no authors, no dates, or none that tell the images apart).
struct Baselines {
    std::optional<double> author = {}; ///< predictByAuthor()
    std::optional<double> time = {};   ///< predictByTime()
    std::optional<double> linear = {}; ///< the ranker of one sense
    std::optional<double> svr = {};    ///< trainRegression()
};

/// How well scores order one split's images. A field that is undefined on these images (or that a
/// later version fills) is nullopt and is shown as such, never as 0.
struct Evaluation {
    std::size_t images = 0;
    std::optional<double> rho;
    std::optional<Interval> rhoInterval;
    std::optional<double> rhoEq6;
    std::optional<double> rhoEq6Null;
    std::optional<double> rhoCeiling;
    std::optional<double> kendallTauB;
    std::optional<double> auc;          ///< of the most popular fifth (head_ranking.h)
    std::optional<double> ndcg;         ///< with gain y
    std::optional<double> precision1;   ///< on the most popular 1%: headPrecision()
    std::optional<double> precision10;  ///< on the most popular 10%
    std::optional<double> orderedPairs; ///< share of viable pairs ordered rightly
    double zeroShare = 0.0;             ///< of images whose count is 0, in [0, 1]
    /// Left to the caller, because its threshold comes from other images: binarised_accuracy.h.
    std::optional<double> binarisedAccuracy;
    Baselines baselines; ///< left to the caller as well
};

/// scores [n] f(x); y [n] log(c + 1); groups as in bootstrapRho.
/// Throws as bootstrapRho. Cost: that of the bootstrap; the rest is O(n log n).
Evaluation evaluate(std::span<const double> scores, std::span<const double> y,
                    std::span<const std::int32_t> groups, const BootstrapOptions& options = {},
                    const std::stop_token& stop = {});

enum class Confound { Author, Time };

/// What orders the images clearly better than the pictures do, without seeing one.
struct Confounded {
    Confound by = Confound::Author;
    double rho = 0.0; ///< of that baseline
};
/// Author or time, whichever is the better, where its ρ lies above the interval of the model's (or
/// where there is no interval, above its ρ by more than 0.02); nullopt where neither does.
std::optional<Confounded> confoundOf(const Evaluation& evaluation);

} // namespace core
