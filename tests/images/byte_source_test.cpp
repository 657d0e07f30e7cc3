#include "core/images/byte_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string_view>

namespace core {
namespace {

constexpr std::uint64_t kFarthest = std::numeric_limits<std::uint64_t>::max();

TEST(ByteSource, ReadsNumbersInBothOrders)
{
    const std::vector<std::uint8_t> bytes{0x12, 0x34, 0x56, 0x78};
    ByteSource source(bytes);
    EXPECT_EQ(source.big16(0), 0x1234U);
    EXPECT_EQ(source.little16(0), 0x3412U);
    EXPECT_EQ(source.big32(0), 0x12345678U);
    EXPECT_EQ(source.little32(0), 0x78563412U);
}

TEST(ByteSource, ReadsZeroBeyondTheEnd)
{
    const std::vector<std::uint8_t> bytes{0xAB, 0xCD};
    ByteSource source(bytes);
    EXPECT_EQ(source.big32(0), 0xABCD0000U);
    EXPECT_EQ(source.byte(2), 0);
    EXPECT_EQ(source.byte(kFarthest), 0);
    EXPECT_EQ(source.big16(kFarthest - 8), 0U);
}

TEST(ByteSource, KnowsWhatIsThereAlsoWhereTheSumOverflows)
{
    const std::vector<std::uint8_t> bytes(10);
    const ByteSource source(bytes);
    EXPECT_TRUE(source.has(0, 10));
    EXPECT_TRUE(source.has(10, 0));
    EXPECT_FALSE(source.has(1, 10));
    EXPECT_FALSE(source.has(11, 0));
    EXPECT_FALSE(source.has(5, kFarthest));
    EXPECT_FALSE(source.has(kFarthest, 5));
}

TEST(ByteSource, ReadsTheSameHoweverItIsJumpedAbout)
{
    std::vector<std::uint8_t> bytes(20'000);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
    ByteSource source(bytes);
    for (std::uint64_t i = 0, at = 0; i < 5000; ++i, at = (at + 7919) % bytes.size())
        ASSERT_EQ(source.byte(at), bytes[at]) << at;
}

TEST(ByteSource, NeverAsksForMoreThanThereIs)
{
    std::uint64_t farthest = 0;
    ByteSource source(5000, [&](std::uint64_t offset, std::span<std::uint8_t> out) {
        farthest = std::max(farthest, offset + out.size());
        std::fill(out.begin(), out.end(), std::uint8_t{1});
    });
    for (std::uint64_t at = 0; at < 6000; at += 3)
        EXPECT_EQ(source.byte(at), at < 5000 ? 1 : 0);
    EXPECT_EQ(farthest, 5000U);
}

TEST(ByteSource, FindsTextOnlyWhereAllOfItIs)
{
    const std::vector<std::uint8_t> bytes{'R', 'I', 'F', 'F'};
    ByteSource source(bytes);
    EXPECT_TRUE(source.startsWith(0, "RIFF"));
    EXPECT_TRUE(source.startsWith(2, "FF"));
    EXPECT_FALSE(source.startsWith(2, "FFF"));
    EXPECT_FALSE(source.startsWith(4, std::string_view("\0", 1)));
}

} // namespace
} // namespace core
