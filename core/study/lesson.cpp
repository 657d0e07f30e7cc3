#include "core/study/lesson.h"

#include "core/error.h"

#include <algorithm>

namespace core {

namespace {

bool drawn(SplitRule rule)
{
    return rule == SplitRule::Random || rule == SplitRule::Author;
}

SplitRule ruleMeant(const Project& project, const TrainRequest& wish)
{
    if (wish.splitRule)
        return *wish.splitRule;
    const bool ownColumn = !wish.splitSeed && !project.collection->tableSplit.empty();
    return ownColumn ? SplitRule::Column : SplitRule::Random;
}

/// y a day; images without a date leave the split.
void learnADay(Lesson& lesson, const Collection& collection, std::int64_t collected)
{
    const auto perDay = popularityPerDay(lesson.counts, collection.dates, collected);
    for (std::size_t i = 0; i < perDay.size(); ++i) {
        lesson.y[i] = perDay[i].value_or(0.0);
        if (!perDay[i])
            lesson.splits[i].reset();
    }
}

} // namespace

TrainRequest withSplitAndTarget(const Project& project, TrainRequest wish)
{
    const auto& collection = *project.collection;
    const auto rule = ruleMeant(project, wish);
    wish.splitRule = rule;
    if (const auto missing = missingFor(rule, collection))
        throw Error(*missing);
    if (const auto missing = missingFor(wish.target, collection))
        throw Error(*missing);
    if (!drawn(rule) && wish.splitSeed)
        throw Error("A split by " + std::string(splitRuleName(rule))
                    + " is not drawn, so that a seed means nothing to it: leave the split seed "
                      "out, or split at random or by author.");
    if (drawn(rule) && !wish.splitSeed)
        wish.splitSeed = project.info.splitSeed;
    if (wish.target != Target::Day)
        wish.collected.reset();
    else if (!wish.collected)
        wish.collected = newestDate(collection.dates);
    return wish;
}

Lesson lessonOf(const Project& project, const TrainRequest& request)
{
    const auto& collection = *project.collection;
    Lesson lesson{.splits = splitBy(request.splitRule.value(), collection,
                                    request.splitSeed.value_or(project.info.splitSeed)),
                  .counts = countsOf(project, request.measures),
                  .y = {}};
    lesson.y = popularity(lesson.counts);
    if (request.target == Target::Day)
        learnADay(lesson, collection, request.collected.value());
    else if (request.target == Target::Author)
        lesson.y = authorResiduals(lesson.y, collection.authors, lesson.splits);
    return lesson;
}

std::vector<std::int64_t> countsOf(const Project& project, const std::vector<std::string>& measures)
{
    const auto& known = project.collection->measures;
    std::vector<std::size_t> positions;
    for (const auto& name : measures) {
        const auto found = std::ranges::find(known, name, &Measure::name);
        if (found == known.end())
            throw Error("This collection has no measure \"" + name
                        + "\": choose among the counts that were imported.");
        positions.push_back(static_cast<std::size_t>(found - known.begin()));
    }
    return project.collection->summedCounts(positions);
}

} // namespace core
