#include "core/error.h"
#include "core/images/decoder.h"
#include "tests/images/picture_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <array>
#include <sys/stat.h>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

std::string refusalOf(const Bytes& bytes, const DecodeLimits& limits = {})
{
    try {
        decodeBytes(bytes, "a.jpg", 0, limits);
    } catch (const Error& error) {
        return error.what();
    }
    return "decoded";
}

int largestDifference(const Bitmap& a, const Bitmap& b)
{
    if (a.width != b.width || a.height != b.height)
        return 256;
    int largest = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        largest = std::max(largest, std::abs(a.pixels[i] - b.pixels[i]));
    return largest;
}

TEST(Decoder, GivesBackWhatWasEncoded)
{
    const auto picture = gradient(40, 24);
    for (const char* ending : {".png", ".tiff", ".bmp"})
        EXPECT_EQ(decodeBytes(encoded(picture, ending), ending).pixels, picture.pixels) << ending;
    for (const char* ending : {".jpg", ".webp"})
        EXPECT_LT(largestDifference(decodeBytes(encoded(picture, ending), ending), picture), 25)
            << ending;
}

TEST(Decoder, GoesByTheBytesAndNotByTheName)
{
    const TemporaryFolder folder;
    const auto file = writeFile(folder / "really.png", encoded(gradient(40, 24), ".jpg"));
    EXPECT_EQ(pictureFault(file), std::nullopt);
    EXPECT_EQ(decodePicture(file).width, 40);
}

/// Which of the four colours of a quartered picture stands in each quarter, row by row.
std::string quartersOf(const Bitmap& picture)
{
    std::string quarters;
    for (const int y : {picture.height / 4, 3 * picture.height / 4}) {
        for (const int x : {picture.width / 4, 3 * picture.width / 4}) {
            const auto pixel =
                picture.row(y).subspan(std::size_t{3} * static_cast<std::size_t>(x), 3);
            quarters +=
                pixel[0] > 128 ? (pixel[1] > 128 ? 'D' : 'A') : (pixel[1] > 128 ? 'B' : 'C');
        }
    }
    return quarters;
}

TEST(Decoder, TurnsAllEightOrientationsOfExifUpright)
{
    cv::Mat bgr(32, 64, CV_8UC3, cv::Scalar(0, 0, 255));       // A red
    bgr(cv::Rect(32, 0, 32, 16)) = cv::Scalar(0, 255, 0);      // B green
    bgr(cv::Rect(0, 16, 32, 16)) = cv::Scalar(255, 0, 0);      // C blue
    bgr(cv::Rect(32, 16, 32, 16)) = cv::Scalar(255, 255, 255); // D white
    constexpr std::array kExpected = {"ABCD", "BADC", "DCBA", "CDAB",
                                      "ACBD", "CADB", "DBCA", "BDAC"};
    for (std::uint32_t orientation = 1; orientation <= 8; ++orientation) {
        const auto jpeg = withOrientation(encoded(bgr, ".jpg"), orientation);
        const auto picture = decodeBytes(jpeg, "camera.jpg");
        EXPECT_EQ(quartersOf(picture), kExpected[orientation - 1]) << orientation;
        EXPECT_EQ(picture.width, orientation < 5 ? 64 : 32) << orientation;
    }
}

TEST(Decoder, LaysTransparencyOverWhite)
{
    const cv::Mat bgra(1, 1, CV_8UC4, cv::Scalar(0, 0, 255, 128));
    // 0 · 128/255 + 255 · 127/255
    EXPECT_THAT(decodeBytes(encoded(bgra, ".png"), "half red").pixels, ElementsAre(255, 127, 127));
    const cv::Mat clear(1, 1, CV_8UC4, cv::Scalar(9, 9, 9, 0));
    EXPECT_THAT(decodeBytes(encoded(clear, ".png"), "clear").pixels, ElementsAre(255, 255, 255));
}

TEST(Decoder, TakesGreyAndSixteenBits)
{
    const cv::Mat grey(1, 1, CV_8UC1, cv::Scalar(77));
    EXPECT_THAT(decodeBytes(encoded(grey, ".png"), "grey").pixels, ElementsAre(77, 77, 77));
    const cv::Mat deep(1, 1, CV_16UC3, cv::Scalar(0, 257 * 100 + 20, 65535));
    EXPECT_THAT(decodeBytes(encoded(deep, ".png"), "deep").pixels, ElementsAre(255, 100, 0));
}

TEST(Decoder, RefusesColoursThatItCannotShow)
{
    const cv::Mat real(4, 4, CV_32FC3, cv::Scalar(0.5, 0.5, 0.5));
    EXPECT_THAT(refusalOf(encoded(real, ".tiff")), HasSubstr("save it with 8 or"));
}

