#pragma once

#include "core/insight/occlusion.h"
#include "core/progress.h"
#include "core/study/runs.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

struct ImageResponse {
    SenseId id;
    std::string givenName; ///< by the user; empty where none
    float response = 0.0F;
    bool responding = false; ///< wins among its polarity
};

/// What a run says of one image.
struct ImageScore {
    float score = 0.0F;
    double percentile = 0.0; ///< of the score among the run's test images, [0, 100]
    std::vector<ImageResponse> responses;
};

/// Of an image of the project, for the inspector; nullopt where it has no features.
std::optional<ImageScore> scoreImage(const Project& project, const LoadedRun& run, ImageKey key);

/// An image of the project that looks like another, to the eyes of a feature set.
struct SimilarImage {
    ImageKey key = 0;
    float similarity = 0.0F; ///< cosine of their features, each less the run's mean, [−1, 1]
};

/// Those nearest to an image of the project, nearest first, itself left out; none where it has no
/// features. Exact, one pass over all features. Throws Error as scoreSplit does; Cancelled.
std::vector<SimilarImage> similarImages(const Project& project, const LoadedRun& run, ImageKey key,
                                        std::size_t most, const std::stop_token& stop = {});

struct PredictionRequest {
    std::vector<std::filesystem::path> files;
    std::size_t similar = 5; ///< images of the project that look like each are found
    int occlusionPlaces = 0; ///< along the longer side, for a map of each; 0: no map
};

/// A picture that is not of the project.
struct PredictedImage {
    std::filesystem::path file;
    std::string failure; ///< why it could not be read or scored; empty where it was
    ImageScore score;
    std::vector<SimilarImage> similar; ///< nearest first
    std::optional<OcclusionMap> occlusion;
};

/// What the run says of pictures that it has never seen, in their order: their features are made by
/// what made the run's. A picture that cannot be read has its reason.
/// Throws Error where the run's features came from a file, or their network is gone; Cancelled.
std::vector<PredictedImage> predictImages(const Project& project, const LoadedRun& run,
                                          const PredictionRequest& request,
                                          const std::stop_token& stop = {},
                                          const ProgressObserver& observe = {});

} // namespace core
