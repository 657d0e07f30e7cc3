#include "tests/bench/limits.h"

#include "core/ranking/worker_team.h"
#include "tests/bench/arithmetic.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <span>
#include <sys/mman.h>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kBytes = std::size_t{512} << 20U;
constexpr std::size_t kHugePage = std::size_t{2} << 20U;
constexpr int kPasses = 12;

struct Free {
    void operator()(std::uint64_t* memory) const { std::free(memory); } // NOLINT: of aligned_alloc
};

/// Sixteen sums side by side, so that none waits for another.
std::uint64_t sum(std::span<const std::uint64_t> words)
{
    constexpr std::size_t kSums = 16;
    std::array<std::uint64_t, kSums> sums{};
    for (std::size_t i = 0; i + kSums <= words.size(); i += kSums)
        for (std::size_t k = 0; k < kSums; ++k)
            sums.at(k) += words[i + k];
    std::uint64_t total = 0;
    for (const auto part : sums)
        total += part;
    return total;
}

void readShared(std::span<const std::uint64_t> words, core::WorkerTeam& team)
{
    const std::size_t share = words.size() / static_cast<std::size_t>(team.members());
    team.run([&](int member) {
        benchmark::DoNotOptimize(
            sum(words.subspan(static_cast<std::size_t>(member) * share, share)));
    });
}

} // namespace

double readBandwidth(int threads)
{
    constexpr std::size_t kWords = kBytes / sizeof(std::uint64_t);
    const std::unique_ptr<std::uint64_t, Free> memory(
        static_cast<std::uint64_t*>(std::aligned_alloc(kHugePage, kBytes)));
    ::madvise(memory.get(), kBytes, MADV_HUGEPAGE);
    const std::span words(memory.get(), kWords);
    std::ranges::fill(words, 1U);

    core::WorkerTeam team(threads);
    Shortest shortest;
    for (int pass = 0; pass < kPasses; ++pass)
        shortest.time([&] { readShared(words, team); });
    return static_cast<double>(kBytes) / shortest.seconds();
}

double multiplyAddRate(int threads)
{
    core::WorkerTeam team(threads);
    std::vector<std::uint64_t> done(static_cast<std::size_t>(threads));
    Shortest shortest;
    for (int pass = 0; pass < kPasses; ++pass)
        shortest.time([&] {
            team.run(
                [&](int member) { done.at(static_cast<std::size_t>(member)) = multiplyAdd(); });
        });
    return static_cast<double>(std::accumulate(done.begin(), done.end(), std::uint64_t{0}))
           / shortest.seconds();
}

void readOnce(std::span<const std::uint64_t> words, int threads)
{
    core::WorkerTeam team(threads);
    readShared(words, team);
}

} // namespace bench
