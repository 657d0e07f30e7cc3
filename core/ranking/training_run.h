#pragma once

#include "core/ranking/block_shuffle.h"
#include "core/ranking/schedule.h"
#include "core/ranking/snapshots.h"
#include "core/ranking/training_set.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace core {

/// How a run is watched and held. The observer is borrowed.
struct RunControl {
    const TrainingObserver* observer = nullptr;
    std::stop_token stop;
    bool snapshots = true;
};

/// One descent from a starting model to its end: epochs, validation, snapshots, pause and stop.
/// `options` has its epochs and regularisation filled in.
class TrainingRun {
public:
    TrainingRun(const TrainingSet& set, const TrainingOptions& options, const SenseModel& start,
                WorkerTeam& team, const RunControl& control);

    TrainingResult run();

private:
    using Clock = std::chrono::steady_clock;
    using Seconds = std::chrono::duration<double>;

    bool runEpoch();
    bool runWindows();
    bool runSteps(std::span<const std::uint32_t> order);
    std::size_t stepUntilStopOrSnapshot(std::span<const std::uint32_t> order);
    void closeEpoch();
    void reviveWhereWanted(const std::vector<SenseId>& dead);
    bool mayStep();
    void waitWhilePaused();
    bool snapshotDueInsideEpoch() const;
    bool snapshotIntervalOver() const;
    void shoot(const Responses* validation);
    double secondsSinceStart() const;
    TrainingResult finish(bool stopped);

    const TrainingSet& m_set;
    const TrainingOptions& m_options;
    const RunControl& m_control;
    WorkerTeam& m_team;
    Descent m_descent;
    BatchDealer m_dealer;
    std::optional<BlockDealer> m_blocks; ///< in its place where rows do not fit in memory
    SnapshotCamera m_camera;
    std::size_t m_steps = 0;
    std::size_t m_plannedSteps;
    int m_epoch = 0;
    int m_epochs;
    DescentTally m_epochTally;
    DescentTally m_snapshotTally;
    std::size_t m_examples = 0;
    std::optional<double> m_bestRho;
    std::optional<SenseModel> m_best;
    TrainingResult m_result;
    Clock::time_point m_start;
    Clock::time_point m_lastSnapshot;
    Seconds m_paused{0.0};
    Seconds m_stepping{0.0};
    Seconds m_snapshotCost{0.0}; ///< of the last one
};

} // namespace core
