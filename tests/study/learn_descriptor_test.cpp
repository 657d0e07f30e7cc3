#include "core/error.h"
#include "core/study/extract_features.h"
#include "core/study/learn_descriptor.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(LearnDescriptor, LearnsOnceAndKeepsWhatItLearned)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    extractFeatures(project, *descriptorOf(project));
    const auto features = bytesOf(project.featureFile("descriptor"));
    const auto model = bytesOf(descriptorModelFile(project));

    fs::remove(small.picture(3)); // what would be learned now is another thing
    const auto again = descriptorOf(project);
    EXPECT_EQ(again->dimension(), 11U);
    EXPECT_EQ(bytesOf(descriptorModelFile(project)), model);
    extractFeatures(project, *again);
    EXPECT_NE(bytesOf(project.featureFile("descriptor")), features); // the lost picture's row
}

TEST(LearnDescriptor, LearnsTheSameAgain)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    extractFeatures(project, *descriptorOf(project));
    const auto features = bytesOf(project.featureFile("descriptor"));
    fs::remove(descriptorModelFile(project));
    extractFeatures(project, *descriptorOf(project));
    EXPECT_EQ(bytesOf(project.featureFile("descriptor")), features);
}

TEST(LearnDescriptor, SaysWhyThereIsNothingToLearnFrom)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    for (int i = 0; i < 11; ++i)
        fs::remove(small.picture(i));
    try {
        descriptorOf(project);
        FAIL() << "learned from one picture";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("two pictures at least"));
        EXPECT_THAT(error.what(), HasSubstr("12 looked at only one could be read"));
        EXPECT_THAT(error.what(), HasSubstr(".png"));
    }
    EXPECT_FALSE(fs::exists(descriptorModelFile(project)));
}

TEST(LearnDescriptor, SaysWhatToDoWithADamagedFile)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    descriptorOf(project);
    fs::resize_file(descriptorModelFile(project), 1000);
    EXPECT_THROW(descriptorOf(project), Error);
}

TEST(LearnDescriptor, KeepsNothingWhenStopped)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(descriptorOf(project, stop.get_token()), Cancelled);
    EXPECT_FALSE(fs::exists(descriptorModelFile(project)));
}

} // namespace
} // namespace core
