#include "core/catalogue/collection.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace core {

std::string_view splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return "train";
    case Split::Validation:
        return "validation";
    case Split::Test:
        return "test";
    }
    return {};
}

std::string_view engagementName(Engagement engagement)
{
    return engagement == Engagement::Low ? "low" : "high";
}

std::string_view engagementName(EngagementChoice choice)
{
    switch (choice) {
    case EngagementChoice::Low:
        return "low";
    case EngagementChoice::High:
        return "high";
    case EngagementChoice::Combined:
        return "combined";
    }
    return {};
}

bool Collection::hasPictures() const
{
    return std::ranges::any_of(paths, [](const std::string& path) { return !path.empty(); });
}

bool Collection::hasMeasure(Engagement engagement) const
{
    return std::ranges::any_of(measures,
                               [&](const Measure& m) { return m.engagement == engagement; });
}

std::vector<std::size_t> Collection::measuresOf(EngagementChoice choice) const
{
    std::vector<std::size_t> positions;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const bool low = measures[m].engagement == Engagement::Low;
        if (choice == EngagementChoice::Combined || low == (choice == EngagementChoice::Low))
            positions.push_back(m);
    }
    return positions;
}

std::vector<std::int64_t>
Collection::summedCounts(const std::vector<std::size_t>& measurePositions) const
{
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> sums(size(), 0);
    for (const auto m : measurePositions) {
        const auto& column = counts.at(m);
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] = column[i] > kMost - sums[i] ? kMost : sums[i] + column[i];
    }
    return sums;
}

std::vector<double> popularity(const std::vector<std::int64_t>& counts)
{
    std::vector<double> y(counts.size());
    std::ranges::transform(counts, y.begin(), [](std::int64_t count) {
        if (count < 0)
            throw std::invalid_argument("popularity: a count is negative");
        return std::log1p(static_cast<double>(count));
    });
    return y;
}

std::vector<Split> randomSplit(std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    const auto order = randomOrder(n, random);
    // Rounded to the nearest image: 70% and 80% of n.
    const std::size_t trainingEnd = (7 * n + 5) / 10;
    const std::size_t validationEnd = (8 * n + 5) / 10;
    std::vector<Split> split(n, Split::Test);
    for (std::size_t rank = 0; rank < validationEnd; ++rank)
        split[order[rank]] = rank < trainingEnd ? Split::Train : Split::Validation;
    return split;
}

} // namespace core
