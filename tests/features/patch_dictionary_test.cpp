#include "core/error.h"
#include "core/features/patch_dictionary.h"
#include "core/features/patch_kernels.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

using testing::Each;

constexpr PatchShape kSmall{.pictureSide = 16, .side = 4, .stride = 3};

/// Noise of four grey levels, so that patches have contrast and none is cut off at black or white.
Bitmap speckled(std::uint64_t seed, int brightness = 0)
{
    Random random(seed);
    Bitmap picture = blank(kSmall.pictureSide, kSmall.pictureSide);
    for (auto& value : picture.pixels)
        value = static_cast<std::uint8_t>(60 + 40 * static_cast<int>(random.below(4)) + brightness);
    return picture;
}

PatchDictionary randomDictionary(std::size_t atoms)
{
    Random random(3);
    PatchDictionary dictionary;
    dictionary.shape = kSmall;
    dictionary.filters.resize(Eigen::Index{3} * kSmall.side * kSmall.side,
                              static_cast<Eigen::Index>(atoms));
    dictionary.offsets.resize(static_cast<Eigen::Index>(atoms));
    for (Eigen::Index i = 0; i < dictionary.filters.size(); ++i)
        dictionary.filters.data()[i] = static_cast<float>(0.3 * random.normal());
    for (Eigen::Index i = 0; i < dictionary.offsets.size(); ++i)
        dictionary.offsets[i] = static_cast<float>(0.1 * random.normal());
    return dictionary;
}

std::vector<float> encoded(const PatchDictionary& dictionary, const Bitmap& picture)
{
    std::vector<float> row(dictionary.dimension(), std::numeric_limits<float>::quiet_NaN());
    encodePatches(dictionary, picture, row);
    return row;
}

/// One patch's values, of one contrast, in double.
std::vector<double> patchOf(const Bitmap& picture, int left, int top)
{
    std::vector<double> values;
    for (int y = top; y < top + kSmall.side; ++y) {
        for (int x = 3 * left; x < 3 * (left + kSmall.side); ++x)
            values.push_back(picture.row(y)[static_cast<std::size_t>(x)]);
    }
    double mean = 0.0;
    double variance = 0.0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    for (const double value : values)
        variance += (value - mean) * (value - mean) / static_cast<double>(values.size());
    for (double& value : values)
        value = (value - mean) / std::sqrt(variance + 10.0);
    return values;
}

double answerOf(const PatchDictionary& dictionary, const std::vector<double>& patch,
                std::size_t atom)
{
    const auto k = static_cast<Eigen::Index>(atom);
    double sum = -static_cast<double>(dictionary.offsets[k]) - 0.5;
    for (std::size_t i = 0; i < patch.size(); ++i)
        sum += patch[i] * static_cast<double>(dictionary.filters(static_cast<Eigen::Index>(i), k));
    return std::max(sum, 0.0);
}

/// Five patches a line, of which two lie in the first half.
constexpr std::array<std::size_t, 5> kHalf = {0, 0, 1, 1, 1};
constexpr std::array<double, 2> kInHalf = {2, 3};

std::vector<double> slowlyEncoded(const PatchDictionary& dictionary, const Bitmap& picture)
{
    const std::size_t atoms = dictionary.atoms();
    std::vector<double> row(4 * atoms, 0.0);
    for (std::size_t y = 0; y < 5; ++y) {
        for (std::size_t x = 0; x < 5; ++x) {
            const auto patch = patchOf(picture, 3 * static_cast<int>(x), 3 * static_cast<int>(y));
            const std::size_t quarter = 2 * kHalf.at(y) + kHalf.at(x);
            const double patches = kInHalf.at(kHalf.at(y)) * kInHalf.at(kHalf.at(x));
            for (std::size_t atom = 0; atom < atoms; ++atom)
                row[quarter * atoms + atom] += answerOf(dictionary, patch, atom) / patches;
        }
    }
    return row;
}

