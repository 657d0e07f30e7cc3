#include "core/images/bitmap.h"
#include "tests/images/picture_bytes.h"

#include <gmock/gmock.h>

#include <stdexcept>

namespace core {
namespace {

using testing::Each;
using testing::ElementsAre;

TEST(Bitmap, ShrinksByTheMeanOfAreas)
{
    const Bitmap picture{
        .width = 2, .height = 2, .pixels = {0, 0, 0, 100, 0, 0, 0, 40, 0, 60, 0, 8}};
    EXPECT_THAT(stretched(picture, 1, 1).pixels, ElementsAre(40, 10, 2));
}

TEST(Bitmap, GivesARowByItsNumber)
{
    const Bitmap picture{.width = 1, .height = 2, .pixels = {1, 2, 3, 4, 5, 6}};
    EXPECT_THAT(picture.row(1), ElementsAre(4, 5, 6));
}

TEST(Bitmap, CutsTheSquareFromTheMiddle)
{
    // White but for a grey square in the middle, lying and standing.
    for (const auto& [width, height] : {std::pair(12, 4), std::pair(4, 12)}) {
        Bitmap picture = plain(width, height, 255);
        cv::Mat view = writableViewOf(picture);
        view(cv::Rect((width - 4) / 2, (height - 4) / 2, 4, 4)) = cv::Scalar::all(90);
        const auto square = centredSquare(picture, 8);
        EXPECT_EQ(square.width, 8);
        EXPECT_EQ(square.height, 8);
        EXPECT_THAT(square.pixels, Each(90));
    }
}

TEST(Bitmap, FitsTheLongerSideAndKeepsProportions)
{
    const auto lying = fitted(gradient(400, 100), 40);
    EXPECT_EQ(lying.width, 40);
    EXPECT_EQ(lying.height, 10);
    const auto thin = fitted(gradient(1, 1000), 10);
    EXPECT_EQ(thin.width, 1) << "no side vanishes";
    EXPECT_EQ(thin.height, 10);
    const auto small = gradient(30, 20);
    EXPECT_EQ(fitted(small, 256).pixels, small.pixels) << "none is enlarged";
}

TEST(Bitmap, RefusesWhatIsNoPictureAndNoSize)
{
    const auto picture = gradient(4, 4);
    EXPECT_THROW(stretched({}, 4, 4), std::invalid_argument);
    EXPECT_THROW(centredSquare({.width = 2, .height = 2, .pixels = {1, 2, 3}}, 4),
                 std::invalid_argument);
    EXPECT_THROW(stretched(picture, 0, 4), std::invalid_argument);
    EXPECT_THROW(centredSquare(picture, -1), std::invalid_argument);
    EXPECT_THROW(fitted(picture, 0), std::invalid_argument);
}

} // namespace
} // namespace core
