#include "core/insight/top_images.h"
#include "core/random.h"
#include "core/ranking/sense_model.h"
#include "tests/bench/limits.h"
#include "tests/bench/stored_rows.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kImages = 100000;
constexpr std::size_t kColumns = 4096;
constexpr int kSensesEach = 5;
constexpr std::size_t kTop = 500;
constexpr double kScale = 1e6 / static_cast<double>(kImages);

const StoredRows& rows()
{
    static const StoredRows made(kImages, kColumns);
    return made;
}

core::SenseModel randomModel()
{
    core::Random random(3);
    const auto draw = [&] { return static_cast<float>(random.normal() / 64.0); };
    const auto d = static_cast<Eigen::Index>(kColumns);
    core::SenseModel model{.popular = core::MatrixF(kSensesEach, d),
                           .unpopular = core::MatrixF(kSensesEach, d),
                           .mean = core::VectorF::Constant(d, 0.4F)};
    for (auto* weights : {&model.popular, &model.unpopular})
        for (auto& weight : weights->reshaped())
            weight = draw();
    return model;
}

/// The bound: the rows' bytes as they lie in the page cache, read once and added up.
void readingTheRowsOnce(benchmark::State& state)
{
    const auto* first = reinterpret_cast<const std::uint64_t*>(rows().store().row(0));
    const std::span words(first, kImages * kColumns * sizeof(core::Half) / sizeof(std::uint64_t));
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] { readOnce(words, static_cast<int>(state.range(0))); });
    state.counters["s_per_1M"] = shortest.seconds() * kScale;
    state.counters["GB/s"] = rows().bytes() / shortest.seconds() / 1e9;
}

void scoringAndTop500OfTen(benchmark::State& state)
{
    const auto threads = static_cast<int>(state.range(0));
    const auto model = randomModel();
    std::vector<std::size_t> all(kImages);
    std::iota(all.begin(), all.end(), std::size_t{0});
    Shortest shortest;
    Shortest top;
    for (auto _ : state)
        shortest.time([&] {
            const auto responses = core::respond(rows().store(), all, model, threads);
            top.time([&] {
                for (const auto& sense : model.senses())
                    benchmark::DoNotOptimize(core::topImages(responses, sense, kTop));
            });
        });
    state.counters["s_per_1M"] = shortest.seconds() * kScale;
    state.counters["top_s_per_1M"] = top.seconds() * kScale;
    state.counters["of_bandwidth"] = rows().bytes() / shortest.seconds() / readBandwidth(threads);
}

BENCHMARK(readingTheRowsOnce)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(20)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(scoringAndTop500OfTen)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(20)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
