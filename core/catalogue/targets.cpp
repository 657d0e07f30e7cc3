#include "core/catalogue/targets.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace core {

namespace {

constexpr double kSecondsADay = 86'400.0;

/// Sums over the training images of one author.
struct Sum {
    double images = 0.0;
    double y = 0.0;

    double mean() const { return y / images; }
};

struct TrainingSums {
    Sum all; // images without an author too
    std::vector<Sum> authors;
    double within = 0.0; // Σ (y − ȳ_a)²
};

TrainingSums sumsOf(std::span<const double> y, std::span<const std::int32_t> authors,
                    const Splits& splits)
{
    const auto most = authors.empty() ? -1 : std::ranges::max(authors);
    TrainingSums sums;
    sums.authors.resize(static_cast<std::size_t>(most) + 1);
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (splits[i] != Split::Train)
            continue;
        sums.all.images += 1.0;
        sums.all.y += y[i];
        if (authors[i] >= 0) {
            auto& author = sums.authors[static_cast<std::size_t>(authors[i])];
            author.images += 1.0;
            author.y += y[i];
        }
    }
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (splits[i] == Split::Train && authors[i] >= 0) {
            const double off = y[i] - sums.authors[static_cast<std::size_t>(authors[i])].mean();
            sums.within += off * off;
        }
    }
    return sums;
}

/// k of the header; nullopt: authors are not told apart.
std::optional<double> shrinkage(const TrainingSums& sums)
{
    double authors = 0.0;
    Sum known;
    double squares = 0.0; // Σ n_a²
    for (const auto& author : sums.authors) {
        if (author.images == 0.0)
            continue;
        authors += 1.0;
        known.images += author.images;
        known.y += author.y;
        squares += author.images * author.images;
    }
    if (authors < 2.0 || known.images <= authors)
        return std::nullopt;
    double between = 0.0;
    for (const auto& author : sums.authors) {
        if (author.images > 0.0)
            between += author.images * std::pow(author.mean() - known.mean(), 2);
    }
    const double withinSquare = sums.within / (known.images - authors);
    const double betweenSquare = between / (authors - 1.0);
    const double perAuthor = (known.images - squares / known.images) / (authors - 1.0);
    const double variance = (betweenSquare - withinSquare) / perAuthor;
    return variance > 0.0 ? std::optional(withinSquare / variance) : std::nullopt;
}

} // namespace

std::string_view targetName(Target target)
{
    switch (target) {
    case Target::Raw:
        return "raw";
    case Target::Day:
        return "day";
    case Target::Author:
        return "author";
    }
    return {};
}

std::vector<std::optional<double>>
popularityPerDay(std::span<const std::int64_t> counts,
                 std::span<const std::optional<std::int64_t>> dates, std::int64_t collected)
{
    if (counts.size() != dates.size())
        throw std::invalid_argument("popularityPerDay: as many dates as counts are needed");
    std::vector<std::optional<double>> y(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] < 0)
            throw std::invalid_argument("popularityPerDay: a count is negative");
        if (!dates[i])
            continue;
        const double seconds = static_cast<double>(collected) - static_cast<double>(*dates[i]);
        y[i] = std::log1p(static_cast<double>(counts[i]) / std::max(1.0, seconds / kSecondsADay));
    }
    return y;
}

std::optional<std::int64_t> newestDate(std::span<const std::optional<std::int64_t>> dates)
{
    return dates.empty() ? std::nullopt : std::ranges::max(dates); // nullopt is below all dates
}

std::vector<double> authorResiduals(std::span<const double> y,
                                    std::span<const std::int32_t> authors, const Splits& splits)
{
    if (authors.size() != y.size() || splits.size() != y.size())
        throw std::invalid_argument("authorResiduals: lists of different length");
    const auto sums = sumsOf(y, authors, splits);
    const double overall = sums.all.images > 0.0 ? sums.all.mean() : 0.0;
    std::vector<double> usual(sums.authors.size(), overall);
    if (const auto k = shrinkage(sums)) {
        for (std::size_t a = 0; a < usual.size(); ++a) {
            const auto& author = sums.authors[a];
            if (author.images > 0.0)
                usual[a] += author.images / (author.images + *k) * (author.mean() - overall);
        }
    }
    std::vector<double> residuals(y.size());
    for (std::size_t i = 0; i < y.size(); ++i)
        residuals[i] =
            y[i] - (authors[i] < 0 ? overall : usual[static_cast<std::size_t>(authors[i])]);
    return residuals;
}

std::optional<std::string> missingFor(Target target, const Collection& collection)
{
    if (target == Target::Day
        && std::ranges::none_of(collection.dates, [](const auto& date) { return !!date; }))
        return "Popularity a day needs dates, and this collection has none: import its table again "
               "and say which column has them (import --date COL), or learn the raw popularity.";
    if (target == Target::Author && collection.authorNames.empty())
        return "Popularity beyond the author's usual needs authors, and this collection has none: "
               "import its table again and say which column has them (import --author COL), or "
               "learn the raw popularity.";
    return std::nullopt;
}

} // namespace core
