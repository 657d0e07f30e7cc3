#pragma once

#include <string_view>

namespace core {

/// Whether `text` is well-formed UTF-8 without a NUL. ASCII at memory speed.
bool isUtf8Text(std::string_view text);

} // namespace core
