#pragma once

#include "core/catalogue/collection.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What decides which images are learned from and which are judged by (science.md, "Splits").
enum class SplitRule {
    Random, ///< 70/10/20 drawn by a seed
    Author, ///< the same, but all images of an author on one side
    Time,   ///< trained on the past: training dates < validation dates < test dates
    Column, ///< as a column of the table says
};

std::string_view splitRuleName(SplitRule rule); ///< "random", "author", "time", "column"

/// Position i belongs to image i; nullopt: the image is on no side and left out.
using Splits = std::vector<std::optional<Split>>;

std::size_t leftOut(const Splits& splits); ///< images on no side

/// 70% training, 10% validation, 20% test, as near as whole authors allow (counted in images),
/// drawn by `seed`. Same authors and seed, same split, on every machine.
///
/// authors [n]  any number ≥ 0 for each author; an image below 0 is by an author of its own
/// Throws Error where there are fewer than three authors.
/// Authors are dealt in random order, each to the side that is filled least, which favours no size
/// of author anywhere; of at most 32 deals, each mended by moving single authors, the one nearest
/// to 70/10/20 is taken. Cost: O(n) and O(authors) a deal; one deal where authors are many.
Splits authorSplit(std::span<const std::int32_t> authors, std::uint64_t seed);

/// The oldest 70% train, the next 10% validate, the newest 20% test, as near as equal moments,
/// which stay together, allow. Images without a date are left out.
///
/// dates [n]  seconds since 1970 (UTC)
/// Throws Error where there are fewer than three different dates.
/// Cost: O(n log n).
Splits timeSplit(std::span<const std::optional<std::int64_t>> dates);

/// Whether the collection has what `rule` needs; where not, a sentence that says what to do.
std::optional<std::string> missingFor(SplitRule rule, const Collection& collection);

/// The split of each image [n]. `seed` is used by Random and Author alone.
/// Throws Error where the collection has no authors, dates or split column for it.
Splits splitBy(SplitRule rule, const Collection& collection, std::uint64_t seed);

} // namespace core
