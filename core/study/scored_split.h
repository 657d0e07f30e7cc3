#pragma once

#include "core/features/feature_store.h"
#include "core/study/runs.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace core {

/// The images of one split that a run can score, and its responses to them.
struct ScoredSplit {
    std::vector<ImageKey> keys;        ///< [n] ascending
    std::vector<std::int64_t> counts;  ///< [n] c of the run's measures
    std::vector<double> y;             ///< [n] the run's target
    std::vector<std::int32_t> authors; ///< [n] as in Collection; empty where no author is known
    Responses responses;               ///< [n × S]
};

/// Throws Error where the features that the run was trained on are gone or of another dimension,
/// or a measure or column of its is; Cancelled.
ScoredSplit scoreSplit(const Project& project, const LoadedRun& run, Split split,
                       const std::stop_token& stop);

/// The features that the run was trained on. Throws Error as scoreSplit does.
std::unique_ptr<FeatureStore> featuresOfRun(const Project& project, const LoadedRun& run);

/// Responses of the images `keys` alone, in their order.
Responses respondTo(const Project& project, const LoadedRun& run, const std::vector<ImageKey>& keys,
                    const std::stop_token& stop);

/// Whether each image [n] has features in this set.
std::vector<bool> withFeatures(const Project& project, const FeatureSet& set);

/// The project's set of this name, or Error saying which there are.
const FeatureSet& featureSetNamed(const Project& project, const std::string& name);

} // namespace core
