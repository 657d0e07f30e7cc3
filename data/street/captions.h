#pragma once

#include <cstddef>
#include <string>

namespace samples {

class Dice;

/// A caption for a picture of this theme: words of the theme among chatter, sometimes off topic,
/// sometimes empty.
std::string drawCaption(Dice& dice, std::size_t theme);

/// Tags separated by spaces, without '#'.
std::string drawTags(Dice& dice, std::size_t theme);

} // namespace samples
