#include "core/study/target_rhos.h"

#include "core/evaluation/rank_correlation.h"
#include "core/study/lesson.h"
#include "core/study/scored_split.h"

namespace core {

namespace {

std::optional<double> rhoAgainst(Target target, const Project& project, TrainRequest request,
                                 const ScoredSplit& scored)
{
    if (missingFor(target, *project.collection))
        return std::nullopt;
    request.target = target;
    const auto lesson = lessonOf(project, withSplitAndTarget(project, request));
    std::vector<double> scores;
    std::vector<double> y;
    for (std::size_t i = 0; i < scored.keys.size(); ++i) {
        const auto image = static_cast<std::size_t>(scored.keys[i]);
        if (!lesson.splits[image])
            continue;
        scores.push_back(scored.responses.score(i));
        y.push_back(lesson.y[image]);
    }
    return spearmanRho(scores, y);
}

} // namespace

TargetRhos targetRhos(const Project& project, const LoadedRun& run, Split split,
                      const std::stop_token& stop)
{
    const auto scored = scoreSplit(project, run, split, stop);
    const auto against = [&](Target target) {
        return rhoAgainst(target, project, run.info.request, scored);
    };
    return {.raw = against(Target::Raw),
            .day = against(Target::Day),
            .author = against(Target::Author)};
}

} // namespace core
