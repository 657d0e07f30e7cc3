#pragma once

#include <cstdint>

namespace samples {

class Dice;

/// What people did with a post: low engagement (views, likes), high engagement (the others).
struct Counts {
    std::uint64_t views = 0;
    std::uint64_t likes = 0;
    std::uint64_t comments = 0;
    std::uint64_t shares = 0;
};

/// When a post was made, as far as it matters to its views.
struct Moment {
    std::int64_t second = 0; ///< since the epoch, UTC
    int hour = 0;            ///< of the day
    int weekday = 0;         ///< 0 is Sunday
    double progress = 0;     ///< through the two years, in [0, 1)
};

/// A moment in the two years of the street, 2023 and 2024; more of them by day and in the evening.
Moment drawMoment(Dice& dice);

/// The moment `seconds` later, at most the last second of 2024.
Moment later(const Moment& moment, std::int64_t seconds);

/// The counts of a post: log views = appeal + reach of its author + time + long-tailed noise;
/// likes, comments and shares are Poisson with rates that follow the views, the appeal a little
/// and noise of their own, which is strongest for comments and shares.
Counts drawCounts(Dice& dice, double appeal, double reach, const Moment& moment);

} // namespace samples
