#include "core/ranking/trainer.h"

#include "core/parallel.h"
#include "core/ranking/column_tiles.h"
#include "core/ranking/settings_search.h"
#include "core/ranking/starting_model.h"
#include "core/ranking/training_run.h"
#include "core/ranking/training_set.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace core {

namespace {

// Multiplications a batch below which meeting costs more than it brings.
constexpr std::size_t kWorthSharing = 2000000;

void require(bool holds, const char* otherwise)
{
    if (!holds)
        throw std::invalid_argument(otherwise);
}

void check(const TrainingOptions& options)
{
    require(options.popularSenses >= 1, "train: fewer than one popular sense");
    require(options.unpopularSenses >= 0, "train: fewer than no unpopular senses");
    require(std::isfinite(options.alpha) && options.alpha > 0.0, "train: alpha must exceed 0");
    require(options.epochs.value_or(1) >= 1, "train: fewer than one epoch");
    require(options.batch >= 2, "train: a batch needs two images");
    require(std::isfinite(options.learningRate) && options.learningRate > 0.0,
            "train: the learning rate must exceed 0");
    const double regularisation = options.regularisation.value_or(0.0);
    require(std::isfinite(regularisation) && regularisation >= 0.0,
            "train: the regularisation must not be negative");
    require(options.threads >= 0, "train: fewer than no threads");
}

int teamSize(const TrainingSet& set, const TrainingOptions& options)
{
    const std::size_t columns = set.data->rows->columns();
    const std::size_t batch = std::min(static_cast<std::size_t>(options.batch), set.members.size());
    const auto senses = static_cast<std::size_t>(options.popularSenses)
                        + static_cast<std::size_t>(options.unpopularSenses);
    if (batch * columns * senses < kWorthSharing)
        return 1;
    const auto most = static_cast<int>(std::min<std::size_t>(columnTiles(columns).size(), 1024));
    return std::min(threadCount(options.threads), most);
}

} // namespace

TrainingResult train(const TrainingData& data, const TrainingOptions& options,
                     const std::stop_token& stop, const TrainingObserver& observer)
{
    check(options);
    const TrainingSet set =
        prepareTraining(data, options.threads, stop,
                        data.rows != nullptr && exceedsMemory(*data.rows, options.memory));
    const SenseModel start = startingModel(set, options);
    WorkerTeam team(teamSize(set, options));
    const RunControl control{.observer = &observer, .stop = stop};

    auto found = findSettings(set, options, start, team, control);
    auto result = TrainingRun(set, found.options, start, team, control).run();
    result.learningRate = found.options.learningRate;
    result.search = std::move(found.trials);
    return result;
}

} // namespace core
