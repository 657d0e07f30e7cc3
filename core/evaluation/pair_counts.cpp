#include "core/evaluation/pair_counts.h"

#include "core/evaluation/tie_groups.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

namespace core {

namespace {

std::int64_t pairs(std::int64_t n)
{
    return n * (n - 1) / 2;
}

std::int64_t tiedPairs(const TieGroups& groups)
{
    std::int64_t sum = 0;
    for (const auto size : sizesOf(groups))
        sum += pairs(size);
    return sum;
}

/// `items` in the order of their groups, otherwise as they stood (a counting sort).
std::vector<std::uint32_t> sortedBy(const TieGroups& groups, std::span<const std::uint32_t> items)
{
    std::vector<std::uint32_t> next = sizesOf(groups);
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::uint32_t{0});
    std::vector<std::uint32_t> sorted(items.size());
    for (const auto item : items)
        sorted[next[groups.group[item]]++] = item;
    return sorted;
}

/// Merges two sorted runs into `out` and counts the pairs that stood the wrong way round.
std::int64_t mergeRuns(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                       std::uint32_t* out)
{
    std::int64_t inversions = 0;
    auto l = left.begin();
    for (auto r = right.begin(); r != right.end(); *out++ = *r++) {
        while (l != left.end() && *l <= *r)
            *out++ = *l++;
        inversions += left.end() - l;
    }
    std::copy(l, left.end(), out);
    return inversions;
}

/// Pairs i < j with values[i] > values[j].
std::int64_t inversionsOf(std::vector<std::uint32_t> values)
{
    std::vector<std::uint32_t> merged(values.size());
    std::int64_t inversions = 0;
    for (std::size_t width = 1; width < values.size(); width *= 2) {
        for (std::size_t first = 0; first < values.size(); first += 2 * width) {
            const std::size_t middle = std::min(first + width, values.size());
            const std::size_t last = std::min(first + 2 * width, values.size());
            const std::span all(std::as_const(values));
            inversions += mergeRuns(all.subspan(first, middle - first),
                                    all.subspan(middle, last - middle), merged.data() + first);
        }
        values.swap(merged);
    }
    return inversions;
}

} // namespace

PairCounts countPairs(std::span<const double> x, std::span<const double> y)
{
    if (x.size() != y.size())
        throw std::invalid_argument("countPairs: the lists differ in length");
    const TieGroups xGroups = tieGroups(x);
    const TieGroups yGroups = tieGroups(y);

    std::vector<std::uint32_t> items(x.size());
    std::iota(items.begin(), items.end(), 0U);
    items = sortedBy(xGroups, sortedBy(yGroups, items));
    std::vector<std::uint32_t> yInOrder(items.size());
    PairCounts counts;
    std::int64_t run = 0; // earlier items equal to this one in both lists
    for (std::size_t k = 0; k < items.size(); ++k) {
        yInOrder[k] = yGroups.group[items[k]];
        const bool same = k > 0 && yInOrder[k] == yInOrder[k - 1]
                          && xGroups.group[items[k]] == xGroups.group[items[k - 1]];
        run = same ? run + 1 : 0;
        counts.tiedInBoth += run;
    }
    counts.tiedInX = tiedPairs(xGroups) - counts.tiedInBoth;
    counts.tiedInY = tiedPairs(yGroups) - counts.tiedInBoth;
    // Items that tie in x stand in the order of y, so that only ordered pairs can be inverted.
    counts.discordant = inversionsOf(std::move(yInOrder));
    counts.concordant = pairs(static_cast<std::int64_t>(x.size())) - counts.discordant
                        - counts.tiedInX - counts.tiedInY - counts.tiedInBoth;
    return counts;
}

} // namespace core
