#include "data/street/popularity.h"

#include "data/street/dice.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

namespace samples {

namespace {

// Variances of log views, by design: appeal about 0.85 (themes.cpp), authors 0.9 (authors.cpp),
// time 0.22, noise 1.5. So the appeal explains about a quarter, as much as a perfect eye could
// get: a correlation of about 0.5 before ties.
constexpr double kBaseLogViews = 4.3;
constexpr double kNoise = 1.05;
constexpr double kTailShare = 0.1; // of posts whose noise is kTailFactor as wide
constexpr double kTailFactor = 2.2;

constexpr std::chrono::sys_days kFirstDay{std::chrono::year{2023} / 1 / 1};
constexpr std::chrono::sys_days kEndDay{std::chrono::year{2025} / 1 / 1};
constexpr std::int64_t kDay = 86400;

std::int64_t secondsAt(std::chrono::sys_days day)
{
    return day.time_since_epoch().count() * kDay;
}

Moment momentAt(std::int64_t second)
{
    const std::int64_t day = second / kDay;
    const auto first = secondsAt(kFirstDay);
    const auto end = secondsAt(kEndDay);
    return {second, static_cast<int>(second % kDay / 3600),
            static_cast<int>((day + 4) % 7), // the epoch began on a Thursday
            static_cast<double>(second - first) / static_cast<double>(end - first)};
}

double timeEffect(const Moment& moment)
{
    const double evening = std::cos((moment.hour - 19) * std::numbers::pi / 12);
    const bool weekend = moment.weekday == 0 || moment.weekday == 6;
    return 0.45 * evening + (weekend ? 0.2 : -0.08) + 1.0 * (moment.progress - 0.5);
}

std::uint64_t drawPoisson(Dice& dice, double rate)
{
    constexpr double kManyEvents = 60;
    if (rate > kManyEvents) {
        const double value = std::round(rate + std::sqrt(rate) * dice.normal());
        return static_cast<std::uint64_t>(std::max(value, 0.0));
    }
    const double limit = std::exp(-rate);
    std::uint64_t events = 0;
    double product = dice.between(0, 1);
    while (product > limit) {
        ++events;
        product *= dice.between(0, 1);
    }
    return events;
}

} // namespace

Moment drawMoment(Dice& dice)
{
    const std::int64_t days = (kEndDay - kFirstDay).count();
    const auto day = static_cast<std::int64_t>(dice.between(0, static_cast<double>(days)));
    // People sleep: an hour of the night is drawn again once.
    std::int64_t hour = dice.count(0, 23);
    if (hour < 7)
        hour = dice.count(0, 23);
    return momentAt(secondsAt(kFirstDay) + day * kDay + hour * 3600 + dice.count(0, 3599));
}

Moment later(const Moment& moment, std::int64_t seconds)
{
    return momentAt(std::min(moment.second + seconds, secondsAt(kEndDay) - 1));
}

Counts drawCounts(Dice& dice, double appeal, double reach, const Moment& moment)
{
    const double width = kNoise * (dice.chance(kTailShare) ? kTailFactor : 1.0);
    const double logViews =
        kBaseLogViews + appeal + reach + timeEffect(moment) + width * dice.normal();
    const double views = std::floor(std::exp(std::min(logViews, 20.0)));
    const auto rate = [&](double base, double liking, double noise) {
        return views * std::exp(base + liking * appeal + noise * dice.normal());
    };
    Counts counts;
    counts.views = static_cast<std::uint64_t>(views);
    counts.likes = std::min(counts.views, drawPoisson(dice, rate(-2.6, 0.20, 0.5)));
    counts.comments = drawPoisson(dice, rate(-5.2, 0.08, 1.0));
    counts.shares = drawPoisson(dice, rate(-5.7, 0.05, 1.2));
    return counts;
}

} // namespace samples
