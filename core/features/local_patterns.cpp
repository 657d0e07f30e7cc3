#include "core/features/local_patterns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

constexpr int kSide = 128;
constexpr int kChannels = 3;
constexpr std::size_t kPatterns = 256;
constexpr std::array kRadii = {1, 3};
/// A neighbour is lighter by more than four grey levels, which noise seldom is.
constexpr int kLeastStep = 4 * kChannels;

static_assert(kRadii.size() * kPatterns == kLocalPatterns);

/// The sum of each pixel's channels.
std::vector<int> lightnessOf(const Bitmap& picture)
{
    const Bitmap small = stretched(picture, kSide, kSide);
    std::vector<int> sums(small.pixels.size() / kChannels);
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] = small.pixels[kChannels * i] + small.pixels[kChannels * i + 1]
                  + small.pixels[kChannels * i + 2];
    return sums;
}

void countPatterns(const std::vector<int>& lightness, int radius, std::span<float> counts)
{
    // Clockwise from the upper left; which bit is whose matters to nobody.
    const std::array<int, 8> steps = {
        -radius * kSide - radius, -radius * kSide, -radius * kSide + radius, radius,
        radius * kSide + radius,  radius * kSide,  radius * kSide - radius,  -radius};
    for (int y = radius; y < kSide - radius; ++y) {
        const int* at = lightness.data() + static_cast<std::ptrdiff_t>(y) * kSide + radius;
        for (int x = radius; x < kSide - radius; ++x, ++at) {
            std::size_t pattern = 0;
            for (const int step : steps)
                pattern = 2 * pattern + (at[step] - *at > kLeastStep ? 1U : 0U);
            counts[pattern] += 1.0F;
        }
    }
}

} // namespace

void describePatterns(const Bitmap& picture, std::span<float> row)
{
    if (row.size() != kLocalPatterns)
        throw std::invalid_argument("the row is not one of local patterns");
    const auto lightness = lightnessOf(picture);
    std::ranges::fill(row, 0.0F);
    for (std::size_t i = 0; i < kRadii.size(); ++i) {
        const auto counts = row.subspan(i * kPatterns, kPatterns);
        countPatterns(lightness, kRadii.at(i), counts);
        const auto inner = static_cast<float>(kSide - 2 * kRadii.at(i));
        for (float& value : counts)
            value = std::sqrt(value) / inner;
    }
}

} // namespace core
