#include "tests/study/small_collection.h"
#include "tests/ui/gallery/made_project.h"
#include "tests/ui/patience.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace {

using ui::ThumbnailLoader;

class ThumbnailLoaderTest : public testing::Test {
protected:
    ThumbnailLoaderTest() { loader->setProject(project); }

    std::vector<core::ImageKey> loadedKeys() const
    {
        std::vector<core::ImageKey> keys;
        for (const auto& told : loaded)
            keys.push_back(told.at(0).toLongLong());
        return keys;
    }
    void requestAll()
    {
        for (const auto key : allKeys(files.images()))
            EXPECT_TRUE(loader->thumbnail(key).isNull());
    }
    bool waitFor(core::ImageKey key) const
    {
        return waitUntil([&] { return std::ranges::count(loadedKeys(), key) > 0; });
    }

    SmallCollection files;
    core::Project project = files.imported();
    std::unique_ptr<ThumbnailLoader> loader = std::make_unique<ThumbnailLoader>();
    QSignalSpy loaded{loader.get(), &ThumbnailLoader::loaded};
};

TEST_F(ThumbnailLoaderTest, LoadsWhatIsAskedForOnce)
{
    requestAll();
    requestAll(); // asked again meanwhile: still one answer each
    ASSERT_TRUE(waitUntil([&] { return loaded.count() >= files.images(); }));
    auto keys = loadedKeys();
    std::ranges::sort(keys);
    EXPECT_EQ(keys, allKeys(files.images()));
    const auto picture = loader->thumbnail(0);
    EXPECT_EQ(picture.width() * 16, picture.height() * 24);
    EXPECT_GT(picture.pixelColor(1, 1).red(), picture.pixelColor(1, 1).blue());
    EXPECT_FALSE(loader->failed(0));
}

TEST_F(ThumbnailLoaderTest, LoadsTheNewestRequestFirst)
{
    loader->setQuiet(true); // one worker: one order
    requestAll();
    ASSERT_TRUE(waitUntil([&] { return loaded.count() == files.images(); }));
    const auto keys = loadedKeys();
    const auto newest = std::ranges::find(keys, core::ImageKey{files.images() - 1});
    ASSERT_LT(newest - keys.begin(), files.images() / 2);
    EXPECT_TRUE(std::is_sorted(newest, keys.end(), std::greater<>()));
}

TEST_F(ThumbnailLoaderTest, DropsWhatHasNotBegun)
{
    loader->setQuiet(true);
    const QSignalSpy dropped(loader.get(), &ThumbnailLoader::requestsDropped);
    requestAll();
    loader->dropRequests();
    EXPECT_EQ(dropped.count(), 1);
    loader->thumbnail(0);
    ASSERT_TRUE(waitFor(0));
    // The one worker is past what was under way: from here on only what is asked for comes.
    loaded.clear();
    std::vector<core::ImageKey> asked;
    for (core::ImageKey key = 1; key < 6; ++key) {
        if (!loader->thumbnail(key).isNull())
            continue;
        asked.push_back(key);
        ASSERT_TRUE(waitFor(key));
    }
    EXPECT_EQ(loadedKeys(), asked);
}

TEST_F(ThumbnailLoaderTest, APictureThatCannotBeReadFailsOnce)
{
    std::ofstream(files.picture(3)) << "no picture";
    EXPECT_TRUE(loader->thumbnail(3).isNull());
    EXPECT_FALSE(loader->failed(3));
    ASSERT_TRUE(waitFor(3));
    EXPECT_TRUE(loader->failed(3));
    EXPECT_TRUE(loader->thumbnail(3).isNull()); // and is not tried again
    loader->thumbnail(4);
    ASSERT_TRUE(waitFor(4));
    EXPECT_EQ(std::ranges::count(loadedKeys(), 3), 1);
}

TEST_F(ThumbnailLoaderTest, KnowsNoImageOutsideOfTheProject)
{
    for (const core::ImageKey key : {core::ImageKey{-1}, core::ImageKey{80}}) {
        EXPECT_TRUE(loader->thumbnail(key).isNull());
        EXPECT_TRUE(loader->failed(key));
        EXPECT_EQ(loader->text(key), QString());
    }
    ThumbnailLoader without;
    EXPECT_TRUE(without.thumbnail(0).isNull());
    EXPECT_TRUE(without.failed(0));
}

TEST_F(ThumbnailLoaderTest, AnswersNothingOfTheProjectBefore)
{
    requestAll();
    auto request = files.request();
    request.project = files.folder() / "second.sensescope";
    request.roles.image.reset();
    core::importCollection(request);
    loader->setProject(core::openProject(request.project)); // without pictures
    loaded.clear();
    EXPECT_TRUE(loader->failed(0));
    EXPECT_EQ(loader->text(5), std::nullopt);
    ASSERT_TRUE(waitFor(5));
    EXPECT_EQ(loader->text(5), QStringLiteral("winter ice number 5"));
    EXPECT_EQ(loadedKeys(), std::vector<core::ImageKey>({5}));
}

TEST_F(ThumbnailLoaderTest, DestroyedWhileBusyItStaysSilent)
{
    requestAll();
    loader.reset();
    const auto told = loaded.count();
    runPostedEvents();
    EXPECT_EQ(loaded.count(), told);
}

} // namespace
