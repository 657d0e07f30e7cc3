#include "core/ranking/training_run.h"

#include "core/ranking/kernels.h"
#include "core/ranking/revival.h"
#include "core/ranking/scoring.h"

#include <utility>

namespace core {

namespace {

// Streams of random numbers beside the one that the starting model draws from.
constexpr std::uint64_t kBatchStream = 0x6261746368657321U;
constexpr std::uint64_t kSnapshotStream = 0x736e617073686f74U;

// Inside an epoch a snapshot may cost a twentieth of the time, and the longer a run has lasted the
// rarer they are: an hour brings some hundred and fifty.
constexpr double kSnapshotShare = 20.0;

DescentOptions descentOptions(const TrainingOptions& options)
{
    return {.margin = options.margin,
            .alpha = options.alpha,
            .regularisation = options.regularisation.value_or(0.0),
            .keepCoefficients = options.revive};
}

} // namespace

TrainingRun::TrainingRun(const TrainingSet& set, const TrainingOptions& options,
                         const SenseModel& start, WorkerTeam& team, const RunControl& control)
    : m_set(set)
    , m_options(options)
    , m_control(control)
    , m_team(team)
    , m_descent(set.descentData(), start, descentOptions(options), team)
    , m_dealer(set.members.size(), options.batch, options.seed ^ kBatchStream)
    , m_camera(set, options.seed ^ kSnapshotStream, options.threads)
    , m_plannedSteps(stepsPerEpoch(set.members.size(), options.batch))
    , m_epochs(plannedEpochs(options.epochs, m_plannedSteps))
{
    m_plannedSteps *= static_cast<std::size_t>(m_epochs);
    if (set.bounded && options.memory)
        m_blocks.emplace(set.members, options.batch,
                         blockPlan(set.data->rows->columns(), *options.memory),
                         options.seed ^ kBatchStream);
}

TrainingResult TrainingRun::run()
{
    m_start = m_lastSnapshot = Clock::now();
    shoot(nullptr);
    bool stopped = m_control.stop.stop_requested();
    while (!stopped && m_epoch < m_epochs)
        stopped = !runEpoch();
    return finish(stopped);
}

/// False where a stop came before the epoch's end.
bool TrainingRun::runEpoch()
{
    m_epochTally = {};
    if (!(m_blocks ? runWindows() : runSteps(m_dealer.deal())))
        return false;
    closeEpoch();
    return true;
}

bool TrainingRun::runWindows()
{
    auto order = m_blocks->deal();
    const auto windows = m_blocks->windows();
    WindowReader reader(*m_set.data->rows, windows);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        reader.enter(i);
        if (!runSteps(order.first(windows[i].images)))
            return false;
        order = order.subspan(windows[i].images);
    }
    return true;
}

/// Steps over batches that follow one another, with snapshots where they are due.
bool TrainingRun::runSteps(std::span<const std::uint32_t> order)
{
    while (!order.empty()) {
        const std::size_t images =
            stepUntilStopOrSnapshot(order) * static_cast<std::size_t>(m_options.batch);
        order = order.subspan(std::min(images, order.size()));
        if (order.empty())
            break;
        if (m_control.stop.stop_requested())
            return false;
        if (snapshotDueInsideEpoch())
            shoot(nullptr);
    }
    return true;
}

std::size_t TrainingRun::stepUntilStopOrSnapshot(std::span<const std::uint32_t> order)
{
    const double fall = m_options.learningRate / static_cast<double>(m_plannedSteps);
    const DescentPlan plan{.order = order,
                           .batch = static_cast<std::size_t>(m_options.batch),
                           .learningRate =
                               m_options.learningRate - fall * static_cast<double>(m_steps),
                           .fall = fall};
    const auto begin = Clock::now();
    const Seconds pausedBefore = m_paused;
    const std::size_t steps = m_descent.run(plan, [this] { return mayStep(); });
    m_stepping += Clock::now() - begin - (m_paused - pausedBefore);
    m_steps += steps;
    const auto tally = m_descent.takeTally();
    m_epochTally.add(tally);
    m_snapshotTally.add(tally);
    m_examples += tally.examples;
    return steps;
}

