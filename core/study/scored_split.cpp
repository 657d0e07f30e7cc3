#include "core/study/scored_split.h"

#include "core/error.h"
#include "core/study/lesson.h"

#include <algorithm>

namespace core {

namespace {

std::vector<std::int32_t> authorsOf(const Collection& collection, const std::vector<ImageKey>& keys)
{
    std::vector<std::int32_t> authors;
    authors.reserve(keys.size());
    for (const auto key : keys)
        authors.push_back(collection.authors[static_cast<std::size_t>(key)]);
    if (std::ranges::all_of(authors, [](std::int32_t author) { return author < 0; }))
        authors.clear();
    return authors;
}

} // namespace

std::unique_ptr<FeatureStore> featuresOfRun(const Project& project, const LoadedRun& run)
{
    const auto& name = run.info.request.featureSet;
    featureSetNamed(project, name);
    auto store = FeatureStore::open(project.featureFile(name));
    if (store->columns() != run.model.dimension())
        throw Error("Run \"" + run.info.name + "\" was trained on "
                    + std::to_string(run.model.dimension()) + " features an image, but \"" + name
                    + "\" has " + std::to_string(store->columns())
                    + " now: train it again on these features.");
    if (store->rows() != project.collection->size())
        throw Error(project.featureFile(name).string() + " has " + std::to_string(store->rows())
                    + " rows for " + std::to_string(project.collection->size())
                    + " images: extract or import the features again.");
    return store;
}

const FeatureSet& featureSetNamed(const Project& project, const std::string& name)
{
    if (const auto* set = project.findFeatureSet(name))
        return *set;
    if (project.featureSets.empty())
        throw Error("This project has no features yet: extract them from its pictures first "
                    "(extract), or import them with the table (import --features).");
    std::string known;
    for (const auto& set : project.featureSets)
        known += (known.empty() ? "" : ", ") + set.name;
    throw Error("This project has no features named \"" + name + "\": it has " + known + ".");
}

std::vector<bool> withFeatures(const Project& project, const FeatureSet& set)
{
    std::vector<bool> present(project.collection->size(), true);
    for (const auto key : set.missing)
        present.at(static_cast<std::size_t>(key)) = false;
    return present;
}

Responses respondTo(const Project& project, const LoadedRun& run, const std::vector<ImageKey>& keys,
                    const std::stop_token& stop)
{
    const auto store = featuresOfRun(project, run);
    const std::vector<std::size_t> rows(keys.begin(), keys.end());
    return respond(*store, rows, run.model, 0, stop);
}

ScoredSplit scoreSplit(const Project& project, const LoadedRun& run, Split split,
                       const std::stop_token& stop)
{
    const auto& request = run.info.request;
    const auto present = withFeatures(project, featureSetNamed(project, request.featureSet));
    const auto lesson = lessonOf(project, request);

    ScoredSplit scored;
    for (std::size_t i = 0; i < lesson.splits.size(); ++i) {
        if (lesson.splits[i] != split || !present[i])
            continue;
        scored.keys.push_back(static_cast<ImageKey>(i));
        scored.counts.push_back(lesson.counts[i]);
        scored.y.push_back(lesson.y[i]);
    }
    scored.authors = authorsOf(*project.collection, scored.keys);
    scored.responses = respondTo(project, run, scored.keys, stop);
    return scored;
}

} // namespace core
