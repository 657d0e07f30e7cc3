#include "core/ranking/baselines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace core {

namespace {

void check(std::size_t known, std::size_t y, const char* caller)
{
    if (known != y)
        throw std::invalid_argument(std::string(caller) + ": the lists differ in length");
    if (y == 0)
        throw std::invalid_argument(std::string(caller) + ": there is no training image");
}

double meanOf(std::span<const double> y)
{
    return std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(y.size());
}

/// Training images in the order of their dates.
class Timeline {
public:
    Timeline(Moments moments, std::span<const double> y)
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < moments.size(); ++i)
            if (moments[i])
                order.push_back(i);
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return *moments[i]; });
        m_sums.push_back(0.0);
        for (const auto i : order) {
            m_moments.push_back(static_cast<double>(*moments[i]));
            m_sums.push_back(m_sums.back() + y[i]);
        }
        m_neighbours =
            static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(m_moments.size()))));
    }

    bool empty() const { return m_moments.empty(); }

    double meanNear(double moment) const
    {
        const double radius = distanceOfFurthest(moment);
        const auto first = std::ranges::lower_bound(m_moments, moment - radius);
        const auto last = std::ranges::upper_bound(m_moments, moment + radius);
        const double sum = m_sums[static_cast<std::size_t>(last - m_moments.begin())]
                           - m_sums[static_cast<std::size_t>(first - m_moments.begin())];
        return sum / static_cast<double>(last - first);
    }

private:
    /// Of the k nearest, which stand side by side: the first window of k that cannot gain by moving
    /// on is searched by halving.
    double distanceOfFurthest(double moment) const
    {
        std::size_t low = 0;
        std::size_t high = m_moments.size() - m_neighbours;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (moment - m_moments[middle] > m_moments[middle + m_neighbours] - moment)
                low = middle + 1;
            else
                high = middle;
        }
        return std::max(std::abs(moment - m_moments[low]),
                        std::abs(moment - m_moments[low + m_neighbours - 1]));
    }

    std::vector<double> m_moments; ///< ascending
    std::vector<double> m_sums;    ///< of y before each; one more than moments
    std::size_t m_neighbours = 0;  ///< k
};

} // namespace

std::vector<double> predictByAuthor(std::span<const std::int32_t> trainingAuthors,
                                    std::span<const double> trainingY,
                                    std::span<const std::int32_t> authors)
{
    check(trainingAuthors.size(), trainingY.size(), "predictByAuthor");
    struct Total {
        double sum = 0.0;
        double images = 0.0;
    };
    std::unordered_map<std::int32_t, Total> totals;
    for (std::size_t i = 0; i < trainingY.size(); ++i) {
        if (trainingAuthors[i] < 0)
            continue;
        auto& total = totals[trainingAuthors[i]];
        total.sum += trainingY[i];
        total.images += 1.0;
    }
    const double mean = meanOf(trainingY);
    std::vector<double> predicted;
    predicted.reserve(authors.size());
    for (const auto author : authors) {
        const auto found = totals.find(author);
        predicted.push_back(found == totals.end() ? mean
                                                  : found->second.sum / found->second.images);
    }
    return predicted;
}

std::vector<double> predictByTime(Moments trainingMoments, std::span<const double> trainingY,
                                  Moments moments)
{
    check(trainingMoments.size(), trainingY.size(), "predictByTime");
    const Timeline timeline(trainingMoments, trainingY);
    const double mean = meanOf(trainingY);
    std::vector<double> predicted;
    predicted.reserve(moments.size());
    for (const auto& moment : moments)
        predicted.push_back(
            moment && !timeline.empty() ? timeline.meanNear(static_cast<double>(*moment)) : mean);
    return predicted;
}

} // namespace core
