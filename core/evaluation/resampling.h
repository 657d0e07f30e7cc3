#pragma once

#include "core/evaluation/rank_correlation.h"
#include "core/evaluation/tie_groups.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace core {

// What the bootstraps of this station share.

/// Draws with replacement, as the number of times that each item is drawn.
class Resampler {
public:
    /// groups as in bootstrapRho().
    Resampler(std::size_t items, std::span<const std::int32_t> groups);

    /// weights [n]; `drawn` is scratch memory.
    void draw(std::uint64_t seed, std::vector<std::uint32_t>& weights,
              std::vector<std::uint32_t>& drawn) const;

private:
    void drawClusters(std::uint64_t seed, std::vector<std::uint32_t>& times) const;

    std::vector<std::uint32_t> m_cluster; ///< of each item; empty where each is its own
    std::uint32_t m_clusters;
};

/// The ranks of a resample, one a tie group, less their mean.
struct CentredRanks {
    std::vector<double> rank;
    double spread = 0.0; ///< Σ over the drawn items of rank²
};

/// weights [n] how often each item of `list` was drawn. Cost: O(n), nothing is sorted.
void rankResample(const TieGroups& list, std::span<const std::uint32_t> weights,
                  CentredRanks& result);

/// Spearman's ρ of a resample; NaN where it is undefined.
double correlation(const TieGroups& x, const CentredRanks& r, const TieGroups& y,
                   const CentredRanks& s, std::span<const std::uint32_t> weights);

/// Throws std::invalid_argument on options out of range.
void checkBootstrap(const BootstrapOptions& options);

/// What one thread works with.
struct ResampleScratch {
    std::vector<std::uint32_t> weights; ///< [n] the resample at hand
    std::vector<std::uint32_t> drawn;
    CentredRanks truth;
    CentredRanks predicted;
    std::vector<std::uint32_t> part; ///< the weights of some of the items
};

/// Calls visit(resample, scratch) with each resample's weights, on several threads; the draws
/// depend on options.seed alone. Throws Cancelled when stopped.
void forEachResample(const Resampler& resampler, const BootstrapOptions& options,
                     const std::stop_token& stop,
                     const std::function<void(std::size_t, ResampleScratch&)>& visit);

/// values ascending, not empty.
Interval percentileInterval(std::span<const double> ascending, double level);

/// Two-sided, of a difference's resamples (ascending, not empty), of which `resamples` were drawn:
/// 2·min(share ≤ 0, share ≥ 0), in [1/(B + 1), 1].
double twoSidedP(std::span<const double> ascending, int resamples);

} // namespace core
