#include "core/evaluation/rank_correlation.h"
#include "core/evaluation/tie_groups.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace core {

namespace {

/// Resamples that share one thread's scratch memory, and the step of progress.
constexpr std::size_t kResamplesAtOnce = 4;

/// Marks a resample that leaves ρ undefined, inside this file alone.
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// Draws with replacement, as the number of times that each item is drawn.
class Resampler {
public:
    Resampler(std::size_t items, std::span<const std::int32_t> groups)
        : m_clusters(static_cast<std::uint32_t>(items))
    {
        if (groups.empty())
            return;
        m_clusters = 0;
        m_cluster.reserve(items);
        std::unordered_map<std::int32_t, std::uint32_t> known;
        for (const auto group : groups) {
            const auto cluster =
                group < 0 ? m_clusters : known.try_emplace(group, m_clusters).first->second;
            m_clusters += cluster == m_clusters ? 1 : 0;
            m_cluster.push_back(cluster);
        }
    }

    /// weights [n]; `drawn` is scratch memory.
    void draw(std::uint64_t seed, std::vector<std::uint32_t>& weights,
              std::vector<std::uint32_t>& drawn) const
    {
        if (m_cluster.empty()) {
            drawClusters(seed, weights);
            return;
        }
        drawClusters(seed, drawn);
        weights.resize(m_cluster.size());
        for (std::size_t i = 0; i < m_cluster.size(); ++i)
            weights[i] = drawn[m_cluster[i]];
    }

private:
    void drawClusters(std::uint64_t seed, std::vector<std::uint32_t>& times) const
    {
        times.assign(m_clusters, 0);
        Random random(seed);
        // Lemire's draw (2019) from 32 bits: unbiased, and no division.
        const std::uint32_t unfair = (0U - m_clusters) % m_clusters;
        for (std::uint32_t k = 0; k < m_clusters;) {
            const std::uint64_t product = (random.next() >> 32U) * m_clusters;
            if (static_cast<std::uint32_t>(product) < unfair)
                continue;
            ++times[product >> 32U];
            ++k;
        }
    }

    std::vector<std::uint32_t> m_cluster; ///< of each item; empty where each is its own
    std::uint32_t m_clusters;
};

/// The ranks of a resample, one a tie group, less their mean.
struct CentredRanks {
    std::vector<double> rank;
    double spread = 0.0; ///< Σ over the drawn items of rank²
};

/// The items are never sorted again: their groups' order stays, only sizes change.
void rankResample(const TieGroups& list, std::span<const std::uint32_t> weights,
                  CentredRanks& result)
{
    auto& rank = result.rank;
    rank.assign(list.count, 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i)
        rank[list.group[i]] += weights[i];
    double before = 0.0;
    for (const double size : rank)
        before += size;
    const double mean = (before + 1.0) / 2.0;
    before = 0.0;
    result.spread = 0.0;
    for (double& entry : rank) {
        const double size = entry;
        entry = before + (size + 1.0) / 2.0 - mean;
        result.spread += size * entry * entry;
        before += size;
    }
}

double correlation(const TieGroups& x, const CentredRanks& r, const TieGroups& y,
                   const CentredRanks& s, std::span<const std::uint32_t> weights)
{
    if (r.spread <= 0.0 || s.spread <= 0.0)
        return kUndefined;
    double covariance = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        covariance += weights[i] * r.rank[x.group[i]] * s.rank[y.group[i]];
    return std::clamp(covariance / std::sqrt(r.spread) / std::sqrt(s.spread), -1.0, 1.0);
}

struct Scratch {
    std::vector<std::uint32_t> weights;
    std::vector<std::uint32_t> drawn;
    CentredRanks truth;
    CentredRanks predicted;
};

/// One truth and one or two lists of scores, as groups.
struct Lists {
    TieGroups truth;
    std::vector<TieGroups> predicted;
};

/// ρ of the first scorer, less that of the second where there is one, on one resample.
double statistic(const Lists& lists, Scratch& scratch)
{
    rankResample(lists.truth, scratch.weights, scratch.truth);
    double result = 0.0;
    double sign = 1.0;
    for (const auto& predicted : lists.predicted) {
        rankResample(predicted, scratch.weights, scratch.predicted);
        result += sign
                  * correlation(predicted, scratch.predicted, lists.truth, scratch.truth,
                                scratch.weights);
        sign = -1.0;
    }
    return result;
}

void check(std::size_t items, std::span<const std::int32_t> groups, const BootstrapOptions& options)
{
    if (!groups.empty() && groups.size() != items)
        throw std::invalid_argument("bootstrap: as many groups as items are needed, or none");
    if (options.resamples < 1)
        throw std::invalid_argument("bootstrap: at least one resample is needed");
    if (!(options.level > 0.0 && options.level < 1.0))
        throw std::invalid_argument("bootstrap: the level must lie between 0 and 1");
}

/// The statistic of every resample on which it is defined, ascending.
std::vector<double> resampled(const Lists& lists, const Resampler& resampler,
                              const BootstrapOptions& options, const std::stop_token& stop)
{
    const auto resamples = static_cast<std::size_t>(options.resamples);
    // A seed of its own for each resample, so that it does not matter which thread draws it.
    std::vector<std::uint64_t> seeds(resamples);
    Random random(options.seed);
    for (auto& seed : seeds)
        seed = random.next();

    std::vector<double> values(resamples, kUndefined);
    ParallelOptions parallel;
    parallel.threads = options.threads;
    parallel.stage = "Resampling";
    if (options.observe)
        parallel.observe = [&](const Progress& progress) {
            const std::size_t done = std::min(progress.done * kResamplesAtOnce, resamples);
            options.observe({progress.stage, done, resamples});
        };
    const std::size_t batches = (resamples + kResamplesAtOnce - 1) / kResamplesAtOnce;
    parallelFor(batches, parallel, stop, [&](std::size_t batch) {
        Scratch scratch;
        const std::size_t last = std::min((batch + 1) * kResamplesAtOnce, resamples);
        for (std::size_t b = batch * kResamplesAtOnce; b < last; ++b) {
            throwIfStopped(stop);
            resampler.draw(seeds[b], scratch.weights, scratch.drawn);
            values[b] = statistic(lists, scratch);
        }
    });
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    return values;
}

/// The q-quantile of ascending values at rank q(B + 1), interpolated (Davison, Hinkley 1997,
/// Section 5.2.1): one more resample would fall below it with probability q. The quantile of the
/// values as a list, at rank q(B − 1) + 1, makes intervals of few resamples too narrow.
double quantile(std::span<const double> ascending, double q)
{
    const auto last = static_cast<double>(ascending.size() - 1);
    const double place = std::clamp(q * (last + 2.0) - 1.0, 0.0, last);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], place - static_cast<double>(below));
}

