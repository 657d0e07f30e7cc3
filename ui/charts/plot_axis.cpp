#include "ui/charts/plot_axis.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

/// The roundest step that cuts `range` into about `parts`.
double roundStep(double range, int parts)
{
    const double rough = range / std::max(parts, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double factor = rough / power;
    const double step = factor <= 1.0 ? 1.0 : factor <= 2.0 ? 2.0 : factor <= 5.0 ? 5.0 : 10.0;
    return step * power;
}

QString markText(double value, double step)
{
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6);
    constexpr double kShort = 10'000.0;
    if (std::abs(value) >= kShort)
        return shortNumber(value);
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

double PlotAxis::place(double value) const
{
    if (logarithmic)
        return (std::log(value) - std::log(low)) / (std::log(high) - std::log(low));
    return (value - low) / (high - low);
}

PlotAxis linearAxis(const QString& title, double low, double high, int marks)
{
    if (!(high > low))
        high = low + std::max(1.0, 1e-3 * std::abs(low)); // 1 alone is lost beside 1e17
    const double step = roundStep(high - low, marks);
    PlotAxis axis{.title = title,
                  .low = std::floor(low / step + 1e-9) * step,
                  .high = std::ceil(high / step - 1e-9) * step,
                  .logarithmic = false,
                  .marks = {}};
    const auto count = static_cast<int>(std::lround((axis.high - axis.low) / step));
    for (int i = 0; i <= count; ++i) {
        const double value = axis.low + i * step;
        const double clean = std::abs(value) < step * 1e-6 ? 0.0 : value; // no "-0"
        axis.marks.push_back({clean, markText(clean, step)});
    }
    return axis;
}

PlotAxis logarithmicAxis(const QString& title, double low, double high, int mostMarks)
{
    PlotAxis axis{.title = title, .low = low, .high = high, .logarithmic = true, .marks = {}};
    const auto first = static_cast<int>(std::ceil(std::log10(low) - 1e-9));
    const auto last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
    const int stride = std::max(
        1, (last - first) / std::max(mostMarks, 1)
               + ((last - first) % std::max(mostMarks, 1) > 0 && last - first > mostMarks ? 1 : 0));
    for (int power = first; power <= last; power += stride) {
        const double value = std::pow(10.0, power);
        axis.marks.push_back({value, shortNumber(value)});
    }
    return axis;
}

QString shortNumber(double value)
{
    struct Unit {
        double size;
        QLatin1Char letter;
    };
    static constexpr std::array kUnits = {Unit{1e12, QLatin1Char('T')}, Unit{1e9, QLatin1Char('G')},
                                          Unit{1e6, QLatin1Char('M')}, Unit{1e3, QLatin1Char('k')}};
    constexpr double kNearlyOne = 0.99995; // is rounded to 1: no 1000k
    for (const auto& unit : kUnits) {
        if (std::abs(value) >= kNearlyOne * unit.size) {
            const double scaled = value / unit.size;
            const bool whole = std::abs(scaled - std::round(scaled)) < 0.05;
            return QLocale().toString(scaled, 'f', whole ? 0 : 1) + unit.letter;
        }
    }
    return QLocale().toString(value, 'g', 4);
}

} // namespace ui
