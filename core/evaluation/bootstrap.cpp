#include "core/evaluation/rank_correlation.h"
#include "core/evaluation/resampling.h"
#include "core/evaluation/tie_groups.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

/// One truth and one or two lists of scores, as groups.
struct Lists {
    TieGroups truth;
    std::vector<TieGroups> predicted;
};

/// ρ of the first scorer, less that of the second where there is one, on one resample.
double statistic(const Lists& lists, ResampleScratch& scratch)
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
    checkBootstrap(options);
}

/// The statistic of every resample on which it is defined, ascending.
std::vector<double> resampled(const Lists& lists, const Resampler& resampler,
                              const BootstrapOptions& options, const std::stop_token& stop)
{
    std::vector<double> values(static_cast<std::size_t>(options.resamples));
    forEachResample(resampler, options, stop, [&](std::size_t b, ResampleScratch& scratch) {
        values[b] = statistic(lists, scratch);
    });
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    return values;
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

    return PairedComparison{.difference = *firstRho - *secondRho,
                            .interval = percentileInterval(values, options.level),
                            .p = twoSidedP(values, options.resamples)};
}

} // namespace core
