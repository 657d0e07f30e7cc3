#pragma once

#include "core/progress.h"
#include "core/ranking/spearman.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>

namespace core {

/// Equation 6 as printed, 1 − 6Σd²/(n(n²−1)), on average ranks; right only without ties.
/// nullopt where n < 2. Throws as spearmanRho().
std::optional<double> equation6Rho(std::span<const double> x, std::span<const double> y);
/// What Equation 6 gives an unskilled scorer without ties of its own: T/(2N), T = Σ(t³ − t) over
/// the tie groups of `truth`, N = n³ − n. nullopt where n < 2.
std::optional<double> equation6Null(std::span<const double> truth);
/// The most that ties in `truth` leave to ρ of a scorer without ties: √(1 − T/N).
std::optional<double> rhoCeiling(std::span<const double> truth);

/// Kendall's τ-b (SciPy's kendalltau): concordant minus discordant pairs, over the geometric mean
/// of the pairs that each list orders. nullopt where n < 2 or one list is constant. Throws as
/// spearmanRho(). Cost: O(n log n) (Knight 1966).
std::optional<double> kendallTauB(std::span<const double> x, std::span<const double> y);

/// The share of viable pairs (truth_i > truth_j) that the scores order rightly, a pair of equal
/// scores counting a half: 0.5 is chance, 1 perfect, and a scorer that says the same of all gets
/// 0.5. nullopt where no pair is viable. Throws and costs as kendallTauB().
std::optional<double> orderedPairs(std::span<const double> scores, std::span<const double> truth);

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

struct BootstrapOptions {
    int resamples = 1000; ///< B ≥ 1
    double level = 0.95;  ///< in (0, 1)
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: as many as the machine has; the result does not depend on it
    ProgressObserver observe = {};
};

/// Percentile bootstrap of ρ. `groups` [n] or empty: where given (the author of each image; an
/// image of −1, unknown, is a group of its own), groups are drawn in place of images.
/// nullopt where ρ is undefined; resamples on which it is undefined are left out.
/// Throws std::invalid_argument on lists of different length, a NaN or options out of range;
/// Cancelled when stopped. Cost: O(n) a resample.
std::optional<Interval> bootstrapRho(std::span<const double> predicted,
                                     std::span<const double> truth,
                                     std::span<const std::int32_t> groups,
                                     const BootstrapOptions& options,
                                     const std::stop_token& stop = {});

/// Two scorers of the same images.
struct PairedComparison {
    double difference = 0.0; ///< ρ of the first minus ρ of the second
    Interval interval;
    /// Two-sided, from the bootstrap: 2·min(share ≤ 0, share ≥ 0), in [1/(B+1), 1].
    double p = 1.0;
};
/// What the two predict, the first's list and the second's, is scored on the same resamples.
/// Otherwise as bootstrapRho().
std::optional<PairedComparison> compareRho(const std::array<std::span<const double>, 2>& predicted,
                                           std::span<const double> truth,
                                           std::span<const std::int32_t> groups,
                                           const BootstrapOptions& options,
                                           const std::stop_token& stop = {});

} // namespace core
