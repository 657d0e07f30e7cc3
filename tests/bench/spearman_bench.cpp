#include "core/random.h"
#include "core/ranking/spearman.h"
#include "tests/bench/limits.h"
#include "tests/bench/stored_rows.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kImages = 1000000;

/// Scores without ties against popularities with many.
struct Lists {
    Lists()
        : scores(kImages)
        , y(randomPopularity(kImages))
    {
        core::Random random(3);
        for (std::size_t i = 0; i < kImages; ++i)
            scores[i] = static_cast<double>(static_cast<float>(random.normal() + 0.3 * y[i]));
    }

    std::vector<double> scores;
    std::vector<double> y;
};

const Lists& lists()
{
    static const Lists made;
    return made;
}

core::Vector ranksByStandardSort(const std::vector<double>& values)
{
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    core::Vector ranks(static_cast<Eigen::Index>(values.size()));
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        const double mean = 0.5 * static_cast<double>(first + 1 + last);
        for (; first < last; ++first)
            ranks[order[first]] = mean;
    }
    return ranks;
}

double correlate(const core::Vector& r, const core::Vector& s)
{
    const core::Vector left = r.array() - r.mean();
    const core::Vector right = s.array() - s.mean();
    return left.dot(right) / (left.norm() * right.norm());
}

double rhoByStandardSort()
{
    return correlate(ranksByStandardSort(lists().scores), ranksByStandardSort(lists().y));
}

void rhoOfAMillion(benchmark::State& state)
{
    const double rival = rhoByStandardSort();
    Shortest shortest;
    double rho = 0.0;
    for (auto _ : state)
        shortest.time([&] { rho = core::spearmanRho(lists().scores, lists().y).value(); });
    if (std::abs(rho - rival) > 1e-9)
        state.SkipWithError("the rival's rho is not ours");
    state.counters["s"] = shortest.seconds();
}

void rhoOfAMillionWithStandardSort(benchmark::State& state)
{
    Shortest shortest;
    for (auto _ : state)
        shortest.time([&] { benchmark::DoNotOptimize(rhoByStandardSort()); });
    state.counters["s"] = shortest.seconds();
}

BENCHMARK(rhoOfAMillion)->Iterations(20)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(rhoOfAMillionWithStandardSort)
    ->Iterations(5)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
