#include "core/error.h"
#include "core/ingest/count.h"
#include "core/ingest/import_table.h"
#include "core/ingest/picture_paths.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ImportTableTest : public testing::Test {
protected:
    ImportTableTest()
    {
        fs::remove_all(folder);
        fs::create_directories(folder);
        options.roles.id = "id";
        options.roles.low = {"views"};
    }
    void TearDown() override
    {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    fs::path write(const std::string& text) const
    {
        auto file = folder / "posts.csv";
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    ImportReport import(const std::string& text)
    {
        return importTable(catalogue, write(text), options);
    }

    std::string refusalOf(const std::string& text)
    {
        try {
            import(text);
        } catch (const Error& error) {
            EXPECT_EQ(catalogue.imageCount(), 0U);
            EXPECT_THAT(error.what(), HasSubstr("posts.csv"));
            return error.what();
        }
        return "imported";
    }

    /// The reason for which the one row after a good one is rejected.
    std::string reasonFor(const std::string& row)
    {
        auto other = Catalogue::inMemory();
        const auto report = importTable(other, write("id,views\ngood,1\n" + row), options);
        EXPECT_EQ(report.images, 1U) << row;
        EXPECT_EQ(report.rejectedCount, 1U) << row;
        return report.rejected.empty() ? "" : report.rejected[0].reason;
    }

    fs::path folder = fs::temp_directory_path()
                      / (std::string("sensescope-ingest-")
                         + testing::UnitTest::GetInstance()->current_test_info()->name());
    Catalogue catalogue = Catalogue::inMemory();
    ImportOptions options;
};

TEST_F(ImportTableTest, ReadsQuotesDelimitersAndLineBreaksAsRfc4180Says)
{
    options.roles.texts = {"text"};
    const auto report = import("id,text,views\r\n"
                               "a,\"one, \"\"two\"\"\r\nthree\",5\r\n"
                               "\r\n"
                               "b,plain,6");
    EXPECT_EQ(report.images, 2U);
    EXPECT_THAT(catalogue.textsOf(0), ElementsAre("one, \"two\"\r\nthree"));
    EXPECT_THAT(catalogue.readCollection().counts[0], ElementsAre(5, 6));
}

TEST_F(ImportTableTest, TakesAByteOrderMarkTabsAndSemicolons)
{
    EXPECT_EQ(import("\xEF\xBB\xBFid\tviews\na\t1\nb\t2\n").images, 2U);
    auto other = Catalogue::inMemory();
    EXPECT_EQ(importTable(other, write("id;views;price\na;1;\"2,50\"\n"), options).images, 1U);
}

TEST_F(ImportTableTest, RejectsRowsWithTheirLineAndKeepsTheOthers)
{
    const auto report = import("id,views\n"
                               "a,1\n"        // 2
                               "\"b\nb\",2\n" // 3 and 4
                               "a,3\n"        // 5: duplicate
                               ",4\n"         // 6: no id
                               "c,5,6\n"      // 7: a field too many
                               "d\n"          // 8: one too few
                               "e,7\n");
    EXPECT_EQ(report.images, 3U);
    ASSERT_EQ(report.rejectedCount, 4U);
    std::vector<std::int64_t> rows;
    for (const auto& rejection : report.rejected)
        rows.push_back(rejection.row);
    EXPECT_THAT(rows, ElementsAre(5, 6, 7, 8));
    EXPECT_THAT(report.rejected[0].reason, HasSubstr("earlier row"));
    EXPECT_THAT(report.keyOfRecord, ElementsAre(0, 1, -1, -1, -1, -1, 2));
    EXPECT_EQ(catalogue.importLosses(0).rejected, 4U);
}

TEST_F(ImportTableTest, RejectsWhatIsNoCount)
{
    EXPECT_THAT(reasonFor("x,-3\n"), HasSubstr("negative"));
    EXPECT_THAT(reasonFor("x,1.5\n"), HasSubstr("fraction"));
    EXPECT_THAT(reasonFor("x,many\n"), HasSubstr("no whole number"));
    EXPECT_THAT(reasonFor("x,\"1,000\"\n"), HasSubstr("separators"));
    EXPECT_THAT(reasonFor("x,1e6\n"), HasSubstr("no whole number"));
    EXPECT_THAT(reasonFor("x,9223372036854775808\n"), HasSubstr("too large"));
    EXPECT_THAT(reasonFor("x,99999999999999999999999\n"), HasSubstr("too large"));
    EXPECT_THAT(reasonFor("x,\n"), HasSubstr("empty"));
    EXPECT_THAT(reasonFor("x\xC3\xA9,\xE9\n"), HasSubstr("UTF-8"));
}

TEST_F(ImportTableTest, TakesTheLargestCountAndAFractionOfZeros)
{
    const auto report = import("id,views\na,9223372036854775807\nb,12.0\nc, 7 \nd,-0\ne,+3\n");
    EXPECT_EQ(report.rejectedCount, 0U);
    EXPECT_THAT(catalogue.readCollection().counts[0],
                ElementsAre(9'223'372'036'854'775'807, 12, 7, 0, 3));
}

TEST_F(ImportTableTest, RefusesWhatIsNoTable)
{
    EXPECT_THAT(refusalOf(""), HasSubstr("empty"));
    EXPECT_THAT(refusalOf(std::string("PK\x03\x04\0\0", 6)), HasSubstr("binary"));
    EXPECT_THAT(refusalOf("id,views\na,\"1\nb,2\n"), HasSubstr("ends inside a quoted field"));
    EXPECT_THAT(refusalOf("id,views\na,\"1\nb,2\n"), HasSubstr("row 2"));
    EXPECT_THAT(refusalOf("id,vi\xE9ws\n\xC3\xA9,1\n"), HasSubstr("row 1"));
    EXPECT_THAT(refusalOf("id,views\n"), HasSubstr("no usable image"));
    EXPECT_THAT(refusalOf("id,views\na,x\n"), HasSubstr("Row 2"));
    EXPECT_THAT(refusalOf("id,likes\na,1\n"), HasSubstr("no column \"views\""));
    EXPECT_THAT(refusalOf("id,views,views\na,1,2\n"), HasSubstr("twice"));
    EXPECT_THROW(importTable(catalogue, folder / "nothing.csv", options), Error);
    EXPECT_THROW(importTable(catalogue, folder, options), Error) << "a folder";
}

TEST_F(ImportTableTest, WantsACount)
{
    options.roles.low.clear();
    EXPECT_THROW(import("id,views\na,1\n"), Error);
    options.roles.low = options.roles.high = {"views"};
    EXPECT_THROW(import("id,views\na,1\n"), Error) << "both low and high";
}

TEST_F(ImportTableTest, RejectsPicturesThatAreMissingEmptyOrElsewhere)
{
    options.roles.image = "image";
    options.imageRoot = folder / "pictures";
    fs::create_directories(options.imageRoot);
    std::ofstream(options.imageRoot / "good.png") << "x";
    std::ofstream(options.imageRoot / "bad.png") << "y";
    std::ofstream(options.imageRoot / "empty.png") << "";
    options.pictureCheck = [](const fs::path& file) -> std::optional<std::string> {
        if (file.filename() == "bad.png")
            return "bad.png is no picture";
        return std::nullopt;
    };
    const auto report = import("id,image,views\na,good.png,1\nb,bad.png,1\nc,empty.png,1\n"
                               "d,missing.png,1\ne,../posts.csv,1\nf,/etc/passwd,1\ng,,1\n");
    EXPECT_EQ(report.images, 1U);
    ASSERT_THAT(report.rejected, SizeIs(6));
    EXPECT_THAT(report.rejected[0].reason, HasSubstr("no picture"));
    EXPECT_THAT(report.rejected[1].reason, HasSubstr("0 bytes"));
    EXPECT_THAT(report.rejected[2].reason, HasSubstr("missing"));
    EXPECT_THAT(report.rejected[3].reason, HasSubstr("leads out"));
    EXPECT_THAT(report.rejected[4].reason, HasSubstr("leads out"));
    EXPECT_THAT(report.rejected[5].reason, HasSubstr("No picture is named"));
}

TEST_F(ImportTableTest, ReadsAuthorDateAndSplitAndRejectsWhatTheyAreNot)
{
    options.roles.author = "author";
    options.roles.date = "date";
    options.roles.split = "split";
    const auto report = import("id,views,author,date,split\na,1,Ann,2013-02-28,train\n"
                               "b,1,,,val\nc,1,Ann,yesterday,test\nd,1,Ann,,holdout\n");
    EXPECT_EQ(report.images, 2U);
    const auto collection = catalogue.readCollection();
    EXPECT_THAT(collection.authors, ElementsAre(0, -1));
    EXPECT_EQ(collection.dates[0], 1'362'009'600);
    EXPECT_THAT(collection.tableSplit, ElementsAre(Split::Train, Split::Validation));
    EXPECT_THAT(report.rejected[0].reason, HasSubstr("yesterday"));
    EXPECT_THAT(report.rejected[1].reason, HasSubstr("holdout"));
}

TEST_F(ImportTableTest, LeavesTheCatalogueAsItWasWhenStopped)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(importTable(catalogue, write("id,views\na,1\n"), options, source.get_token()),
                 Cancelled);
    EXPECT_EQ(catalogue.imageCount(), 0U);
}

TEST_F(ImportTableTest, AgreesWithItselfHoweverTheFileIsCutIntoChunks)
{
    // Records of growing length put the reader's chunk borders at every kind of place.
    std::string text = "id,text,views\n";
    constexpr int kRows = 3000;
    for (int i = 0; i < kRows; ++i)
        text += std::to_string(i) + ",\"" + std::string(static_cast<std::size_t>(i) % 1500, 'x')
                + "\"\"\n\"," + std::to_string(i) + "\r\n";
    options.roles.texts = {"text"};
    const auto report = import(text);
    EXPECT_EQ(report.images, static_cast<std::size_t>(kRows));
    EXPECT_THAT(catalogue.textsOf(1499),
                ElementsAre(std::string(1499, 'x') + "\"")); // the line break is trimmed
}

TEST_F(ImportTableTest, ImportsAFolderOfPicturesByPath)
{
    fs::create_directories(folder / "b" / ".hidden");
    for (const char* name : {"z.JPG", "b/a.png", "b/.hidden/c.png", "notes.txt"})
        std::ofstream(folder / name) << "x";
    const auto report = importFolder(catalogue, folder, {});
    EXPECT_EQ(report.images, 2U);
    const auto collection = catalogue.readCollection();
    EXPECT_THAT(collection.paths, ElementsAre("b/a.png", "z.JPG"));
    EXPECT_THAT(collection.measures, IsEmpty());
    auto other = Catalogue::inMemory();
    EXPECT_THROW(importFolder(other, folder / "b" / ".hidden" / "none", {}), Error);
}

TEST(TablePreview, GuessesTheColumnsOfTheUsualExports)
{
    const TemporaryFolder folder;
    const auto file = folder / "posts.csv";
    std::ofstream(file)
        << "tweet_id,jpg_url,image,full_text,created_at,favorite_count,"
           "retweet_count,rating,user\n"
           "1,http://x/a.jpg,a.jpg,A dog,Thu Feb 28 10:20:30 +0000 2013,5,1,12.5,me\n"
           "2,http://x/b.jpg,b.jpg,A cat,Thu Feb 28 10:20:31 +0000 2013,7,2,11.0,you\n";
    const auto preview = previewTable(file);
    EXPECT_THAT(preview.rows, SizeIs(2));
    EXPECT_EQ(preview.guess.id, "tweet_id");
    EXPECT_EQ(preview.guess.image, "image");
    EXPECT_EQ(preview.guess.date, "created_at");
    EXPECT_EQ(preview.guess.author, "user");
    EXPECT_THAT(preview.guess.texts, ElementsAre("full_text"));
    EXPECT_THAT(preview.guess.low, ElementsAre("favorite_count"));
    EXPECT_THAT(preview.guess.high, ElementsAre("retweet_count"));
}

TEST(PicturePaths, StayUnderTheirRoot)
{
    EXPECT_EQ(pathUnder("/r", "a/./b.png"), "a/b.png");
    EXPECT_EQ(pathUnder("/r", "a/../b.png"), "b.png");
    EXPECT_EQ(pathUnder("/r", "/r/c.png"), "c.png");
    for (const char* path : {"../x.png", "a/../../x.png", "/etc/passwd", "..", "."})
        EXPECT_EQ(pathUnder("/r", path), std::nullopt) << path;
}

} // namespace
} // namespace core
