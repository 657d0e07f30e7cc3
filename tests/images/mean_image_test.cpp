#include "core/error.h"
#include "core/images/mean_image.h"
#include "core/progress.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"

#include <gmock/gmock.h>

#include <atomic>
#include <stdexcept>

namespace core {
namespace {

using testing::Each;

TEST(MeanImage, OfBlackAndWhiteIsHalfTheLight)
{
    // Half of linear light is sRGB 1.055 · 0.5^(1/2.4) − 0.055 = 0.7354 = 187.5/255, not 127.5.
    const auto mean = meanOf(2, [](std::size_t i) { return plain(50, 50, i == 0 ? 0 : 255); });
    EXPECT_EQ(mean.used, 2U);
    EXPECT_EQ(mean.picture.width, kMeanImageSide);
    EXPECT_EQ(mean.picture.height, kMeanImageSide);
    EXPECT_THAT(mean.picture.pixels, Each(188));
}

TEST(MeanImage, OfOnePictureIsThatPicture)
{
    auto picture = gradient(kMeanImageSide, kMeanImageSide); // every level of red and green
    EXPECT_EQ(meanOf(3, [&](std::size_t) { return picture; }).picture.pixels, picture.pixels);
}

TEST(MeanImage, DoesNotDependOnTheThreads)
{
    std::vector<Bitmap> pictures;
    Random random(3);
    for (int i = 0; i < 24; ++i) {
        pictures.push_back(blank(40 + i, 50 - i));
        for (auto& value : pictures.back().pixels)
            value = static_cast<std::uint8_t>(random.below(256));
    }
    const auto decode = [&](std::size_t i) { return pictures[i]; };
    const auto one = meanOf(pictures.size(), decode, {}, {}, 1);
    for (const int threads : {2, 3, 8})
        EXPECT_EQ(meanOf(pictures.size(), decode, {}, {}, threads).picture.pixels,
                  one.picture.pixels);
}

TEST(MeanImage, SkipsAndCountsWhatCannotBeRead)
{
    const auto mean = meanOf(9, [](std::size_t i) {
        if (i % 3 == 0)
            throw Error("missing");
        return i % 3 == 1 ? plain(8, 8, 100) : Bitmap{};
    });
    EXPECT_EQ(mean.used, 3U);
    EXPECT_EQ(mean.skipped, 6U);
    EXPECT_THAT(mean.picture.pixels, Each(100));
}

TEST(MeanImage, OfNothingIsEmpty)
{
    EXPECT_TRUE(meanOf(0, [](std::size_t) { return plain(8, 8, 1); }).picture.empty());
    const auto mean = meanOf(2, [](std::size_t) -> Bitmap { throw Error("missing"); });
    EXPECT_TRUE(mean.picture.empty());
    EXPECT_EQ(mean.skipped, 2U);
}

TEST(MeanImage, TellsItsProgressToTheEnd)
{
    std::atomic<std::size_t> last{0};
    meanOf(
        20, [](std::size_t) { return plain(8, 8, 1); }, {}, [&](std::size_t done) { last = done; },
        2);
    EXPECT_EQ(last, 20U);
}

TEST(MeanImage, EndsWhenStopped)
{
    std::stop_source stop;
    std::atomic<int> decoded{0};
    const auto decode = [&](std::size_t) {
        ++decoded;
        stop.request_stop();
        return plain(8, 8, 1);
    };
    EXPECT_THROW(meanOf(100'000, decode, stop.get_token(), {}, 2), Cancelled);
    EXPECT_LE(decoded, 2);
}

TEST(MeanImage, PassesOnWhatIsNoFaultOfAPicture)
{
    const auto decode = [](std::size_t i) {
        if (i == 5)
            throw std::logic_error("a mistake of ours");
        return plain(8, 8, 1);
    };
    EXPECT_THROW(meanOf(10, decode, {}, {}, 1), std::logic_error);
    EXPECT_THROW(meanOf(10, decode, {}, {}, 3), std::logic_error);
}

} // namespace
} // namespace core