Interval percentileInterval(std::span<const double> ascending, double level)
{
    const double tail = (1.0 - level) / 2.0;
    return {quantile(ascending, tail), quantile(ascending, 1.0 - tail)};
}

} // namespace

std::optional<Interval> bootstrapRho(std::span<const double> predicted,
                                     std::span<const double> truth,
                                     std::span<const std::int32_t> groups,
                                     const BootstrapOptions& options, const std::stop_token& stop)
{
    check(truth.size(), groups, options);
    if (!spearmanRho(predicted, truth))
        return std::nullopt;
    const Lists lists{tieGroups(truth), {tieGroups(predicted)}};
    const auto values = resampled(lists, Resampler(truth.size(), groups), options, stop);
    if (values.empty())
        return std::nullopt;
    return percentileInterval(values, options.level);
}

std::optional<PairedComparison> compareRho(const std::array<std::span<const double>, 2>& predicted,
                                           std::span<const double> truth,
                                           std::span<const std::int32_t> groups,
                                           const BootstrapOptions& options,
                                           const std::stop_token& stop)
{
    check(truth.size(), groups, options);
    const auto firstRho = spearmanRho(predicted[0], truth);
    const auto secondRho = spearmanRho(predicted[1], truth);
    if (!firstRho || !secondRho)
        return std::nullopt;
    const Lists lists{tieGroups(truth), {tieGroups(predicted[0]), tieGroups(predicted[1])}};
    const auto values = resampled(lists, Resampler(truth.size(), groups), options, stop);
    if (values.empty())
        return std::nullopt;

    const auto atMost = std::upper_bound(values.begin(), values.end(), 0.0) - values.begin();
    const auto atLeast = values.end() - std::lower_bound(values.begin(), values.end(), 0.0);
    const auto count = static_cast<double>(values.size());
    const double p = 2.0 * static_cast<double>(std::min(atMost, atLeast)) / count;
    return PairedComparison{.difference = *firstRho - *secondRho,
                            .interval = percentileInterval(values, options.level),
                            .p = std::clamp(p, 1.0 / (options.resamples + 1.0), 1.0)};
}

} // namespace core
