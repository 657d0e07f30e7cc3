#include "core/study/runs.h"

#include "core/error.h"
#include "core/evaluation/binarised_accuracy.h"
#include "core/study/baselines.h"
#include "core/study/run_documents.h"
#include "core/study/scored_split.h"

#include <algorithm>
#include <iterator>

namespace core {

namespace {

std::vector<double> doublesOf(const std::vector<float>& values)
{
    return {values.begin(), values.end()};
}

/// training   the run's training images, on which the border between popular and other images is
///            chosen
Evaluation evaluateSplit(const ScoredSplit& scored, const ScoredSplit& training,
                         const BootstrapOptions& options, const std::stop_token& stop)
{
    const auto scores = doublesOf(scored.responses.scores());
    auto evaluation = evaluate(scores, scored.y, scored.authors, options, stop);
    // A target of 0 is a count of 0 for some targets alone.
    if (!scored.counts.empty())
        evaluation.zeroShare = static_cast<double>(std::ranges::count(scored.counts, 0))
                               / static_cast<double>(scored.counts.size());
    const auto threshold =
        popularityThreshold(doublesOf(training.responses.scores()), training.y, options.seed);
    if (threshold)
        evaluation.binarisedAccuracy =
            binarisedAccuracy(scores, scored.y, *threshold, options.seed);
    return evaluation;
}

/// Positions in both lists of the keys that both hold. Both lists ascend.
std::pair<std::vector<std::size_t>, std::vector<std::size_t>>
sharedPositions(const std::vector<ImageKey>& first, const std::vector<ImageKey>& second)
{
    std::pair<std::vector<std::size_t>, std::vector<std::size_t>> positions;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first.size() && j < second.size()) {
        if (first[i] == second[j]) {
            positions.first.push_back(i++);
            positions.second.push_back(j++);
        } else if (first[i] < second[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return positions;
}

template <typename T>
std::vector<T> chosen(const std::vector<T>& values, const std::vector<std::size_t>& positions)
{
    std::vector<T> result;
    result.reserve(positions.size());
    for (const auto position : positions)
        result.push_back(values[position]);
    return result;
}

void requireComparable(const RunInfo& first, const RunInfo& second)
{
    if (first.request.measures != second.request.measures)
        throw Error(
            "Runs \"" + first.name + "\" and \"" + second.name
            + "\" learn different measures of popularity, so that their rho cannot be paired: "
              "compare runs of the same engagement.");
    if (std::pair(first.request.target, first.request.collected)
        != std::pair(second.request.target, second.request.collected))
        throw Error("Runs \"" + first.name + "\" and \"" + second.name
                    + "\" learn different targets, so that their rho cannot be paired: compare "
                      "runs of the same target.");
    if (std::pair(first.request.splitRule, first.request.splitSeed)
        != std::pair(second.request.splitRule, second.request.splitSeed))
        throw Error("Runs \"" + first.name + "\" and \"" + second.name
                    + "\" were trained on different splits, so that one has seen the other's test "
                      "images: train both on the same split, with the same split seed.");
}

} // namespace

std::vector<RunInfo> listRuns(const Project& project)
{
    std::vector<RunInfo> infos;
    for (const auto& summary : Catalogue::open(project.folder).runs())
        infos.push_back(infoOf(summary));
    return infos;
}

LoadedRun loadRun(const Project& project, const std::string& run)
{
    return runOf(Catalogue::open(project.folder).run(run));
}

void deleteRun(const Project& project, const std::string& run)
{
    Catalogue::open(project.folder).deleteRun(run);
}

Evaluation evaluateRun(const Project& project, const LoadedRun& run, Split split,
                       const BootstrapOptions& options, const std::stop_token& stop)
{
    const auto training = scoreSplit(project, run, Split::Train, stop);
    if (split == Split::Train)
        return evaluateSplit(training, training, options, stop);
    const auto scored = scoreSplit(project, run, split, stop);
    auto evaluation = evaluateSplit(scored, training, options, stop);
    evaluation.baselines = blindBaselines(*project.collection, training, scored);
    return evaluation;
}

PairedComparison compareRuns(const Project& project, const LoadedRun& first,
                             const LoadedRun& second, const BootstrapOptions& options,
                             const std::stop_token& stop)
{
    requireComparable(first.info, second.info);
    const auto a = scoreSplit(project, first, Split::Test, stop);
    const auto b = scoreSplit(project, second, Split::Test, stop);
    const auto [inA, inB] = sharedPositions(a.keys, b.keys);
    const auto groups = a.authors.empty() ? a.authors : chosen(a.authors, inA);
    const auto ofFirst = chosen(doublesOf(a.responses.scores()), inA);
    const auto ofSecond = chosen(doublesOf(b.responses.scores()), inB);
    const auto comparison =
        compareRho({ofFirst, ofSecond}, chosen(a.y, inA), groups, options, stop);
    if (!comparison)
        throw Error("Runs \"" + first.info.name + "\" and \"" + second.info.name
                    + "\" cannot be compared: rho is undefined on their "
                    + std::to_string(inA.size()) + " shared test images.");
    return *comparison;
}

Predictions predictions(const Project& project, const LoadedRun& run, Split split,
                        const std::stop_token& stop)
{
    auto scored = scoreSplit(project, run, split, stop);
    return {.keys = std::move(scored.keys),
            .scores = doublesOf(scored.responses.scores()),
            .y = std::move(scored.y)};
}

} // namespace core
