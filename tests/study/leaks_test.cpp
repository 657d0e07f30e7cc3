#include "core/random.h"
#include "core/study/documents.h"
#include "core/study/fingerprints.h"
#include "core/study/leaks.h"
#include "tests/study/small_collection.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace core {
namespace {

constexpr auto kTrain = Split::Train;
constexpr auto kValidation = Split::Validation;
constexpr auto kTest = Split::Test;

/// A picture that has nothing in common with one of another seed.
Bitmap patches(std::uint64_t seed)
{
    Random random(seed);
    Bitmap coarse{.width = 6, .height = 6, .pixels = {}};
    for (int i = 0; i < 6 * 6 * 3; ++i)
        coarse.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
    return stretched(coarse, 96, 96);
}

TEST(Leaks, AreCountedOnTheLaterOfTwoSides)
{
    std::vector<Fingerprint> prints;
    for (std::uint64_t seed = 0; seed < 8; ++seed)
        prints.push_back(fingerprintOf(patches(seed)));
    const Splits splits{kTrain, kTrain,       kValidation, kTest,
                        kTest,  std::nullopt, kValidation, kTest};
    EXPECT_EQ(findLeaks(prints, splits), Leaks());
    prints[1] = prints[0]; // twins on one side
    prints[5] = prints[0]; // on no side
    EXPECT_EQ(findLeaks(prints, splits), Leaks());
    prints[2] = prints[0];
    EXPECT_EQ(findLeaks(prints, splits), (Leaks{.validation = 1, .test = 0}));
    prints[3] = prints[6]; // of validation, which chooses the epoch that is kept
    prints[4] = prints[1];
    EXPECT_EQ(findLeaks(prints, splits), (Leaks{.validation = 1, .test = 2}));
    prints[4] = {};
    EXPECT_EQ(findLeaks(prints, splits), (Leaks{.validation = 1, .test = 1}));
}

TEST(Leaks, ThatArePlantedAreFoundCountedAndKeptWithTheRun)
{
    const SmallCollection small;
    const auto splits = randomSplit(80, 1);
    std::vector<int> trained;
    std::vector<int> tested;
    for (int i = 0; i < small.images(); ++i) {
        writePng(small.picture(i), patches(static_cast<std::uint64_t>(i)));
        if (splits[static_cast<std::size_t>(i)] == kTrain)
            trained.push_back(i);
        if (splits[static_cast<std::size_t>(i)] == kTest)
            tested.push_back(i);
    }
    // Three test pictures are training pictures again: smaller, cropped by a pixel, as it was.
    const auto first = decodePicture(small.picture(trained[0]));
    writePng(small.picture(tested[0]), stretched(first, 70, 70));
    const auto second = decodePicture(small.picture(trained[1]));
    writePng(small.picture(tested[1]), centredSquare(second, 95));
    writePng(small.picture(tested[2]), decodePicture(small.picture(trained[2])));

    const auto project = small.extracted();
    const auto run = trainRun(project, SmallCollection::quick("leaky"));
    EXPECT_EQ(run.info.leaks, (Leaks{.validation = 0, .test = 3}));
    EXPECT_EQ(loadRun(project, "leaky").info.leaks, run.info.leaks);
    EXPECT_EQ(trainingDocument(run)["leaks"], 3);
}

TEST(Leaks, AreLookedForInTheThumbnailsWhereNothingIsKept)
{
    const SmallCollection small;
    for (int i = 0; i < small.images(); ++i)
        writePng(small.picture(i), patches(static_cast<std::uint64_t>(i / 2)));
    const auto project = small.extracted();
    const auto kept = fingerprintsOf(project);
    const auto splits = splitBy(SplitRule::Random, *project.collection, 1);
    const auto found = findLeaks(project, splits);
    ASSERT_TRUE(found.has_value());
    EXPECT_GT(found->total(), 10U);
    std::filesystem::remove_all(project.thumbnailFolder());
    EXPECT_EQ(findLeaks(project, splits), found);
    const auto again = fingerprintsOf(project);
    for (std::size_t i = 0; i < kept.size(); ++i)
        EXPECT_TRUE(nearIdentical(kept[i], again[i])) << i;
}

TEST(Leaks, AreToldOfSomeImagesAsOfAll)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const std::vector<ImageKey> some{7, 8, 3, 79, 3};
    const auto all = fingerprintsOf(project);
    const auto file = project.thumbnailFolder() / "fingerprints";
    const auto aside = small.folder() / "fingerprints";
    std::filesystem::rename(file, aside);
    const auto made = fingerprintsOf(project, some);
    std::filesystem::remove_all(project.thumbnailFolder()); // so that none can be made again
    std::filesystem::remove_all(small.folder() / "pictures");
    std::filesystem::create_directories(project.thumbnailFolder());
    std::filesystem::rename(aside, file);
    const auto kept = fingerprintsOf(project, some);
    ASSERT_EQ(kept.size(), some.size());
    ASSERT_EQ(made.size(), some.size());
    for (std::size_t i = 0; i < some.size(); ++i) {
        EXPECT_EQ(kept[i], all[static_cast<std::size_t>(some[i])]);
        EXPECT_TRUE(nearIdentical(made[i], kept[i])) << i;
    }
}

TEST(Leaks, TakeADamagedFileForNone)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const auto kept = fingerprintsOf(project);
    std::filesystem::resize_file(project.thumbnailFolder() / "fingerprints", 100);
    EXPECT_EQ(fingerprintsOf(project).size(), kept.size());
    EXPECT_TRUE(fingerprintsOf(project).front().known());
}

TEST(Leaks, AreNotKnownWithoutPictures)
{
    Project project;
    auto collection = std::make_shared<Collection>();
    collection->ids = {"a", "b"};
    collection->paths = {"", ""};
    project.collection = collection;
    EXPECT_EQ(findLeaks(project, Splits{kTrain, kTest}), std::nullopt);
}

} // namespace
} // namespace core
