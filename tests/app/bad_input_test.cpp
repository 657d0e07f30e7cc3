#include "tests/app/command_line.h"
#include "tests/features/npy_bytes.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using namespace std::string_view_literals;

/// Two by two pixels, red above blue.
constexpr std::string_view kPng =
    "\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\000\000\000\002\000\000\000"
    "\002\010\002\000\000\000\375\324\232\163\000\000\000\021\111\104\101\124\170\234\143\370\257"
    "\240\000\104\014\140\362\077\000\042\362\004\375\027\044\334\013\000\000\000\000\111\105\116"
    "\104\256\102\140\202"sv;

std::string hugePng()
{
    constexpr std::string_view kSixtyThousand = "\0\0\xEA\x60"sv;
    std::string png(kPng);
    png.replace(16, 4, kSixtyThousand);
    png.replace(20, 4, kSixtyThousand);
    return png;
}

/// Whatever is wrong with what a person gives: one line says what and what to do, and all files
/// stay as they were.
class BadInputTest : public CommandLineTest {
protected:
    std::map<std::string, std::string> contents() const
    {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(folder / ""))
            files[entry.path().string()] = entry.is_regular_file() ? readFile(entry.path()) : "";
        return files;
    }

    /// The one line that a refused command says.
    std::string refusalOf(const std::string& arguments) const
    {
        const auto before = contents();
        const auto outcome = run(arguments);
        EXPECT_EQ(outcome.exitCode, 1) << arguments;
        EXPECT_EQ(outcome.output, "") << arguments;
        EXPECT_EQ(std::ranges::count(outcome.errors, '\n'), 1) << outcome.errors;
        EXPECT_THAT(outcome.errors, EndsWith(".\n"));
        EXPECT_TRUE(contents() == before) << arguments;
        return outcome.errors;
    }

    std::string refusalOfTable(const std::string& text) const
    {
        write("bad.csv", text);
        return refusalOf("import P --table bad.csv --low views --text text");
    }

    /// Why row 3 of a table is rejected, while the rows around it are imported.
    std::string rejectionOf(const std::string& row) const
    {
        write("posts.csv", "id,text,views\na,one,1\n" + row + "\nc,three,5\n");
        fs::remove_all(folder / "P");
        const auto imported = document("import P --table posts.csv --low views --json");
        EXPECT_EQ(imported["images"], 2) << row;
        EXPECT_EQ(imported["rejected_count"], 1) << row;
        EXPECT_EQ(imported["rejected"][0]["row"], 3) << row;
        return imported["rejected"][0]["reason"];
    }

    /// A project P whose images are in turn the three of `pictures`.
    void makeProject(int images = 3) const
    {
        constexpr std::array kNames = {"a.png", "b.png", "c.png"};
        fs::create_directories(folder / "pictures");
        for (const std::string name : kNames)
            write("pictures/" + name, kPng);
        std::string rows = "id,image,text,views\n";
        for (int i = 0; i < images; ++i)
            rows += std::to_string(i) + ',' + kNames.at(static_cast<std::size_t>(i) % 3) + ",word,"
                    + std::to_string(2 * i) + '\n';
        write("posts.csv", rows);
        document("import P --table posts.csv --images pictures --low views --json");
    }

    void patchDatabase(std::size_t offset, std::string_view bytes) const
    {
        auto database = readFile(folder / "P/catalogue.sqlite");
        database.replace(offset, bytes.size(), bytes);
        write("P/catalogue.sqlite", database);
    }

    /// `unshare …` where a process may mount what it alone sees; empty where it may not.
    std::string privateMounts() const
    {
        fs::create_directories(folder / "disk");
        for (const char* command : {"unshare -m", "unshare -Urm"}) {
            if (shell(std::string(command) + " mount -t tmpfs none disk").exitCode == 0)
                return command;
        }
        return {};
    }
};

TEST_F(BadInputTest, ATableThatIsMissingEmptyBinaryOrCutShort)
{
    EXPECT_THAT(refusalOf("import P --table none.csv --low views"),
                AllOf(HasSubstr("none.csv is not there"), HasSubstr("check the name")));
    EXPECT_THAT(refusalOf("import P --table . --low views"), HasSubstr("choose a table"));
    EXPECT_THAT(refusalOfTable(""), HasSubstr("bad.csv is empty: export the table again"));
    EXPECT_THAT(refusalOfTable("id,text,views\n"), HasSubstr("bad.csv holds no usable image"));
    EXPECT_THAT(refusalOfTable(std::string(kPng)), HasSubstr("bad.csv is a binary file"));
    EXPECT_THAT(refusalOfTable("id,text,views\na,\"one,1\nb,two,3\n"),
                AllOf(HasSubstr("bad.csv, row 2: the file ends inside a quoted field"),
                      HasSubstr("export it again")));
    EXPECT_THAT(refusalOfTable("id,t\xE9xt,views\na,b,1\n"), HasSubstr("bad.csv, row 1"));
}

