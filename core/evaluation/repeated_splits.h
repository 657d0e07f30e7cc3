#pragma once

#include "core/evaluation/rank_correlation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace core {

/// What a model, trained for one split of a collection, says of that split's test images.
struct SplitScores {
    std::vector<std::uint32_t> images; ///< [n] numbers of the test images in the collection
    std::vector<double> predicted;     ///< [n] f(x)
    std::vector<double> truth;         ///< [n] y
};

/// A model trained for several splits of one collection. The test images of two splits overlap, so
/// that the splits are no independent trials: a resample draws the images of the whole *collection*
/// (or its authors), and every split is scored on what it has of them.
using RepeatedScores = std::vector<SplitScores>;

/// The mean over a model's splits of ρ on each resample [B]; NaN where one of them is undefined.
struct RepeatedResamples {
    std::vector<double> means;
};

/// images  of the collection; groups as in bootstrapRho(), [images] or empty
/// The models' resamples are the same ones, so that two of them can be compared.
/// Throws std::invalid_argument on lists of different length, a number that is no image of the
/// collection, a NaN or options out of range; Cancelled when stopped.
/// Cost: O(images + Σ n) a resample.
std::vector<RepeatedResamples> resampleRepeated(std::span<const RepeatedScores> models,
                                                std::size_t images,
                                                std::span<const std::int32_t> groups,
                                                const BootstrapOptions& options,
                                                const std::stop_token& stop = {});

/// How well a model does over its splits.
struct RepeatedRho {
    double mean = 0.0;
    double deviation = 0.0; ///< standard deviation over the splits; 0 of one alone
    Interval interval;      ///< of the mean
};
/// nullopt where ρ is undefined on a split or on every resample.
std::optional<RepeatedRho> repeatedRho(const RepeatedScores& scores,
                                       const RepeatedResamples& resamples,
                                       const BootstrapOptions& options);

/// The first model's mean ρ less the second's, resample by resample. Each is held against its own
/// truth, so that what is compared may also be two measures of popularity of the same images.
std::optional<PairedComparison> compareRepeated(const RepeatedScores& first,
                                                const RepeatedResamples& firstResamples,
                                                const RepeatedScores& second,
                                                const RepeatedResamples& secondResamples,
                                                const BootstrapOptions& options);

} // namespace core
