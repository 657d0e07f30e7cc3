#include "core/evaluation/rank_correlation.h"
#include "core/random.h"
#include "tests/bench/limits.h"
#include "tests/bench/stored_rows.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kImages = 200000;
constexpr int kResamples = 1000;

std::vector<double> scoresOf(const std::vector<double>& y, std::uint64_t seed)
{
    core::Random random(seed);
    std::vector<double> scores(y.size());
    for (std::size_t i = 0; i < y.size(); ++i)
        scores[i] = static_cast<double>(static_cast<float>(random.normal() + 0.3 * y[i]));
    return scores;
}

/// Two scorers of 200,000 images on 1,000 resamples; the bound is what a rival without a bootstrap
/// of its own must do: 2,000 times rho from the start.
void pairedBootstrap(benchmark::State& state)
{
    const auto y = randomPopularity(kImages);
    const auto first = scoresOf(y, 3);
    const auto second = scoresOf(y, 4);
    core::BootstrapOptions options;
    options.resamples = kResamples;
    options.threads = static_cast<int>(state.range(0));
    std::size_t reports = 0;
    options.observe = [&](const core::Progress&) { ++reports; };
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] {
            benchmark::DoNotOptimize(core::compareRho({first, second}, y, {}, options));
        });
    Shortest rho;
    for (int i = 0; i < 5; ++i)
        rho.time([&] { benchmark::DoNotOptimize(core::spearmanRho(first, y)); });
    state.counters["s"] = shortest.seconds();
    state.counters["s_by_spearmanRho"] = 2.0 * kResamples * rho.seconds() / options.threads;
    state.counters["progress_reports"] = static_cast<double>(reports);
}

BENCHMARK(pairedBootstrap)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
