#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace core {

/// A count as a table's cell writes it: a whole number from 0 to 2⁶³ − 1, blanks around it and a
/// fraction of zeros after it ("12.0", as pandas writes) allowed. Otherwise what is wrong with it
/// and what to do, to stand after the column's name: "is negative (-3): …".
std::variant<std::int64_t, std::string> parseCount(std::string_view cell);

} // namespace core
