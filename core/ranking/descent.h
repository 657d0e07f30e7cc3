#pragma once

#include "core/feature_rows.h"
#include "core/ranking/objective.h"
#include "core/ranking/sense_model.h"
#include "core/ranking/worker_team.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace core {

/// The images that a descent learns from. Borrowed: it must outlive the descent.
struct DescentData {
    const FeatureRows* rows = nullptr;
    std::span<const std::size_t> members; ///< [n] row numbers
    std::span<const double> y;            ///< [n] ascending
    std::span<const float> inverseNorms;  ///< [n] r of each, for the model's mean
};

struct DescentOptions {
    Margin margin = Margin::Soft;
    double alpha = 1.0;
    double regularisation = 1e-6;  ///< λ
    bool keepCoefficients = false; ///< remember each image's last pair coefficients
};

/// A row of minibatches.
struct DescentPlan {
    std::span<const std::uint32_t> order; ///< places in DescentData of the batches one after
                                          ///< another, ascending within each batch
    std::size_t batch = 100;              ///< images in each but the last
    double learningRate = 0.0;            ///< of the first batch
    double fall = 0.0;                    ///< less of it with every batch

    std::size_t batches() const { return (order.size() + batch - 1) / batch; }
    /// Those of one batch; none beyond the last.
    std::span<const std::uint32_t> places(std::size_t index) const
    {
        const std::size_t first = std::min(index * batch, order.size());
        return order.subspan(first, std::min(batch, order.size() - first));
    }
    double rateOf(std::size_t index) const
    {
        return learningRate - static_cast<double>(index) * fall;
    }
};

/// What happened over some minibatches.
struct DescentTally {
    double hingeSum = 0.0; ///< both halves
    std::size_t viable = 0;
    std::size_t examples = 0;
    std::vector<std::size_t> wins; ///< per sense, popular ones first: images that it responded to

    void add(const DescentTally& more);
    /// The mean hinge of a viable pair, both halves added; 0 without pairs.
    double loss() const;
};

/// Stochastic subgradient descent on Equation 4, one minibatch after another (see science.md):
///
///     w_s ← w_s − η·(1/V·Σ k_i x_i' + λ·w_s)    over the images i of the batch that s responds to
///
/// with V viable pairs; a batch without any takes no step. Float arithmetic over columns cut into
/// fixed tiles that are summed in fixed order: the same bits whatever the size of the team.
///
/// Belongs to the thread that owns `team`.
class Descent {
public:
    /// Throws std::invalid_argument where sizes do not fit or y does not ascend.
    Descent(const DescentData& data, const SenseModel& start, const DescentOptions& options,
            WorkerTeam& team);
    Descent(const Descent&) = delete;
    Descent& operator=(const Descent&) = delete;
    Descent(Descent&&) = delete;
    Descent& operator=(Descent&&) = delete;
    ~Descent();

    /// Steps over the plan's batches and returns how many it did: all, unless goOn returned false.
    ///
    /// goOn   asked on this thread before each batch; may block, and may throw: then that batch and
    ///        those after it are not done, and the exception is thrown on
    std::size_t run(const DescentPlan& plan, const std::function<bool()>& goOn = {});

    SenseModel model() const;

    /// What happened since it was last taken.
    DescentTally takeTally();

    /// The last pair coefficient of each image in the half of `polarity` [n]; 0 before its first
    /// batch. Empty unless DescentOptions::keepCoefficients.
    std::span<const float> lastCoefficients(Polarity polarity) const;

    /// Replaces the weights of one sense [d].
    void setSense(const SenseId& sense, const VectorF& weights);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace core
