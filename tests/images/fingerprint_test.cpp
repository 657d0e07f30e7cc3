#include "core/images/fingerprint.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace core {
namespace {

/// Six soft blobs of colour on a ground: no two seeds look alike.
Bitmap scene(std::uint64_t seed, int side = 160)
{
    Random random(seed);
    const auto level = [&] { return 255.0 * random.uniform(); };
    struct Blob {
        double x, y, size;
        std::array<double, 3> colour;
    };
    std::vector<Blob> blobs(6);
    for (auto& blob : blobs)
        blob = {random.uniform(),
                random.uniform(),
                0.08 + 0.15 * random.uniform(),
                {level(), level(), level()}};
    Bitmap picture{.width = side, .height = side, .pixels = {}};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            std::array<double, 3> colour{128, 128, 128};
            for (const auto& blob : blobs) {
                const double dx = (x + 0.5) / side - blob.x;
                const double dy = (y + 0.5) / side - blob.y;
                if (dx * dx + dy * dy < blob.size * blob.size)
                    colour = blob.colour;
            }
            for (const double value : colour)
                picture.pixels.push_back(static_cast<std::uint8_t>(value));
        }
    }
    return picture;
}

Bitmap withNoise(Bitmap picture, int most, std::uint64_t seed)
{
    Random random(seed);
    for (auto& value : picture.pixels) {
        const int noise = static_cast<int>(random.below(2 * static_cast<std::uint64_t>(most) + 1));
        value = static_cast<std::uint8_t>(std::clamp(int{value} + noise - most, 0, 255));
    }
    return picture;
}

Bitmap cropped(const Bitmap& picture, int edge)
{
    const int side = picture.width - edge;
    Bitmap result{.width = side, .height = side, .pixels = {}};
    for (int y = 0; y < side; ++y) {
        const auto row = picture.row(y + edge / 2).subspan(3 * static_cast<std::size_t>(edge / 2));
        result.pixels.insert(result.pixels.end(), row.begin(),
                             row.begin() + std::ptrdiff_t{3} * side);
    }
    return result;
}

Fingerprint randomFingerprint(Random& random)
{
    Fingerprint fingerprint;
    fingerprint.structure = random.next() | 1U;
    fingerprint.colours.fill(static_cast<std::uint8_t>(100 + random.below(20)));
    return fingerprint;
}

TEST(Fingerprint, OfThePictureSavedResizedOrCroppedALittleIsNearIdentical)
{
    int cropsFound = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Bitmap picture = scene(seed);
        const auto original = fingerprintOf(picture);
        EXPECT_TRUE(nearIdentical(original, original));
        EXPECT_TRUE(nearIdentical(original, fingerprintOf(withNoise(picture, 12, seed)))) << seed;
        EXPECT_TRUE(nearIdentical(original, fingerprintOf(stretched(picture, 90, 70)))) << seed;
        cropsFound += nearIdentical(original, fingerprintOf(cropped(picture, 4))) ? 1 : 0;
    }
    EXPECT_GE(cropsFound, 18);
}

TEST(Fingerprint, OfAnotherPictureIsNot)
{
    std::vector<Fingerprint> fingerprints;
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        fingerprints.push_back(fingerprintOf(scene(seed, 64)));
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(nearIdentical(fingerprints[i], fingerprints[j])) << i << ' ' << j;
    }
}

TEST(Fingerprint, SeesColourWhereTheShapesAreTheSame)
{
    const Bitmap red{.width = 1, .height = 1, .pixels = {200, 60, 60}};
    const Bitmap blue{.width = 1, .height = 1, .pixels = {60, 60, 200}};
    EXPECT_FALSE(nearIdentical(fingerprintOf(red), fingerprintOf(blue)));
    EXPECT_TRUE(nearIdentical(fingerprintOf(red), fingerprintOf(red)));
}

TEST(Fingerprint, ThatIsUnknownIsLikeNothing)
{
    EXPECT_FALSE(Fingerprint().known());
    EXPECT_FALSE(nearIdentical({}, {}));
    EXPECT_THROW(fingerprintOf({}), std::invalid_argument);
}

TEST(FingerprintIndex, FindsWhatComparingAllPairsFinds)
{
    Random random(5);
    std::vector<Fingerprint> stored(400);
    for (auto& one : stored)
        one = randomFingerprint(random);
    stored[3] = {};
    const FingerprintIndex index(stored);
    int found = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        auto wanted = stored[random.below(stored.size())];
        for (auto flips = random.below(18); flips > 0; --flips)
            wanted.structure ^= std::uint64_t{1} << (1 + random.below(63));
        wanted.colours[random.below(48)] = static_cast<std::uint8_t>(random.below(256));
        const bool expected = std::ranges::any_of(
            stored, [&](const Fingerprint& one) { return nearIdentical(one, wanted); });
        ASSERT_EQ(index.hasNearIdentical(wanted), expected) << trial;
        found += expected ? 1 : 0;
    }
    EXPECT_GT(found, 1000);
    EXPECT_LT(found, 2500);
}

TEST(FingerprintIndex, OfNothingFindsNothing)
{
    const FingerprintIndex index({});
    EXPECT_FALSE(index.hasNearIdentical(fingerprintOf(scene(1, 40))));
    EXPECT_FALSE(index.hasNearIdentical({}));
}

} // namespace
} // namespace core
