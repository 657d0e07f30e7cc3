#include "core/evaluation/resampling.h"

#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <unordered_map>

namespace core {

namespace {

/// Resamples that share one thread's scratch memory, and the step of progress.
constexpr std::size_t kResamplesAtOnce = 4;

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

} // namespace

Resampler::Resampler(std::size_t items, std::span<const std::int32_t> groups)
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

void Resampler::draw(std::uint64_t seed, std::vector<std::uint32_t>& weights,
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

void Resampler::drawClusters(std::uint64_t seed, std::vector<std::uint32_t>& times) const
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

// The items are never sorted again: their groups' order stays, only sizes change.
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
        return std::numeric_limits<double>::quiet_NaN();
    double covariance = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        covariance += weights[i] * r.rank[x.group[i]] * s.rank[y.group[i]];
    return std::clamp(covariance / std::sqrt(r.spread) / std::sqrt(s.spread), -1.0, 1.0);
}

void checkBootstrap(const BootstrapOptions& options)
{
    if (options.resamples < 1)
        throw std::invalid_argument("bootstrap: at least one resample is needed");
    if (!(options.level > 0.0 && options.level < 1.0))
        throw std::invalid_argument("bootstrap: the level must lie between 0 and 1");
}

void forEachResample(const Resampler& resampler, const BootstrapOptions& options,
                     const std::stop_token& stop,
                     const std::function<void(std::size_t, ResampleScratch&)>& visit)
{
    const auto resamples = static_cast<std::size_t>(options.resamples);
    // A seed of its own for each resample, so that it does not matter which thread draws it.
    std::vector<std::uint64_t> seeds(resamples);
    Random random(options.seed);
    for (auto& seed : seeds)
        seed = random.next();

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
        ResampleScratch scratch;
        const std::size_t last = std::min((batch + 1) * kResamplesAtOnce, resamples);
        for (std::size_t b = batch * kResamplesAtOnce; b < last; ++b) {
            throwIfStopped(stop);
            resampler.draw(seeds[b], scratch.weights, scratch.drawn);
            visit(b, scratch);
        }
    });
}

Interval percentileInterval(std::span<const double> ascending, double level)
{
    const double tail = (1.0 - level) / 2.0;
    return {quantile(ascending, tail), quantile(ascending, 1.0 - tail)};
}

double twoSidedP(std::span<const double> ascending, int resamples)
{
    const auto atMost =
        std::upper_bound(ascending.begin(), ascending.end(), 0.0) - ascending.begin();
    const auto atLeast =
        ascending.end() - std::lower_bound(ascending.begin(), ascending.end(), 0.0);
    const auto count = static_cast<double>(ascending.size());
    const double p = 2.0 * static_cast<double>(std::min(atMost, atLeast)) / count;
    return std::clamp(p, 1.0 / (resamples + 1.0), 1.0);
}

} // namespace core
