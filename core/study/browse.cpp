#include "core/study/browse.h"

#include "core/catalogue/query.h"
#include "core/error.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>

namespace core {

namespace {

/// Stable, so that ties stay in table order; images without a value come last in both directions.
template <typename Value>
void sortBy(std::vector<ImageKey>& keys, bool descending, const std::vector<Value>& valueOf)
{
    const auto end = std::stable_partition(keys.begin(), keys.end(), [&](ImageKey key) {
        return valueOf[static_cast<std::size_t>(key)].has_value();
    });
    std::stable_sort(keys.begin(), end, [&](ImageKey a, ImageKey b) {
        const auto& left = valueOf[static_cast<std::size_t>(a)];
        const auto& right = valueOf[static_cast<std::size_t>(b)];
        return descending ? *right < *left : *left < *right;
    });
}

std::vector<std::optional<std::int64_t>> countsBy(const Collection& collection,
                                                  const std::vector<std::size_t>& measures)
{
    const auto counts = collection.summedCounts(measures);
    return {counts.begin(), counts.end()};
}

/// Place of each image's author in alphabetical order.
std::vector<std::optional<std::int64_t>> authorOrder(const Collection& collection)
{
    std::vector<std::size_t> order(collection.authorNames.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t a) { return collection.authorNames[a]; });
    std::vector<std::int64_t> place(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        place[order[rank]] = static_cast<std::int64_t>(rank);
    std::vector<std::optional<std::int64_t>> result(collection.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (const auto author = collection.authors[i]; author >= 0)
            result[i] = place[static_cast<std::size_t>(author)];
    }
    return result;
}

void sortKeys(std::vector<ImageKey>& keys, const Collection& collection,
              const BrowseRequest& request)
{
    if (request.sortBy.empty())
        return;
    for (std::size_t m = 0; m < collection.measures.size(); ++m) {
        if (collection.measures[m].name == request.sortBy)
            return sortBy(keys, request.descending, countsBy(collection, {m}));
    }
    if (request.sortBy == "popularity")
        return sortBy(keys, request.descending,
                      countsBy(collection, collection.measuresOf(EngagementChoice::Combined)));
    if (request.sortBy == "date")
        return sortBy(keys, request.descending, collection.dates);
    if (request.sortBy == "author")
        return sortBy(keys, request.descending, authorOrder(collection));
    if (request.sortBy == "id") {
        std::ranges::stable_sort(keys, [&](ImageKey a, ImageKey b) {
            const auto& left = collection.ids[static_cast<std::size_t>(a)];
            const auto& right = collection.ids[static_cast<std::size_t>(b)];
            return request.descending ? right < left : left < right;
        });
        return;
    }
    throw Error("The collection cannot be sorted by \"" + request.sortBy
                + "\": choose one of its counts, id, author or date.");
}

bool uncounted(const Collection& collection, std::size_t image)
{
    return !collection.measures.empty()
           && std::ranges::all_of(collection.counts,
                                  [&](const auto& counts) { return counts[image] == 0; });
}

void keepFacets(std::vector<ImageKey>& keys, const Project& project, const ChosenFacets& facets)
{
    const auto& collection = *project.collection;
    if (facets.split) {
        const auto splits = splitOf(project, std::nullopt);
        std::erase_if(keys, [&](ImageKey key) {
            return splits[static_cast<std::size_t>(key)] != *facets.split;
        });
    }
    if (facets.author)
        std::erase_if(keys, [&](ImageKey key) {
            return collection.authors[static_cast<std::size_t>(key)] != *facets.author;
        });
    if (facets.condition == ImageCondition::Uncounted)
        std::erase_if(keys, [&](ImageKey key) {
            return !uncounted(collection, static_cast<std::size_t>(key));
        });
    if (facets.condition == ImageCondition::Broken)
        std::erase_if(keys, [&](ImageKey key) {
            return collection.broken[static_cast<std::size_t>(key)].empty();
        });
}

std::vector<std::pair<std::int32_t, std::size_t>> frequentAuthors(const Collection& collection)
{
    std::vector<std::pair<std::int32_t, std::size_t>> authors(collection.authorNames.size());
    for (std::size_t a = 0; a < authors.size(); ++a)
        authors[a].first = static_cast<std::int32_t>(a);
    for (const auto author : collection.authors) {
        if (author >= 0)
            ++authors[static_cast<std::size_t>(author)].second;
    }
    const auto shown = std::min(authors.size(), kFacetAuthors);
    std::ranges::partial_sort(
        authors, authors.begin() + static_cast<std::ptrdiff_t>(shown), {},
        [](const auto& a) { return std::pair(-std::int64_t(a.second), a.first); });
    authors.resize(shown);
    return authors;
}

} // namespace

CollectionFacets collectionFacets(const Project& project)
{
    const auto& collection = *project.collection;
    CollectionFacets facets;
    for (const auto split : splitOf(project, std::nullopt))
        ++facets.splits.at(static_cast<std::size_t>(split));
    facets.authors = frequentAuthors(collection);
    for (std::size_t i = 0; i < collection.size(); ++i) {
        facets.uncounted += uncounted(collection, i) ? 1U : 0U;
        facets.broken += collection.broken[i].empty() ? 0U : 1U;
    }
    return facets;
}

std::vector<std::string> sortFields(const Project& project)
{
    const auto& collection = *project.collection;
    std::vector<std::string> fields;
    if (collection.measures.size() > 1)
        fields.emplace_back("popularity");
    for (const auto& measure : collection.measures)
        fields.push_back(measure.name);
    fields.emplace_back("id");
    if (!collection.authorNames.empty())
        fields.emplace_back("author");
    if (std::ranges::any_of(collection.dates, [](const auto& date) { return date.has_value(); }))
        fields.emplace_back("date");
    return fields;
}

std::vector<ImageKey> browse(const Project& project, const BrowseRequest& request,
                             const std::stop_token& stop)
{
    const auto& collection = *project.collection;
    std::vector<ImageKey> keys;
    if (request.query.empty()) {
        keys.resize(collection.size());
        std::iota(keys.begin(), keys.end(), ImageKey{0});
    } else {
        keys = selectImages(Catalogue::open(project.folder), collection, request.query, stop);
    }
    throwIfStopped(stop);
    keepFacets(keys, project, request.facets);
    sortKeys(keys, collection, request);
    return keys;
}

} // namespace core
