#pragma once

#include <cstddef>
#include <span>

namespace samples {

/// The words in which people speak of a theme.
struct Vocabulary {
    std::span<const char* const> nouns;
    std::span<const char* const> adjectives;
    std::span<const char* const> phrases; ///< whole remarks
    std::span<const char* const> tags;
};

/// Of theme `theme`, an index into themes().
const Vocabulary& vocabularyOf(std::size_t theme);

} // namespace samples
