#pragma once

#include "core/catalogue/splits.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What a run learns to order (science.md, "Targets").
enum class Target {
    Raw,    ///< y = log(c + 1)
    Day,    ///< popularity a day: older images had more time to be counted
    Author, ///< popularity beyond the author's usual
};

std::string_view targetName(Target target); ///< "raw", "day", "author"

/// y_i = log(c_i / max(1, t_i) + 1), t_i the days (of 86,400 s, fractions too) from the image's
/// date until `collected`, when the counts were read.
///
/// counts [n] ≥ 0, dates [n] seconds since 1970 (UTC); nullopt where an image has no date.
/// Throws std::invalid_argument where lengths differ or a count is negative.
std::vector<std::optional<double>>
popularityPerDay(std::span<const std::int64_t> counts,
                 std::span<const std::optional<std::int64_t>> dates, std::int64_t collected);

/// The newest date: when the counts were read, as far as the images tell. nullopt: none has one.
std::optional<std::int64_t> newestDate(std::span<const std::optional<std::int64_t>> dates);

/// y_i minus what is usual for the author a of image i, known from the training images alone:
///
///     residual_i = y_i − m_a,    m_a = ȳ + n_a / (n_a + k) · (ȳ_a − ȳ)
///
/// ȳ is the mean of all training images, ȳ_a that of the author's n_a ones: an author of few images
/// is shrunk towards all, and one without any (or an image without an author) has m = ȳ.
/// k = σ²/τ², the variance within authors over that between them, as the training images show it:
/// σ² = MSW and τ² = (MSB − MSW)/n₀ of the one-way analysis of variance with random effects
/// (n₀ = (N − Σ n_a²/N)/(A − 1), N images by A authors). Where τ² ≤ 0, or no author has two images,
/// authors are not told apart and every m is ȳ.
///
/// y [n] log(c + 1); authors [n], below 0 where unknown; splits [n], whose training side counts
/// Throws std::invalid_argument where lengths differ.
/// Cost: O(n).
std::vector<double> authorResiduals(std::span<const double> y,
                                    std::span<const std::int32_t> authors, const Splits& splits);

/// Whether the collection has what `target` needs; where not, a sentence that says what to do.
std::optional<std::string> missingFor(Target target, const Collection& collection);

} // namespace core
