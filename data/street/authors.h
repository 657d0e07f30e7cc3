#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace samples {

class Dice;

struct Author {
    std::string handle;
    double reach = 0;                        ///< what the author adds to log views: followers
    std::array<std::size_t, 3> favourites{}; ///< themes posted more often than others
};

/// The authors of a street of this seed: as many whatever the number of images, so that a longer
/// street begins like a shorter one.
std::vector<Author> authorsOf(std::uint64_t seed);

/// An author by how much each posts: a few post much, most little (a Zipf law).
std::size_t drawAuthor(Dice& dice, std::size_t authors);

} // namespace samples
