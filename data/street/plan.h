#pragma once

#include "data/street/authors.h"
#include "data/street/popularity.h"
#include "data/street/traits.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace samples {

/// What someone did to another's picture before posting it again.
struct RepostEdit {
    double crop = 0;     ///< of the side, taken away in all
    double cropLeft = 0; ///< share of `crop` taken at the left
    double cropTop = 0;  ///< share of `crop` taken at the top
    int quality = 90;    ///< of the JPEG file
    bool banner = false; ///< a line of text laid over the lower edge
};

/// Everything about a post but its pixels.
struct Post {
    std::string id;
    std::size_t theme = 0; ///< index into themes()
    Traits traits;
    double appeal = 0;
    std::uint64_t pictureSeed = 0;       ///< a repost has its original's
    std::optional<std::size_t> original; ///< of a repost: the index of the post it repeats
    RepostEdit edit;
    std::size_t author = 0; ///< index into Street::authors
    Moment moment;
    Counts counts;
    std::string caption;
    std::string tags;
};

struct StreetPlan {
    std::vector<Author> authors;
    std::vector<Post> posts;
};

/// The posts of a street, determined by the seed; post k is the same whatever the number.
StreetPlan planStreet(std::size_t images, std::uint64_t seed);

} // namespace samples
