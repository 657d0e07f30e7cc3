#include "core/error.h"
#include "core/features/descriptor.h"
#include "core/random.h"
#include "tests/images/picture_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Level or upright stripes of some width in some two colours.
Bitmap stripes(std::uint64_t seed)
{
    Random random(seed);
    const bool upright = seed % 2 == 0;
    const int width = 4 + static_cast<int>(random.below(5));
    std::array<std::uint8_t, 6> colours{};
    for (auto& value : colours)
        value = static_cast<std::uint8_t>(random.below(256));
    Bitmap picture = blank(96, 96);
    for (std::size_t y = 0; y < 96; ++y) {
        for (std::size_t x = 0; x < 96; ++x) {
            const std::size_t stripe = (upright ? x : y) / static_cast<std::size_t>(width) % 2;
            for (std::size_t channel = 0; channel < 3; ++channel)
                picture.pixels[3 * (y * 96 + x) + channel] = colours.at(3 * stripe + channel);
        }
    }
    return picture;
}

std::vector<Bitmap> manyStripes()
{
    std::vector<Bitmap> pictures;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        pictures.push_back(stripes(seed));
    return pictures;
}

/// Learning takes a second: all tests share one.
const std::shared_ptr<const DescriptorModel>& learned()
{
    static const std::shared_ptr<const DescriptorModel> model =
        std::make_shared<DescriptorModel>(learnDescriptor(manyStripes(), 1));
    return model;
}

VectorF rowOf(const Extractor& extractor, const Bitmap& picture)
{
    std::vector<float> row(extractor.dimension());
    extractor.extract(picture, row);
    return Eigen::Map<VectorF>(row.data(), static_cast<Eigen::Index>(row.size()));
}

TEST(Descriptor, HasAValueLessThanThereWerePictures)
{
    EXPECT_EQ(makeDescriptor(learned())->dimension(), 39U);
    EXPECT_EQ(makeDescriptor(learned())->name(), "descriptor");
}

/// A nearest mean, whose pictures were not learned from.
TEST(Descriptor, TellsKindsOfPicturesApartWhateverTheirColours)
{
    const auto extractor = makeDescriptor(learned());
    std::array<VectorF, 2> means = {VectorF::Zero(39), VectorF::Zero(39)};
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        means.at(seed % 2) += rowOf(*extractor, stripes(seed)).normalized();
    int right = 0;
    for (std::uint64_t seed = 100; seed < 140; ++seed) {
        const VectorF row = rowOf(*extractor, stripes(seed));
        right += row.dot(means.at(seed % 2)) > row.dot(means.at(1 - seed % 2)) ? 1 : 0;
    }
    EXPECT_GE(right, 38);
}

TEST(Descriptor, IsTheSameForEveryLearning)
{
    const auto again = learnDescriptor(manyStripes(), 1);
    EXPECT_EQ(again.whitening.projection, learned()->whitening.projection);
}

TEST(Descriptor, TellsHowFarLearningHasCome)
{
    std::vector<std::size_t> done;
    learnDescriptor(manyStripes(), 1, {}, [&](const Progress& progress) {
        EXPECT_EQ(progress.stage, "Learning what pictures are made of");
        EXPECT_EQ(progress.total, 100U);
        done.push_back(progress.done);
    });
    EXPECT_TRUE(std::ranges::is_sorted(done));
    EXPECT_GT(done.size(), 20U);
    EXPECT_LT(done.front(), 5U);
    EXPECT_GE(done.back(), 80U);
    EXPECT_LT(done.back(), 100U); // what is left is whitening
}

TEST(Descriptor, NeedsTwoPictures)
{
    const std::vector<Bitmap> one = {stripes(1)};
    EXPECT_THROW(learnDescriptor(one, 1), std::invalid_argument);
}

TEST(Descriptor, OfPicturesThatAreAllAlikeIsFinite)
{
    const std::vector<Bitmap> alike(3, plain(40, 40, 128));
    const auto extractor =
        makeDescriptor(std::make_shared<DescriptorModel>(learnDescriptor(alike, 1)));
    EXPECT_TRUE(rowOf(*extractor, stripes(1)).allFinite());
}

TEST(Descriptor, RefusesARowOfAnotherLength)
{
    std::vector<float> row(38);
    EXPECT_THROW(makeDescriptor(learned())->extract(stripes(1), row), std::invalid_argument);
}

class DescriptorFile : public testing::Test {
protected:
    std::string write(const std::string& bytes) const
    {
        std::ofstream(file(), std::ios::binary) << bytes;
        try {
            readDescriptorModel(file());
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

    std::string written() const
    {
        writeDescriptorModel(*learned(), file());
        return readFile(file());
    }

    fs::path file() const { return folder / "descriptor.model"; }

    TemporaryFolder folder;
};

TEST_F(DescriptorFile, GivesTheSameDescriptorBack)
{
    written();
    const auto read =
        makeDescriptor(std::make_shared<DescriptorModel>(readDescriptorModel(file())));
    EXPECT_EQ(rowOf(*read, stripes(7)), rowOf(*makeDescriptor(learned()), stripes(7)));
}

TEST_F(DescriptorFile, IsRefusedWhereItIsMissingCutOrLonger)
{
    EXPECT_THROW(readDescriptorModel(file()), Error);
    const auto bytes = written();
    for (const std::size_t length : {std::size_t{0}, std::size_t{7}, std::size_t{12},
                                     std::size_t{40}, bytes.size() / 2, bytes.size() - 1})
        EXPECT_THAT(write(bytes.substr(0, length)), HasSubstr("descriptor.model")) << length;
    EXPECT_THAT(write(bytes + "x"), HasSubstr("delete it and extract features again"));
}

TEST_F(DescriptorFile, IsRefusedWhereItsSizesAreNotToBeBelieved)
{
    const auto bytes = written();
    for (std::size_t at = 8; at < 32; at += 4) { // counts, sides, strides, cells, atoms
        for (const char* size : {"\xff\xff\xff\xff", "\xff\xff\x00\x00"}) {
            auto wrong = bytes;
            wrong.replace(at, 4, size, 4);
            EXPECT_THAT(write(wrong), HasSubstr("descriptor.model")) << "at " << at;
        }
    }
}

TEST_F(DescriptorFile, IsRefusedWhereAValueIsNoNumber)
{
    auto bytes = written();
    bytes.replace(bytes.size() - 4, 4, "\x00\x00\xc0\x7f", 4);
    EXPECT_THAT(write(bytes), HasSubstr("descriptor.model"));
}

} // namespace
} // namespace core
