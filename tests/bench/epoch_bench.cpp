#include "core/parallel.h"
#include "core/random.h"
#include "core/ranking/descent.h"
#include "core/ranking/schedule.h"
#include "core/ranking/training_set.h"
#include "core/ranking/worker_team.h"
#include "tests/bench/eigen_epoch.h"
#include "tests/bench/limits.h"
#include "tests/bench/stored_rows.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kImages = 100000;
constexpr std::size_t kColumns = 4096;
constexpr int kSensesEach = 5;
constexpr int kBatch = 100;
constexpr double kLearningRate = 2.0;
constexpr double kRegularisation = 1e-6;
constexpr double kMillion = 1e6;

/// Every sense meets every value once, and the two that responded meet it once more.
constexpr double kMultiplyAdds = (2.0 * kSensesEach + 2.0) * double{kColumns} * double{kImages};

/// The rows and all that is known of them before the first step; made once for all benchmarks.
struct Ground {
    Ground()
        : rows(kImages, kColumns)
    {
        data.rows = &rows.store();
        data.training.resize(kImages);
        std::iota(data.training.begin(), data.training.end(), std::size_t{0});
        data.trainingY = randomPopularity(kImages);
        set = core::prepareTraining(data, 0);
        core::Random random(3);
        const auto senses = [&] {
            core::MatrixF weights(kSensesEach, static_cast<Eigen::Index>(kColumns));
            for (auto& weight : weights.reshaped())
                weight = static_cast<float>(random.normal() / 64.0);
            return weights;
        };
        start.popular = senses();
        start.unpopular = senses();
        start.mean = set.mean;
    }

    StoredRows rows;
    core::TrainingData data;
    core::TrainingSet set;
    core::SenseModel start;
};

Ground& ground()
{
    static Ground made;
    return made;
}

/// What every epoch is held against.
void count(benchmark::State& state, const Shortest& shortest, int threads)
{
    const double perSecond = ground().rows.bytes() / shortest.seconds();
    state.counters["s_per_1M"] = shortest.seconds() * kMillion / static_cast<double>(kImages);
    state.counters["GB/s"] = perSecond / 1e9;
    state.counters["of_bandwidth"] = perSecond / readBandwidth(threads);
    state.counters["of_arithmetic"] = kMultiplyAdds / shortest.seconds() / multiplyAddRate(threads);
}

void bandwidth(benchmark::State& state)
{
    double best = 0.0;
    for (auto _ : state)
        best = std::max(best, readBandwidth(static_cast<int>(state.range(0))));
    state.counters["GB/s"] = best / 1e9;
    state.counters["s_per_1M"] = ground().rows.bytes() / best * kMillion / double{kImages};
}

void arithmetic(benchmark::State& state)
{
    double best = 0.0;
    for (auto _ : state)
        best = std::max(best, multiplyAddRate(static_cast<int>(state.range(0))));
    state.counters["G/s"] = best / 1e9;
    state.counters["s_per_1M"] = kMultiplyAdds / best * kMillion / double{kImages};
}

void epoch(benchmark::State& state)
{
    const auto threads = static_cast<int>(state.range(0));
    core::WorkerTeam team(threads);
    core::Descent descent(
        ground().set.descentData(), ground().start,
        {.margin = core::Margin::Soft, .alpha = 1.0, .regularisation = kRegularisation}, team);
    core::BatchDealer dealer(kImages, kBatch, 1);
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] {
            descent.run({.order = dealer.deal(),
                         .batch = kBatch,
                         .learningRate = kLearningRate,
                         .fall = 0.0});
        });
    count(state, shortest, threads);
}

/// Ours and Eigen's weights after one epoch from the same start over the same batches.
class Rival {
public:
    Rival()
        : m_y(ground().set.y.begin(), ground().set.y.end())
        , m_weights(kSensesEach * 2, static_cast<Eigen::Index>(kColumns))
    {
        m_weights << ground().start.popular, ground().start.unpopular;
    }

    void run(std::span<const std::uint32_t> order, int threads)
    {
        descendWithEigen(
            {.rows = reinterpret_cast<const std::uint16_t*>(ground().data.rows->row(0)),
             .columns = kColumns,
             .order = order.data(),
             .images = order.size(),
             .batch = kBatch,
             .members = ground().set.members.data(),
             .y = m_y.data(),
             .inverseNorms = ground().set.inverseNorms.data(),
             .mean = ground().set.mean.data(),
             .weights = m_weights.data(),
             .sensesEach = kSensesEach,
             .learningRate = kLearningRate,
             .regularisation = kRegularisation,
             .threads = threads});
    }

    bool agrees(const core::SenseModel& model) const
    {
        core::MatrixF other(m_weights.rows(), m_weights.cols());
        other << model.popular, model.unpopular;
        return (other - m_weights).norm() < 1e-3F * m_weights.norm();
    }

private:
    std::vector<float> m_y;
    core::MatrixF m_weights;
};

/// A rival that computes something else is none.
bool rivalAgrees()
{
    core::BatchDealer dealer(kImages, kBatch, 1);
    const auto order = dealer.deal().first(std::size_t{20} * kBatch);
    core::WorkerTeam team(1);
    core::Descent descent(
        ground().set.descentData(), ground().start,
        {.margin = core::Margin::Soft, .alpha = 1.0, .regularisation = kRegularisation}, team);
    descent.run({.order = order, .batch = kBatch, .learningRate = kLearningRate, .fall = 0.0});
    Rival rival;
    rival.run(order, 1);
    return rival.agrees(descent.model());
}

void epochWithEigen(benchmark::State& state)
{
    if (!rivalAgrees()) {
        state.SkipWithError("Eigen's weights are not ours");
        return;
    }
    const auto threads = static_cast<int>(state.range(0));
    core::BatchDealer dealer(kImages, kBatch, 1);
    Rival rival;
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] { rival.run(dealer.deal(), threads); });
    count(state, shortest, threads);
}

BENCHMARK(bandwidth)->Arg(1)->Arg(2)->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(arithmetic)->Arg(1)->Arg(2)->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(epoch)->Arg(1)->Arg(2)->Iterations(20)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(epochWithEigen)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(5)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
