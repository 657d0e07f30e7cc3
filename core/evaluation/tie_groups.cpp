#include "core/evaluation/tie_groups.h"

#include "core/ranking/spearman.h"

#include <cmath>

namespace core {

TieGroups tieGroups(std::span<const double> values)
{
    const Vector ranks = averageRanks(values);
    // An average rank is a multiple of a half, so that twice the rank addresses its group.
    std::vector<std::uint32_t> groupOfTwiceRank(2 * values.size() + 1, 0);
    for (const double rank : ranks)
        groupOfTwiceRank[static_cast<std::size_t>(std::lround(2.0 * rank))] = 1;

    TieGroups result;
    for (auto& group : groupOfTwiceRank) {
        if (group != 0)
            group = static_cast<std::uint32_t>(result.count++);
    }
    result.group.reserve(values.size());
    for (const double rank : ranks)
        result.group.push_back(groupOfTwiceRank[static_cast<std::size_t>(std::lround(2.0 * rank))]);
    return result;
}

std::vector<std::uint32_t> sizesOf(const TieGroups& groups)
{
    std::vector<std::uint32_t> sizes(groups.count, 0);
    for (const auto group : groups.group)
        ++sizes[group];
    return sizes;
}

double tieCorrection(const TieGroups& groups)
{
    double sum = 0.0;
    for (const auto size : sizesOf(groups)) {
        const double t = size;
        sum += (t * t - 1.0) * t;
    }
    return sum;
}

} // namespace core
