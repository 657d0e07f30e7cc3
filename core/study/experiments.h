#pragma once

#include "core/study/experiment_cells.h"
#include "core/study/overview.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

struct ExperimentOptions {
    std::string featureSet; ///< empty: the newest
    int seeds = 5;          ///< seeds 1 to this, ≥ 1; each splits at random and trains
    int threads = 0;        ///< 0: as many as the machine has; no figure depends on it
    std::optional<int> epochs;
    BootstrapOptions bootstrap = {}; ///< as resampleRepeated() has it
};

/// Two models on the same test images, seed by seed.
struct ExperimentDifference {
    int table = 0; ///< of the paper
    ExperimentModel first;
    ExperimentModel second;
    std::optional<PairedComparison> comparison; ///< first − second; nullopt where undefined
};

struct ExperimentResult {
    ExperimentModel model;
    std::optional<RepeatedRho> rho; ///< over the seeds; nullopt where undefined
};

/// The paper's tables on one collection, as figures.
struct Experiments {
    std::string title; ///< of the collection
    bool synthetic = false;
    CollectionStatistics statistics;
    std::string featureSet;
    int seeds = 0;
    int resamples = 0;
    bool byAuthor = false;                 ///< resamples draw authors, not images
    std::size_t testImages = 0;            ///< of the first seed
    std::vector<ExperimentResult> results; ///< each model once
    std::vector<ExperimentDifference> differences;
    std::vector<std::string> missing; ///< what this collection cannot tell, a sentence each
    std::size_t reused = 0;           ///< cells that a job before this one had done

    /// nullptr: not among them.
    const ExperimentResult* find(const ExperimentModel& model) const;
};

/// The models of Tables 3 to 6, each once, and those that a visual model must be read beside.
std::vector<ExperimentModel> experimentModels(const Collection& collection);

/// Trains every model for every seed and compares them. Each finished cell is kept in `cells` and
/// not trained again: a job that was stopped or killed, begun again with the same options, loses
/// the cell it was in and gives the same figures as one that never was.
///
/// Throws Error where the project has no features or counts, has too few images, or a cell cannot
/// be written; Cancelled when stopped, within a batch.
/// Cost: that of twelve trainings a seed, and resampling.
Experiments runExperiments(const Project& project, const std::filesystem::path& cells,
                           const ExperimentOptions& options, const std::stop_token& stop = {},
                           const ProgressObserver& observe = {});

} // namespace core
