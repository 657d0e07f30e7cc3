#include "core/error.h"
#include "data/sample.h"

#include <QSemaphore>
#include <QThreadPool>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stop_token>
#include <string>

namespace {

namespace fs = std::filesystem;

using samples::Collection;
using samples::writeSample;

/// A folder of this test alone, removed at its end.
class SampleTest : public testing::Test {
protected:
    SampleTest()
        : folder(fs::path(testing::TempDir())
                 / ("sample_"
                    + std::string(testing::UnitTest::GetInstance()->current_test_info()->name())))
    {
        fs::remove_all(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    fs::path folder;
};

std::size_t filesIn(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::string firstLine(const fs::path& file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

TEST_F(SampleTest, EmojiHas845ImagesAndTheirTable)
{
    const auto report = writeSample(folder, {.collection = Collection::Emoji});
    EXPECT_EQ(report.images, 845U);
    EXPECT_FALSE(report.synthetic);
    EXPECT_EQ(filesIn(folder / "images"), 845U);
    EXPECT_EQ(firstLine(report.table), "id,image,name,category,uses");
    EXPECT_TRUE(fs::exists(folder / "README.txt"));
}

TEST_F(SampleTest, StreetHasImagesATableAndTheTruth)
{
    const auto report =
        writeSample(folder, {.collection = Collection::Street, .images = 30, .seed = 3});
    EXPECT_EQ(report.images, 30U);
    EXPECT_TRUE(report.synthetic);
    EXPECT_EQ(filesIn(folder / "images"), 30U);
    EXPECT_EQ(firstLine(report.table),
              "id,image,caption,tags,author,date,views,likes,comments,shares");
    EXPECT_EQ(firstLine(folder / "truth.csv"), "id,theme,polarity,appeal");
}

/// A window that paints shares large fills out among that pool, and waits for them.
TEST_F(SampleTest, StreetLeavesQtsPoolToOthersWhileItDraws)
{
    std::stop_source stop;
    const auto served = std::make_shared<QSemaphore>();
    std::atomic<std::size_t> drawn{0};
    const auto ask = [&](const core::Progress&) {
        if (stop.stop_requested())
            return;
        QThreadPool::globalInstance()->start([served, &drawn, images = folder / "images"] {
            drawn = filesIn(images);
            served->release();
        });
        EXPECT_TRUE(served->tryAcquire(1, 120'000));
        stop.request_stop();
    };
    const samples::SampleOptions options{.collection = Collection::Street, .images = 3000};
    EXPECT_THROW(writeSample(folder, options, stop.get_token(), ask), core::Cancelled);
    EXPECT_LT(drawn, options.images);
}

TEST_F(SampleTest, AFolderWithSomethingInItIsRefusedAndLeftAlone)
{
    fs::create_directories(folder);
    std::ofstream(folder / "mine.txt") << "mine";
    EXPECT_THROW(writeSample(folder, {}), core::Error);
    EXPECT_EQ(filesIn(folder), 1U);
}

} // namespace
