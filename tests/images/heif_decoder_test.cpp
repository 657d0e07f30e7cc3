#include "core/error.h"
#include "core/images/decoder.h"
#include "core/images/heif_boxes.h"
#include "core/images/heif_decoder.h"
#include "core/images/picture_header.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kHeifs = fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden" / "colours";

int largestDifference(const Bitmap& a, const Bitmap& b)
{
    int largest = a.pixels.size() == b.pixels.size() ? 0 : 255;
    for (std::size_t i = 0; largest < 255 && i < a.pixels.size(); ++i)
        largest = std::max(largest, std::abs(a.pixels[i] - b.pixels[i]));
    return largest;
}

TEST(HeifDecoder, ReadsThePictureThatWasWritten)
{
    const auto plain = decodePicture(kHeifs / "plain.png");
    for (const char* name : {"plain.heic", "plain.avif"}) {
        const auto picture = decodePicture(kHeifs / name);
        EXPECT_EQ(picture.width, plain.width) << name;
        EXPECT_EQ(picture.height, plain.height) << name;
        EXPECT_LE(largestDifference(picture, plain), 1)
            << name << " is written without loss but for the rounding of its colours";
        EXPECT_EQ(pictureFault(kHeifs / name), std::nullopt) << name;
    }
}

TEST(HeifDecoder, ShowsWhiteWhereThePictureIsTransparent)
{
    const auto picture = decodePicture(kHeifs / "through.heic");
    const auto png = decodePicture(kHeifs / "through.png");
    ASSERT_EQ(picture.width, 48);
    constexpr std::size_t kInside =
        std::size_t{3} * (4 * 48 + 4); // of the left half, which is opaque
    for (std::size_t y = 0; y < 32; ++y) {
        for (std::size_t x = 30; x < 48; ++x)
            EXPECT_GE(picture.pixels[(y * 48 + x) * 3 + 1], 253) << x << ' ' << y;
    }
    EXPECT_LE(std::abs(picture.pixels[kInside] - png.pixels[kInside]), 6);
}

TEST(HeifHeader, TellsItsSizeBeforeItIsDecoded)
{
    const auto bytes = goldenBytes("colours/plain.heic");
    ByteSource source(bytes);
    const auto header = readPictureHeader(source);
    ASSERT_TRUE(header.has_value());
    EXPECT_EQ(header->format, PictureFormat::Heif);
    EXPECT_GE(header->width * header->height, 48 * 32);
    EXPECT_LE(header->width * header->height, 64 * 64) << "codecs fill up to whole blocks";
    EXPECT_THAT(decodingRefusal(bytes, "bad.heic", {.maxPixels = 1000}), HasSubstr("more than"));
}

TEST(HeifHeader, IsNoneOfAFilm)
{
    auto film = goldenBytes("colours/plain.heic");
    const std::string brand = "isomiso2avc1mp41";
    for (std::size_t at = 8; at < 28; ++at)
        film[at] = static_cast<std::uint8_t>(brand[at % 4]);
    ByteSource source(film);
    EXPECT_EQ(formatOf(source), std::nullopt);
    EXPECT_THAT(decodingRefusal(film, "bad.heic"), HasSubstr("is no JPEG"));
}

TEST(HeifDecoder, RefusesWhatIsCutShort)
{
    for (const char* name : {"plain.heic", "plain.avif"}) {
        const auto whole = goldenBytes(std::string("colours/") + name);
        for (std::size_t length = 0; length < whole.size(); length += 13)
            EXPECT_NE(decodingRefusal(
                          {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)},
                          "bad.heic"),
                      "")
                << name << ' ' << length;
        EXPECT_THAT(decodingRefusal({whole.begin(), whole.end() - 20}, "bad.heic"),
                    HasSubstr("cut short"));
    }
}

TEST(HeifDecoder, BytesChangedAtRandomAreNoDanger)
{
    Random random(5);
    for (const char* name : {"plain.heic", "plain.avif", "through.heic"}) {
        const auto bytes = goldenBytes(std::string("colours/") + name);
        for (int trial = 0; trial < 300; ++trial) // refused or read
            decodingRefusal(changedAtRandom(bytes, random, 4), name, {.maxPixels = 1'000'000});
    }
}

} // namespace
} // namespace core
