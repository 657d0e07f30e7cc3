#include "core/ingest/picture_names.h"
#include "core/ingest/picture_paths.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(PicturePaths, RefuseEveryWayOutOfTheirRoot)
{
    for (const char* path :
         {"..", "../", "../x.png", "a/../../x.png", "./../x.png", "a/b/../../../r/x.png",
          "/etc/passwd", "/", "/r", "/r/", "/r/..", "/r/../x.png", "/rx/x.png", "/r2.png",
          "//etc/passwd", "", ".", "./", "a/.."})
        EXPECT_EQ(pathUnder("/r", path), std::nullopt) << path;
}

TEST(PicturePaths, TakeEveryWayOfWritingAPathWithin)
{
    EXPECT_EQ(pathUnder("/r", "x.png"), "x.png");
    EXPECT_EQ(pathUnder("/r", "./a//x.png"), "a/x.png");
    EXPECT_EQ(pathUnder("/r", "a/b/../x.png"), "a/x.png");
    EXPECT_EQ(pathUnder("/r", "/r/a/x.png"), "a/x.png");
    EXPECT_EQ(pathUnder("/r/", "/r/../r/x.png"), "x.png");
    EXPECT_EQ(pathUnder("/", "/a/x.png"), "a/x.png");
    EXPECT_EQ(pathUnder("/r", "...png"), "...png") << "a name, not the folder above";
    EXPECT_EQ(pathUnder("/r", "..x/y.png"), "..x/y.png");
}

TEST(PicturePaths, MeasureAbsoluteOnesAgainstARelativeRoot)
{
    const auto here = fs::current_path();
    EXPECT_EQ(pathUnder("pictures", (here / "pictures" / "x.png").string()), "x.png");
    EXPECT_EQ(pathUnder("pictures", (here / "x.png").string()), std::nullopt);
}

TEST(PictureFiles, AreNamedWithWhatIsWrong)
{
    const TemporaryFolder folder;
    writeFile(folder / "good.png", std::string("x"));
    writeFile(folder / "empty.png", std::string());
    fs::create_directories(folder / "folder.png");
    const auto faultOf = [&](const char* name) {
        return pictureFaultOf(folder / "", name, {}).value_or("sound");
    };
    EXPECT_EQ(faultOf("good.png"), "sound");
    EXPECT_THAT(faultOf("empty.png"), HasSubstr("empty.png is empty (0 bytes): copy it again"));
    EXPECT_THAT(faultOf("none.png"), HasSubstr("none.png is missing: copy it there"));
    EXPECT_THAT(faultOf("good.png/below.png"), HasSubstr("missing"));
    EXPECT_THAT(faultOf("folder.png"), HasSubstr("folder.png is no file"));
    EXPECT_THAT(faultOf(std::string(5000, 'x').c_str()), HasSubstr("missing"));
}

TEST(PictureFiles, MayBeLinksToPicturesAndToNothingElse)
{
    // Whoever keeps pictures on another disk links them; a table alone cannot make a link.
    const TemporaryFolder folder;
    fs::create_directories(folder / "root");
    writeFile(folder / "elsewhere.png", std::string("x"));
    fs::create_symlink(folder / "elsewhere.png", folder / "root/link.png");
    fs::create_symlink("/dev/zero", folder / "root/endless.png");
    fs::create_symlink(folder / "gone.png", folder / "root/broken.png");
    fs::create_symlink("loop.png", folder / "root/loop.png");
    ASSERT_EQ(::mkfifo((folder / "root/pipe.png").c_str(), 0600), 0);
    const auto faultOf = [&](const char* name) {
        return pictureFaultOf(folder / "root", name, {}).value_or("sound");
    };
    EXPECT_EQ(faultOf("link.png"), "sound");
    EXPECT_THAT(faultOf("endless.png"), HasSubstr("is no file"));
    EXPECT_THAT(faultOf("broken.png"), HasSubstr("is missing"));
    EXPECT_THAT(faultOf("loop.png"), HasSubstr("is missing"));
    EXPECT_THAT(faultOf("pipe.png"), HasSubstr("is no file"));
}

TEST(PictureFiles, AreCheckedOnlyWhereTheyAreThere)
{
    const TemporaryFolder folder;
    writeFile(folder / "good.png", std::string("x"));
    int asked = 0;
    const PictureCheck check = [&](const fs::path& file) -> std::optional<std::string> {
        ++asked;
        return file.filename().string() + " is bad";
    };
    EXPECT_EQ(pictureFaultOf(folder / "", "good.png", check), "good.png is bad");
    pictureFaultOf(folder / "", "none.png", check);
    EXPECT_EQ(asked, 1);
}

TEST(PictureNames, EndAsPicturesDo)
{
    for (const char* name : {"a.jpg", "a.JPG", "a.b.jpeg", "a.png", "a.WebP", "a.tif", "a.tiff",
                             "a.bmp", ".png", "folder.d/a.png"})
        EXPECT_TRUE(isPictureName(name)) << name;
    for (const char* name : {"", "jpg", "a", "a.", "a.txt", "a.jpg.txt", "a.jpgx", "a.giff"})
        EXPECT_FALSE(isPictureName(name)) << name;
}

} // namespace
} // namespace core
