#include "core/error.h"
#include "core/study/browse.h"
#include "core/study/project.h"
#include "tests/bench/made_catalogue.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kImages = 1'000'000;

/// The project that all of them open, made once.
class MadeProject {
public:
    MadeProject()
        : m_folder(fs::temp_directory_path()
                   / ("sensescope-bench-" + std::to_string(::getpid()) + ".sensescope"))
    {
        bench::writeCatalogue(m_folder, m_folder, kImages);
    }
    ~MadeProject()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    MadeProject(const MadeProject&) = delete;
    MadeProject& operator=(const MadeProject&) = delete;
    MadeProject(MadeProject&&) = delete;
    MadeProject& operator=(MadeProject&&) = delete;

    const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

const fs::path& madeProject()
{
    static const MadeProject project;
    return project.folder();
}

/// The limit of opening: its file read once, from memory.
void readFile(benchmark::State& state)
{
    const auto file = madeProject() / "catalogue.sqlite";
    std::vector<char> piece(std::size_t{1} << 20U);
    for ([[maybe_unused]] auto _ : state) {
        std::ifstream stream(file, std::ios::binary);
        while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())))
            benchmark::DoNotOptimize(piece.data());
    }
    state.counters["bytes"] = static_cast<double>(fs::file_size(file));
}

void openProject(benchmark::State& state)
{
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(core::openProject(madeProject()));
}

void facets(benchmark::State& state)
{
    const auto project = core::openProject(madeProject());
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(core::collectionFacets(project));
}

void browse(benchmark::State& state, const std::string& query, const std::string& sortBy)
{
    const auto project = core::openProject(madeProject());
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(core::browse(project, {.query = query, .sortBy = sortBy}));
}

} // namespace

BENCHMARK(readFile)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(openProject)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(5);
BENCHMARK(facets)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(browse, sorted, "", "popularity")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(browse, counted, "views > 1000 and likes < 20", "views")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(browse, searched, "harbour cat", "")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
