#pragma once

#include "core/feature_rows.h"
#include "core/ranking/objective.h"
#include "core/ranking/sense_model.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

enum class Initialisation { KMeans, Random };

/// Defaults are those of science.md, "Choices that the paper leaves open".
struct TrainingOptions {
    int popularSenses = 5; ///< S⁺ ≥ 1
    int unpopularSenses = 5; ///< S⁻ ≥ 0; with 1 and 0 this is the linear ranking SVM of Equation 1
    Margin margin = Margin::Soft;
    double alpha = 1.0; ///< the least margin of Margin::Soft, > 0
    Initialisation initialisation = Initialisation::KMeans;
    std::optional<int> epochs; ///< unset: 10, or as many as 2,000 steps need
    int batch = 100;           ///< images a minibatch, ≥ 2
    double learningRate = 2.0; ///< falls linearly to 0 over the run
    /// λ on ½‖W‖². Unset: 1e-6, or under 5,000 training images searched on the validation split
    /// among 1e-6, 1e-4, 1e-3 and 1e-2.
    std::optional<double> regularisation;
    /// Search the regularisation (whatever is set) and then the learning rate (a quarter, half,
    /// twice and four times the one set) on the validation split, in 8 runs before the one kept.
    bool searchSettings = false;
    bool revive = false;    ///< restart dead senses from the worst-ranked images of the epoch
    std::uint64_t seed = 1; ///< same seed, data, settings and instruction set: same weights, bit
                            ///< for bit, at any thread count
    int threads = 0;        ///< 0: as many as the machine has
    /// Bytes that rows may take at once. Where the file is larger, an epoch reads it in large
    /// blocks drawn at random and shuffles the rows of as many as fit, at the disk's speed; the
    /// weights then depend on this number too. Unset: no bound.
    std::optional<std::size_t> memory;
};

/// What is learned from. Row numbers index `rows`; the two lists must not overlap.
struct TrainingData {
    const FeatureRows* rows = nullptr;
    std::vector<std::size_t> training;   ///< row numbers
    std::vector<double> trainingY;       ///< y = log(c + 1) of each
    std::vector<std::size_t> validation; ///< row numbers; may be empty: then the last epoch is kept
    std::vector<double> validationY;
};

struct EpochReport {
    int epoch = 0;     ///< 1-based
    int epochs = 0;    ///< planned
    double loss = 0.0; ///< mean hinge over the epoch's viable pairs, both halves added
    std::optional<double> validationRho; ///< nullopt where undefined (no validation, constant)
    double seconds = 0.0;                ///< since the first step; searches and pauses are left out
    std::size_t steps = 0;               ///< since training began
    int deadSenses = 0; ///< senses that won under 0.1% of the training images in this epoch
    bool best = false;  ///< the best validation ρ so far
};

/// A look at the model while it trains: enough to show the senses taking shape.
struct TrainingSnapshot {
    int epoch = 0; ///< 0: the start, before the first step
    std::size_t step = 0;
    double seconds = 0.0;
    double loss = 0.0; ///< of the batches since the last snapshot
    std::optional<double> validationRho;
    /// For each sense (popular ones first) the rows of the highest responses among the validation
    /// images that it wins (at most 20,000 are scored; the training images where there is no
    /// validation), best first, at most kSnapshotTop.
    std::vector<std::vector<std::size_t>> topRows;
    std::vector<double> share; ///< per sense, of the scored images that it wins
};
inline constexpr int kSnapshotTop = 12;

/// One run of a search of settings.
struct SearchTrial {
    double learningRate = 0.0;
    double regularisation = 0.0;
    std::optional<double> validationRho; ///< of its best epoch; nullopt where undefined
};

enum class StopReason { Finished, Stopped };

struct TrainingResult {
    SenseModel model; ///< that of the best validation ρ; always usable, also after a stop
    std::vector<EpochReport> epochs;
    std::vector<TrainingSnapshot> snapshots;
    StopReason reason = StopReason::Finished;
    int bestEpoch = 0;
    double learningRate = 0.0;       ///< as used
    double regularisation = 0.0;     ///< λ as used
    std::vector<SearchTrial> search; ///< what was tried to find them, in order
    double seconds = 0.0;
    double examplesPerSecond = 0.0; ///< while stepping: scoring and pauses are left out
    std::string instructionSet;     ///< that the kernels ran on, "AVX2" for instance
};

/// Follows a run and can hold it. All functions are called on the training thread.
struct TrainingObserver {
    std::function<void(const EpochReport&)> epoch;
    std::function<void(const TrainingSnapshot&)> snapshot;
    /// Called between batches; blocks while the run is paused and returns at once otherwise. Must
    /// return when a stop is requested.
    std::function<void()> waitWhilePaused;
    /// Where settings are searched: runs of the search that are done (0 at first) and how many
    /// there are (4, or 8 with searchSettings). The other functions follow only the run after the
    /// search.
    std::function<void(int done, int total)> searching;
    /// At most this often is a snapshot made (a first and a last one always are, and one at each
    /// epoch's end in between where enough time has passed; an epoch that takes long also has some
    /// inside it, so that the senses are seen from the start).
    std::chrono::milliseconds snapshotInterval{100};
};

/// Learns W⁺ and W⁻ by stochastic subgradient descent on Equation 4 (see science.md).
///
/// Throws std::invalid_argument on lists of different length, a row out of range, a NaN in y or
/// options out of range; Error when nothing can be learned (fewer than 2 training images, or all
/// of the same popularity), in words for a person.
/// Cancelled where a stop came before the first step could be prepared: so also during a search,
/// which then has chosen nothing.
/// stop    asked between batches; a stop costs at most one batch.
/// Cost: O(epochs · n · d · S) and O(n · batch) for the pairs. Starts threads and joins them.
TrainingResult train(const TrainingData& data, const TrainingOptions& options,
                     const std::stop_token& stop = {}, const TrainingObserver& observer = {});

} // namespace core
