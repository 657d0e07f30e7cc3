#include "core/error.h"
#include "core/images/decoder.h"
#include "core/images/gif_decoder.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <string>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kGifs = fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden" / "gif";

/// Every pixel is the one that Pillow reads (tests/golden/gif.py).
TEST(GifDecoder, ReadsWhatAnotherProgramReads)
{
    for (const std::string name : {"plain", "animated", "transparent", "interlaced", "placed"}) {
        const auto gif = decodePicture(kGifs / (name + ".gif"));
        const auto png = decodePicture(kGifs / (name + ".png"));
        EXPECT_EQ(gif.width, png.width) << name;
        EXPECT_EQ(gif.height, png.height) << name;
        EXPECT_EQ(gif.pixels, png.pixels) << name;
        EXPECT_EQ(pictureFault(kGifs / (name + ".gif")), std::nullopt) << name;
    }
}

TEST(GifDecoder, RefusesAFirstFrameThatIsCutShort)
{
    const auto whole = goldenBytes("gif/plain.gif");
    for (std::size_t length = 13; length + 2 < whole.size(); length += 7)
        EXPECT_NE(
            decodingRefusal({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)},
                            "bad.gif"),
            "")
            << length;
    EXPECT_THAT(decodingRefusal({whole.begin(), whole.end() - 100}, "bad.gif"),
                HasSubstr("bad.gif is cut short"));
}

/// The trailer is missing of many files, and of an animation only the first frame is looked at.
TEST(GifDecoder, DoesNotNeedWhatComesAfterTheFirstFrame)
{
    const auto expected = decodePicture(kGifs / "plain.png").pixels;
    auto bytes = goldenBytes("gif/plain.gif");
    bytes.pop_back();
    EXPECT_EQ(decodeBytes(bytes, "bad.gif").pixels, expected);
    const auto animated = goldenBytes("gif/animated.gif");
    EXPECT_EQ(decodeBytes(std::span(animated).first(animated.size() / 4 * 3), "bad.gif").pixels,
              decodePicture(kGifs / "animated.png").pixels);
}

TEST(GifDecoder, RefusesAFrameThatIsNotOnTheScreenOrHasNoColours)
{
    auto small = goldenBytes("gif/placed.gif"); // a screen of 30 × 20
    small[6] = 23;                              // one less than the frame needs
    EXPECT_THAT(decodingRefusal(small, "bad.gif"), HasSubstr("damaged"));
    EXPECT_FALSE(decodeGif(headerClaiming(PictureFormat::Gif, 5, 5)).has_value());
    EXPECT_THAT(decodingRefusal(headerClaiming(PictureFormat::Gif, 0, 5), "bad.gif"),
                HasSubstr("damaged header"));
    EXPECT_THAT(decodingRefusal(headerClaiming(PictureFormat::Gif, 60'000, 60'000), "bad.gif"),
                HasSubstr("60000 × 60000"));
}

/// A colour that the table does not have is no colour.
TEST(GifDecoder, RefusesFewerColoursThanAreUsed)
{
    auto bytes = goldenBytes("gif/plain.gif");
    const auto bits = bytes[10] & 7U;
    ASSERT_GT(bits, 1U);
    // A table of four colours; what was the rest of it is cut out.
    bytes[10] = static_cast<std::uint8_t>((bytes[10] & 0xF8U) | 1U);
    bytes.erase(bytes.begin() + 13 + 12, bytes.begin() + 13 + (3 << (bits + 1U)));
    EXPECT_THAT(decodingRefusal(bytes, "bad.gif"), HasSubstr("damaged"));
}

TEST(GifDecoder, BytesChangedAtRandomAreNoDanger)
{
    Random random(3);
    for (const char* name : {"animated.gif", "interlaced.gif", "placed.gif"}) {
        const auto bytes = goldenBytes(std::string("gif/") + name);
        for (int trial = 0; trial < 1000; ++trial) // refused or read
            decodingRefusal(changedAtRandom(bytes, random, 4), name, {.maxPixels = 1'000'000});
    }
}

} // namespace
} // namespace core
