#pragma once

#include "core/insight/sense_trust.h"
#include "core/progress.h"
#include "core/ranking/revival.h"
#include "core/study/project.h"
#include "core/study/runs.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace core {

/// How far one sense can be trusted (science.md, "Trust in a sense").
struct SenseTrust {
    SenseId id;
    double share = 0.0;                      ///< of the split's images that it wins
    bool dead = false;                       ///< share under kDeadShare
    std::optional<double> typicalPercentile; ///< median percentile of popularity, [0, 100]
    std::optional<Interval> typicalInterval; ///< of that median
    std::optional<std::size_t> authors;      ///< of its top images; nullopt where none is known
    std::size_t topImages = 0;               ///< that those authors made: at most TrustOptions::top
    std::optional<Sibling> sibling;
    std::optional<double> stability; ///< mean overlap with its match in other runs; if asked for
};

struct TrustOptions {
    Split split = Split::Test;
    std::size_t top = 500;     ///< images whose authors are counted
    int seeds = 0;             ///< other trainings that stability is measured on; 0: not measured
    std::size_t matched = 100; ///< top images that senses of two runs are matched by
    int threads = 0;
    BootstrapOptions bootstrap = {};
};

/// In the model's order, popular senses first. Stability trains the run again with other seeds
/// (its own + 1, + 2, …; same split and settings), matches the senses of each training with the
/// run's (foundAgain) and takes the mean; those trainings are not stored.
/// Throws as scoreSplit() and trainRun(); Cancelled when stopped, within a batch.
/// Cost: one pass over the split's rows and the bootstrap; `seeds` trainings.
std::vector<SenseTrust> trustInSenses(const Project& project, const LoadedRun& run,
                                      const TrustOptions& options = {},
                                      const std::stop_token& stop = {},
                                      const ProgressObserver& observe = {});

} // namespace core
