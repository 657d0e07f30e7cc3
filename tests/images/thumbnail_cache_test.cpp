#include "core/error.h"
#include "core/images/thumbnail_cache.h"
#include "tests/images/picture_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <chrono>
#include <set>
#include <stdexcept>

namespace core {
namespace {

namespace fs = std::filesystem;

class ThumbnailCacheTest : public testing::Test {
protected:
    TemporaryFolder folder;
    ThumbnailCache cache{folder / "thumbnails"};
    fs::path picture = writeFile(folder / "large.png", encoded(gradient(1024, 512), ".png"));

    /// The thumbnail of key 7 is from now on as new as can be.
    void makeNewest() const
    {
        fs::last_write_time(cache.fileOf(7), fs::last_write_time(picture) + std::chrono::hours(1));
    }
};

TEST_F(ThumbnailCacheTest, GivesTheSameThumbnailFirstAndLater)
{
    const auto first = cache.thumbnail(7, picture);
    EXPECT_EQ(first.width, kThumbnailSide);
    EXPECT_EQ(first.height, kThumbnailSide / 2);
    ASSERT_TRUE(fs::exists(cache.fileOf(7)));
    EXPECT_EQ(cache.thumbnail(7, picture).pixels, first.pixels);
    // What it shows: red grows to the right, green downwards.
    constexpr std::size_t kMiddle = std::size_t{3} * 128;
    constexpr std::size_t kRight = std::size_t{3} * 240;
    EXPECT_NEAR(first.row(64)[kMiddle], 127, 12);
    EXPECT_NEAR(first.row(64)[kRight], 239, 12);
    EXPECT_NEAR(first.row(120)[kMiddle + 1], 239, 12);
}

TEST_F(ThumbnailCacheTest, ReadsWhatIsStoredAndNotThePicture)
{
    cache.thumbnail(7, picture);
    writeFile(cache.fileOf(7), encoded(plain(20, 10, 200), ".jpg"));
    makeNewest();
    EXPECT_EQ(cache.thumbnail(7, picture).width, 20);
    fs::remove(picture); // a drive that is not there
    EXPECT_EQ(cache.thumbnail(7, picture).width, 20);
}

TEST_F(ThumbnailCacheTest, MakesItAgainWhenTheCacheWasDeleted)
{
    const auto first = cache.thumbnail(7, picture);
    fs::remove_all(folder / "thumbnails");
    EXPECT_EQ(cache.thumbnail(7, picture).pixels, first.pixels);
    EXPECT_TRUE(fs::exists(cache.fileOf(7)));
}

TEST_F(ThumbnailCacheTest, MakesItAgainWhereTheStoredOneCannotBeRead)
{
    const auto first = cache.thumbnail(7, picture);
    const auto sound = readFile(cache.fileOf(7));
    const auto tooLarge = encoded(plain(300, 300, 1), ".jpg");
    for (const auto& bad :
         {std::string(), std::string("no picture"), sound.substr(0, sound.size() / 2),
          std::string(tooLarge.begin(), tooLarge.end())}) {
        writeFile(cache.fileOf(7), bad);
        makeNewest();
        EXPECT_EQ(cache.thumbnail(7, picture).pixels, first.pixels);
        EXPECT_EQ(readFile(cache.fileOf(7)), sound);
    }
}

TEST_F(ThumbnailCacheTest, MakesItAgainWhenThePictureIsNewer)
{
    cache.thumbnail(7, picture);
    writeFile(picture, encoded(plain(100, 100, 9), ".png"));
    fs::last_write_time(picture, fs::last_write_time(cache.fileOf(7)) + std::chrono::hours(1));
    EXPECT_EQ(cache.thumbnail(7, picture).width, 100);
}

TEST_F(ThumbnailCacheTest, LeavesSmallPicturesTheirSize)
{
    writeFile(picture, encoded(gradient(30, 20), ".png"));
    EXPECT_EQ(cache.thumbnail(7, picture).width, 30);
}

TEST_F(ThumbnailCacheTest, StoresWhatWasDecodedAlready)
{
    cache.store(7, picture, gradient(1024, 512));
    ASSERT_TRUE(fs::exists(cache.fileOf(7)));
    const auto stored = readFile(cache.fileOf(7));
    makeNewest();
    cache.store(7, picture, plain(1024, 512, 0));
    EXPECT_EQ(readFile(cache.fileOf(7)), stored) << "the one that is there is not older";
    EXPECT_EQ(cache.thumbnail(7, picture).width, kThumbnailSide);
}

TEST_F(ThumbnailCacheTest, ShowsPicturesAlsoWhereItCannotWrite)
{
    writeFile(folder / "file", std::string("x"));
    const ThumbnailCache nowhere(folder / "file");
    EXPECT_EQ(nowhere.thumbnail(7, picture).width, kThumbnailSide);
    EXPECT_NO_THROW(nowhere.store(7, picture, gradient(8, 8)));
}

TEST_F(ThumbnailCacheTest, SaysWhichPictureCannotBeDecoded)
{
    writeFile(picture, std::string("no picture"));
    EXPECT_THROW(cache.thumbnail(7, picture), Error);
    EXPECT_THROW(cache.thumbnail(8, folder / "missing.png"), Error);
    EXPECT_FALSE(fs::exists(folder / "thumbnails"));
}

TEST_F(ThumbnailCacheTest, GivesEachKeyAFileOfItsOwnInFoldersOfBoundedSize)
{
    std::set<fs::path> files;
    std::set<fs::path> folders;
    for (std::int64_t key = 0; key < std::int64_t{3} * 4096; ++key) {
        files.insert(cache.fileOf(key));
        folders.insert(cache.fileOf(key).parent_path());
    }
    EXPECT_EQ(files.size(), 3U * 4096);
    EXPECT_EQ(folders.size(), 3U);
    EXPECT_NE(cache.fileOf(100'000'000'000), cache.fileOf(100'000'000'001));
    EXPECT_THROW(cache.fileOf(-1), std::invalid_argument);
}

} // namespace
} // namespace core
