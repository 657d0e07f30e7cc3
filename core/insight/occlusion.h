#pragma once

#include "core/features/extractor.h"
#include "core/images/bitmap.h"
#include "core/progress.h"
#include "core/ranking/sense_model.h"

#include <stop_token>
#include <vector>

namespace core {

struct OcclusionOptions {
    int places = 12;          ///< of the patch along the longer side, at least 1
    double patchShare = 0.25; ///< side of the patch, of the picture's longer side, (0, 1]
    int threads = 0;          ///< 0: as many as the machine has
};

/// How a picture comes to its responses.
struct PictureResponder {
    const Extractor& extractor;
    float scale = 1.0F; ///< what each feature is multiplied by before the model sees it
    const SenseModel& model;
};

/// What in a picture the senses answer to (science.md, "Occlusion map"): their responses while a
/// grey patch stands at each place of a grid over it.
struct OcclusionMap {
    int columns = 0;   ///< places along a row
    int rows = 0;      ///< of places, from the top
    Responses whole;   ///< [1] to the picture as it is
    Responses covered; ///< [rows × columns] with the patch at each place

    /// How much of a sense's response the patch takes away at each place [rows × columns], row by
    /// row: high where the sense looks, below 0 where it answers more without what is there.
    std::vector<float> change(const SenseId& sense) const;
};

/// The patch is a square of mid grey, centred at the middles of a grid of cells, and what of it
/// leaves the picture is cut off.
///
/// Does not depend on the number of threads. Throws std::invalid_argument on an empty picture, an
/// extractor whose dimension is not the model's, or options out of range; Error where a feature is
/// then no number of float16; Cancelled.
/// Cost: 1 + places² extractions of a square picture, fewer of any other.
OcclusionMap occlusionMap(const Bitmap& picture, const PictureResponder& responder,
                          const OcclusionOptions& options = {}, const std::stop_token& stop = {},
                          const ProgressObserver& observe = {});

} // namespace core
