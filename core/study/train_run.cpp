#include "core/error.h"
#include "core/study/data_fingerprint.h"
#include "core/study/lesson.h"
#include "core/study/run_documents.h"
#include "core/study/runs.h"
#include "core/study/scored_split.h"
#include "core/study/training_data.h"

namespace core {

namespace {

std::string defaultFeatureSet(const Project& project)
{
    return project.featureSets.empty() ? std::string() : project.featureSets.back().name;
}

std::vector<std::string> measuresOf(const Collection& collection, EngagementChoice engagement)
{
    std::vector<std::string> names;
    for (const auto position : collection.measuresOf(engagement))
        names.push_back(collection.measures[position].name);
    if (names.empty())
        throw Error("This collection has no measure of " + std::string(engagementName(engagement))
                    + " engagement: choose another level, or import its counts as such.");
    return names;
}

/// Every field filled in, so that the run says what it did.
TrainRequest resolved(const Project& project, const Catalogue& catalogue, TrainRequest request)
{
    if (request.name.empty())
        request.name = catalogue.freeRunName();
    for (const auto& run : catalogue.runs()) {
        if (run.name == request.name)
            throw Error("There is a run named \"" + request.name
                        + "\" already: choose another name, or delete that run first.");
    }
    if (request.featureSet.empty())
        request.featureSet = defaultFeatureSet(project);
    if (request.measures.empty())
        request.measures = measuresOf(*project.collection, request.engagement);
    return withSplitAndTarget(project, std::move(request));
}

RunInfo infoOf(const TrainRequest& request, const TrainingResult& result)
{
    RunInfo info;
    info.name = request.name;
    info.request = request;
    info.request.options.learningRate = result.learningRate;
    info.request.options.regularisation = result.regularisation;
    info.request.options.searchSettings = false; // found, and so given
    info.search = result.search;
    if (!result.epochs.empty()) {
        info.request.options.epochs = result.epochs.back().epochs;
        info.deadSenses = result.epochs.back().deadSenses;
    }
    info.instructionSet = result.instructionSet;
    info.stopped = result.reason == StopReason::Stopped;
    info.bestEpoch = result.bestEpoch;
    info.seconds = result.seconds;
    info.examplesPerSecond = result.examplesPerSecond;
    return info;
}

/// A run that was stopped is kept, and so is evaluated whatever the stop token says.
void evaluateAll(const Project& project, LoadedRun& run, const ProgressObserver& observe,
                 const std::stop_token& abandon)
{
    const auto judge = [&](Split split, const std::string& images, std::size_t done) {
        if (observe)
            observe({"Judging the run on " + images + " images", done, 3});
        return evaluateRun(project, run, split, {}, abandon);
    };
    run.info.train = judge(Split::Train, "training", 0);
    run.info.validation = judge(Split::Validation, "validation", 1);
    run.info.test = judge(Split::Test, "test", 2);
}

} // namespace

LoadedRun trainRun(const Project& project, const TrainRequest& wish, const std::stop_token& stop,
                   const RunObserver& observer, const std::stop_token& abandon)
{
    auto catalogue = Catalogue::open(project.folder);
    auto request = resolved(project, catalogue, wish);
    const auto& set = featureSetNamed(project, request.featureSet);
    const auto store = FeatureStore::open(project.featureFile(set.name));
    if (!request.options.memory)
        request.options.memory = memoryFor(*store);
    const auto lesson = lessonOf(project, request);
    const auto data = trainingDataOf(*store, lesson, withFeatures(project, set));

    std::stop_source either;
    const auto end = [&either] { either.request_stop(); };
    const std::stop_callback stopped(stop, end);
    const std::stop_callback abandoned(abandon, end);
    auto result = train(data, request.options, either.get_token(), observer);
    throwIfStopped(abandon);
    if (result.epochs.empty())
        throw Cancelled();

    LoadedRun run{.info = infoOf(request, result),
                  .model = std::move(result.model),
                  .epochs = std::move(result.epochs),
                  .snapshots = std::move(result.snapshots)};
    run.info.leftOut = leftOut(lesson.splits);
    run.info.leaks = findLeaks(project, lesson.splits, abandon, observer.judging);
    run.info.dataFingerprint = dataFingerprint(project, request, lesson, *store, abandon);
    evaluateAll(project, run, observer.judging, abandon);
    throwIfStopped(abandon);
    catalogue.addRun(recordOf(run));
    return runOf(catalogue.run(run.info.name));
}

} // namespace core