TEST(PatchDictionary, EncodesAsALoopOverPatchesDoes)
{
    for (const std::size_t atoms : {kAtomsMultiple, 3 * kAtomsMultiple}) {
        const auto dictionary = randomDictionary(atoms);
        const auto picture = speckled(11);
        const auto row = encoded(dictionary, picture);
        const auto expected = slowlyEncoded(dictionary, picture);
        ASSERT_EQ(row.size(), expected.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            EXPECT_NEAR(row[i], expected[i], 1e-5) << "value " << i << " of " << atoms << " atoms";
    }
}

/// A law: what one part answers is the mean of its patches, wherever the cuts are.
TEST(PatchDictionary, PoolsOverAsManyPartsAsAreAskedFor)
{
    auto dictionary = randomDictionary(kAtomsMultiple);
    const auto picture = speckled(11);
    const auto parted = [&](int cells) {
        dictionary.shape.cells = cells;
        return encoded(dictionary, picture);
    };
    const auto whole = parted(1);
    const auto quarters = parted(2);
    const auto single = parted(5); // a part a patch
    EXPECT_EQ(single.size(), 25 * kAtomsMultiple);
    constexpr std::array<double, 4> kPatches = {4, 6, 6, 9};
    for (std::size_t atom = 0; atom < kAtomsMultiple; ++atom) {
        double ofQuarters = 0.0;
        for (std::size_t part = 0; part < 4; ++part)
            ofQuarters +=
                static_cast<double>(quarters[part * kAtomsMultiple + atom]) * kPatches.at(part);
        double ofSingle = 0.0;
        for (std::size_t part = 0; part < 25; ++part)
            ofSingle += static_cast<double>(single[part * kAtomsMultiple + atom]);
        EXPECT_NEAR(whole[atom], ofQuarters / 25.0, 1e-5);
        EXPECT_NEAR(whole[atom], ofSingle / 25.0, 1e-5);
    }
}

TEST(PatchDictionary, DoesNotSeeBrightness)
{
    const auto dictionary = randomDictionary(kAtomsMultiple);
    const auto dark = encoded(dictionary, speckled(11));
    const auto bright = encoded(dictionary, speckled(11, 60));
    for (std::size_t i = 0; i < dark.size(); ++i)
        EXPECT_NEAR(dark[i], bright[i], 1e-4);
}

TEST(PatchDictionary, SeesWhichQuarterAThingIsIn)
{
    auto dictionary = randomDictionary(kAtomsMultiple);
    dictionary.offsets.setZero();
    Bitmap picture = plain(kSmall.pictureSide, kSmall.pictureSide, 100);
    const Bitmap speckles = speckled(5);
    for (int y = 11; y < 16; ++y) {
        for (std::size_t x = 33; x < 48; ++x) // columns 11 to 15, in three channels
            picture.pixels[static_cast<std::size_t>(y) * 48 + x] = speckles.row(y)[x];
    }
    const auto row = encoded(dictionary, picture);
    EXPECT_THAT(std::span(row).first(3 * kAtomsMultiple), Each(0.0F));
    EXPECT_GT(*std::ranges::max_element(std::span(row).last(kAtomsMultiple)), 0.0F);
}

TEST(PatchDictionary, LearnsTheSameEveryTime)
{
    const std::vector<Bitmap> pictures = {speckled(1), speckled(2), speckled(3)};
    const PatchLearning learning{.atoms = kAtomsMultiple, .patches = 500};
    const auto first = learnPatches(pictures, kSmall, learning);
    const auto second = learnPatches(pictures, kSmall, learning);
    EXPECT_EQ(first.filters, second.filters);
    EXPECT_EQ(first.offsets, second.offsets);
}

/// Upright stripes of one phase, or level ones.
Bitmap striped(bool upright, std::uint64_t seed)
{
    Random random(seed);
    const auto phase = static_cast<int>(random.below(4));
    Bitmap picture{.width = kSmall.pictureSide, .height = kSmall.pictureSide, .pixels = {}};
    picture.pixels.reserve(3UL * kSmall.pictureSide * kSmall.pictureSide);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const int along = (upright ? x : y) + phase;
            for (int channel = 0; channel < 3; ++channel)
                picture.pixels.push_back(along % 4 < 2 ? 200 : 60);
        }
    }
    return picture;
}

TEST(PatchDictionary, TellsWhatItsPicturesAreMadeOf)
{
    std::vector<Bitmap> pictures;
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        pictures.push_back(striped(seed % 2 == 0, seed));
    const auto dictionary =
        learnPatches(pictures, kSmall, {.atoms = kAtomsMultiple, .patches = 2000});
    std::array<VectorF, 2> means = {VectorF::Zero(4 * kAtomsMultiple),
                                    VectorF::Zero(4 * kAtomsMultiple)};
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto row = encoded(dictionary, pictures[i]);
        means.at(i % 2) +=
            Eigen::Map<const VectorF>(row.data(), static_cast<Eigen::Index>(row.size()));
    }
    const float cosine = means[0].normalized().dot(means[1].normalized());
    EXPECT_LT(cosine, 0.5F) << "no atom answers to upright stripes alone";
}

TEST(PatchDictionary, OfPicturesWithoutContrastIsFinite)
{
    const std::vector<Bitmap> pictures(3, plain(20, 20, 90));
    const auto dictionary =
        learnPatches(pictures, kSmall, {.atoms = kAtomsMultiple, .patches = 100});
    EXPECT_TRUE(dictionary.filters.allFinite());
    EXPECT_THAT(encoded(dictionary, pictures[0]), Each(0.0F));
}

TEST(PatchDictionary, RefusesWhatCannotBeLearnedFrom)
{
    const std::vector<Bitmap> pictures = {speckled(1)};
    EXPECT_THROW(learnPatches({}, kSmall, {.atoms = 32}), std::invalid_argument);
    EXPECT_THROW(learnPatches(pictures, kSmall, {.atoms = 20}), std::invalid_argument);
    std::vector<float> row(3);
    EXPECT_THROW(encodePatches(randomDictionary(32), pictures[0], row), std::invalid_argument);
}

TEST(PatchDictionary, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const std::vector<Bitmap> pictures = {speckled(1)};
    EXPECT_THROW(learnPatches(pictures, kSmall, {.atoms = 32}, stop.get_token()), Cancelled);
}

} // namespace
} // namespace core
