#include "core/study/overview.h"

#include "core/error.h"
#include "core/random.h"
#include "core/ranking/spearman.h"
#include "core/study/senses.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

MeasureStatistics statisticsOf(std::string name, std::vector<std::int64_t> counts)
{
    MeasureStatistics statistics{.name = std::move(name)};
    if (counts.empty())
        return statistics;
    double sum = 0.0;
    for (const auto count : counts)
        sum += static_cast<double>(count);
    const auto n = static_cast<double>(counts.size());
    std::ranges::sort(counts);
    const auto middle = counts.size() / 2;
    const auto upper = static_cast<double>(counts[middle]);
    const bool odd = counts.size() % 2 == 1;
    statistics.mean = sum / n;
    statistics.median = odd ? upper : 0.5 * (static_cast<double>(counts[middle - 1]) + upper);
    statistics.most = counts.back();
    statistics.zeroShare =
        static_cast<double>(std::ranges::upper_bound(counts, 0) - counts.begin()) / n;
    return statistics;
}

std::string joined(const std::vector<Measure>& measures)
{
    std::string names;
    for (const auto& measure : measures)
        names += (names.empty() ? "" : " + ") + measure.name;
    return names;
}

/// The images that have a picture, in an order in which equal counts stand at random.
std::vector<ImageKey> shuffledPictures(const Project& project, std::uint64_t seed)
{
    std::vector<ImageKey> keys;
    for (std::size_t i = 0; i < project.collection->size(); ++i) {
        if (!project.collection->paths[i].empty())
            keys.push_back(static_cast<ImageKey>(i));
    }
    Random random(seed);
    random.shuffle(std::span(keys));
    return keys;
}

MeanImage meanOfKeys(const Project& project, std::span<const ImageKey> keys,
                     const std::stop_token& stop, const std::function<void(std::size_t)>& progress)
{
    return meanOf(
        keys.size(), [&](std::size_t i) { return thumbnailOf(project, keys[i]); }, stop, progress);
}

} // namespace

CollectionStatistics collectionStatistics(const Project& project)
{
    const auto& collection = *project.collection;
    CollectionStatistics statistics;
    statistics.images = collection.size();
    statistics.authors = collection.authorNames.size();
    for (const auto& date : collection.dates) {
        if (!date)
            continue;
        statistics.firstDate = std::min(statistics.firstDate.value_or(*date), *date);
        statistics.lastDate = std::max(statistics.lastDate.value_or(*date), *date);
    }
    statistics.broken = static_cast<std::size_t>(std::ranges::count_if(
        collection.broken, [](const std::string& reason) { return !reason.empty(); }));
    const auto losses = Catalogue::open(project.folder).importLosses(0);
    statistics.rejected = losses.rejected;
    statistics.unmatched = losses.unmatched;
    statistics.facets = collectionFacets(project);
    for (std::size_t m = 0; m < collection.measures.size(); ++m)
        statistics.measures.push_back(
            statisticsOf(collection.measures[m].name, collection.counts[m]));
    if (collection.measures.size() > 1) {
        std::vector<std::size_t> all(collection.measures.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        statistics.measures.push_back(
            statisticsOf(joined(collection.measures), collection.summedCounts(all)));
    }
    return statistics;
}

CountHistogram countHistogram(const std::vector<std::int64_t>& counts, int binsPerDecade)
{
    CountHistogram histogram;
    const auto most = counts.empty() ? std::int64_t{0} : std::ranges::max(counts);
    histogram.edges = {1.0};
    for (int bin = 1; histogram.edges.back() <= static_cast<double>(most); ++bin) {
        // Counts are whole numbers: an edge between two of them is moved up to the next, and bins
        // that hold none vanish.
        const double edge = std::ceil(std::pow(10.0, bin / static_cast<double>(binsPerDecade)));
        if (edge > histogram.edges.back())
            histogram.edges.push_back(edge);
    }
    histogram.images.assign(histogram.edges.size() - 1, 0);
    for (const auto count : counts) {
        if (count < 1) {
            ++histogram.zeros;
            continue;
        }
        const auto above = std::ranges::upper_bound(histogram.edges, static_cast<double>(count));
        ++histogram.images[static_cast<std::size_t>(above - histogram.edges.begin()) - 1];
    }
    return histogram;
}

CollectionMeans collectionMeans(const Project& project, EngagementChoice engagement,
                                const MeansOptions& options, const std::stop_token& stop,
                                const ProgressObserver& observe)
{
    const auto& collection = *project.collection;
    auto keys = shuffledPictures(project, options.seed);
    if (keys.empty())
        throw Error("This collection has no pictures, so that there is no mean image to show.");
    const auto counts = collection.summedCounts(collection.measuresOf(engagement));

    CollectionMeans means;
    means.asked = std::max<std::size_t>(1, std::min(options.count, keys.size() / 2));
    std::size_t before = 0;
    const auto progress = [&](std::size_t done) {
        if (observe)
            observe({"Averaging pictures", before + done, 3 * means.asked});
    };
    const auto average = [&] {
        auto mean = meanOfKeys(project, std::span(keys).first(means.asked), stop, progress);
        before += means.asked;
        return mean;
    };
    means.random = average();
    const auto countOf = [&](ImageKey key) { return counts[static_cast<std::size_t>(key)]; };
    std::ranges::stable_sort(keys, std::ranges::greater(), countOf);
    means.popular = average();
    std::ranges::reverse(keys);
    means.unpopular = average();
    return means;
}

std::vector<double> popularityPercentiles(const std::vector<std::int64_t>& counts)
{
    const std::vector<double> values(counts.begin(), counts.end());
    const auto ranks = averageRanks(values);
    std::vector<double> percentiles(counts.size(), 50.0);
    if (counts.size() < 2)
        return percentiles;
    const auto span = static_cast<double>(counts.size() - 1);
    for (std::size_t i = 0; i < counts.size(); ++i)
        percentiles[i] = 100.0 * (ranks[static_cast<Eigen::Index>(i)] - 1.0) / span;
    return percentiles;
}

double popularityPercentile(const std::vector<std::int64_t>& counts, ImageKey key)
{
    if (counts.size() < 2)
        return 50.0;
    const auto count = counts.at(static_cast<std::size_t>(key));
    const auto below = std::ranges::count_if(counts, [&](std::int64_t c) { return c < count; });
    const auto others = std::ranges::count(counts, count) - 1;
    return 100.0 * (static_cast<double>(below) + 0.5 * static_cast<double>(others))
           / static_cast<double>(counts.size() - 1);
}

} // namespace core
