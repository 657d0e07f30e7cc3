#include "core/images/fingerprint.h"
#include "core/images/mean_image.h"
#include "core/images/thumbnail_cache.h"
#include "core/parallel.h"
#include "core/random.h"
#include "core/study/leaks.h"
#include "tests/bench/limits.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kImages = 10'000; // as many as a sense's mean may have, ten times
constexpr std::size_t kMillion = 1'000'000;

/// A picture with edges and noise, so that its JPEG is as large as a photograph's.
core::Bitmap madePicture(std::uint64_t seed)
{
    constexpr int kSide = core::kThumbnailSide;
    constexpr int kCells = 16;
    core::Random random(seed);
    core::Bitmap coarse{.width = kCells, .height = kCells, .pixels = {}};
    for (int i = 0; i < kCells * kCells * 3; ++i)
        coarse.pixels.push_back(static_cast<std::uint8_t>(random.below(200)));
    auto picture = core::stretched(coarse, kSide, kSide * 3 / 4);
    for (auto& value : picture.pixels)
        value = static_cast<std::uint8_t>(value + random.below(8));
    return picture;
}

/// A thumbnail cache with all of them.
class Thumbnails {
public:
    Thumbnails()
        : m_folder(std::filesystem::temp_directory_path() / "sensescope-pictures-bench")
        , m_cache(m_folder)
    {
        core::parallelFor(kImages, {.stage = {}, .observe = {}}, {}, [this](std::size_t i) {
            m_cache.store(static_cast<std::int64_t>(i), {}, madePicture(i));
        });
    }
    ~Thumbnails()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Thumbnails(const Thumbnails&) = delete;
    Thumbnails& operator=(const Thumbnails&) = delete;
    Thumbnails(Thumbnails&&) = delete;
    Thumbnails& operator=(Thumbnails&&) = delete;

    core::Bitmap decode(std::size_t i) const
    {
        return m_cache.thumbnail(static_cast<std::int64_t>(i), {});
    }

private:
    std::filesystem::path m_folder;
    core::ThumbnailCache m_cache;
};

const Thumbnails& thumbnails()
{
    static const Thumbnails made;
    return made;
}

/// The bound of a mean.
void decodingTenThousandThumbnails(benchmark::State& state)
{
    const auto& cache = thumbnails();
    for (auto _ : state)
        core::parallelFor(kImages, {.stage = {}, .observe = {}}, {},
                          [&](std::size_t i) { benchmark::DoNotOptimize(cache.decode(i)); });
}

void meanOfTenThousandImages(benchmark::State& state)
{
    const auto& cache = thumbnails();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            core::meanOf(kImages, [&](std::size_t i) { return cache.decode(i); }));
}

/// A million pictures, one in a hundred the near copy of another.
std::vector<core::Fingerprint> madeFingerprints()
{
    core::Random random(3);
    std::vector<core::Fingerprint> made(kMillion);
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (i % 100 == 99) {
            made[i] = made[random.below(i)];
            made[i].structure ^= 0x1010U;
            continue;
        }
        made[i].structure = random.next() | 1U;
        for (auto& colour : made[i].colours)
            colour = static_cast<std::uint8_t>(random.below(256));
    }
    return made;
}

void leaksOfAMillionImages(benchmark::State& state)
{
    const auto fingerprints = madeFingerprints();
    core::Splits splits(fingerprints.size());
    for (std::size_t i = 0; i < splits.size(); ++i)
        splits[i] = i % 10 < 7   ? core::Split::Train
                    : i % 10 < 8 ? core::Split::Validation
                                 : core::Split::Test;
    std::size_t found = 0;
    for (auto _ : state)
        found = core::findLeaks(fingerprints, splits).total();
    state.counters["leaks"] = static_cast<double>(found);
}

void once(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK(decodingTenThousandThumbnails)->Apply(once);
BENCHMARK(meanOfTenThousandImages)->Apply(once);
BENCHMARK(leaksOfAMillionImages)->Apply(once);

} // namespace

} // namespace bench
