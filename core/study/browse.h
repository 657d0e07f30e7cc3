#pragma once

#include "core/progress.h"
#include "core/study/project.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace core {

enum class ImageCondition {
    Any,
    Uncounted, ///< all its counts are 0
    Broken,    ///< its picture cannot be read
};

/// What the images shown have in common, beside the query.
struct ChosenFacets {
    std::optional<Split> split;         ///< of the project's own split
    std::optional<std::int32_t> author; ///< index into Collection::authorNames
    ImageCondition condition = ImageCondition::Any;

    friend bool operator==(const ChosenFacets&, const ChosenFacets&) = default;
};

/// Which images to show, and in which order.
struct BrowseRequest {
    std::string query; ///< a query line or free text (core/catalogue/query.h); empty: all images
    ChosenFacets facets = {};
    std::string sortBy;     ///< "popularity", a measure, "id", "author", "date"; empty: table order
    bool descending = true; ///< of sortBy; images without a value come last either way

    friend bool operator==(const BrowseRequest&, const BrowseRequest&) = default;
};

/// How many images each facet would show.
struct CollectionFacets {
    std::array<std::size_t, 3> splits{}; ///< in the order of Split, of the project's own split
    /// Indices into Collection::authorNames with their number of images, the most frequent first,
    /// at most kFacetAuthors.
    std::vector<std::pair<std::int32_t, std::size_t>> authors;
    std::size_t uncounted = 0;
    std::size_t broken = 0;
};
inline constexpr std::size_t kFacetAuthors = 20;
CollectionFacets collectionFacets(const Project& project);

/// The fields that `sortBy` may name on this project, "popularity" first where there are measures.
std::vector<std::string> sortFields(const Project& project);

/// The keys of the images asked for. Ties stay in table order. Throws Error saying which part of
/// the query was not understood; Cancelled. Cost: a million images in about half a second.
std::vector<ImageKey> browse(const Project& project, const BrowseRequest& request,
                             const std::stop_token& stop = {});

} // namespace core