TEST_F(BadInputTest, AColumnThatIsNotThere)
{
    write("posts.csv", "id,text,views\na,one,1\n");
    for (const std::string role : {"id", "image", "text", "author", "date", "split", "low", "high"})
        EXPECT_THAT(refusalOf("import P --table posts.csv --" + role + " likes"),
                    AllOf(HasSubstr("posts.csv, row 1: there is no column \"likes\""),
                          HasSubstr("The columns are: id, text, views")))
            << role;
    write("posts.csv", "id,text\na,one\n");
    EXPECT_THAT(
        refusalOf("import P --table posts.csv"),
        AllOf(HasSubstr("posts.csv: no column is named as a count"), HasSubstr("Say which")));
}

TEST_F(BadInputTest, CountsThatAreNone)
{
    EXPECT_THAT(rejectionOf("b,two,-3"), HasSubstr("\"views\" is negative (-3)"));
    EXPECT_THAT(rejectionOf("b,two,2.5"), HasSubstr("\"views\" is a fraction (2.5)"));
    EXPECT_THAT(rejectionOf("b,two,many"), HasSubstr("write digits only"));
    EXPECT_THAT(rejectionOf("b,two,9223372036854775808"), HasSubstr("counts go up to"));
    EXPECT_THAT(rejectionOf("b,two,"), HasSubstr("write 0"));
    fs::remove_all(folder / "P");
    EXPECT_THAT(refusalOfTable("id,text,views\na,one,-1\nb,two,x\n"),
                AllOf(HasSubstr("bad.csv holds no usable image (2 rejected). Row 2"),
                      HasSubstr("is negative")));
}

TEST_F(BadInputTest, RowsThatDoNotFit)
{
    EXPECT_THAT(rejectionOf("a,two,3"), HasSubstr("\"a\" stands in an earlier row: give each"));
    EXPECT_THAT(rejectionOf(",two,3"), HasSubstr("The id is empty: give"));
    EXPECT_THAT(rejectionOf("b,two"), HasSubstr("2 fields in place of 3: check"));
    EXPECT_THAT(rejectionOf("b\xC3\xA9,caf\xE9,3"), HasSubstr("not UTF-8: save the table again"));
}

TEST_F(BadInputTest, ImagesThatAreNone)
{
    write("cut.png", kPng.substr(0, 20));
    write("empty.png", "");
    write("huge.png", hugePng());
    write("text.png", "no picture");
    write("good.png", kPng);
    write("posts.csv", "id,image,views\na,good.png,1\nb,missing.png,1\nc,cut.png,1\nd,empty.png,1\n"
                       "e,huge.png,1\nf,text.png,1\ng,../good.png,1\nh,/etc/hostname,1\n");
    const auto imported = document("import P --table posts.csv --image image --low views --json");
    EXPECT_EQ(imported["images"], 1);
    const auto& rejected = imported["rejected"];
    ASSERT_EQ(rejected.size(), 7U);
    for (std::size_t i = 0; i < rejected.size(); ++i)
        EXPECT_EQ(rejected[i]["row"], i + 3);
    const auto reason = [&](std::size_t i) { return rejected[i]["reason"].get<std::string>(); };
    EXPECT_THAT(reason(0), HasSubstr("missing.png is missing: copy it there"));
    EXPECT_THAT(reason(1), HasSubstr("cut.png has a damaged header: replace it"));
    EXPECT_THAT(reason(2), HasSubstr("empty.png is empty (0 bytes): copy it again"));
    EXPECT_THAT(reason(3), HasSubstr("huge.png is 60000 × 60000 pixels"));
    EXPECT_THAT(reason(4),
                HasSubstr("text.png is no JPEG, PNG, WebP, GIF, HEIC, AVIF, TIFF or BMP"));
    EXPECT_THAT(reason(5), HasSubstr("../good.png leads out"));
    EXPECT_THAT(reason(6), HasSubstr("/etc/hostname leads out"));
}

