#pragma once

#include "core/evaluation/repeated_splits.h"
#include "core/features/feature_store.h"
#include "core/study/project.h"
#include "core/study/runs.h"
#include "core/study/training_data.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

enum class Scorer {
    Senses,     ///< the latent ranker; one popular sense alone is the linear one
    Regression, ///< linear support vector regression
    AuthorAlone,
    TimeAlone,
};

/// A model that the paper's tables compare; `popular` to `margin` are those of Scorer::Senses.
struct ExperimentModel {
    Scorer scorer = Scorer::Senses;
    int popular = 10;
    int unpopular = 0;
    Margin margin = Margin::Soft;
    EngagementChoice engagement = EngagementChoice::Combined;

    static ExperimentModel senses(int popular, int unpopular = 0, Margin margin = Margin::Soft,
                                  EngagementChoice engagement = EngagementChoice::Combined)
    {
        return {Scorer::Senses, popular, unpopular, margin, engagement};
    }
    static ExperimentModel other(Scorer scorer)
    {
        return {scorer, 0, 0, Margin::Soft, EngagementChoice::Combined};
    }
    friend bool operator==(const ExperimentModel&, const ExperimentModel&) = default;
};

/// What is learned from and judged by for one level of engagement and one seed: a random split by
/// that seed, the features and y.
class ExperimentGround {
public:
    /// Throws Error where the project has no such features or measures; Cancelled.
    /// Cost: one reading of the features, for their fingerprint.
    ExperimentGround(const Project& project, const std::string& featureSet,
                     EngagementChoice engagement, std::uint64_t seed, const std::stop_token& stop);

    std::uint64_t seed() const { return m_seed; }
    const std::string& fingerprint() const { return m_fingerprint; }
    const TrainingData& data() const { return m_data; }
    std::optional<std::size_t> memory() const { return m_memory; }
    const Collection& collection() const { return *m_collection; }
    /// The test images that have features, their scores to be filled in.
    const SplitScores& test() const { return m_test; }

private:
    std::uint64_t m_seed;
    std::shared_ptr<const Collection> m_collection;
    std::unique_ptr<FeatureStore> m_store;
    TrainingData m_data;
    std::optional<std::size_t> m_memory;
    SplitScores m_test;
    std::string m_fingerprint;
};

struct CellOptions {
    int threads = 0;           ///< 0: as many as the machine has; no score depends on it
    std::optional<int> epochs; ///< unset: as TrainingOptions has it
    std::function<void(double)> observe = {}; ///< share of the cell that is done, in [0, 1]
};

/// One cell: `model`, trained with the ground's seed, scores the ground's test images [n].
/// Throws Error as train() does, in words for a person; Cancelled when stopped, within a batch.
std::vector<double> scoreCell(const ExperimentModel& model, const ExperimentGround& ground,
                              const CellOptions& options, const std::stop_token& stop);

/// The cells that are done, a file each in one folder, so that a job killed at any moment goes on
/// where it was. A cell knows what it was made from: data, settings, seed and instruction set. One
/// that is damaged, or of something else, is as good as none.
class CellShelf {
public:
    CellShelf(std::filesystem::path folder, std::optional<int> epochs);

    /// nullopt: to be scored.
    std::optional<std::vector<double>> find(const ExperimentModel& model,
                                            const ExperimentGround& ground) const;
    /// Throws Error naming the file where it cannot be written. Atomic.
    void keep(const ExperimentModel& model, const ExperimentGround& ground,
              const std::vector<double>& scores) const;

private:
    std::filesystem::path fileOf(const ExperimentModel& model, std::uint64_t seed) const;
    std::string identityOf(const ExperimentModel& model, const ExperimentGround& ground) const;

    std::filesystem::path m_folder;
    std::optional<int> m_epochs;
};

} // namespace core
