#pragma once

#include "core/evaluation/rank_correlation.h"
#include "core/ranking/sense_model.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace core {

/// How popular a sense's images are: the median of their `percentiles` [n], the mean of the two
/// middle ones where n is even; nullopt where n = 0. Cost: O(n).
std::optional<double> typicalPercentile(std::vector<double> percentiles);

/// That median's interval by bootstrap; groups as in
/// bootstrapRho(). nullopt where n = 0. Throws as bootstrapRho().
/// Cost: O(n log n), and O(n) a resample.
std::optional<Interval> typicalInterval(std::span<const double> percentiles,
                                        std::span<const std::int32_t> groups,
                                        const BootstrapOptions& options,
                                        const std::stop_token& stop = {});

/// How many different authors `authors` [n] are; an image of −1, unknown, is by one of its own.
std::size_t authorCount(std::span<const std::int32_t> authors);

/// The other sense of the same polarity that is most alike.
struct Sibling {
    SenseId id;
    double cosine = 0.0; ///< between the two rows of weights

    friend bool operator==(const Sibling&, const Sibling&) = default;
};
/// In the model's order, popular senses first; nullopt where a sense is the only one of its
/// polarity or has no weights. Cost: O(S²·d).
std::vector<std::optional<Sibling>> nearestSiblings(const SenseModel& model);

/// The top images of each sense of one polarity: rows of one list of images, in any order.
using TopSets = std::vector<std::vector<std::size_t>>;

/// How well each of `senses` is found again among `others`: |A ∩ B|/|A ∪ B| of its top images and
/// those of the sense that it is matched with, the two sides matched one to one so that the sum is
/// highest (bestAssignment). A sense that gets no partner, and two without images, have 0.
/// Returns [senses.size()], in [0, 1]. Cost: O(S·S'·top), and that of the matching.
std::vector<double> foundAgain(const TopSets& senses, const TopSets& others);

} // namespace core
