#include "core/features/extractor.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace core {
namespace {

using testing::Each;

constexpr std::size_t kLayout = std::size_t{3} * 64; ///< 8 × 8 cells of L, a and b
constexpr std::size_t kPyramid =
    std::size_t{9} * 85; ///< nine orientations in 64 + 16 + 4 + 1 cells
constexpr std::size_t kHistogram = std::size_t{4} * 8 * 8; ///< L × a × b

std::vector<float> descriptorOf(const Bitmap& picture)
{
    const auto descriptor = makePlainDescriptor();
    std::vector<float> row(descriptor->dimension(), std::numeric_limits<float>::quiet_NaN());
    descriptor->extract(picture, row);
    return row;
}

Bitmap noise(int width, int height, std::uint64_t seed)
{
    Random random(seed);
    Bitmap picture = blank(width, height);
    for (auto& value : picture.pixels)
        value = static_cast<std::uint8_t>(random.below(256));
    return picture;
}

Bitmap mirrored(const Bitmap& picture)
{
    Bitmap result = picture;
    cv::Mat target = writableViewOf(result);
    cv::flip(viewOf(picture), target, 1);
    return result;
}

double length(std::span<const float> block)
{
    double sum = 0.0;
    for (const float value : block)
        sum += static_cast<double>(value) * value;
    return std::sqrt(sum);
}

double distance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i]) - b[i], 2);
    return std::sqrt(sum);
}

TEST(PlainDescriptor, SaysItsNameAndItsSize)
{
    const auto descriptor = makePlainDescriptor();
    EXPECT_EQ(descriptor->name(), "plain");
    EXPECT_EQ(descriptor->dimension(), kLayout + kPyramid + kHistogram);
    EXPECT_EQ(descriptor->leastSide(), 128);
}

TEST(PlainDescriptor, OfGreyIsItsLightnessAndNoGradient)
{
    // sRGB 188 is linear 0.503: L = 1.16 · 0.503^(1/3) − 0.16 = 0.7625; a and b are 0. Colours of
    // cells weigh 0.16, histograms 1.3.
    const auto row = descriptorOf(plain(200, 100, 188));
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_NEAR(row[i], 0.16F * 0.7625F, 2e-4F);
        EXPECT_NEAR(row[64 + i], 0.0F, 1e-3F);
        EXPECT_NEAR(row[128 + i], 0.0F, 1e-3F);
    }
    const std::span all(row);
    EXPECT_THAT(all.subspan(kLayout, kPyramid), Each(0.0F));
    // One colour, one bin: lightness 3 of 4.
    EXPECT_FLOAT_EQ(*std::ranges::max_element(all.last(kHistogram)), 1.3F);
    EXPECT_NEAR(length(all.last(kHistogram)), 1.3, 1e-6);
}

TEST(PlainDescriptor, FindsTheOrientationOfStripes)
{
    Bitmap upright = blank(128, 128);
    for (std::size_t i = 0; i < upright.pixels.size(); ++i)
        upright.pixels[i] = i / 3 % 16 < 8 ? 20 : 220;
    Bitmap lying = blank(128, 128);
    cv::Mat target = writableViewOf(lying);
    cv::transpose(viewOf(upright), target);
    // The coarsest cell is the last of the pyramid. Gradients along x have angle 0, which is the
    // first bin; along y half a turn of nine bins later, between the fifth and the sixth.
    const auto cellOf = [](const std::vector<float>& row) {
        return std::vector<float>(row.begin() + kLayout + kPyramid - 9,
                                  row.begin() + kLayout + kPyramid);
    };
    const auto first = cellOf(descriptorOf(upright));
    EXPECT_NEAR(first[0], 1.0F, 1e-4F);
    const auto second = cellOf(descriptorOf(lying));
    EXPECT_NEAR(second[4], std::sqrt(0.5F), 1e-3F);
    EXPECT_NEAR(second[5], std::sqrt(0.5F), 1e-3F);
    EXPECT_NEAR(second[0], 0.0F, 1e-3F);
}

TEST(PlainDescriptor, IsFiniteAndWithinFloat16ForAnyPicture)
{
    for (const auto& picture :
         {plain(1, 1, 0), plain(1, 1, 255), noise(1, 300, 1), noise(300, 1, 2), noise(64, 64, 3),
          gradient(1000, 500), plain(128, 128, 255)}) {
        for (const float value : descriptorOf(picture))
            ASSERT_LE(std::abs(value), 2.0F); // false for NaN
    }
}

TEST(PlainDescriptor, IsTheSameEachTimeAndDiffersBetweenPictures)
{
    const auto picture = noise(150, 90, 5);
    EXPECT_EQ(descriptorOf(picture), descriptorOf(picture));
    EXPECT_GT(distance(descriptorOf(picture), descriptorOf(gradient(150, 90))), 1.0);
}

TEST(PlainDescriptor, DoesNotCareAboutSize)
{
    const auto large = gradient(512, 384);
    EXPECT_LT(distance(descriptorOf(large), descriptorOf(stretched(large, 256, 192))), 0.2);
}

TEST(PlainDescriptor, MirroringMovesCellsAndKeepsColours)
{
    const auto picture = gradient(128, 128);
    const auto row = descriptorOf(picture);
    const auto other = descriptorOf(mirrored(picture));
    const std::span a(row);
    const std::span b(other);
    EXPECT_LT(distance(a.last(kHistogram), b.last(kHistogram)), 1e-6);
    EXPECT_GT(distance(a.first(kLayout), b.first(kLayout)), 0.5);
    for (std::size_t cell = 0; cell < kLayout; ++cell)
        EXPECT_NEAR(a[cell], b[cell / 8 * 8 + 7 - cell % 8], 1e-5F) << cell;
}

TEST(PlainDescriptor, BrighteningRaisesLightnessInEveryCell)
{
    auto picture = gradient(128, 128);
    const auto before = descriptorOf(picture);
    for (auto& value : picture.pixels)
        value = static_cast<std::uint8_t>(std::min(255, value + 40));
    const auto after = descriptorOf(picture);
    for (std::size_t cell = 0; cell < 64; ++cell)
        EXPECT_GT(after[cell], before[cell]) << cell;
}

TEST(PlainDescriptor, GivesEachLevelOfThePyramidTheSameLength)
{
    const auto row = descriptorOf(noise(128, 128, 9));
    std::span rest = std::span(row).subspan(kLayout, kPyramid);
    for (const std::size_t cells : {64U, 16U, 4U, 1U}) {
        EXPECT_NEAR(length(rest.first(9 * cells)), 1.0, 1e-4);
        rest = rest.subspan(9 * cells);
    }
}

TEST(PlainDescriptor, RefusesARowOfAnotherSizeAndNoPicture)
{
    const auto descriptor = makePlainDescriptor();
    std::vector<float> row(descriptor->dimension() - 1);
    EXPECT_THROW(descriptor->extract(plain(8, 8, 1), row), std::invalid_argument);
    row.resize(descriptor->dimension());
    EXPECT_THROW(descriptor->extract({}, row), std::invalid_argument);
}

} // namespace
} // namespace core
