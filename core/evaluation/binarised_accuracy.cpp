#include "core/evaluation/binarised_accuracy.h"

#include "core/evaluation/head_ranking.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

/// Scores of both classes, as many in each.
struct Classes {
    std::vector<double> popular;
    std::vector<double> other;
};

void check(std::span<const double> scores, std::span<const double> y)
{
    if (scores.size() != y.size())
        throw std::invalid_argument("binarised accuracy: the lists differ in length");
    const auto undefined = [](double value) { return std::isnan(value); };
    if (std::ranges::any_of(scores, undefined) || std::ranges::any_of(y, undefined))
        throw std::invalid_argument("binarised accuracy: a value is not a number");
}

bool constant(std::span<const double> values)
{
    return std::ranges::adjacent_find(values, std::not_equal_to()) == values.end();
}

std::optional<Classes> drawClasses(std::span<const double> scores, std::span<const double> y,
                                   std::uint64_t seed)
{
    check(scores, y);
    if (constant(y))
        return std::nullopt;
    Random random(seed);
    auto order = randomOrder(y.size(), random);
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return y[i]; });
    const std::size_t k = headSize(y.size(), kPopularShare);
    random.shuffle(std::span(order).subspan(k));
    Classes classes;
    for (std::size_t i = 0; i < k; ++i) {
        classes.popular.push_back(scores[order[i]]);
        classes.other.push_back(scores[order[k + i]]);
    }
    return classes;
}

} // namespace

std::optional<double> popularityThreshold(std::span<const double> scores, std::span<const double> y,
                                          std::uint64_t seed)
{
    auto classes = drawClasses(scores, y, seed);
    if (!classes)
        return std::nullopt;
    auto& [popular, other] = *classes;
    std::ranges::sort(popular);
    std::ranges::sort(other);
    std::vector<double> all;
    std::ranges::merge(popular, other, std::back_inserter(all));
    all.erase(std::unique(all.begin(), all.end()), all.end());

    // Below all scores, every image is called popular: half of the calls are right.
    double best = all.front() - 1.0;
    std::ptrdiff_t most = std::ssize(popular);
    auto p = popular.begin();
    auto o = other.begin();
    for (std::size_t i = 0; i < all.size(); ++i) {
        p = std::find_if(p, popular.end(), [&](double score) { return score > all[i]; });
        o = std::find_if(o, other.end(), [&](double score) { return score > all[i]; });
        const auto right = (popular.end() - p) + (o - other.begin());
        if (right <= most)
            continue;
        most = right;
        best = i + 1 < all.size() ? std::midpoint(all[i], all[i + 1]) : all[i];
    }
    return best;
}

std::optional<double> binarisedAccuracy(std::span<const double> scores, std::span<const double> y,
                                        double threshold, std::uint64_t seed)
{
    const auto classes = drawClasses(scores, y, seed);
    if (!classes)
        return std::nullopt;
    const auto above = [threshold](double score) { return score > threshold; };
    const auto right = std::ranges::count_if(classes->popular, above)
                       + std::ranges::count_if(classes->other, std::not_fn(above));
    return static_cast<double>(right) / static_cast<double>(2 * classes->popular.size());
}

} // namespace core