TEST(Decoder, DecodesSmallerButNeverBelowTheLeastSide)
{
    const auto jpeg = encoded(gradient(640, 480), ".jpg");
    for (const int least : {10, 60, 61, 100, 240, 300, 480, 1000}) {
        const auto picture = decodeBytes(jpeg, "large.jpg", least);
        EXPECT_GE(picture.height, std::min(least, 480)) << least;
        EXPECT_LE(picture.height, 480) << least;
        EXPECT_EQ(picture.width * 3, picture.height * 4) << least;
    }
    EXPECT_EQ(decodeBytes(jpeg, "large.jpg", 60).height, 60);
    EXPECT_EQ(decodeBytes(jpeg, "large.jpg", 61).height, 120);
}

TEST(Decoder, RefusesSixtyThousandPixelsSquareInEveryFormatBeforeItDecodes)
{
    for (const auto& [ending, format] : kFormats) {
        const auto message = refusalOf(headerClaiming(format, 60'000, 60'000));
        EXPECT_THAT(message, HasSubstr("a.jpg is 60000 × 60000 pixels, more than the 100 million"))
            << ending;
    }
}

TEST(Decoder, HoldsItsLimitsToThePixelAndTheByte)
{
    const auto png = encoded(gradient(40, 25), ".png");
    EXPECT_EQ(refusalOf(png, {.maxPixels = 1000}), "decoded");
    EXPECT_THAT(refusalOf(png, {.maxPixels = 999}), HasSubstr("40 × 25 pixels"));
    EXPECT_EQ(refusalOf(png, {.maxFileBytes = png.size()}), "decoded");
    EXPECT_THAT(refusalOf(png, {.maxFileBytes = png.size() - 1}), HasSubstr("allowed: shrink it"));
}

TEST(Decoder, SaysWhatIsWrongWithEachKindOfBadFile)
{
    const auto jpeg = encoded(gradient(40, 24), ".jpg");
    EXPECT_THAT(refusalOf({}), HasSubstr("is empty: replace it"));
    EXPECT_THAT(refusalOf({'G', 'I', 'F', '8', '8', 'a'}), HasSubstr("is no JPEG, PNG"));
    EXPECT_THAT(refusalOf({'o', 'n', 'l', 'y'}), HasSubstr("convert it or leave it out"));
    EXPECT_THAT(refusalOf(Bytes(jpeg.begin(), jpeg.begin() + 8)), HasSubstr("damaged header"));
    EXPECT_THAT(refusalOf(Bytes(jpeg.begin(), jpeg.end() - 2)), HasSubstr("is cut short"));
    EXPECT_THAT(refusalOf(headerClaiming(PictureFormat::Png, 0, 5)), HasSubstr("damaged header"));
    auto png = encoded(gradient(40, 24), ".png");
    std::fill(png.begin() + 45, png.begin() + 60, std::uint8_t{0x55}); // within the compressed rows
    EXPECT_THAT(refusalOf(png), HasSubstr("a.jpg is damaged"));
}

TEST(PictureFault, AgreesWithTheDecoderAsFarAsTheFirstBytesTell)
{
    const TemporaryFolder folder;
    const auto faultOf = [&](const std::string& name, const Bytes& bytes) {
        return pictureFault(writeFile(folder / name, bytes)).value_or("sound");
    };
    const auto jpeg = encoded(gradient(400, 300), ".jpg");
    EXPECT_EQ(faultOf("good.jpg", jpeg), "sound");
    EXPECT_EQ(faultOf("half.jpg", Bytes(jpeg.begin(), jpeg.begin() + 1200)), "sound")
        << "the cut is further in";
    EXPECT_THROW(decodePicture(folder / "half.jpg"), Error);
    EXPECT_THAT(faultOf("empty.jpg", {}), HasSubstr("empty.jpg is empty"));
    EXPECT_THAT(faultOf("text.jpg", {'t', 'e', 'x', 't'}), HasSubstr("text.jpg is no JPEG"));
    EXPECT_THAT(faultOf("huge.png", headerClaiming(PictureFormat::Png, 60'000, 60'000)),
                HasSubstr("huge.png is 60000 × 60000 pixels"));
}

TEST(PictureFault, NamesWhatIsMissingAndWhatIsNoFile)
{
    const TemporaryFolder folder;
    EXPECT_THAT(pictureFault(folder / "none.jpg").value(), HasSubstr("none.jpg is missing"));
    fs::create_directories(folder / "folder.jpg");
    EXPECT_THAT(pictureFault(folder / "folder.jpg").value(), HasSubstr("is not a file"));
    // A pipe that nobody writes to would be waited for without end.
    ASSERT_EQ(::mkfifo((folder / "pipe.jpg").c_str(), 0600), 0);
    EXPECT_THAT(pictureFault(folder / "pipe.jpg").value(), HasSubstr("is not a file"));
    EXPECT_THROW(decodePicture(folder / "pipe.jpg"), Error);
}

TEST(WritePng, WritesWhatTheDecoderReads)
{
    const TemporaryFolder folder;
    const auto picture = gradient(17, 9);
    writePng(folder / "new/picture.png", picture);
    EXPECT_EQ(decodePicture(folder / "new/picture.png").pixels, picture.pixels);
    writeFile(folder / "file", Bytes{1});
    EXPECT_THROW(writePng(folder / "file/picture.png", picture), Error);
}

} // namespace
} // namespace core
