#pragma once

#include "core/study/senses.h"
#include "core/study/trust.h"

#include <optional>
#include <vector>

namespace ui {

/// What is known so far of the senses of one run: the senses come first, means and trust later and
/// for one split.
struct RunSenses {
    std::optional<core::Senses> senses;
    std::optional<core::Split> split;    ///< that means and trust were asked for
    std::vector<core::MeanImage> means;  ///< in the order of the senses, or empty
    std::vector<core::SenseTrust> trust; ///< the same
    bool measuring = false;              ///< stability, at present

    core::Sense* find(const core::SenseId& id);
    core::Bitmap meanOf(const core::SenseId& id) const;             ///< empty: not known
    const core::SenseTrust* trustOf(const core::SenseId& id) const; ///< null: not known
};

} // namespace ui
