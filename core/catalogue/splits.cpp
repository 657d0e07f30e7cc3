#include "core/catalogue/splits.h"

#include "core/error.h"
#include "core/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace core {

namespace {

constexpr std::size_t kSides = 3;
constexpr std::array kShares{0.7, 0.1, 0.2}; // in the order of Split
constexpr int kMostDeals = 32;
constexpr int kMostMendings = 8; // passes over the authors

/// Which side each author is on, and how many images and authors each side has.
class Deal {
public:
    Deal(std::span<const std::size_t> sizes, std::size_t images)
        : m_sizes(sizes)
        , m_sides(sizes.size())
    {
        for (std::size_t s = 0; s < kSides; ++s)
            m_targets[s] = kShares[s] * static_cast<double>(images);
    }

    void drawBy(Random& random)
    {
        m_images.fill(0.0);
        m_authors.fill(0);
        for (const auto author : randomOrder(m_sizes.size(), random))
            put(author, leastFilled());
    }

    /// Moves single authors as long as that brings the sides nearer to their shares.
    void mend()
    {
        bool moved = true;
        for (int pass = 0; moved && pass < kMostMendings; ++pass) {
            moved = false;
            for (std::size_t author = 0; author < m_sizes.size(); ++author)
                moved = improve(author) || moved;
        }
    }

    /// Images on a wrong side: 0 at best.
    double deviation() const
    {
        double sum = 0.0;
        for (std::size_t s = 0; s < kSides; ++s)
            sum += std::abs(m_images[s] - m_targets[s]);
        return sum;
    }

    const std::vector<std::uint8_t>& sides() const { return m_sides; }

private:
    double sizeOf(std::size_t author) const { return static_cast<double>(m_sizes[author]); }

    std::size_t leastFilled() const
    {
        std::size_t least = 0;
        for (std::size_t s = 1; s < kSides; ++s) {
            if (m_images[s] / m_targets[s] < m_images[least] / m_targets[least])
                least = s;
        }
        return least;
    }

    void put(std::size_t author, std::size_t side)
    {
        m_sides[author] = static_cast<std::uint8_t>(side);
        m_images[side] += sizeOf(author);
        ++m_authors[side];
    }

    bool improve(std::size_t author)
    {
        const std::size_t from = m_sides[author];
        if (m_authors[from] == 1)
            return false;
        const auto deviationOf = [&](std::size_t side, double images) {
            return std::abs(images - m_targets[side]);
        };
        const double size = sizeOf(author);
        const double gain =
            deviationOf(from, m_images[from]) - deviationOf(from, m_images[from] - size);
        double best = 1e-9; // rounding is no gain
        std::size_t to = from;
        for (std::size_t s = 0; s < kSides; ++s) {
            const double all =
                gain + deviationOf(s, m_images[s]) - deviationOf(s, m_images[s] + size);
            if (s != from && all > best) {
                best = all;
                to = s;
            }
        }
        if (to == from)
            return false;
        m_images[from] -= size;
        --m_authors[from];
        put(author, to);
        return true;
    }

    std::span<const std::size_t> m_sizes; // images of each author
    std::vector<std::uint8_t> m_sides;
    std::array<double, kSides> m_targets{};
    std::array<double, kSides> m_images{};
    std::array<std::size_t, kSides> m_authors{};
};

/// Authors numbered from 0 without gaps: who made each image.
struct Authorship {
    std::vector<std::size_t> author; // [n]
    std::vector<std::size_t> sizes;  // images of each author
};

Authorship authorshipOf(std::span<const std::int32_t> authors)
{
    const auto most = authors.empty() ? -1 : std::ranges::max(authors);
    constexpr auto kUnseen = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> numbers(static_cast<std::size_t>(most) + 1, kUnseen);
    Authorship result;
    result.author.reserve(authors.size());
    for (const auto author : authors) {
        std::size_t own = kUnseen;
        std::size_t& number = author < 0 ? own : numbers[static_cast<std::size_t>(author)];
        if (number == kUnseen) {
            number = result.sizes.size();
            result.sizes.push_back(0);
        }
        result.author.push_back(number);
        ++result.sizes[number];
    }
    return result;
}

/// Of the places where a new moment begins, that nearest to `wanted` in [least, most].
std::size_t nearestBorder(std::span<const std::size_t> borders, std::size_t wanted,
                          std::size_t least, std::size_t most)
{
    const auto from = borders.begin() + static_cast<std::ptrdiff_t>(least);
    const auto to = borders.begin() + static_cast<std::ptrdiff_t>(most) + 1;
    auto found = std::lower_bound(from, to, wanted);
    if (found == to || (found != from && wanted - *(found - 1) <= *found - wanted))
        --found;
    return static_cast<std::size_t>(found - borders.begin());
}

} // namespace

