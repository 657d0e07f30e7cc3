#include "core/study/repeat_run.h"

#include <utility>

namespace core {

namespace {

bool sameWeights(const SenseModel& first, const SenseModel& second)
{
    const auto same = [](const auto& a, const auto& b) {
        return a.rows() == b.rows() && a.cols() == b.cols() && a == b;
    };
    return same(first.popular, second.popular) && same(first.unpopular, second.unpopular)
           && same(first.mean, second.mean);
}

TrainRequest requestLike(const RunInfo& original, const RepeatOptions& options)
{
    auto request = original.request;
    request.name = options.name;
    request.options.threads = options.threads;
    return request;
}

} // namespace

Repetition repeatRun(const Project& project, const LoadedRun& original,
                     const RepeatOptions& options, const std::stop_token& stop,
                     const RunObserver& observer)
{
    std::stop_source end;
    const std::stop_callback asked(stop, [&end] { end.request_stop(); });
    RunObserver watching = observer;
    if (original.info.stopped) {
        watching.epoch = [&](const EpochReport& report) {
            if (observer.epoch)
                observer.epoch(report);
            if (report.epoch == static_cast<int>(original.epochs.size()))
                end.request_stop();
        };
    }
    Repetition repetition;
    repetition.run =
        trainRun(project, requestLike(original.info, options), end.get_token(), watching);
    repetition.repeats = sameWeights(original.model, repetition.run.model);
    repetition.differences = differencesBetween(original.info, repetition.run.info);
    if (original.info.stopped != repetition.run.info.stopped
        || original.epochs.size() != repetition.run.epochs.size())
        repetition.differences.emplace_back("It was not stopped after the same epoch.");
    else if (!repetition.repeats && repetition.differences.empty())
        repetition.differences.emplace_back(
            original.info.stopped
                ? "It was stopped in the middle of an epoch, which cannot be repeated."
                : "It was trained by another version of the program.");
    return repetition;
}

std::vector<std::string> differencesBetween(const RunInfo& original, const RunInfo& repeated)
{
    std::vector<std::string> differences;
    if (original.instructionSet != repeated.instructionSet)
        differences.push_back("It was trained with " + original.instructionSet
                              + " and is repeated with " + repeated.instructionSet
                              + ", which round otherwise: only its rho is promised, to 0.005.");
    if (original.dataFingerprint != repeated.dataFingerprint)
        differences.push_back("Its features, counts or split have changed since (fingerprint "
                              + original.dataFingerprint + " then, " + repeated.dataFingerprint
                              + " now).");
    return differences;
}

} // namespace core
