#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core {

// How well scores find the most popular images: a model can rank the bulk and miss the head.
//
// "The most popular p" of n images are the k = max(1, round(p·n)) of the highest y. Where images
// tie at the k-th place, each is one of them with the same probability, and every figure is the
// exact mean over these draws: none depends on the order of the images or on a seed.
//
// All throw std::invalid_argument if the lists differ in length, a value is NaN or a share lies
// outside (0, 1]; and cost O(n) time and memory (see averageRanks()). Pure functions.

/// Popular images, wherever images are told into popular and other ones (the paper, Section 4.5).
inline constexpr double kPopularShare = 0.2;

/// k of n images; 0 where n is 0.
std::size_t headSize(std::size_t n, double share);

/// The probability of each item [n] to be one of the k highest: 1, 0, or where items tie at the
/// k-th place a fraction between. Sums to k. k ≤ n.
std::vector<double> headMembership(std::span<const double> values, std::size_t k);

/// Area under the receiver operating characteristic, positives being the most popular
/// kPopularShare: the probability that a popular image scores higher than one of all the others,
/// equal scores counting a half (scikit-learn's roc_auc_score). 0.5 is chance.
/// nullopt where n < 2 or y is constant.
std::optional<double> auc(std::span<const double> scores, std::span<const double> y);

/// Normalised discounted cumulative gain over all n images: DCG = Σ y_i / log₂(1 + place_i), places
/// by descending score from 1, over the DCG of the best order. Images of equal score share the mean
/// discount of the places that they span (McSherry, Najork 2008; scikit-learn's ndcg_score).
/// 1 is perfect; chance is not 0 and depends on y. nullopt where every y is 0 or there is none, and
/// where a y is negative: such a gain has no meaning.
std::optional<double> ndcg(std::span<const double> scores, std::span<const double> y);

/// Of the k highest scores the share that is among the most popular `share`, k being the number of
/// both; ties among scores are drawn like those of y. Chance is k/n, 1 is perfect.
/// nullopt where n < 2 or y is constant.
std::optional<double> headPrecision(std::span<const double> scores, std::span<const double> y,
                                    double share);

} // namespace core
