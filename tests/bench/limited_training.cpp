#include "core/ranking/trainer.h"
#include "tests/bench/stored_rows.h"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <string>

namespace {

constexpr std::size_t kColumns = 4096;

/// Trains on every row of the file and prints how fast each epoch went through it.
void trainOn(const std::filesystem::path& file, std::size_t memory, int epochs)
{
    const auto store = core::FeatureStore::open(file);
    core::TrainingData data;
    data.rows = store.get();
    data.training.resize(store->rows());
    std::iota(data.training.begin(), data.training.end(), std::size_t{0});
    data.trainingY = bench::randomPopularity(store->rows());

    core::TrainingOptions options;
    options.epochs = epochs;
    options.initialisation = core::Initialisation::Random;
    options.memory = memory;
    core::TrainingObserver observer;
    // The first and the last snapshot alone: this is about reading.
    observer.snapshotInterval = std::chrono::hours(1);
    const auto gigabytes =
        static_cast<double>(store->rows() * store->columns() * sizeof(core::Half)) / 1e9;
    double before = 0.0;
    observer.epoch = [&](const core::EpochReport& report) {
        const double seconds = report.seconds - before;
        before = report.seconds;
        std::cout << "epoch " << report.epoch << ": " << seconds << " s, " << gigabytes / seconds
                  << " GB/s, loss " << report.loss << std::endl;
    };
    const auto result = core::train(data, options, {}, observer);
    std::cout << "weights " << result.model.popular.sum() << ' ' << result.model.unpopular.sum()
              << std::endl;
}

} // namespace

/// limited_training make FILE ROWS | limited_training train FILE MEGABYTES EPOCHS
int main(int count, char** arguments)
{
    const std::vector<std::string> words(arguments + 1, arguments + count);
    try {
        if (words.size() == 3 && words[0] == "make") {
            bench::writeRandomRows(words[1], std::stoul(words[2]), kColumns);
            return EXIT_SUCCESS;
        }
        if (words.size() == 4 && words[0] == "train") {
            trainOn(words[1], std::stoul(words[2]) << 20U, std::stoi(words[3]));
            return EXIT_SUCCESS;
        }
        std::cerr << "make FILE ROWS, or train FILE MEGABYTES EPOCHS\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
    }
    return EXIT_FAILURE;
}
