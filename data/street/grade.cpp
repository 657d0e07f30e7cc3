#include "data/street/grade.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace samples {

namespace {

using Curve = std::array<int, 256>; ///< 8-bit in, 8-bit with 6 more bits of fraction out

struct Grade {
    std::array<Curve, 3> curves;   ///< red, green, blue
    std::int32_t saturation = 256; ///< 256 leaves as is
    std::int32_t vignette = 0;     ///< darkening of the corners, 256 is black
    std::int32_t grain = 0;        ///< amplitude, in 1/64 of a level
    std::uint32_t grainSeed = 1;
};

constexpr int kFraction = 6;

/// Exposure, then contrast about the middle, then the channel's part of the cast.
Curve curveOf(double exposure, double contrast, double gain)
{
    Curve curve{};
    for (std::size_t level = 0; level < curve.size(); ++level) {
        double value = std::pow(static_cast<double>(level) / 255, 1 / exposure);
        value = 0.5 + (value - 0.5) * contrast;
        value = std::clamp(value * gain, 0.0, 1.0);
        curve[level] = static_cast<int>(value * 255 * (1 << kFraction));
    }
    return curve;
}

Grade gradeOf(const Traits& traits, Dice& dice)
{
    const double exposure = std::exp(0.42 * traits.brightness + dice.around(0, 0.12));
    const double contrast = std::exp(0.30 * traits.contrast);
    const double warmth = 0.15 * traits.warmth + dice.around(0, 0.04);
    const double tint = dice.around(0, 0.05);
    Grade grade;
    grade.curves = {curveOf(exposure, contrast, 1 + warmth), curveOf(exposure, contrast, 1 - tint),
                    curveOf(exposure, contrast, 1 - warmth)};
    grade.saturation = static_cast<std::int32_t>(256 * std::exp(0.55 * traits.saturation));
    grade.vignette = static_cast<std::int32_t>(dice.between(0, 60));
    grade.grain = static_cast<std::int32_t>(dice.between(40, 420));
    grade.grainSeed = static_cast<std::uint32_t>(dice.random().next()) | 1U;
    return grade;
}

std::uint32_t nextGrain(std::uint32_t& state)
{
    state ^= state << 13U;
    state ^= state >> 17U;
    state ^= state << 5U;
    return state;
}

int channel(int value, int grey, const Grade& grade, int light)
{
    const int vivid = grey + ((value - grey) * grade.saturation >> 8);
    return std::clamp((vivid * (light >> 8)) >> (8 + kFraction), 0, 255);
}

} // namespace

void applyGrade(QImage& image, const Traits& traits, Dice& dice)
{
    const Grade grade = gradeOf(traits, dice);
    std::uint32_t state = grade.grainSeed;
    const int side = image.width();
    const double toCentre = 2.0 / side;
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const double dy = (y + 0.5) * toCentre - 1;
        for (int x = 0; x < side; ++x) {
            const double dx = (x + 0.5) * toCentre - 1;
            const double away = (dx * dx + dy * dy) / 2;
            const int light = static_cast<int>((256 - grade.vignette * away * away) * 256);
            const int noise =
                (static_cast<int>(nextGrain(state) & 0xffU) - 128) * grade.grain / 128;
            const int red = grade.curves[0][static_cast<std::size_t>(qRed(line[x]))] + noise;
            const int green = grade.curves[1][static_cast<std::size_t>(qGreen(line[x]))] + noise;
            const int blue = grade.curves[2][static_cast<std::size_t>(qBlue(line[x]))] + noise;
            const int grey = (red * 5 + green * 9 + blue * 2) / 16;
            line[x] = qRgb(channel(red, grey, grade, light), channel(green, grey, grade, light),
                           channel(blue, grey, grade, light));
        }
    }
}

} // namespace samples
