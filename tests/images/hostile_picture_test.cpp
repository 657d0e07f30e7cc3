#include "core/error.h"
#include "core/images/decoder.h"
#include "core/images/picture_completeness.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"

#include <gtest/gtest.h>

#include <optional>

namespace core {
namespace {

constexpr DecodeLimits kSmall{.maxPixels = 1'000'000, .maxFileBytes = 1U << 20U};

/// nullopt where the bytes are refused; whatever else happens is a failure.
std::optional<Bitmap> decoded(const Bytes& bytes)
{
    for (const auto& [ending, format] : kFormats)
        reachesItsEnd(format, bytes); // also asked of what is another format
    try {
        auto picture = decodeBytes(bytes, "hostile", 0, kSmall);
        EXPECT_EQ(picture.pixels.size(),
                  std::size_t{3} * static_cast<std::size_t>(picture.width * picture.height));
        return picture;
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).substr(0, 8), "hostile ");
        return std::nullopt;
    }
}

Bytes replaced(Bytes bytes, std::size_t at, std::uint32_t number, bool bigEndian)
{
    Bytes digits;
    if (bigEndian)
        appendBig(digits, number, 4);
    else
        appendLittle(digits, number, 4);
    std::copy(digits.begin(), digits.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
    return bytes;
}

TEST(HostilePicture, APrefixIsRefusedOrGivesTheWholePicture)
{
    for (const auto& [ending, format] : kFormats) {
        const auto bytes = encoded(gradient(24, 16), ending);
        const auto whole = decoded(bytes);
        ASSERT_TRUE(whole.has_value()) << ending;
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            const auto part =
                decoded(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)));
            ASSERT_TRUE(!part || part->pixels == whole->pixels) << ending << " of " << length;
            ASSERT_TRUE(!part || length >= bytes.size() / 2) << ending << " of " << length;
        }
    }
}

TEST(HostilePicture, ExtremeNumbersAnywhereInTheHeaderAreNoDanger)
{
    for (const auto& [ending, format] : kFormats) {
        const auto bytes = encoded(gradient(24, 16), ending);
        for (std::size_t at = 0; at + 4 <= std::min<std::size_t>(bytes.size(), 160); ++at) {
            // −12 and −8 as lengths of a chunk lead back to where it began.
            for (const auto number : {0U, 0xFFFFFFFFU, 0xFFFFFFF4U, 0xFFFFFFF8U, 0x7FFFFFFFU}) {
                decoded(replaced(bytes, at, number, false));
                decoded(replaced(bytes, at, number, true));
            }
        }
    }
}

TEST(HostilePicture, BytesChangedAtRandomAreNoDanger)
{
    Random random(1);
    for (const auto& [ending, format] : kFormats) {
        const auto bytes = withOrientation(encoded(gradient(24, 16), ending), 6);
        const auto plainBytes = encoded(gradient(24, 16), ending);
        for (int trial = 0; trial < 600; ++trial) {
            auto changed =
                changedAtRandom(format == PictureFormat::Jpeg ? bytes : plainBytes, random, 6);
            changed.resize(changed.size() - random.below(2) * random.below(changed.size()));
            decoded(changed);
        }
    }
}

TEST(HostilePicture, NoiseBehindEveryMagicNumberIsNoDanger)
{
    Random random(2);
    for (const auto& [ending, format] : kFormats) {
        for (int trial = 0; trial < 200; ++trial) {
            auto bytes = headerClaiming(format, 1 + static_cast<std::uint32_t>(random.below(40)),
                                        1 + static_cast<std::uint32_t>(random.below(40)));
            for (auto more = random.below(300); more > 0; --more)
                bytes.push_back(static_cast<std::uint8_t>(random.below(256)));
            decoded(bytes);
        }
    }
}

} // namespace
} // namespace core
