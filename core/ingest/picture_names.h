#pragma once

#include <string_view>

namespace core {

/// Whether a file name ends as pictures that we read do (.jpg, .png, …), whatever its case.
bool isPictureName(std::string_view name);

} // namespace core
