#include "core/images/tiff_directory.h"
#include "tests/images/picture_bytes.h"

#include <gtest/gtest.h>

namespace core {
namespace {

using namespace std::string_view_literals;

TEST(TiffDirectory, FindsShortAndLongValues)
{
    const auto bytes = tiffOf({{256, 3, 1, 640}, {257, 4, 1, 100'000}});
    ByteSource source(bytes);
    const auto directory = TiffDirectory::at(source, 0);
    ASSERT_TRUE(directory.has_value());
    EXPECT_EQ(directory->first(256, 0), 640U);
    EXPECT_EQ(directory->first(257, 0), 100'000U);
    EXPECT_EQ(directory->first(258, 8), 8U) << "there is no such entry";
}

TEST(TiffDirectory, ReadsBigEndianFromTheMiddleOfAFile)
{
    Bytes bytes;
    append(bytes, "......MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"sv);
    ByteSource source(bytes);
    const auto directory = TiffDirectory::at(source, 6);
    ASSERT_TRUE(directory.has_value());
    EXPECT_EQ(directory->first(274, 1), 6U);
    EXPECT_FALSE(TiffDirectory::at(source, 0).has_value());
}

TEST(TiffDirectory, ReadsListsWhereTheirOffsetPoints)
{
    auto bytes = tiffOf({{273, 4, 3, 26}});
    ASSERT_EQ(bytes.size(), 26U);
    for (const std::uint32_t value : {7U, 70'000U, 9U})
        appendLittle(bytes, value, 4);
    ByteSource source(bytes);
    const auto directory = TiffDirectory::at(source, 0);
    const auto entry = directory->find(273);
    ASSERT_TRUE(entry.has_value());
    EXPECT_EQ(entry->count, 3U);
    EXPECT_EQ(directory->value(*entry, 1), 70'000U);
    EXPECT_EQ(directory->value(*entry, 2), 9U);
}

TEST(TiffDirectory, ReadsZerosWhereAnOffsetLeadsOutOfTheFile)
{
    const auto bytes = tiffOf({{273, 4, 0xFFFFFFFF, 0xFFFFFFF0}, {256, 3, 0, 5}});
    ByteSource source(bytes);
    const auto directory = TiffDirectory::at(source, 0);
    const auto entry = directory->find(273);
    ASSERT_TRUE(entry.has_value());
    EXPECT_EQ(directory->value(*entry, 0xFFFFFFFE), 0U);
    EXPECT_EQ(directory->first(256, 3), 3U) << "an entry without values";
}

TEST(TiffDirectory, HasNoEntryOfAnotherType)
{
    constexpr std::uint32_t kText = 2;
    const auto bytes = tiffOf({{256, kText, 4, 640}});
    ByteSource source(bytes);
    EXPECT_FALSE(TiffDirectory::at(source, 0)->find(256).has_value());
}

TEST(TiffDirectory, IsEmptyWhereTheFileEndsBeforeIt)
{
    Bytes bytes;
    append(bytes, "II*\0\xF0\xFF\xFF\xFF"sv);
    ByteSource source(bytes);
    ASSERT_TRUE(TiffDirectory::at(source, 0).has_value());
    EXPECT_FALSE(TiffDirectory::at(source, 0)->find(256).has_value());
}

} // namespace
} // namespace core
