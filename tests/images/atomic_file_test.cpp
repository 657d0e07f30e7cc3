#include "core/error.h"
#include "core/images/atomic_file.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <set>
#include <vector>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const std::vector<std::uint8_t> kBytes{'n', 'e', 'w', 0, '!'};

std::string refusalOf(const fs::path& file)
{
    try {
        writeAtomically(file, kBytes);
    } catch (const Error& error) {
        return error.what();
    }
    return "written";
}

TEST(AtomicFile, ReplacesWhatWasThereAndLeavesNothingBeside)
{
    const TemporaryFolder folder;
    const auto file = folder / "file.bin";
    writeFile(file, std::string("old and longer than the new"));
    writeAtomically(file, kBytes);
    EXPECT_EQ(readFile(file), std::string("new\0!", 5));
    EXPECT_EQ(folder.entries(), 1U);
}

TEST(AtomicFile, MakesTheFoldersThatAreMissing)
{
    const TemporaryFolder folder;
    writeAtomically(folder / "a/b/file.bin", kBytes);
    EXPECT_EQ(fs::file_size(folder / "a/b/file.bin"), kBytes.size());
}

TEST(AtomicFile, SaysWhichFileCannotBeWrittenAndLeavesNothingBehind)
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "taken");
    EXPECT_THAT(refusalOf(folder / "taken"), HasSubstr((folder / "taken").string()))
        << "a folder has the name";
    writeFile(folder / "file", std::string("x"));
    EXPECT_THAT(refusalOf(folder / "file/below"), HasSubstr("file/below: check that its folder"));
    EXPECT_EQ(folder.entries(), 2U);
    EXPECT_EQ(readFile(folder / "file"), "x");
}

TEST(AtomicFile, NamesEachTemporaryFileAnew)
{
    std::set<fs::path> names;
    for (int i = 0; i < 100; ++i)
        names.insert(temporaryBeside("folder/file.npy"));
    EXPECT_EQ(names.size(), 100U);
    EXPECT_EQ(names.begin()->parent_path(), "folder");
    EXPECT_TRUE(names.begin()->filename().string().starts_with("file.npy."));
}

} // namespace
} // namespace core
