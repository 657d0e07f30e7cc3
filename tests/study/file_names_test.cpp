#include "core/error.h"
#include "core/study/file_names.h"
#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <ostream>

namespace core {
namespace {

TEST(FileNameFrom, KeepsWhatEverySystemTakes)
{
    EXPECT_EQ(fileNameFrom("fc7_relu-2.v1"), "fc7_relu-2.v1");
    EXPECT_EQ(fileNameFrom("a/b\\c d"), "a-b-c-d");
    EXPECT_EQ(fileNameFrom("../etc"), "-..-etc");
    EXPECT_EQ(fileNameFrom(""), "-");
    EXPECT_EQ(fileNameFrom(std::string(500, 'x')).size(), 100U);
}

TEST(ReplaceFile, LeavesTheOldFileWhenWritingFails)
{
    const TemporaryFolder folder;
    const auto file = folder / "words.csv";
    replaceFile(file, [](std::ostream& out) { out << "old"; });
    EXPECT_THROW(replaceFile(file,
                             [](std::ostream& out) {
                                 out << "half";
                                 throw Error("the disk is full");
                             }),
                 Error);
    EXPECT_EQ(readFile(file), "old");
    EXPECT_EQ(folder.entries(), 1U);
}

TEST(ReplaceFile, SaysWhichFileCannotBeWritten)
{
    const TemporaryFolder folder;
    try {
        replaceFile(folder / "missing/x.csv", [](std::ostream& out) { out << "x"; });
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("x.csv"), std::string::npos);
    }
}

} // namespace
} // namespace core
