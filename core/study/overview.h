#pragma once

#include "core/images/mean_image.h"
#include "core/progress.h"
#include "core/study/browse.h"
#include "core/study/project.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// The paper's Tables 1 and 2 on the open collection.
struct MeasureStatistics {
    std::string name; ///< a measure, or "views + comments"
    double mean = 0.0;
    double median = 0.0;
    std::int64_t most = 0;
    double zeroShare = 0.0; ///< in [0, 1]
};
struct CollectionStatistics {
    std::size_t images = 0;
    std::size_t authors = 0;
    std::optional<std::int64_t> firstDate; ///< seconds since 1970 (UTC)
    std::optional<std::int64_t> lastDate;
    std::size_t broken = 0;
    std::size_t rejected = 0;  ///< rows
    std::size_t unmatched = 0; ///< pictures that no row names
    CollectionFacets facets;
    std::vector<MeasureStatistics> measures; ///< each, and the sum of all where there are several
};
CollectionStatistics collectionStatistics(const Project& project);

/// The paper's Figure 3: how many images have which count, in bins that grow by a constant factor,
/// zero by itself.
struct CountHistogram {
    std::size_t zeros = 0;
    std::vector<double> edges; ///< [b + 1] counts ≥ 1, rising, edges[i] ≤ c < edges[i + 1]
    std::vector<std::size_t> images; ///< [b]
};
CountHistogram countHistogram(const std::vector<std::int64_t>& counts, int binsPerDecade = 5);

/// The paper's Figure 1.
struct CollectionMeans {
    MeanImage popular;
    MeanImage unpopular;
    MeanImage random;
    std::size_t asked = 0; ///< N after the limit of half the collection
};
struct MeansOptions {
    std::size_t count = 1000; ///< N, the images of a mean
    std::uint64_t seed = 1;
};
/// The N most popular, most unpopular (ties drawn by the seed) and random pictures.
CollectionMeans collectionMeans(const Project& project, EngagementChoice engagement,
                                const MeansOptions& options = {}, const std::stop_token& stop = {},
                                const ProgressObserver& observe = {});

/// Percentile of each image's popularity [n], ties averaged, in [0, 100].
std::vector<double> popularityPercentiles(const std::vector<std::int64_t>& counts);
/// The same of one image alone: O(n), a million in about a millisecond.
double popularityPercentile(const std::vector<std::int64_t>& counts, ImageKey key);

} // namespace core
