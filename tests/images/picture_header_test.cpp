#include "core/images/picture_header.h"
#include "tests/images/picture_bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace core {
namespace {

using namespace std::string_view_literals;

std::optional<PictureHeader> headerOf(const Bytes& bytes)
{
    ByteSource source(bytes);
    return readPictureHeader(source);
}

TEST(PictureHeader, TellsFormatAndSizeOfWhatEncodersWrite)
{
    for (const auto& [ending, format] : kFormats) {
        const auto header = headerOf(encoded(gradient(37, 21), ending));
        ASSERT_TRUE(header.has_value()) << ending;
        EXPECT_EQ(header->format, format) << ending;
        EXPECT_EQ(header->width, 37) << ending;
        EXPECT_EQ(header->height, 21) << ending;
        EXPECT_EQ(header->orientation, 1) << ending;
    }
}

TEST(PictureHeader, TellsTheSizeThatIsClaimedWithoutThePicture)
{
    for (const auto& [ending, format] : kFormats) {
        const auto header = headerOf(headerClaiming(format, 60'000, 50'000));
        ASSERT_TRUE(header.has_value()) << ending;
        EXPECT_EQ(header->width, 60'000) << ending;
        EXPECT_EQ(header->height, 50'000) << ending;
    }
}

TEST(PictureHeader, ReadsBothPlainKindsOfWebP)
{
    cv::Mat bgr(9, 300, CV_8UC3, cv::Scalar(10, 20, 30));
    Bytes lossless;
    cv::imencode(".webp", bgr, lossless, {cv::IMWRITE_WEBP_QUALITY, 101});
    Bytes lossy;
    cv::imencode(".webp", bgr, lossy, {cv::IMWRITE_WEBP_QUALITY, 50});
    ASSERT_EQ(lossless[15], 'L');
    ASSERT_EQ(lossy[15], ' ');
    for (const auto& bytes : {lossless, lossy}) {
        const auto header = headerOf(bytes);
        ASSERT_TRUE(header.has_value());
        EXPECT_EQ(header->width, 300);
        EXPECT_EQ(header->height, 9);
    }
}

TEST(PictureHeader, ReadsTheOrientationOfJpegPngAndWebP)
{
    EXPECT_EQ(headerOf(withOrientation(encoded(gradient(8, 8), ".jpg"), 6))->orientation, 6);
    EXPECT_EQ(headerOf(withOrientation(encoded(gradient(8, 8), ".jpg"), 9))->orientation, 1)
        << "there are eight";

    const auto exif = tiffOf({{274, 3, 1, 8}});
    auto png = headerClaiming(PictureFormat::Png, 8, 8);
    appendBig(png, static_cast<std::uint32_t>(exif.size()), 4);
    append(png, "eXIf"sv);
    png.insert(png.end(), exif.begin(), exif.end());
    appendBig(png, 0, 4);
    EXPECT_EQ(headerOf(png)->orientation, 8);

    auto webp = headerClaiming(PictureFormat::WebP, 8, 8);
    webp[20] = 8; // it says that it has EXIF
    append(webp, "EXIF"sv);
    appendLittle(webp, static_cast<std::uint32_t>(exif.size()), 4);
    webp.insert(webp.end(), exif.begin(), exif.end());
    EXPECT_EQ(headerOf(webp)->orientation, 8);
}

TEST(PictureHeader, ReadsBitmapsFromTheTopAndOfOs2)
{
    const auto fromTop =
        headerOf(headerClaiming(PictureFormat::Bmp, 5, static_cast<std::uint32_t>(-7)));
    ASSERT_TRUE(fromTop.has_value());
    EXPECT_EQ(fromTop->height, 7);
    Bytes os2;
    append(os2, "BM\0\0\0\0\0\0\0\0\x1A\0\0\0\x0C\0\0\0\x05\0\x07\0\x01\0\x18\0"sv);
    ASSERT_TRUE(headerOf(os2).has_value());
    EXPECT_EQ(headerOf(os2)->width, 5);
    EXPECT_EQ(headerOf(os2)->height, 7);
}

TEST(PictureHeader, IsNoneOfWhatIsNoPicture)
{
    for (const auto text : {""sv, "B"sv, "GIF88a"sv, "RIFF\0\0\0\0WAVE"sv, "<svg/>"sv, "%PDF-1.4"sv,
                            "\xFF\xD8"sv, "\x89PNG"sv, "II*"sv}) {
        Bytes bytes;
        append(bytes, text);
        ByteSource source(bytes);
        EXPECT_FALSE(formatOf(source).has_value()) << text;
        EXPECT_FALSE(readPictureHeader(source).has_value()) << text;
    }
}

TEST(PictureHeader, IsNoneWhereTheFileEndsBeforeTheSize)
{
    for (const auto& [ending, format] : kFormats) {
        if (format == PictureFormat::Tiff)
            continue; // what is missing of a directory reads as a size of zero
        auto bytes = headerClaiming(format, 5, 5);
        bytes.resize(std::min<std::size_t>(bytes.size() - 1, 24));
        if (format == PictureFormat::Jpeg)
            bytes.resize(10);
        EXPECT_FALSE(headerOf(bytes).has_value()) << ending;
    }
    EXPECT_EQ(headerOf(Bytes{'I', 'I', '*', 0, 8, 0, 0, 0})->width, 0);
}

} // namespace
} // namespace core
