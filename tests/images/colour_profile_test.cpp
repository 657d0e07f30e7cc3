#include "core/error.h"
#include "core/images/colour_profile.h"
#include "core/images/decoder.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path kColours = fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden" / "colours";

/// What tests/golden/colours.py worked out: 4 × 6 colours, each a block of 8 × 8 pixels.
const nlohmann::json& golden()
{
    static const auto document = nlohmann::json::parse(readFile(kColours / "colours.json"));
    return document;
}

/// The largest difference to the colours called `name`, in the middle of each block.
int differenceTo(const std::string& name, const Bitmap& picture)
{
    int largest = 0;
    for (std::size_t row = 0; row < 4; ++row) {
        for (std::size_t column = 0; column < 6; ++column) {
            const auto at = ((8 * row + 4) * 48 + 8 * column + 4) * 3;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const int wanted = golden()[name][row][column][channel];
                largest = std::max(largest, std::abs(wanted - picture.pixels.at(at + channel)));
            }
        }
    }
    return largest;
}

TEST(ColourProfile, IsFollowedInEveryFormatThatHoldsOne)
{
    for (const char* name : {"wide.png", "wide.webp", "wide.tif"})
        EXPECT_LE(differenceTo("wide", decodePicture(kColours / name)), 1) << name;
    EXPECT_LE(differenceTo("wide", decodePicture(kColours / "wide.heic")), 3)
        << "its own colours are off by 1 already";
    EXPECT_LE(differenceTo("wide", decodePicture(kColours / "wide.jpg")), 4)
        << "in two pieces, of a lossy picture";
    EXPECT_GT(differenceTo("stored", decodePicture(kColours / "wide.png")), 20)
        << "the numbers themselves mean other colours";
}

TEST(ColourProfile, OfSrgbAndNoneLeaveThePictureAsItIs)
{
    EXPECT_EQ(differenceTo("stored", decodePicture(kColours / "named.png")), 0);
    EXPECT_EQ(differenceTo("stored", decodePicture(kColours / "plain.png")), 0);
}

TEST(ColourProfile, OfGreyIsFollowed)
{
    const auto grey = decodePicture(kColours / "grey.png");
    ASSERT_EQ(grey.width, 32);
    for (std::size_t i = 0; i < 32; ++i) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            EXPECT_NEAR(grey.pixels[i * 3 + channel], golden()["grey"][i].get<int>(), 1) << i;
    }
}

TEST(ColourProfile, IsTheSameInEveryFormat)
{
    const auto ofPng = colourProfileIn(PictureFormat::Png, goldenBytes("colours/wide.png"));
    EXPECT_THAT(ofPng, Not(IsEmpty()));
    EXPECT_EQ(colourProfileIn(PictureFormat::WebP, goldenBytes("colours/wide.webp")), ofPng);
    EXPECT_EQ(colourProfileIn(PictureFormat::Tiff, goldenBytes("colours/wide.tif")), ofPng);
    const auto ofJpeg = colourProfileIn(PictureFormat::Jpeg, goldenBytes("colours/wide.jpg"));
    ASSERT_THAT(ofJpeg, SizeIs(ofPng.size() + 70000));
    EXPECT_TRUE(std::equal(ofPng.begin(), ofPng.end(), ofJpeg.begin()));
    EXPECT_THAT(colourProfileIn(PictureFormat::Png, goldenBytes("colours/plain.png")), IsEmpty());
    EXPECT_THAT(colourProfileIn(PictureFormat::Bmp, goldenBytes("colours/wide.png")), IsEmpty());
}

TEST(ColourProfile, ThatIsDamagedLeavesThePictureAsItIs)
{
    auto picture = decodePicture(kColours / "plain.png");
    const auto before = picture.pixels;
    const auto profile = colourProfileIn(PictureFormat::Png, goldenBytes("colours/wide.png"));
    convertToSrgb(picture, {});
    convertToSrgb(picture, std::span(profile).first(100));
    convertToSrgb(picture, std::vector<std::uint8_t>(500, 7));
    auto ofInk = profile;
    const std::string ink = "CMYK";
    std::copy(ink.begin(), ink.end(), ofInk.begin() + 16);
    convertToSrgb(picture, ofInk);
    EXPECT_EQ(picture.pixels, before);
    convertToSrgb(picture, profile);
    EXPECT_NE(picture.pixels, before);
}

TEST(ColourProfile, BytesChangedAtRandomAreNoDanger)
{
    Random random(11);
    for (const char* name : {"wide.png", "wide.webp", "wide.tif", "grey.png"}) {
        const auto bytes = goldenBytes(std::string("colours/") + name);
        for (int trial = 0; trial < 500; ++trial) // refused or read
            decodingRefusal(changedAtRandom(bytes, random, 4), name, {.maxPixels = 1'000'000});
    }
}

} // namespace
} // namespace core
