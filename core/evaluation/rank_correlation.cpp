#include "core/evaluation/rank_correlation.h"

#include "core/evaluation/pair_counts.h"
#include "core/evaluation/tie_groups.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace core {

namespace {

double cubeMinusSelf(std::size_t n)
{
    const auto value = static_cast<double>(n);
    return (value * value - 1.0) * value;
}

} // namespace

std::optional<double> equation6Rho(std::span<const double> x, std::span<const double> y)
{
    if (x.size() != y.size())
        throw std::invalid_argument("equation6Rho: the lists differ in length");
    const Vector r = averageRanks(x);
    const Vector s = averageRanks(y);
    if (x.size() < 2)
        return std::nullopt;
    return 1.0 - 6.0 * (r - s).squaredNorm() / cubeMinusSelf(x.size());
}

std::optional<double> equation6Null(std::span<const double> truth)
{
    const double ties = tieCorrection(tieGroups(truth));
    if (truth.size() < 2)
        return std::nullopt;
    return ties / (2.0 * cubeMinusSelf(truth.size()));
}

std::optional<double> rhoCeiling(std::span<const double> truth)
{
    const double ties = tieCorrection(tieGroups(truth));
    if (truth.size() < 2)
        return std::nullopt;
    return std::sqrt(std::max(0.0, 1.0 - ties / cubeMinusSelf(truth.size())));
}

std::optional<double> kendallTauB(std::span<const double> x, std::span<const double> y)
{
    const PairCounts counts = countPairs(x, y);
    if (counts.orderedByX() == 0 || counts.orderedByY() == 0)
        return std::nullopt;
    const double tau = static_cast<double>(counts.concordant - counts.discordant)
                       / std::sqrt(static_cast<double>(counts.orderedByX()))
                       / std::sqrt(static_cast<double>(counts.orderedByY()));
    return std::clamp(tau, -1.0, 1.0);
}

std::optional<double> orderedPairs(std::span<const double> scores, std::span<const double> truth)
{
    const PairCounts counts = countPairs(scores, truth);
    if (counts.orderedByY() == 0)
        return std::nullopt;
    return (static_cast<double>(counts.concordant) + 0.5 * static_cast<double>(counts.tiedInX))
           / static_cast<double>(counts.orderedByY());
}

} // namespace core
