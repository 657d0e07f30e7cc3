#include "core/insight/sense_trust.h"

#include "core/evaluation/resampling.h"
#include "core/insight/assignment.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <stdexcept>

namespace core {

namespace {

/// The weighted median of values that ascend: the mean of the two middle ones where two are.
double medianOf(std::span<const double> ascending, std::span<const std::size_t> order,
                std::span<const std::uint32_t> weights, std::uint64_t total)
{
    const std::uint64_t lower = (total - 1) / 2; // places of the middle, from 0
    const std::uint64_t upper = total / 2;
    std::uint64_t before = 0;
    double first = 0.0;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        const std::uint64_t after = before + weights[order[i]];
        if (before <= lower && lower < after)
            first = ascending[i];
        if (before <= upper && upper < after)
            return 0.5 * (first + ascending[i]);
        before = after;
    }
    return first;
}

void addSiblings(const MatrixF& weights, Polarity polarity,
                 std::vector<std::optional<Sibling>>& siblings)
{
    const VectorF lengths = weights.rowwise().norm();
    const MatrixF products = weights * weights.transpose();
    for (Eigen::Index s = 0; s < weights.rows(); ++s) {
        std::optional<Sibling> nearest;
        for (Eigen::Index other = 0; other < weights.rows(); ++other) {
            const float scale = lengths(s) * lengths(other);
            if (other == s || scale <= 0.0F)
                continue;
            const auto cosine = static_cast<double>(products(s, other) / scale);
            if (!nearest || cosine > nearest->cosine)
                nearest =
                    Sibling{{polarity, static_cast<int>(other)}, std::clamp(cosine, -1.0, 1.0)};
        }
        siblings.push_back(nearest);
    }
}

/// |A ∩ B|/|A ∪ B| of two ascending lists; 0 where both are empty.
double overlap(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b)
{
    std::vector<std::size_t> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    const auto either = a.size() + b.size() - both.size();
    return either == 0 ? 0.0 : static_cast<double>(both.size()) / static_cast<double>(either);
}

TopSets ascending(TopSets sets)
{
    for (auto& set : sets)
        std::ranges::sort(set);
    return sets;
}

} // namespace

std::optional<double> typicalPercentile(std::vector<double> percentiles)
{
    if (percentiles.empty())
        return std::nullopt;
    const auto middle = percentiles.begin() + static_cast<std::ptrdiff_t>(percentiles.size() / 2);
    std::ranges::nth_element(percentiles, middle);
    if (percentiles.size() % 2 == 1)
        return *middle;
    return 0.5 * (*middle + *std::max_element(percentiles.begin(), middle));
}

std::optional<Interval> typicalInterval(std::span<const double> percentiles,
                                        std::span<const std::int32_t> groups,
                                        const BootstrapOptions& options,
                                        const std::stop_token& stop)
{
    checkBootstrap(options);
    if (!groups.empty() && groups.size() != percentiles.size())
        throw std::invalid_argument("typicalInterval: as many groups as images are needed");
    if (percentiles.empty())
        return std::nullopt;
    std::vector<std::size_t> order(percentiles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return percentiles[i]; });
    std::vector<double> sorted;
    sorted.reserve(order.size());
    for (const auto i : order)
        sorted.push_back(percentiles[i]);

    std::vector<double> medians(static_cast<std::size_t>(options.resamples));
    forEachResample(Resampler(percentiles.size(), groups), options, stop,
                    [&](std::size_t b, ResampleScratch& scratch) {
                        const auto total = std::accumulate(scratch.weights.begin(),
                                                           scratch.weights.end(), std::uint64_t{0});
                        medians[b] = medianOf(sorted, order, scratch.weights, total);
                    });
    std::ranges::sort(medians);
    return percentileInterval(medians, options.level);
}

std::size_t authorCount(std::span<const std::int32_t> authors)
{
    std::set<std::int32_t> known;
    std::size_t unknown = 0;
    for (const auto author : authors) {
        if (author < 0)
            ++unknown;
        else
            known.insert(author);
    }
    return known.size() + unknown;
}

std::vector<std::optional<Sibling>> nearestSiblings(const SenseModel& model)
{
    std::vector<std::optional<Sibling>> siblings;
    addSiblings(model.popular, Polarity::Popular, siblings);
    addSiblings(model.unpopular, Polarity::Unpopular, siblings);
    return siblings;
}

std::vector<double> foundAgain(const TopSets& senses, const TopSets& others)
{
    std::vector<double> found(senses.size(), 0.0);
    if (senses.empty() || others.empty())
        return found;
    const auto ours = ascending(senses);
    const auto theirs = ascending(others);
    const auto rows = static_cast<Eigen::Index>(ours.size());
    // As many columns as rows at least: a sense that gets one of those added has no partner.
    Matrix gain = Matrix::Zero(rows, std::max(rows, static_cast<Eigen::Index>(theirs.size())));
    for (std::size_t a = 0; a < ours.size(); ++a)
        for (std::size_t b = 0; b < theirs.size(); ++b)
            gain(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) =
                overlap(ours[a], theirs[b]);
    const auto partner = bestAssignment(gain);
    for (std::size_t a = 0; a < found.size(); ++a)
        found[a] = gain(static_cast<Eigen::Index>(a), partner[a]);
    return found;
}

} // namespace core
