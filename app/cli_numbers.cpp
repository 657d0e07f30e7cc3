#include "app/cli_numbers.h"

#include <array>
#include <cstdio>

namespace app {

std::string number(std::optional<double> value)
{
    if (!value)
        return "undefined";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4f", *value); // NOLINT(*-vararg): fixed format
    return text.data();
}

std::string number(const core::Interval& interval)
{
    return "[" + number(interval.low) + ", " + number(interval.high) + "]";
}

} // namespace app
