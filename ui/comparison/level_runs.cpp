#include "ui/comparison/level_runs.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>

namespace ui {

namespace {

auto familyOf(const core::RunInfo& run)
{
    const auto& options = run.request.options;
    return std::tuple(run.request.splitRule, run.request.splitSeed, run.request.target,
                      run.request.collected, run.request.featureSet, options.popularSenses,
                      options.unpopularSenses, options.margin, options.seed);
}

bool onMeasuresOfItsLevel(const core::RunInfo& run, const core::Collection& collection)
{
    std::set<std::string> ofLevel;
    for (const auto position : collection.measuresOf(run.request.engagement))
        ofLevel.insert(collection.measures.at(position).name);
    const std::set<std::string> own(run.request.measures.begin(), run.request.measures.end());
    return own == ofLevel;
}

std::vector<core::RunInfo> levelsLike(const core::RunInfo& model,
                                      const std::vector<core::RunInfo>& newestFirst)
{
    std::vector<core::RunInfo> levels;
    for (const auto level : {core::EngagementChoice::Low, core::EngagementChoice::High,
                             core::EngagementChoice::Combined}) {
        const auto found = std::ranges::find_if(newestFirst, [&](const core::RunInfo& run) {
            return run.request.engagement == level && familyOf(run) == familyOf(model);
        });
        if (found != newestFirst.end())
            levels.push_back(*found);
    }
    return levels;
}

} // namespace

std::vector<core::RunInfo> newestLevelRuns(const std::vector<core::RunInfo>& runs,
                                           const core::Collection& collection)
{
    std::vector<core::RunInfo> newestFirst;
    std::copy_if(runs.rbegin(), runs.rend(), std::back_inserter(newestFirst),
                 [&](const auto& run) { return onMeasuresOfItsLevel(run, collection); });
    for (const auto& run : newestFirst) {
        auto levels = levelsLike(run, newestFirst);
        if (levels.size() > 1)
            return levels;
    }
    if (newestFirst.empty())
        return {};
    return {newestFirst.front()};
}

} // namespace ui