TEST_F(BadInputTest, ImagesThatGoBadAfterTheImport)
{
    makeProject();
    write("pictures/a.png", kPng.substr(0, 60)); // its header is sound
    write("pictures/b.png", "");
    fs::remove(folder / "pictures/c.png");
    EXPECT_THAT(refusalOf("extract P"), AllOf(HasSubstr("None of the 3 pictures could be read"),
                                              HasSubstr("a.png is cut short: copy it again")));
    write("pictures/b.png", kPng);
    EXPECT_THAT(refusalOf("extract P"), HasSubstr("learns from two pictures at least"));
    const auto extracted = document("extract P --extractor plain --json");
    EXPECT_EQ(extracted["images"], 1);
    EXPECT_EQ(extracted["broken"].size(), 2U) << extracted;
}

TEST_F(BadInputTest, AFolderWithoutPictures)
{
    fs::create_directories(folder / "none");
    EXPECT_THAT(refusalOf("import P --images none"), HasSubstr("none holds no picture"));
    EXPECT_THAT(refusalOf("import P --images missing"), HasSubstr("missing cannot be read"));
}

TEST_F(BadInputTest, FeaturesThatDoNotFit)
{
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    write("posts.csv", "id,text,views\na,one,1\nb,two,3\n");
    const auto refusal = [&](const std::string& name, const std::string& bytes) {
        write(name, bytes);
        return refusalOf("import P --table posts.csv --features " + name);
    };
    EXPECT_THAT(
        refusal("f.npy", npyTable<float>(2, {1, 2, 3, 4, 5, 6})),
        AllOf(HasSubstr("f.npy has 3 rows, but there are 2 records"), HasSubstr("must match")));
    EXPECT_THAT(refusal("f.npy", npyTable<float>(2, {1, 2, 3, kNaN})),
                AllOf(HasSubstr("Row 2 of f.npy holds NaN"), HasSubstr("replace it")));
    EXPECT_THAT(refusal("f.npy", npyOf(npyDictionary("<i8", 2, 1), std::string(16, '\0'))),
                AllOf(HasSubstr("f.npy holds values of type \"<i8\""), HasSubstr("save it again")));
    EXPECT_THAT(refusal("f.npy", npyTable<double>(1, {1, 2}).substr(0, 140)),
                HasSubstr("f.npy is cut short"));
    EXPECT_THAT(refusal("f.npy", ""), HasSubstr("f.npy is no NumPy file"));
    EXPECT_THAT(refusal("f.csv", "1,2\n3,cat\n"), HasSubstr("Line 2 of f.csv"));
    EXPECT_THAT(refusal("f.csv", "1\n2\n3\n"), HasSubstr("f.csv has more than 2 rows"));
    EXPECT_THAT(refusal("f.txt", "1\n2\n"), HasSubstr("f.txt is none of .npy, .npz, .csv and .h5"));
    EXPECT_THAT(refusalOf("import P --table posts.csv --features none.npy"),
                HasSubstr("none.npy is missing: check its name"));
}

TEST_F(BadInputTest, AProjectThatIsNoneOfOursOrNewer)
{
    constexpr std::size_t kVersion = 60;     // of an SQLite file: user_version
    constexpr std::size_t kApplication = 68; // application_id
    makeProject();
    const auto sound = readFile(folder / "P/catalogue.sqlite");
    fs::create_directories(folder / "other");
    EXPECT_THAT(refusalOf("check nowhere"), HasSubstr("nowhere is no Sensescope project"));
    EXPECT_THAT(refusalOf("train other"), HasSubstr("other is no Sensescope project"));

    patchDatabase(kVersion, "\0\0\0\x63"sv);
    for (const char* command : {"extract P", "train P", "evaluate P", "senses P", "words P",
                                "means P --output out", "export P run-1 --output out", "check P"})
        EXPECT_THAT(refusalOf(command),
                    AllOf(HasSubstr("made by a newer Sensescope"), HasSubstr("update Sensescope")));
    patchDatabase(kApplication, "\x12\x34\x56\x78"sv);
    EXPECT_THAT(refusalOf("extract P"), HasSubstr("is a database of another program: choose"));
    write("P/catalogue.sqlite", "no database, and yet as long as one" + sound.substr(35));
    EXPECT_THAT(refusalOf("train P"), HasSubstr("catalogue.sqlite is no Sensescope project"));
    write("P/catalogue.sqlite", "");
    EXPECT_THAT(refusalOf("train P"), HasSubstr("is a database of another program"));
    write("P/catalogue.sqlite", sound.substr(0, sound.size() / 2));
    EXPECT_THAT(refusalOf("train P"), AllOf(HasSubstr("is damaged"), HasSubstr("restore a copy")));
}

