#include "core/study/baselines.h"

#include "core/ranking/baselines.h"
#include "core/ranking/support_vector_regression.h"
#include "core/study/scored_split.h"

#include <array>
#include <cstdio>

namespace core {

namespace {

std::vector<std::optional<std::int64_t>> datesOf(const Collection& collection,
                                                 const std::vector<ImageKey>& keys)
{
    std::vector<std::optional<std::int64_t>> dates;
    dates.reserve(keys.size());
    for (const auto key : keys)
        dates.push_back(collection.dates[static_cast<std::size_t>(key)]);
    return dates;
}

std::vector<std::size_t> rowsOf(const ScoredSplit& split)
{
    return {split.keys.begin(), split.keys.end()};
}

std::optional<double> rhoOf(const FeatureRows& rows, const SenseModel& model,
                            const ScoredSplit& wanted, const std::stop_token& stop)
{
    const auto scores = respond(rows, rowsOf(wanted), model, 0, stop).scores();
    return spearmanRho(std::vector<double>(scores.begin(), scores.end()), wanted.y);
}

/// A ranker of one sense, otherwise as `options` say.
SenseModel linearRanker(const TrainingData& data, TrainingOptions options,
                        const ProgressObserver& observe, const std::stop_token& stop)
{
    options.popularSenses = 1;
    options.unpopularSenses = 0;
    options.regularisation.reset();
    TrainingObserver observer;
    if (observe)
        observer.epoch = [&](const EpochReport& report) {
            observe({"Linear ranker", static_cast<std::size_t>(report.epoch),
                     static_cast<std::size_t>(report.epochs)});
        };
    auto result = train(data, options, stop, observer);
    throwIfStopped(stop);
    return std::move(result.model);
}

std::string twoPlaces(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value); // NOLINT(*-vararg): fixed format
    return text.data();
}

} // namespace

Baselines blindBaselines(const Collection& collection, const ScoredSplit& training,
                         const ScoredSplit& wanted)
{
    Baselines baselines;
    if (training.keys.empty())
        return baselines;
    if (!training.authors.empty() && !wanted.authors.empty())
        baselines.author =
            spearmanRho(predictByAuthor(training.authors, training.y, wanted.authors), wanted.y);
    if (!collection.dates.empty())
        baselines.time = spearmanRho(predictByTime(datesOf(collection, training.keys), training.y,
                                                   datesOf(collection, wanted.keys)),
                                     wanted.y);
    return baselines;
}

Baselines visualBaselines(const Project& project, const LoadedRun& run, Split split,
                          const ProgressObserver& observe, const std::stop_token& stop)
{
    const auto training = scoreSplit(project, run, Split::Train, stop);
    const auto validation = scoreSplit(project, run, Split::Validation, stop);
    const auto wanted = scoreSplit(project, run, split, stop);
    const auto store = FeatureStore::open(project.featureFile(run.info.request.featureSet));
    const TrainingData data{.rows = store.get(),
                            .training = rowsOf(training),
                            .trainingY = training.y,
                            .validation = rowsOf(validation),
                            .validationY = validation.y};
    Baselines baselines;
    const auto ranker = linearRanker(data, run.info.request.options, observe, stop);
    baselines.linear = rhoOf(*store, ranker, wanted, stop);
    const auto regression = trainRegression(data, {.observe = observe}, stop);
    baselines.svr = rhoOf(*store, regression.model, wanted, stop);
    return baselines;
}

std::optional<std::string> confoundWarning(const Evaluation& evaluation)
{
    const auto confound = confoundOf(evaluation);
    if (!confound)
        return std::nullopt;
    const std::string figures = " alone predicts these counts better (rho "
                                + twoPlaces(confound->rho) + ") than the pictures do ("
                                + twoPlaces(*evaluation.rho)
                                + "), so that what the senses show may be ";
    if (confound->by == Confound::Time)
        return "The date" + figures
               + "when pictures were posted: compare runs on splits or targets that take time "
                 "away, such as --split time or --target day.";
    return "The author" + figures
           + "who posted them: compare runs on splits or targets that take authors away, such as "
             "--split author or --target author.";
}

} // namespace core
