#include "core/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

TEST(ParallelFor, DoesEveryIndexOnce)
{
    for (const int threads : {1, 2, 7}) {
        for (const std::size_t count : {0U, 1U, 6U, 7U, 1000U}) {
            std::vector<std::atomic<int>> seen(count);
            const ParallelOptions options{
                .threads = threads, .grain = 3, .stage = {}, .observe = {}};
            parallelFor(count, options, {}, [&](std::size_t i) { ++seen[i]; });
            for (const auto& times : seen)
                ASSERT_EQ(times, 1) << threads << " threads, " << count << " indices";
        }
    }
}

TEST(ParallelFor, ThrowsWhatTheWorkThrows)
{
    const auto fail = [](std::size_t i) {
        if (i == 500)
            throw std::runtime_error("five hundred");
    };
    EXPECT_THROW(parallelFor(1000, {}, {}, fail), std::runtime_error);
    EXPECT_THROW(parallelFor(501, {.threads = 1, .grain = 1, .stage = {}, .observe = {}}, {}, fail),
                 std::runtime_error);
}

TEST(ParallelFor, StopsWhenAsked)
{
    std::stop_source stop;
    std::atomic<int> done{0};
    EXPECT_THROW(parallelFor(1'000'000, {}, stop.get_token(),
                             [&](std::size_t) {
                                 if (++done == 10)
                                     stop.request_stop();
                             }),
                 Cancelled);
    EXPECT_LT(done, 1'000'000);
}

TEST(ParallelFor, ReportsTheEnd)
{
    std::vector<Progress> reports;
    const ParallelOptions options{.threads = 2,
                                  .grain = 1,
                                  .stage = "Counting",
                                  .observe = [&](const Progress& p) { reports.push_back(p); }};
    parallelFor(100, options, {}, [](std::size_t) {});
    ASSERT_FALSE(reports.empty());
    EXPECT_EQ(reports.back().done, 100U);
    EXPECT_EQ(reports.back().total, 100U);
    EXPECT_EQ(reports.back().stage, "Counting");
}

} // namespace
} // namespace core
