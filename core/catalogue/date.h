#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// A stretch of time, in seconds since 1970 (UTC): from ≤ t < to.
struct TimeSpan {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// The moment that a table's cell names, in seconds since 1970: ISO 8601 (2013-02-28,
/// 2013-02-28T10:20:30Z, "2013-02-28 10:20:30.5+01:00"; without a zone UTC is meant), seconds since
/// 1970 (9 or 10 digits), or the form of Twitter's exports ("Thu Feb 28 10:20:30 +0000 2013").
/// nullopt: none of these, or no such day.
std::optional<std::int64_t> parseMoment(std::string_view text);

/// A year, a month or a day: 2013, 2013-02, 2013-02-28. nullopt: none of these.
std::optional<TimeSpan> parseTimeSpan(std::string_view text);

/// "2013-02-28", UTC.
std::string isoDay(std::int64_t moment);

} // namespace core
