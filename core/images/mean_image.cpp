#include "core/images/mean_image.h"

#include "core/error.h"
#include "core/progress.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kValues = std::size_t{3} * kMeanImageSide * kMeanImageSide;
/// Linear light in whole numbers: sums of them do not depend on their order, so neither does the
/// mean on the threads. 2^32 × 2^24 pictures fit.
constexpr double kLinearScale = 16'777'216.0;

double linearOf(double srgb)
{
    return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4);
}

double srgbOf(double linear)
{
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1.0 / 2.4) - 0.055;
}

const std::array<std::uint32_t, 256>& linearTable()
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<std::uint32_t>(
                std::lround(kLinearScale * linearOf(static_cast<double>(i) / 255.0)));
        return values;
    }();
    return table;
}

struct Sum {
    std::vector<std::uint64_t> linear = std::vector<std::uint64_t>(kValues);
    std::size_t used = 0;
    std::size_t skipped = 0;

    void add(const Bitmap& picture)
    {
        const auto& table = linearTable();
        for (std::size_t i = 0; i < kValues; ++i)
            linear[i] += table[picture.pixels[i]];
        ++used;
    }

    void add(const Sum& other)
    {
        for (std::size_t i = 0; i < kValues; ++i)
            linear[i] += other.linear[i];
        used += other.used;
        skipped += other.skipped;
    }
};

void addPicture(Sum& sum, const std::function<Bitmap(std::size_t)>& decode, std::size_t index)
{
    try {
        const Bitmap picture = decode(index);
        if (!picture.empty()) {
            sum.add(centredSquare(picture, kMeanImageSide));
            return;
        }
    } catch (const Error&) {
        // Counted below.
    }
    ++sum.skipped;
}

/// What the threads of one call share.
struct Work {
    std::size_t count = 0;
    const std::function<Bitmap(std::size_t)>* decode = nullptr;
    std::stop_token stop;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::atomic<bool> failed{false};
    std::mutex mutex{};
    std::exception_ptr failure{}; ///< guarded by mutex

    /// Takes pictures until there are none left; afterEach is called after each.
    void run(Sum& sum, const std::function<void(std::size_t)>& afterEach)
    {
        try {
            for (std::size_t i = next++; i < count; i = next++) {
                if (stop.stop_requested() || failed)
                    return;
                addPicture(sum, *decode, i);
                ++done;
                if (afterEach)
                    afterEach(done);
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            failed = true;
        }
    }
};

Bitmap pictureOf(const Sum& sum)
{
    Bitmap picture{.width = kMeanImageSide,
                   .height = kMeanImageSide,
                   .pixels = std::vector<std::uint8_t>(kValues)};
    for (std::size_t i = 0; i < kValues; ++i) {
        const double mean = static_cast<double>(sum.linear[i]) / static_cast<double>(sum.used);
        const double srgb = std::clamp(srgbOf(mean / kLinearScale), 0.0, 1.0);
        picture.pixels[i] = static_cast<std::uint8_t>(std::lround(255.0 * srgb));
    }
    return picture;
}

std::size_t threadCount(int wanted, std::size_t count)
{
    const auto available = wanted > 0 ? static_cast<std::size_t>(wanted)
                                      : std::size_t{std::thread::hardware_concurrency()};
    return std::clamp<std::size_t>(available, 1, std::max<std::size_t>(count, 1));
}

} // namespace

MeanImage meanOf(std::size_t count, const std::function<Bitmap(std::size_t)>& decode,
                 const std::stop_token& stop, const std::function<void(std::size_t)>& progress,
                 int threads)
{
    std::vector<Sum> sums(threadCount(threads, count));
    Work work{.count = count, .decode = &decode, .stop = stop};
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 1; i < sums.size(); ++i)
            workers.emplace_back([&work, &sum = sums[i]] { work.run(sum, {}); });
        work.run(sums[0], progress);
    }
    if (work.failure)
        std::rethrow_exception(work.failure);
    throwIfStopped(stop);
    if (progress)
        progress(count);

    for (std::size_t i = 1; i < sums.size(); ++i)
        sums[0].add(sums[i]);
    const Sum& total = sums[0];
    return {.picture = total.used > 0 ? pictureOf(total) : Bitmap{},
            .used = total.used,
            .skipped = total.skipped};
}

} // namespace core
