#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Internal key of an image, given at import in table order from 0 without gaps and never reused
/// (a rejected row takes none). Entry k of each column of Collection and row k of a feature file
/// belong to the image whose key is k.
using ImageKey = std::int64_t;

/// How much a measure asks of a person (the paper, Section 3.3): views, likes and favourites are
/// low, comments, retweets and shares are high.
enum class Engagement { Low, High };

/// Which measures make up popularity: their counts are summed.
enum class EngagementChoice { Low, High, Combined };

enum class Split : std::uint8_t { Train, Validation, Test };

std::string_view splitName(Split split); ///< "train", "validation", "test"
std::string_view engagementName(Engagement engagement);
std::string_view engagementName(EngagementChoice choice); ///< "low", "high", "combined"

struct Measure {
    std::string name; ///< the table's column
    Engagement engagement = Engagement::Low;
};

/// The images of a project in columns, as read at once; one entry an image, in key order.
/// A million images with short paths take about 250 MB.
struct Collection {
    std::vector<std::string> ids;   ///< [n] unique
    std::vector<std::string> paths; ///< [n] relative to the collection root; empty: no picture
    std::vector<Measure> measures;
    std::vector<std::vector<std::int64_t>> counts; ///< [measures][n], ≥ 0
    std::vector<std::int32_t> authors; ///< [n] index into authorNames, −1 where unknown
    std::vector<std::string> authorNames;
    std::vector<std::optional<std::int64_t>> dates; ///< [n] seconds since 1970 (UTC)
    std::vector<Split> tableSplit;   ///< [n] from the table's split column; empty where it had none
    std::vector<std::string> broken; ///< [n] why the picture cannot be read; empty: it can
    std::vector<std::string> textColumns; ///< names of the text columns
    bool synthetic = false;               ///< made by a program: said wherever it is shown
    std::string title;                    ///< "posts"

    std::size_t size() const { return ids.size(); }
    bool hasPictures() const;
    bool hasMeasure(Engagement engagement) const;

    /// Positions in `measures` that make up `choice`; empty where there are none.
    std::vector<std::size_t> measuresOf(EngagementChoice choice) const;
    /// c: the summed counts [n] of the measures at these positions.
    std::vector<std::int64_t> summedCounts(const std::vector<std::size_t>& measurePositions) const;
};

/// y = log(c + 1), natural logarithm.
std::vector<double> popularity(const std::vector<std::int64_t>& counts);

/// 70% training, 10% validation, 20% test, at random by `seed`: position i of the result belongs
/// to image i. Same n and seed, same split, on every machine.
std::vector<Split> randomSplit(std::size_t n, std::uint64_t seed);

} // namespace core