bool TrainingRun::mayStep()
{
    waitWhilePaused();
    return !m_control.stop.stop_requested() && !snapshotDueInsideEpoch();
}

void TrainingRun::waitWhilePaused()
{
    if (!m_control.observer->waitWhilePaused)
        return;
    const auto begin = Clock::now();
    m_control.observer->waitWhilePaused();
    m_paused += Clock::now() - begin;
}

void TrainingRun::closeEpoch()
{
    ++m_epoch;
    const Responses validation = scoreRows({.rows = m_set.data->rows,
                                            .indices = m_set.data->validation,
                                            .inverseNorms = m_set.validationNorms,
                                            .onDisk = m_set.bounded},
                                           m_descent.model(), m_options.threads);
    EpochReport report;
    report.epoch = m_epoch;
    report.epochs = m_epochs;
    report.loss = m_epochTally.loss();
    report.validationRho = rhoOf(validation, m_set.data->validationY);
    report.best = report.validationRho && (!m_bestRho || *report.validationRho > *m_bestRho);
    if (report.best) {
        m_bestRho = report.validationRho;
        m_best = m_descent.model();
        m_result.bestEpoch = m_epoch;
    }
    const auto dead = deadSenses(m_epochTally, m_descent.model());
    report.deadSenses = static_cast<int>(dead.size());
    report.steps = m_steps;
    report.seconds = secondsSinceStart();
    m_result.epochs.push_back(report);
    if (m_control.observer->epoch)
        m_control.observer->epoch(report);
    if (m_epoch == m_epochs || snapshotIntervalOver())
        shoot(m_set.data->validation.empty() ? nullptr : &validation);
    reviveWhereWanted(dead);
}

void TrainingRun::reviveWhereWanted(const std::vector<SenseId>& dead)
{
    if (m_options.revive && m_epoch < m_epochs && !dead.empty())
        reviveSenses(m_descent, m_set, dead);
}

bool TrainingRun::snapshotIntervalOver() const
{
    return Clock::now() - m_lastSnapshot >= m_control.observer->snapshotInterval;
}

bool TrainingRun::snapshotDueInsideEpoch() const
{
    const Seconds gap = Clock::now() - m_lastSnapshot;
    return m_control.snapshots && gap >= m_control.observer->snapshotInterval
           && gap >= kSnapshotShare * m_snapshotCost
           && gap.count() >= secondsSinceStart() / kSnapshotShare;
}

/// Takes a snapshot: from the responses to all validation images where they are known.
void TrainingRun::shoot(const Responses* validation)
{
    if (!m_control.snapshots)
        return;
    const auto begin = Clock::now();
    TrainingSnapshot snapshot =
        validation != nullptr ? m_camera.look(*validation) : m_camera.look(m_descent.model());
    snapshot.epoch = m_epoch;
    snapshot.step = m_steps;
    snapshot.seconds = secondsSinceStart();
    snapshot.loss = std::exchange(m_snapshotTally, {}).loss();
    m_result.snapshots.push_back(std::move(snapshot));
    m_lastSnapshot = Clock::now();
    m_snapshotCost = m_lastSnapshot - begin;
    if (m_control.observer->snapshot)
        m_control.observer->snapshot(m_result.snapshots.back());
}

double TrainingRun::secondsSinceStart() const
{
    return Seconds(Clock::now() - m_start - m_paused).count();
}

TrainingResult TrainingRun::finish(bool stopped)
{
    m_result.reason = stopped ? StopReason::Stopped : StopReason::Finished;
    if (stopped && m_control.snapshots && m_result.snapshots.back().step != m_steps)
        shoot(nullptr);
    if (!m_best)
        m_result.bestEpoch = m_epoch;
    m_result.model = m_best ? std::move(*m_best) : m_descent.model();
    m_result.regularisation = m_options.regularisation.value_or(0.0);
    m_result.seconds = secondsSinceStart();
    m_result.examplesPerSecond =
        m_stepping.count() > 0.0 ? static_cast<double>(m_examples) / m_stepping.count() : 0.0;
    m_result.instructionSet = instructionSetName();
    return std::move(m_result);
}

} // namespace core