TEST_F(BadInputTest, AProjectThatIsThereAlready)
{
    makeProject();
    EXPECT_THAT(refusalOf("import P --table posts.csv --images pictures"),
                HasSubstr("P is already there: choose another name"));
    EXPECT_THAT(refusalOf("train P"), HasSubstr("extract"));
}

TEST_F(BadInputTest, APlaceThatIsNoFolder)
{
    write("posts.csv", "id,text,views\na,one,1\n");
    EXPECT_THAT(refusalOf("import posts.csv/P --table posts.csv"),
                AllOf(HasSubstr("posts.csv/P cannot be made"), HasSubstr("choose a folder")));
    EXPECT_THAT(refusalOf("import new/above/P --table posts.csv --features none.npy"),
                HasSubstr("none.npy"))
        << "and the folders above the project are gone again";
    EXPECT_THAT(refusalOf("import " + std::string(300, 'x') + " --table posts.csv"),
                HasSubstr("cannot be made"));
}

TEST_F(BadInputTest, AFolderWithoutWritePermission)
{
    const auto unshare = privateMounts();
    if (unshare.empty())
        GTEST_SKIP() << "nothing may be mounted here";
    makeProject();
    const auto before = contents();
    const auto onReadOnlyDisk = [&](const std::string& arguments) {
        const auto outcome = shell(unshare
                                   + " sh -c 'mount --bind P disk && mount -o "
                                     "remount,bind,ro disk && exec \"$CLI\" "
                                   + arguments + "'");
        EXPECT_EQ(outcome.exitCode, 1) << arguments;
        EXPECT_EQ(std::ranges::count(outcome.errors, '\n'), 1) << outcome.errors;
        return outcome.errors;
    };
    EXPECT_THAT(onReadOnlyDisk("import disk/P --table posts.csv --images pictures"),
                AllOf(HasSubstr("disk/P cannot be made (Read-only"), HasSubstr("choose a folder")));
    EXPECT_THAT(onReadOnlyDisk("extract disk"), HasSubstr("disk"));
    EXPECT_TRUE(contents() == before);
    document("check P --json");
}

TEST_F(BadInputTest, ADiskThatIsFull)
{
    const auto unshare = privateMounts();
    if (unshare.empty())
        GTEST_SKIP() << "nothing may be mounted here";
    constexpr int kImages = 500; // their features are 1.2 MB
    makeProject(kImages);
    std::string rows = "id,text,views\n";
    for (int i = 0; i < 5000; ++i)
        rows += std::to_string(i) + ',' + std::string(300, 'x') + ",1\n";
    write("long.csv", rows);
    const auto onDisk = [&](const std::string& size, const std::string& script) {
        return shell(unshare + " sh -c 'mount -t tmpfs -o size=" + size + " none disk && { "
                     + script + "; }'");
    };

    const auto import =
        onDisk("1m", "\"$CLI\" import disk/P --table long.csv; echo $?; ls -A disk");
    EXPECT_EQ(import.output, "1\n") << "nothing is left on it";
    EXPECT_THAT(import.errors, AllOf(HasSubstr("catalogue.sqlite could not be written, because the "
                                               "disk is full: free some space"),
                                     EndsWith("nothing was changed.\n")));
    EXPECT_EQ(std::ranges::count(import.errors, '\n'), 1) << import.errors;

    const auto extract =
        onDisk("1m", "cp -r P disk/; \"$CLI\" extract disk/P --extractor plain; echo $?; "
                     "ls disk/P/features; \"$CLI\" check disk/P");
    EXPECT_EQ(extract.output, "1\ndisk/P is sound\n");
    EXPECT_THAT(extract.errors, HasSubstr("plain.npy: the disk has no room for its"));
    EXPECT_EQ(std::ranges::count(extract.errors, '\n'), 1) << extract.errors;

    // Not even readers have room then; afterwards all goes on.
    const auto check =
        onDisk("1m", "cp -r P disk/; cat /dev/zero >disk/fill 2>/dev/null; \"$CLI\" check disk/P; "
                     "echo $?; rm disk/fill; \"$CLI\" check disk/P");
    EXPECT_EQ(check.output, "1\ndisk/P is sound\n");
    EXPECT_THAT(check.errors, HasSubstr("because the disk is full: free some space"));
    EXPECT_EQ(std::ranges::count(check.errors, '\n'), 1) << check.errors;
}

} // namespace
