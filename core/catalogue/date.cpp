#include "core/catalogue/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>

namespace core {

namespace {

constexpr std::int64_t kDay = 86'400;

/// Reads a text from its front.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.empty(); }

    /// Exactly `digits` decimal digits.
    std::optional<int> number(std::size_t digits)
    {
        if (m_rest.size() < digits)
            return std::nullopt;
        int value = 0;
        const char* end = m_rest.data() + digits;
        const auto [stopped, fault] = std::from_chars(m_rest.data(), end, value);
        if (fault != std::errc() || stopped != end || m_rest.front() == '-')
            return std::nullopt;
        m_rest.remove_prefix(digits);
        return value;
    }

    /// One of `characters`.
    bool skip(std::string_view characters)
    {
        if (m_rest.empty() || characters.find(m_rest.front()) == std::string_view::npos)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool sign(int& sign)
    {
        if (m_rest.empty() || (m_rest.front() != '+' && m_rest.front() != '-'))
            return false;
        sign = m_rest.front() == '-' ? -1 : 1;
        m_rest.remove_prefix(1);
        return true;
    }

    std::string_view word(std::size_t letters)
    {
        const auto taken = m_rest.substr(0, letters);
        m_rest.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view m_rest;
};

std::optional<std::int64_t> dayOf(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * kDay;
}

/// hh:mm[:ss[.fraction]], as seconds of the day.
std::optional<std::int64_t> clockTime(Scanner& scanner)
{
    const auto hour = scanner.number(2);
    if (!hour || *hour > 23 || !scanner.skip(":"))
        return std::nullopt;
    const auto minute = scanner.number(2);
    if (!minute || *minute > 59)
        return std::nullopt;
    int second = 0;
    if (scanner.skip(":")) {
        const auto given = scanner.number(2);
        if (!given || *given > 60)
            return std::nullopt;
        second = *given;
        if (scanner.skip(".,")) {
            while (scanner.number(1))
                continue;
        }
    }
    return std::int64_t{3600} * *hour + std::int64_t{60} * *minute + second;
}

/// Z, +hh:mm, +hhmm or +hh, as seconds east of Greenwich; nothing is Greenwich.
std::optional<std::int64_t> zone(Scanner& scanner)
{
    int sign = 1;
    if (scanner.atEnd() || scanner.skip("Zz"))
        return 0;
    if (!scanner.sign(sign))
        return std::nullopt;
    const auto hours = scanner.number(2);
    if (!hours || *hours > 15)
        return std::nullopt;
    int minutes = 0;
    scanner.skip(":");
    if (!scanner.atEnd()) {
        const auto given = scanner.number(2);
        if (!given || *given > 59)
            return std::nullopt;
        minutes = *given;
    }
    return std::int64_t{sign} * (3600 * *hours + 60 * minutes);
}

std::optional<std::int64_t> isoMoment(std::string_view text)
{
    Scanner scanner(text);
    const auto year = scanner.number(4);
    if (!year || !scanner.skip("-/"))
        return std::nullopt;
    const auto month = scanner.number(2);
    if (!month || !scanner.skip("-/"))
        return std::nullopt;
    const auto dayNumber = scanner.number(2);
    const auto day = dayNumber ? dayOf(*year, *month, *dayNumber) : std::nullopt;
    if (!day || scanner.atEnd())
        return day;
    if (!scanner.skip("Tt "))
        return std::nullopt;
    const auto time = clockTime(scanner);
    if (!time)
        return std::nullopt;
    scanner.skip(" ");
    const auto offset = zone(scanner);
    if (!offset || !scanner.atEnd())
        return std::nullopt;
    return *day + *time - *offset;
}

std::optional<std::int64_t> secondsMoment(std::string_view text)
{
    if (text.size() < 9 || text.size() > 10)
        return std::nullopt;
    std::int64_t value = 0;
    const auto [stopped, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || stopped != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> exportMoment(std::string_view text)
{
    static constexpr std::array<std::string_view, 12> kMonths = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    Scanner scanner(text);
    scanner.word(3); // the day of the week says nothing new
    if (!scanner.skip(" "))
        return std::nullopt;
    const auto* const month = std::ranges::find(kMonths, scanner.word(3));
    if (month == kMonths.end() || !scanner.skip(" "))
        return std::nullopt;
    const auto day = scanner.number(2);
    if (!day || !scanner.skip(" "))
        return std::nullopt;
    const auto time = clockTime(scanner);
    int sign = 1;
    if (!time || !scanner.skip(" ") || !scanner.sign(sign))
        return std::nullopt;
    const auto hours = scanner.number(2);
    const auto minutes = scanner.number(2);
    if (!hours || !minutes || !scanner.skip(" "))
        return std::nullopt;
    const auto year = scanner.number(4);
    if (!year || !scanner.atEnd())
        return std::nullopt;
    const auto start = dayOf(*year, static_cast<int>(month - kMonths.begin()) + 1, *day);
    if (!start)
        return std::nullopt;
    return *start + *time - std::int64_t{sign} * (3600 * *hours + 60 * *minutes);
}

} // namespace

std::optional<std::int64_t> parseMoment(std::string_view text)
{
    if (const auto moment = isoMoment(text))
        return moment;
    if (const auto moment = secondsMoment(text))
        return moment;
    return exportMoment(text);
}

std::optional<TimeSpan> parseTimeSpan(std::string_view text)
{
    Scanner scanner(text);
    const auto year = scanner.number(4);
    if (!year)
        return std::nullopt;
    if (scanner.atEnd())
        return TimeSpan{*dayOf(*year, 1, 1), *dayOf(*year + 1, 1, 1)};
    const auto month = scanner.skip("-") ? scanner.number(2) : std::nullopt;
    if (!month || *month < 1 || *month > 12)
        return std::nullopt;
    if (scanner.atEnd())
        return TimeSpan{*dayOf(*year, *month, 1),
                        *month == 12 ? *dayOf(*year + 1, 1, 1) : *dayOf(*year, *month + 1, 1)};
    const auto dayNumber = scanner.skip("-") ? scanner.number(2) : std::nullopt;
    const auto day = dayNumber ? dayOf(*year, *month, *dayNumber) : std::nullopt;
    if (!day || !scanner.atEnd())
        return std::nullopt;
    return TimeSpan{*day, *day + kDay};
}

std::string isoDay(std::int64_t moment)
{
    const auto days = moment >= 0 ? moment / kDay : (moment - kDay + 1) / kDay;
    const std::chrono::year_month_day date{
        std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
    const auto padded = [](long value, std::size_t digits) {
        auto text = std::to_string(value);
        return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
    };
    return padded(static_cast<int>(date.year()), 4) + '-'
           + padded(static_cast<unsigned>(date.month()), 2) + '-'
           + padded(static_cast<unsigned>(date.day()), 2);
}

} // namespace core
