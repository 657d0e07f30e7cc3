#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/study/extract_features.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

void cutShort(const fs::path& file)
{
    fs::resize_file(file, fs::file_size(file) / 2);
}

TEST(ExtractFeatures, GivesEveryPictureARow)
{
    const SmallCollection small(12);
    const auto project = small.extracted();
    ASSERT_EQ(project.featureSets.size(), 1U);
    EXPECT_TRUE(project.featureSets[0].missing.empty());
    const auto store = FeatureStore::open(project.featureFile("plain"));
    ASSERT_EQ(store->rows(), 12U);
    for (std::size_t i = 0; i < store->rows(); ++i)
        EXPECT_TRUE(std::any_of(store->row(i), store->row(i) + store->columns(),
                                [](Half value) { return value != Half(0.0F); }))
            << "row " << i;
}

TEST(ExtractFeatures, DoesNotDependOnTheOrderOfItsThreads)
{
    const SmallCollection small(12);
    const auto project = small.extracted();
    const auto before = bytesOf(project.featureFile("plain"));
    extractFeatures(project, *makePlainDescriptor());
    EXPECT_EQ(before, bytesOf(project.featureFile("plain")));
}

TEST(ExtractFeatures, MarksAPictureThatIsCutShort)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    cutShort(small.picture(5));
    const auto report = extractFeatures(project, *makePlainDescriptor());
    EXPECT_EQ(report.images, 11U);
    ASSERT_EQ(report.broken.size(), 1U);
    EXPECT_THAT(report.broken[0].reason, HasSubstr("5.png"));

    const auto opened = openProject(project.folder);
    EXPECT_THAT(opened.featureSets.at(0).missing, ElementsAre(5));
    EXPECT_THAT(opened.collection->broken[5], HasSubstr("5.png"));
    EXPECT_TRUE(opened.collection->broken[4].empty());
}

TEST(ExtractFeatures, UnmarksAPictureThatWasMended)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    cutShort(small.picture(5));
    extractFeatures(project, *makePlainDescriptor());
    fs::copy_file(small.picture(7), small.picture(5), fs::copy_options::overwrite_existing);
    extractFeatures(openProject(project.folder), *makePlainDescriptor());
    const auto opened = openProject(project.folder);
    EXPECT_TRUE(opened.collection->broken[5].empty());
    EXPECT_TRUE(opened.featureSets.at(0).missing.empty());
}

TEST(ExtractFeatures, RefusesWhereNoPictureCanBeRead)
{
    const SmallCollection small(4);
    const auto project = small.imported();
    for (int i = 0; i < small.images(); ++i)
        cutShort(small.picture(i));
    EXPECT_THROW(extractFeatures(project, *makePlainDescriptor()), Error);
    EXPECT_TRUE(openProject(project.folder).featureSets.empty());
    EXPECT_FALSE(fs::exists(project.featureFile("plain")));
}

TEST(ExtractFeatures, LeavesTheProjectAsItWasWhenItIsCancelled)
{
    const SmallCollection small(4);
    const auto project = small.imported();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(extractFeatures(project, *makePlainDescriptor(), stop.get_token()), Cancelled);
    EXPECT_TRUE(openProject(project.folder).featureSets.empty());
    EXPECT_FALSE(fs::exists(project.featureFile("plain")));
}

} // namespace
} // namespace core
