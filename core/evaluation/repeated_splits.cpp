#include "core/evaluation/repeated_splits.h"

#include "core/evaluation/resampling.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <utility>

namespace core {

namespace {

struct RankedSplit {
    std::span<const std::uint32_t> images;
    TieGroups predicted;
    TieGroups truth;
};

std::vector<RankedSplit> ranked(const RepeatedScores& scores, std::size_t images)
{
    std::vector<RankedSplit> splits;
    for (const auto& split : scores) {
        if (split.images.size() != split.predicted.size()
            || split.images.size() != split.truth.size())
            throw std::invalid_argument("repeated splits: lists of different length");
        if (std::ranges::any_of(split.images, [&](std::uint32_t image) { return image >= images; }))
            throw std::invalid_argument("repeated splits: no image of the collection");
        splits.push_back({split.images, tieGroups(split.predicted), tieGroups(split.truth)});
    }
    return splits;
}

double meanRho(const std::vector<RankedSplit>& splits, ResampleScratch& scratch)
{
    double sum = 0.0;
    for (const auto& split : splits) {
        scratch.part.clear();
        for (const auto image : split.images)
            scratch.part.push_back(scratch.weights[image]);
        rankResample(split.truth, scratch.part, scratch.truth);
        rankResample(split.predicted, scratch.part, scratch.predicted);
        sum += correlation(split.predicted, scratch.predicted, split.truth, scratch.truth,
                           scratch.part);
    }
    return sum / static_cast<double>(splits.size());
}

/// ρ of each split; nullopt where one is undefined.
std::optional<std::vector<double>> rhosOf(const RepeatedScores& scores)
{
    std::vector<double> rhos;
    for (const auto& split : scores) {
        const auto rho = spearmanRho(split.predicted, split.truth);
        if (!rho)
            return std::nullopt;
        rhos.push_back(*rho);
    }
    if (rhos.empty())
        return std::nullopt;
    return rhos;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

std::vector<double> definedAscending(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::ranges::sort(values);
    return values;
}

} // namespace

std::vector<RepeatedResamples> resampleRepeated(std::span<const RepeatedScores> models,
                                                std::size_t images,
                                                std::span<const std::int32_t> groups,
                                                const BootstrapOptions& options,
                                                const std::stop_token& stop)
{
    checkBootstrap(options);
    if (!groups.empty() && groups.size() != images)
        throw std::invalid_argument("repeated splits: as many groups as images are needed");
    std::vector<std::vector<RankedSplit>> rankedModels;
    for (const auto& model : models)
        rankedModels.push_back(ranked(model, images));
    std::vector<RepeatedResamples> result(models.size());
    for (auto& resamples : result)
        resamples.means.resize(static_cast<std::size_t>(options.resamples));
    forEachResample(Resampler(images, groups), options, stop,
                    [&](std::size_t b, ResampleScratch& scratch) {
                        for (std::size_t m = 0; m < rankedModels.size(); ++m)
                            result[m].means[b] = meanRho(rankedModels[m], scratch);
                    });
    return result;
}

std::optional<RepeatedRho> repeatedRho(const RepeatedScores& scores,
                                       const RepeatedResamples& resamples,
                                       const BootstrapOptions& options)
{
    const auto rhos = rhosOf(scores);
    const auto values = definedAscending(resamples.means);
    if (!rhos || values.empty())
        return std::nullopt;
    const double mean = meanOf(*rhos);
    double squares = 0.0;
    for (const double rho : *rhos)
        squares += (rho - mean) * (rho - mean);
    const auto freedom = static_cast<double>(std::max<std::size_t>(rhos->size() - 1, 1));
    return RepeatedRho{.mean = mean,
                       .deviation = std::sqrt(squares / freedom),
                       .interval = percentileInterval(values, options.level)};
}

std::optional<PairedComparison> compareRepeated(const RepeatedScores& first,
                                                const RepeatedResamples& firstResamples,
                                                const RepeatedScores& second,
                                                const RepeatedResamples& secondResamples,
                                                const BootstrapOptions& options)
{
    if (firstResamples.means.size() != secondResamples.means.size())
        throw std::invalid_argument("repeated splits: not the same resamples");
    const auto firstRhos = rhosOf(first);
    const auto secondRhos = rhosOf(second);
    std::vector<double> differences(firstResamples.means.size());
    std::ranges::transform(firstResamples.means, secondResamples.means, differences.begin(),
                           std::minus<>());
    differences = definedAscending(std::move(differences));
    if (!firstRhos || !secondRhos || differences.empty())
        return std::nullopt;
    return PairedComparison{.difference = meanOf(*firstRhos) - meanOf(*secondRhos),
                            .interval = percentileInterval(differences, options.level),
                            .p = twoSidedP(differences, options.resamples)};
}

} // namespace core
