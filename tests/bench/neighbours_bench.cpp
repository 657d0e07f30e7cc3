#include "core/insight/neighbours.h"
#include "tests/bench/limits.h"
#include "tests/bench/stored_rows.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <numeric>
#include <span>
#include <thread>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kMost = 5; // that `predict` finds where nothing else is asked for
constexpr std::size_t kMillion = 1000000;

/// A million rows of the built-in descriptor or of a small network; fewer of a large one's.
const StoredRows& rowsOf(std::size_t columns, std::size_t images)
{
    static std::map<std::size_t, std::unique_ptr<StoredRows>> made;
    auto& rows = made[columns];
    if (!rows)
        rows = std::make_unique<StoredRows>(images, columns);
    return *rows;
}

/// As many as the search takes.
int threads()
{
    return static_cast<int>(std::thread::hardware_concurrency());
}

std::size_t columnsOf(const benchmark::State& state)
{
    return static_cast<std::size_t>(state.range(0));
}

std::size_t imagesOf(const benchmark::State& state)
{
    return static_cast<std::size_t>(state.range(1));
}

void report(benchmark::State& state, double seconds)
{
    state.counters["s_per_1M"] =
        seconds * static_cast<double>(kMillion) / static_cast<double>(imagesOf(state));
}

/// The bound: the rows' bytes as they lie in the page cache, read once and added up.
void readingTheRowsOnce(benchmark::State& state)
{
    const auto& rows = rowsOf(columnsOf(state), imagesOf(state));
    const auto* first = reinterpret_cast<const std::uint64_t*>(rows.store().row(0));
    const std::span words(first, imagesOf(state) * columnsOf(state) * sizeof(core::Half)
                                     / sizeof(std::uint64_t));
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] { readOnce(words, threads()); });
    report(state, shortest.seconds());
}

void imagesSimilarToOne(benchmark::State& state)
{
    const auto& rows = rowsOf(columnsOf(state), imagesOf(state));
    const StoredRows wanted(1, columnsOf(state));
    const core::VectorF mean =
        core::VectorF::Constant(static_cast<Eigen::Index>(columnsOf(state)), 0.4F);
    std::vector<std::size_t> all(imagesOf(state));
    std::iota(all.begin(), all.end(), std::size_t{0});
    const core::NearestQuery query{
        .among = all, .wanted = &wanted.store(), .mean = &mean, .most = kMost};
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] { benchmark::DoNotOptimize(core::nearestRows(rows.store(), query)); });
    report(state, shortest.seconds());
    state.counters["of_bandwidth"] = rows.bytes() / shortest.seconds() / readBandwidth(threads());
}

void sizes(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Args({256, kMillion})
        ->Args({512, kMillion})
        ->Args({4096, kMillion / 10})
        ->Iterations(10)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

BENCHMARK(readingTheRowsOnce)->Apply(sizes);
BENCHMARK(imagesSimilarToOne)->Apply(sizes);

} // namespace

} // namespace bench
