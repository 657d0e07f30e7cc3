#pragma once

#include "core/features/extractor.h"
#include "core/progress.h"
#include "core/study/project.h"

#include <cstddef>
#include <stop_token>
#include <string>

namespace core {

struct ExtractReport {
    std::string featureSet;
    std::size_t dimension = 0;
    std::size_t images = 0;        ///< with features
    std::vector<Rejection> broken; ///< row: the image's key; pictures that could not be decoded
    double seconds = 0.0;
};

/// Features of every picture of the project, on all cores; thumbnails are made on the way.
/// Pictures that cannot be decoded are marked broken in the catalogue and left out.
///
/// An extraction that was stopped or killed is gone on with by the next one of the same name,
/// extractor and collection: at most 256 pictures are done again.
///
/// Throws Error if no picture can be read; Cancelled (nothing has changed for those who read the
/// project).
ExtractReport extractFeatures(const Project& project, const Extractor& extractor,
                              const std::stop_token& stop = {},
                              const ProgressObserver& observe = {});

} // namespace core
