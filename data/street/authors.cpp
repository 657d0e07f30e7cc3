#include "data/street/authors.h"

#include "data/street/dice.h"
#include "data/street/themes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>

namespace samples {

namespace {

constexpr std::size_t kAuthors = 400;
constexpr double kReachSpread = 0.95; // standard deviation, of log views
constexpr double kZipf = 0.85;
constexpr double kFirstRank = 4; // softens the head, so that no author is a theme

constexpr std::array kFirst{"amber",  "north", "little", "quiet", "urban",  "lost",   "paper",
                            "velvet", "sunny", "wild",   "slow",  "hollow", "silver", "daily",
                            "old",    "salty", "mellow", "tiny",  "brave",  "lemon",  "foggy",
                            "cobalt", "ivory", "rusty",  "plain", "hidden", "early",  "maple"};
constexpr std::array kSecond{"lens",  "fox",   "walker", "lane",   "harbour",  "pixel", "finch",
                             "mira",  "otto",  "studio", "june",   "wanderer", "kite",  "noor",
                             "robin", "saga",  "tomas",  "leaf",   "atlas",    "ines",  "moss",
                             "raven", "pilot", "yuki",   "corner", "dario",    "wren",  "felix"};

std::string drawHandle(Dice& dice)
{
    std::string handle = dice.pick(kFirst);
    if (dice.chance(0.4))
        handle += dice.chance(0.5) ? "_" : ".";
    handle += dice.pick(kSecond);
    if (dice.chance(0.45))
        handle += std::to_string(dice.count(1, 99));
    return handle;
}

} // namespace

std::vector<Author> authorsOf(std::uint64_t seed)
{
    Dice dice(streamSeed(seed, Stream::Authors, 0));
    std::set<std::string> taken;
    std::vector<Author> authors;
    authors.reserve(kAuthors);
    while (authors.size() < kAuthors) {
        Author author;
        author.handle = drawHandle(dice);
        author.reach = kReachSpread * dice.normal();
        for (auto& theme : author.favourites)
            theme = dice.random().below(themes().size());
        if (taken.insert(author.handle).second)
            authors.push_back(std::move(author));
    }
    return authors;
}

std::size_t drawAuthor(Dice& dice, std::size_t authors)
{
    // The inverse of the integral of (rank + first)^-zipf, in place of a table of its sums.
    const double power = 1 - kZipf;
    const double low = std::pow(kFirstRank, power);
    const double high = std::pow(static_cast<double>(authors) + kFirstRank, power);
    const double rank = std::pow(dice.between(low, high), 1 / power) - kFirstRank;
    return std::min(static_cast<std::size_t>(std::max(rank, 0.0)), authors - 1);
}

} // namespace samples
