#include "core/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace core {

namespace {

constexpr auto kReportInterval = std::chrono::milliseconds(100);

/// What the threads of one parallelFor() share.
struct Shared {
    std::size_t count;
    std::size_t grain;
    const std::function<void(std::size_t)>& work;
    const std::stop_token& stop;

    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::atomic<bool> abandoned{false};
    std::mutex mutex{};
    std::condition_variable changed{};
    std::exception_ptr failure{}; // guarded by mutex
    int running = 0;              // guarded by mutex
};

void workThrough(Shared& shared)
{
    while (!shared.abandoned.load(std::memory_order_relaxed) && !shared.stop.stop_requested()) {
        const std::size_t first = shared.next.fetch_add(shared.grain);
        if (first >= shared.count)
            return;
        const std::size_t last = std::min(first + shared.grain, shared.count);
        for (std::size_t i = first; i < last; ++i)
            shared.work(i);
        shared.done.fetch_add(last - first, std::memory_order_relaxed);
    }
}

void runWorker(Shared& shared)
{
    std::exception_ptr failure;
    try {
        workThrough(shared);
    } catch (...) {
        failure = std::current_exception();
        shared.abandoned = true;
    }
    const std::scoped_lock lock(shared.mutex);
    if (failure && !shared.failure)
        shared.failure = failure;
    --shared.running;
    shared.changed.notify_all();
}

void report(const Shared& shared, const ParallelOptions& options)
{
    if (options.observe)
        options.observe({options.stage, shared.done.load(), shared.count});
}

} // namespace

int threadCount(int threads)
{
    if (threads > 0)
        return threads;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void parallelFor(std::size_t count, const ParallelOptions& options, const std::stop_token& stop,
                 const std::function<void(std::size_t)>& work)
{
    const std::size_t grain = std::max<std::size_t>(1, options.grain);
    const std::size_t grains = (count + grain - 1) / grain;
    const int threads = static_cast<int>(
        std::min<std::size_t>(grains, static_cast<std::size_t>(threadCount(options.threads))));
    Shared shared{.count = count, .grain = grain, .work = work, .stop = stop};

    if (threads <= 1 && !options.observe) {
        workThrough(shared);
        throwIfStopped(stop);
        return;
    }
    {
        shared.running = threads;
        std::vector<std::jthread> workers;
        workers.reserve(static_cast<std::size_t>(threads));
        for (int t = 0; t < threads; ++t)
            workers.emplace_back([&shared] { runWorker(shared); });

        std::unique_lock lock(shared.mutex);
        while (
            !shared.changed.wait_for(lock, kReportInterval, [&] { return shared.running == 0; })) {
            lock.unlock();
            report(shared, options);
            lock.lock();
        }
    }
    if (shared.failure)
        std::rethrow_exception(shared.failure);
    throwIfStopped(stop);
    report(shared, options);
}

} // namespace core
