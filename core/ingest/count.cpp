#include "core/ingest/count.h"

#include <algorithm>
#include <charconv>

namespace core {

namespace {

bool digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string quotedCell(std::string_view cell)
{
    constexpr std::size_t kShown = 40;
    return "(" + std::string(cell.substr(0, kShown)) + (cell.size() > kShown ? "…" : "") + ")";
}

} // namespace

std::variant<std::int64_t, std::string> parseCount(std::string_view cell)
{
    const auto first = cell.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return "is empty: write 0 where nobody reacted, or leave the row out";
    cell = cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
    const auto shown = [whole = cell] { return quotedCell(whole); };
    const bool negative = cell.front() == '-';
    if (negative || cell.front() == '+')
        cell.remove_prefix(1);
    const auto point = cell.find('.');
    const auto whole = cell.substr(0, point);
    const auto fraction = point == std::string_view::npos ? "0" : cell.substr(point + 1);
    if (!digits(whole) || !digits(fraction))
        return "is no whole number " + shown() + ": write digits only, without separators";
    if (std::ranges::any_of(fraction, [](char c) { return c != '0'; }))
        return "is a fraction " + shown() + ": counts are whole numbers";
    std::int64_t value = 0;
    if (std::from_chars(whole.data(), whole.data() + whole.size(), value).ec != std::errc())
        return "is too large " + shown() + ": counts go up to 9223372036854775807";
    if (negative && value != 0)
        return "is negative " + shown() + ": counts begin at 0";
    return value;
}

} // namespace core
