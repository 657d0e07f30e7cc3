#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/study/import_collection.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string messageOf(const std::function<void()>& function)
{
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::size_t entriesOf(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(ImportCollection, MakesAProjectThatOpens)
{
    const SmallCollection small(10);
    const auto report = importCollection(small.request());
    EXPECT_EQ(report.images, 10U);
    EXPECT_EQ(report.rejectedCount, 0U);
    const auto project = openProject(small.request().project);
    EXPECT_EQ(project.collection->size(), 10U);
    EXPECT_EQ(project.collection->ids[3], "p3");
    EXPECT_TRUE(fs::exists(project.pictureOf(3)));
}

TEST(ImportCollection, KeepsWherePicturesAreWhateverFolderOneIsIn)
{
    const SmallCollection small(4);
    auto request = small.request();
    const auto there = request.images;
    request.images = fs::relative(there);
    ASSERT_TRUE(request.images.is_relative());
    importCollection(request);
    EXPECT_EQ(openProject(request.project).info.root, there);
}

TEST(ImportCollection, RefusesAProjectThatIsThere)
{
    const SmallCollection small(4);
    importCollection(small.request());
    EXPECT_THAT(messageOf([&] { importCollection(small.request()); }),
                HasSubstr("already there: choose another name"));
}

TEST(ImportCollection, LeavesNothingBehindWhenItFails)
{
    const SmallCollection small(4);
    auto request = small.request();
    request.roles.low = {"likes"};
    const auto before = entriesOf(small.folder());
    EXPECT_THAT(messageOf([&] { importCollection(request); }), HasSubstr("likes"));
    EXPECT_EQ(entriesOf(small.folder()), before);
}

TEST(ImportCollection, LeavesNothingBehindWhenItIsCancelled)
{
    const SmallCollection small(4);
    std::stop_source stop;
    stop.request_stop();
    const auto before = entriesOf(small.folder());
    EXPECT_THROW(importCollection(small.request(), stop.get_token()), Cancelled);
    EXPECT_EQ(entriesOf(small.folder()), before);
}

TEST(ImportCollection, ReplacesWhatAKilledImportLeft)
{
    const SmallCollection small(4);
    fs::create_directories(small.folder() / ".small.sensescope.unfinished");
    std::ofstream(small.folder() / ".small.sensescope.unfinished" / "catalogue.sqlite") << "half";
    EXPECT_EQ(importCollection(small.request()).images, 4U);
}

TEST(ImportCollection, ARejectedRowTakesItsFeatureRowWithIt)
{
    const SmallCollection small(6);
    fs::remove(small.picture(2));
    {
        std::ofstream features(small.folder() / "mine.csv");
        for (int i = 0; i < 6; ++i)
            features << i << ',' << 10 * i << '\n';
    }
    auto request = small.request();
    request.features = small.folder() / "mine.csv";
    const auto report = importCollection(request);
    ASSERT_EQ(report.images, 5U);
    ASSERT_EQ(report.rejected.size(), 1U);
    EXPECT_EQ(report.rejected[0].row, 4); // the header is line 1

    const auto project = openProject(request.project);
    ASSERT_EQ(project.featureSets.size(), 1U);
    EXPECT_EQ(project.featureSets[0].name, "mine");
    const auto store = FeatureStore::open(project.featureFile("mine"));
    ASSERT_EQ(store->rows(), 5U);
    const double scale = project.featureSets[0].scale;
    EXPECT_EQ(project.collection->ids[2], "p3");
    EXPECT_DOUBLE_EQ(static_cast<double>(static_cast<float>(store->row(2)[0])), 3.0 * scale);
}

TEST(ImportCollection, RefusesFeaturesOfAnotherNumberOfRows)
{
    const SmallCollection small(6);
    std::ofstream(small.folder() / "mine.csv") << "1,2\n3,4\n";
    auto request = small.request();
    request.features = small.folder() / "mine.csv";
    EXPECT_THAT(messageOf([&] { importCollection(request); }), HasSubstr("mine.csv"));
    EXPECT_FALSE(fs::exists(request.project));
}

TEST(ImportCollection, RefusesAPlaceThatCannotBeWritten)
{
    const SmallCollection small(4);
    auto request = small.request();
    request.project = small.table() / "below-a-file" / "x.sensescope";
    EXPECT_THAT(messageOf([&] { importCollection(request); }), HasSubstr("x.sensescope"));
}

TEST(ImportCollection, TellsOfPicturesThatNoRowNames)
{
    const SmallCollection small(10);
    const auto pictures = small.folder() / "pictures";
    fs::create_directories(pictures / "deeper");
    fs::create_directories(small.folder() / "others");
    for (const char* name : {"stray.png", "another.JPG", "notes.txt", ".hidden.png",
                             "deeper/unseen.png", "../others/unseen.png"})
        fs::copy_file(small.picture(3), pictures / name);
    fs::resize_file(small.picture(5), 0); // rejected, but a row names it
    const auto report = importCollection(small.request());
    EXPECT_EQ(report.images, 9U);
    EXPECT_EQ(report.rejectedCount, 1U);
    EXPECT_EQ(report.unmatchedCount, 2U);
    EXPECT_THAT(report.unmatched, ElementsAre("pictures/another.JPG", "pictures/stray.png"));
    const auto losses = Catalogue::open(small.request().project).importLosses(10);
    EXPECT_EQ(losses.rejected, 1U);
    EXPECT_EQ(losses.unmatched, 2U);
    ASSERT_THAT(losses.listed, SizeIs(3));
    EXPECT_THAT(losses.listed[2].reason, HasSubstr("the picture pictures/stray.png"));
}

TEST(ImportCollection, TellsOfNoneWithoutATable)
{
    const SmallCollection small(10);
    std::ofstream(small.folder() / "pictures" / "broken.png") << "no picture";
    auto request = small.request();
    request.table.reset();
    request.images = small.folder() / "pictures";
    request.roles = {};
    const auto report = importCollection(request);
    EXPECT_EQ(report.rejectedCount, 1U);
    EXPECT_EQ(report.unmatchedCount, 0U);
}

TEST(ImportCollection, KeepsRejectionsInTheProject)
{
    const SmallCollection small(4);
    std::ofstream(small.picture(1), std::ios::trunc) << "no picture";
    const auto report = importCollection(small.request());
    EXPECT_EQ(report.rejectedCount, 1U);
    EXPECT_THAT(report.rejected.at(0).reason, HasSubstr("1.png"));
    EXPECT_EQ(Catalogue::open(small.request().project).importLosses(0).rejected, 1U);
}

} // namespace
} // namespace core
