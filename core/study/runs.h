#pragma once

#include "core/catalogue/targets.h"
#include "core/evaluation/evaluation.h"
#include "core/ranking/trainer.h"
#include "core/study/leaks.h"
#include "core/study/project.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// What a run is to learn.
struct TrainRequest {
    std::string name;       ///< empty: "run-1", "run-2", …
    std::string featureSet; ///< empty: the only or the newest one
    EngagementChoice engagement = EngagementChoice::Combined;
    std::vector<std::string> measures; ///< by name; empty: those of `engagement`
    TrainingOptions options;
    /// Unset: Random where there is a seed, else the project's own (the table's column where it has
    /// one).
    std::optional<SplitRule> splitRule;
    std::optional<std::uint64_t> splitSeed; ///< of Random and Author; unset: the project's
    Target target = Target::Raw;
    /// When the counts were read, for Target::Day: seconds since 1970 (UTC). Unset: newest date.
    std::optional<std::int64_t> collected;
};

/// A run as the lists show it: how it was made and how well it does.
struct RunInfo {
    std::string name;
    std::string created;  ///< ISO 8601, UTC
    TrainRequest request; ///< as resolved: every field filled in; settings as used, found or given
    std::vector<SearchTrial> search; ///< what was tried to find learning rate and regularisation
    std::string dataFingerprint;     ///< see data_fingerprint.h
    std::string instructionSet;
    std::size_t leftOut = 0;    ///< images that the split or the target had no side for
    std::optional<Leaks> leaks; ///< of its split; nullopt: nobody can tell
    bool stopped = false;       ///< kept after a stop
    int bestEpoch = 0;
    int deadSenses = 0;
    double seconds = 0.0;
    double examplesPerSecond = 0.0;
    Evaluation train;
    Evaluation validation;
    Evaluation test;
};

struct LoadedRun {
    RunInfo info;
    SenseModel model;
    std::vector<EpochReport> epochs;
    std::vector<TrainingSnapshot> snapshots; ///< topRows are image keys
};

/// Who watches a run: its training, and what comes after the last epoch.
struct RunObserver : TrainingObserver {
    ProgressObserver judging; ///< leaks and evaluation; "Comparing pictures", "Judging the run …"
};

/// Trains, evaluates on the three splits and stores the run. A stop keeps what was learned so far
/// (`stopped`), unless no epoch was finished: then Cancelled is thrown and nothing stored.
/// Rows in the observer's reports are image keys. Throws Error where the project has no features,
/// no measure of the asked-for kind, no column that the split or the target needs, or too few
/// images, saying what to do.
/// abandon   a stop that keeps nothing, whatever was learned: Cancelled, within a moment
LoadedRun trainRun(const Project& project, const TrainRequest& wish,
                   const std::stop_token& stop = {}, const RunObserver& observer = {},
                   const std::stop_token& abandon = {});

std::vector<RunInfo> listRuns(const Project& project);             ///< oldest first
LoadedRun loadRun(const Project& project, const std::string& run); ///< Error if there is none
void deleteRun(const Project& project, const std::string& run);

/// Evaluates a run on one split again, with the bootstrap asked for, and beside it author and time
/// alone; not on the training split, whose answers these know.
Evaluation evaluateRun(const Project& project, const LoadedRun& run, Split split,
                       const BootstrapOptions& options = {}, const std::stop_token& stop = {});

/// Two runs on the test images that both can score, which must be of one split, one target and one
/// measure of popularity; Error otherwise.
PairedComparison compareRuns(const Project& project, const LoadedRun& first,
                             const LoadedRun& second, const BootstrapOptions& options = {},
                             const std::stop_token& stop = {});

/// Predicted score and actual y (the run's target) of each image of a split that has features, for
/// the density plot.
struct Predictions {
    std::vector<ImageKey> keys;
    std::vector<double> scores;
    std::vector<double> y;
};
Predictions predictions(const Project& project, const LoadedRun& run, Split split,
                        const std::stop_token& stop = {});

} // namespace core