std::string_view splitRuleName(SplitRule rule)
{
    switch (rule) {
    case SplitRule::Random:
        return "random";
    case SplitRule::Author:
        return "author";
    case SplitRule::Time:
        return "time";
    case SplitRule::Column:
        return "column";
    }
    return {};
}

std::size_t leftOut(const Splits& splits)
{
    return static_cast<std::size_t>(std::ranges::count(splits, Splits::value_type()));
}

Splits authorSplit(std::span<const std::int32_t> authors, std::uint64_t seed)
{
    const auto made = authorshipOf(authors);
    if (made.sizes.size() < kSides)
        throw Error("A split by author needs at least three authors, and this collection has "
                    + std::to_string(made.sizes.size())
                    + ": split it at random, or import it with another author column.");
    Random random(seed);
    Deal deal(made.sizes, authors.size());
    std::vector<std::uint8_t> best;
    double bestDeviation = std::numeric_limits<double>::infinity();
    // What rounding to whole images may cost: 12 of them, for instance, are 8.4, 1.2 and 2.4.
    constexpr double kNear = 1.25;
    for (int i = 0; i < kMostDeals && bestDeviation > kNear; ++i) {
        deal.drawBy(random);
        deal.mend();
        if (deal.deviation() < bestDeviation) {
            bestDeviation = deal.deviation();
            best = deal.sides();
        }
    }
    Splits splits(authors.size());
    std::ranges::transform(made.author, splits.begin(),
                           [&](std::size_t author) { return static_cast<Split>(best[author]); });
    return splits;
}

Splits timeSplit(std::span<const std::optional<std::int64_t>> dates)
{
    std::vector<std::size_t> dated;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (dates[i])
            dated.push_back(i);
    }
    std::ranges::stable_sort(dated, {}, [&](std::size_t i) { return *dates[i]; });
    std::vector<std::size_t> borders; // places in `dated` where a later moment begins
    for (std::size_t k = 1; k < dated.size(); ++k) {
        if (dates[dated[k - 1]] != dates[dated[k]])
            borders.push_back(k);
    }
    if (borders.size() < 2)
        throw Error("A split by time needs at least three different dates, and this collection has "
                    + std::to_string(dated.empty() ? 0 : borders.size() + 1)
                    + ": split it at random, or import it with another date column.");
    const auto last = borders.size() - 1;
    const auto training = nearestBorder(borders, (7 * dated.size() + 5) / 10, 0, last - 1);
    const auto validation = nearestBorder(borders, (8 * dated.size() + 5) / 10, training + 1, last);

    Splits splits(dates.size());
    for (std::size_t k = 0; k < dated.size(); ++k) {
        const bool late = k >= borders[training];
        const auto judged = k < borders[validation] ? Split::Validation : Split::Test;
        splits[dated[k]] = late ? judged : Split::Train;
    }
    return splits;
}

std::optional<std::string> missingFor(SplitRule rule, const Collection& collection)
{
    const auto missing = [](const char* what, const char* option) {
        return "This collection has no " + std::string(what)
               + ": import its table again and say which column has it (import --" + option
               + "), or choose another split.";
    };
    switch (rule) {
    case SplitRule::Random:
        break;
    case SplitRule::Author:
        if (collection.authorNames.empty())
            return missing("authors", "author COL");
        break;
    case SplitRule::Time:
        if (std::ranges::none_of(collection.dates, [](const auto& date) { return !!date; }))
            return missing("dates", "date COL");
        break;
    case SplitRule::Column:
        if (collection.tableSplit.empty())
            return missing("split of its own for all images", "split COL");
        break;
    }
    return std::nullopt;
}

Splits splitBy(SplitRule rule, const Collection& collection, std::uint64_t seed)
{
    if (const auto missing = missingFor(rule, collection))
        throw Error(*missing);
    switch (rule) {
    case SplitRule::Author:
        return authorSplit(collection.authors, seed);
    case SplitRule::Time:
        return timeSplit(collection.dates);
    case SplitRule::Column:
        return {collection.tableSplit.begin(), collection.tableSplit.end()};
    case SplitRule::Random:
        break;
    }
    const auto drawn = randomSplit(collection.size(), seed);
    return {drawn.begin(), drawn.end()};
}

} // namespace core
