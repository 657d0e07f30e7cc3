#include "core/features/local_patterns.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace core {
namespace {

constexpr int kSide = 128; // pictures of this side are described as they are

std::vector<float> described(const Bitmap& picture)
{
    std::vector<float> row(kLocalPatterns, std::numeric_limits<float>::quiet_NaN());
    describePatterns(picture, row);
    return row;
}

/// Grey noise of `levels` steps of `step`, from 50 up.
Bitmap speckled(std::uint64_t levels, int step, int brightness = 0)
{
    Random random(4);
    Bitmap picture = blank(kSide, kSide);
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3) {
        const auto grey = static_cast<std::uint8_t>(
            50 + brightness + step * static_cast<int>(random.below(levels)));
        for (std::size_t channel = 0; channel < 3; ++channel)
            picture.pixels[i + channel] = grey;
    }
    return picture;
}

int greyOf(const Bitmap& picture, int x, int y)
{
    return picture.row(y)[3 * static_cast<std::size_t>(x)];
}

std::size_t patternAt(const Bitmap& picture, int x, int y, int radius)
{
    constexpr std::array<std::pair<int, int>, 8> kAround = {
        {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};
    std::size_t pattern = 0;
    for (std::size_t bit = 0; bit < kAround.size(); ++bit) {
        const auto [right, down] = kAround.at(bit);
        if (greyOf(picture, x + radius * right, y + radius * down) > greyOf(picture, x, y) + 4)
            pattern += std::size_t{128} >> bit;
    }
    return pattern;
}

TEST(LocalPatterns, AreCountedAsALoopOverPixelsDoes)
{
    const auto picture = speckled(5, 9);
    const auto row = described(picture);
    std::size_t first = 0;
    for (const int radius : {1, 3}) {
        std::vector<double> shares(256, 0.0);
        const double pixels = std::pow(kSide - 2 * radius, 2);
        for (int y = radius; y < kSide - radius; ++y) {
            for (int x = radius; x < kSide - radius; ++x)
                shares[patternAt(picture, x, y, radius)] += 1.0 / pixels;
        }
        for (std::size_t i = 0; i < shares.size(); ++i)
            EXPECT_NEAR(row[first + i], std::sqrt(shares[i]), 1e-6) << radius << ": " << i;
        first += shares.size();
    }
}

/// In a level picture no neighbour is lighter; nor where all differ by four grey levels at most.
TEST(LocalPatterns, OfALevelPictureAreOne)
{
    for (const auto& picture : {plain(40, 30, 128), speckled(5, 1)}) {
        const auto row = described(picture);
        for (std::size_t i = 0; i < row.size(); ++i)
            EXPECT_EQ(row[i], i % 256 == 0 ? 1.0F : 0.0F) << i;
    }
}

TEST(LocalPatterns, DoNotSeeBrightness)
{
    EXPECT_EQ(described(speckled(5, 9)), described(speckled(5, 9, 60)));
}

TEST(LocalPatterns, OfEachRadiusHaveLengthOne)
{
    const auto row = described(speckled(6, 30));
    for (const auto part : {std::span(row).first(256), std::span(row).last(256)}) {
        double squares = 0.0;
        for (const float value : part)
            squares += static_cast<double>(value) * static_cast<double>(value);
        EXPECT_NEAR(squares, 1.0, 1e-5);
    }
}

TEST(LocalPatterns, RefuseWhatDoesNotFit)
{
    std::vector<float> row(kLocalPatterns - 1);
    EXPECT_THROW(describePatterns(plain(8, 8, 1), row), std::invalid_argument);
    row.resize(kLocalPatterns);
    EXPECT_THROW(describePatterns(Bitmap(), row), std::invalid_argument);
    EXPECT_NO_THROW(describePatterns(plain(1, 1, 1), row));
}

} // namespace
} // namespace core
