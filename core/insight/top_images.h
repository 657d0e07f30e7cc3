#pragma once

#include "core/ranking/sense_model.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core {

struct RankedImage {
    std::size_t position = 0; ///< row of `Responses`
    float score = 0.0F;       ///< the sense's response
};

/// The `most` highest responses of `sense` among the rows that it wins (argmax of its polarity),
/// best first; equal responses in row order. Cost: O(n·S + n log most).
std::vector<RankedImage> topImages(const Responses& responses, const SenseId& sense,
                                   std::size_t most);
/// The same over all rows, won or not (word lists, as in the paper).
std::vector<RankedImage> topResponses(const Responses& responses, const SenseId& sense,
                                      std::size_t most);

/// For each sense of the model's order (popular first) the share of rows that it wins, in [0, 1].
std::vector<double> senseShares(const Responses& responses);

} // namespace core
