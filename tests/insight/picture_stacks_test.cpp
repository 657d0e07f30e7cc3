#include "core/insight/picture_stacks.h"

#include <gmock/gmock.h>

namespace core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Pictures of different numbers are far apart, those of one number are the same.
Fingerprint picture(unsigned number)
{
    return {.structure = (std::uint64_t{0x9E3779B97F4A7C15} * (number + 1)) | 1U, .colours = {}};
}

std::vector<Fingerprint> pictures(std::initializer_list<unsigned> numbers)
{
    std::vector<Fingerprint> ranked;
    for (const auto number : numbers)
        ranked.push_back(picture(number));
    return ranked;
}

TEST(StackPictures, StandsAtTheBestOfEachKind)
{
    EXPECT_THAT(stackPictures(pictures({1, 2, 1, 3, 1, 2}), 10),
                ElementsAre(PictureStack{0, 2}, PictureStack{1, 1}, PictureStack{3, 0}));
}

TEST(StackPictures, ReadsNoFurtherThanAStackTooMany)
{
    EXPECT_THAT(stackPictures(pictures({1, 2, 1, 3, 1, 2}), 2),
                ElementsAre(PictureStack{0, 1}, PictureStack{1, 0}))
        << "what lies below the first picture that is left out is not counted";
    EXPECT_THAT(stackPictures(pictures({1, 1, 1}), 1), ElementsAre(PictureStack{0, 2}));
    EXPECT_THAT(stackPictures(pictures({1, 2}), 0), IsEmpty());
    EXPECT_THAT(stackPictures({}, 5), IsEmpty());
}

TEST(StackPictures, LeavesUnknownPicturesAlone)
{
    const std::vector<Fingerprint> unknown(4);
    EXPECT_THAT(stackPictures(unknown, 10), SizeIs(4));
}

TEST(StackPictures, GoesByTheBestPictureOfAStack)
{
    // Each differs from the one before by 8 bits, from the one before that by 16.
    const auto left = picture(1);
    auto middle = left;
    middle.structure ^= 0xFF00U;
    auto right = middle;
    right.structure ^= 0xFF0000U;
    ASSERT_TRUE(nearIdentical(left, middle));
    ASSERT_TRUE(nearIdentical(middle, right));
    ASSERT_FALSE(nearIdentical(left, right));
    EXPECT_THAT(stackPictures(std::vector{left, middle, right}, 9),
                ElementsAre(PictureStack{0, 1}, PictureStack{2, 0}));
    EXPECT_THAT(stackPictures(std::vector{middle, left, right}, 9),
                ElementsAre(PictureStack{0, 2}));
}

} // namespace
} // namespace core
