#pragma once

#include <string>
#include <string_view>

namespace core {

/// `text` without regard to case (Unicode case folding), for comparing. What is not UTF-8 stays.
/// Cost: ASCII at memory speed.
std::string folded(std::string_view text);

} // namespace core
