#include "core/evaluation/head_ranking.h"

#include "core/evaluation/tie_groups.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace core {

namespace {

void requireSameLength(std::span<const double> scores, std::span<const double> y,
                       const char* caller)
{
    if (scores.size() != y.size())
        throw std::invalid_argument(std::string(caller) + ": the lists differ in length");
}

/// [groups] from the smallest value on.
std::vector<double> membershipOfGroups(const TieGroups& groups, std::size_t k)
{
    std::vector<double> membership(groups.count, 0.0);
    const auto sizes = sizesOf(groups);
    auto left = static_cast<double>(k);
    for (std::size_t group = groups.count; group-- > 0 && left > 0.0;) {
        membership[group] = std::min(1.0, left / sizes[group]);
        left -= sizes[group];
    }
    return membership;
}

std::vector<double> membershipOf(const TieGroups& groups, std::size_t k)
{
    const auto ofGroup = membershipOfGroups(groups, k);
    std::vector<double> membership;
    membership.reserve(groups.group.size());
    for (const auto group : groups.group)
        membership.push_back(ofGroup[group]);
    return membership;
}

/// Σ y_i times the mean discount of its group's places, the last group standing first.
double discountedGain(const TieGroups& groups, std::span<const double> y)
{
    std::vector<double> gain(groups.count, 0.0);
    for (std::size_t i = 0; i < y.size(); ++i)
        gain[groups.group[i]] += y[i];
    const auto sizes = sizesOf(groups);
    double sum = 0.0;
    double place = 1.0;
    for (std::size_t group = groups.count; group-- > 0;) {
        double discount = 0.0;
        for (std::uint32_t i = 0; i < sizes[group]; ++i, place += 1.0)
            discount += 1.0 / std::log2(1.0 + place);
        sum += gain[group] * discount / sizes[group];
    }
    return sum;
}

} // namespace

std::size_t headSize(std::size_t n, double share)
{
    if (!(share > 0.0 && share <= 1.0))
        throw std::invalid_argument("headSize: the share must lie in (0, 1]");
    const auto rounded = static_cast<std::size_t>(std::llround(share * static_cast<double>(n)));
    return std::min(n, std::max<std::size_t>(1, rounded));
}

std::vector<double> headMembership(std::span<const double> values, std::size_t k)
{
    if (k > values.size())
        throw std::invalid_argument("headMembership: there are not as many items");
    return membershipOf(tieGroups(values), k);
}

std::optional<double> auc(std::span<const double> scores, std::span<const double> y)
{
    requireSameLength(scores, y, "auc");
    const TieGroups byScore = tieGroups(scores);
    const TieGroups byY = tieGroups(y);
    if (byY.count < 2)
        return std::nullopt;
    const std::size_t k = headSize(y.size(), kPopularShare);
    const auto popular = membershipOf(byY, k);
    std::vector<double> popularAt(byScore.count, 0.0);
    for (std::size_t i = 0; i < y.size(); ++i)
        popularAt[byScore.group[i]] += popular[i];

    // An image drawn as popular with probability f weighs f among the popular and 1 − f among the
    // others. What it so wins against the images that it ties with at the k-th place is a half of
    // all, as it is in the mean over the draws.
    const auto sizes = sizesOf(byScore);
    double won = 0.0;
    double othersBelow = 0.0;
    for (std::size_t group = 0; group < byScore.count; ++group) {
        const double others = sizes[group] - popularAt[group];
        won += popularAt[group] * (othersBelow + 0.5 * others);
        othersBelow += others;
    }
    return won / static_cast<double>(k) / static_cast<double>(y.size() - k);
}

std::optional<double> ndcg(std::span<const double> scores, std::span<const double> y)
{
    requireSameLength(scores, y, "ndcg");
    const TieGroups byScore = tieGroups(scores);
    const TieGroups byY = tieGroups(y);
    if (std::ranges::any_of(y, [](double gain) { return gain < 0.0; }))
        return std::nullopt;
    const double ideal = discountedGain(byY, y);
    if (ideal <= 0.0)
        return std::nullopt;
    return discountedGain(byScore, y) / ideal;
}

std::optional<double> headPrecision(std::span<const double> scores, std::span<const double> y,
                                    double share)
{
    requireSameLength(scores, y, "headPrecision");
    const std::size_t k = headSize(y.size(), share);
    const TieGroups byY = tieGroups(y);
    const auto chosen = headMembership(scores, k);
    if (byY.count < 2)
        return std::nullopt;
    const auto popular = membershipOf(byY, k);
    double hits = 0.0;
    for (std::size_t i = 0; i < y.size(); ++i)
        hits += chosen[i] * popular[i];
    return hits / static_cast<double>(k);
}

} // namespace core
