#include "core/error.h"
#include "core/insight/occlusion.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace core {
namespace {

using testing::Each;
using testing::SizeIs;

constexpr int kCells = 4; ///< along a side

/// The mean red of each of 4 × 4 cells, in [0, 1].
class CellMeans final : public Extractor {
public:
    std::string name() const override { return "cells"; }
    std::size_t dimension() const override { return std::size_t{kCells} * kCells; }
    int leastSide() const override { return kCells; }
    void extract(const Bitmap& picture, std::span<float> row) const override
    {
        const auto small = stretched(picture, kCells, kCells);
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = static_cast<float>(small.pixels[3 * i]) / 255.0F;
    }
};

Bitmap black(int width, int height)
{
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    return {.width = width, .height = height, .pixels = std::vector<std::uint8_t>(bytes, 0)};
}

/// All black but for the cell in that column and row, which is white.
Bitmap withCell(int side, int column, int row)
{
    auto picture = black(side, side);
    const int cell = side / kCells;
    for (int y = row * cell; y < (row + 1) * cell; ++y) {
        const auto at = static_cast<std::ptrdiff_t>(y * side + column * cell) * 3;
        std::fill_n(picture.pixels.begin() + at, cell * 3, std::uint8_t{255});
    }
    return picture;
}

/// +1 looks at the cell at `wanted`, +2 at all cells alike, -1 at none.
SenseModel modelLookingAt(int wanted)
{
    constexpr int kDimension = kCells * kCells;
    SenseModel model;
    model.popular = MatrixF::Zero(2, kDimension);
    model.popular(0, wanted) = 1.0F;
    model.popular.row(1).setConstant(0.1F);
    model.unpopular = MatrixF::Zero(1, kDimension);
    model.mean = VectorF::Constant(kDimension, 0.25F);
    return model;
}

OcclusionMap mapOf(const Bitmap& picture, const OcclusionOptions& options, int wanted = 6)
{
    return occlusionMap(picture, {CellMeans(), 1.0F, modelLookingAt(wanted)}, options);
}

TEST(OcclusionMap, IsHighestWhereTheSenseLooks)
{
    const int column = 2;
    const int row = 1;
    const auto map = mapOf(withCell(64, column, row), {.places = 4, .patchShare = 0.25});
    ASSERT_EQ(map.columns, 4);
    ASSERT_EQ(map.rows, 4);
    const auto change = map.change({Polarity::Popular, 0});
    ASSERT_THAT(change, SizeIs(16));
    const auto highest = std::ranges::max_element(change) - change.begin();
    EXPECT_EQ(highest, row * 4 + column);
    EXPECT_GT(change[static_cast<std::size_t>(highest)], 0.1F);
    EXPECT_THAT(map.change({Polarity::Unpopular, 0}), Each(0.0F));
}

TEST(OcclusionMap, IsThatOfPatchesLaidByHand)
{
    const auto picture = withCell(64, 0, 3);
    const auto model = modelLookingAt(12);
    const auto map =
        occlusionMap(picture, {CellMeans(), 1.0F, model}, {.places = 4, .patchShare = 0.5});
    // Centred in the cell of the second column of the last row: 24 ± 16 across, 56 ± 16 down.
    auto patched = picture;
    for (int y = 40; y < 64; ++y) {
        for (int x = 8; x < 40; ++x)
            std::fill_n(patched.pixels.begin() + std::ptrdiff_t{3} * (y * 64 + x), 3,
                        std::uint8_t{128});
    }
    const auto unpatchable =
        occlusionMap(patched, {CellMeans(), 1.0F, model}, {.places = 1, .patchShare = 1e-9});
    const auto place = 3 * 4 + 1;
    for (int s = 0; s < 2; ++s)
        EXPECT_FLOAT_EQ(map.covered.popular(place, s), unpatchable.whole.popular(0, s));
    EXPECT_NE(map.covered.popular(place, 0), map.whole.popular(0, 0));
}

TEST(OcclusionMap, OfAGreyPictureIsFlat)
{
    auto grey = black(40, 40);
    std::ranges::fill(grey.pixels, std::uint8_t{128});
    const auto map = mapOf(grey, {.places = 5});
    EXPECT_THAT(map.change({Polarity::Popular, 0}), Each(0.0F));
    EXPECT_THAT(map.change({Polarity::Popular, 1}), Each(0.0F));
}

TEST(OcclusionMap, KeepsTheProportionsOfThePicture)
{
    const auto wide = mapOf(black(90, 30), {.places = 12});
    EXPECT_EQ(wide.columns, 12);
    EXPECT_EQ(wide.rows, 4);
    const auto strip = mapOf(black(8, 900), {.places = 6});
    EXPECT_EQ(strip.columns, 1);
    EXPECT_EQ(strip.rows, 6);
    EXPECT_EQ(mapOf(black(4, 4), {.places = 12}).covered.rows(), 144) << "more places than pixels";
}

TEST(OcclusionMap, IsTheSameOnAnyNumberOfThreads)
{
    const auto picture = withCell(64, 1, 1);
    const auto one = mapOf(picture, {.places = 9, .threads = 1});
    const auto three = mapOf(picture, {.places = 9, .threads = 3});
    EXPECT_EQ(one.covered.popular, three.covered.popular);
    EXPECT_EQ(one.whole.popular, three.whole.popular);
}

TEST(OcclusionMap, IsRefusedWhereItMeansNothing)
{
    const auto picture = withCell(16, 0, 0);
    EXPECT_THROW(mapOf({}, {}), std::invalid_argument);
    EXPECT_THROW(mapOf(picture, {.places = 0}), std::invalid_argument);
    EXPECT_THROW(mapOf(picture, {.patchShare = 0.0}), std::invalid_argument);
    EXPECT_THROW(mapOf(picture, {.patchShare = 1.5}), std::invalid_argument);
    EXPECT_THROW(mapOf(picture, {}).change({Polarity::Popular, 2}), std::invalid_argument);
    auto other = modelLookingAt(0);
    other.mean = VectorF::Zero(3);
    EXPECT_THROW(occlusionMap(picture, {CellMeans(), 1.0F, other}), std::invalid_argument);
    EXPECT_THROW(occlusionMap(picture, {CellMeans(), 1e6F, modelLookingAt(0)}), Error)
        << "65504 is the largest float16";
}

TEST(OcclusionMap, CanBeCancelledAndTellsHowFarItIs)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(occlusionMap(withCell(16, 0, 0), {CellMeans(), 1.0F, modelLookingAt(0)}, {},
                              source.get_token()),
                 Cancelled);
    std::size_t total = 0;
    std::size_t done = 0;
    occlusionMap(withCell(16, 0, 0), {CellMeans(), 1.0F, modelLookingAt(0)}, {.places = 3}, {},
                 [&](const Progress& progress) {
                     total = progress.total;
                     done = progress.done;
                 });
    EXPECT_EQ(total, 10U);
    EXPECT_EQ(done, 10U);
}

} // namespace
} // namespace core
