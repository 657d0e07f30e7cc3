#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/random.h"
#include "tests/features/npy_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <limits>
#include <stdexcept>
#include <thread>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

using Row = std::vector<float>;

Row rowOf(const FeatureRows& rows, std::size_t index)
{
    Row row;
    for (std::size_t i = 0; i < rows.columns(); ++i)
        row.push_back(static_cast<float>(rows.row(index)[i]));
    return row;
}

std::string refusalOf(const fs::path& file)
{
    try {
        FeatureStore::open(file);
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr(file.filename().string()));
        return error.what();
    }
    return "opened";
}

TEST(FeatureStore, WritesTheBytesThatNumpyWouldSaveBehindALongerHeader)
{
    const TemporaryFolder folder;
    const auto file = folder / "features/descriptor.npy";
    FeatureWriter writer(file, 2, 3);
    writer.setRow(1, Row{4, 5, 0.5F});
    writer.setRow(0, Row{1, 2, 3});
    writer.finish();
    const auto bytes = readFile(file);
    ASSERT_EQ(bytes.size(), 4096U + 12U);
    EXPECT_EQ(bytes.substr(4096), npyTable<Half>(3, {1, 2, 3, 4, 5, 0.5}).substr(128));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(FeatureStore::open(file)->row(0)) % 4096, 0U)
        << "the rows begin on a page";
}

TEST(FeatureStore, GivesBackWhatWasWrittenFromSeveralThreads)
{
    const TemporaryFolder folder;
    const auto file = folder / "wide.npy";
    constexpr std::size_t kRows = 500;
    constexpr std::size_t kColumns = 37;
    const auto valueAt = [](std::size_t row, std::size_t column) {
        return static_cast<float>(row) + static_cast<float>(column) / 64.0F; // exact in float16
    };
    FeatureWriter writer(file, kRows, kColumns);
    const auto write = [&](std::size_t first) {
        for (std::size_t row = first; row < kRows; row += 2) {
            Row values;
            for (std::size_t column = 0; column < kColumns; ++column)
                values.push_back(valueAt(row % 32, column));
            writer.setRow(row, values);
        }
    };
    std::jthread odd(write, 1);
    write(0);
    odd.join();
    writer.finish();

    const auto store = FeatureStore::open(file);
    ASSERT_EQ(store->rows(), kRows);
    ASSERT_EQ(store->columns(), kColumns);
    for (std::size_t row = 0; row < kRows; ++row) {
        for (std::size_t column = 0; column < kColumns; ++column)
            ASSERT_EQ(static_cast<float>(store->row(row)[column]), valueAt(row % 32, column));
    }
    store->willNeed(0, kRows);
    store->willNeed(kRows - 1, std::numeric_limits<std::size_t>::max());
    store->willNeed(kRows, 1);
}

TEST(FeatureStore, RowsLetGoOfAreReadAgain)
{
    // Rows of 2 KB, so that there are whole pages to let go of.
    constexpr std::size_t kManyColumns = 1000;
    const TemporaryFolder folder;
    FeatureWriter writer(folder / "a.npy", 100, kManyColumns);
    for (std::size_t row = 0; row < 100; ++row)
        writer.setRow(row, Row(kManyColumns, static_cast<float>(row)));
    writer.finish();
    const auto store = FeatureStore::open(folder / "a.npy");
    const auto expectAll = [&] {
        for (std::size_t row = 0; row < 100; ++row)
            ASSERT_EQ(static_cast<float>(store->row(row)[kManyColumns - 1]),
                      static_cast<float>(row));
    };
    store->load(0, 100);
    expectAll();
    store->release(10, 50);
    expectAll();
    store->release(0, std::numeric_limits<std::size_t>::max());
    store->load(99, std::numeric_limits<std::size_t>::max());
    store->load(100, 1);
    store->release(100, 1);
    expectAll();
}

TEST(FeatureStore, LeavesRowsThatWereNeverWrittenZero)
{
    const TemporaryFolder folder;
    FeatureWriter writer(folder / "a.npy", 3, 2);
    writer.setRow(2, Row{7, 8});
    writer.finish();
    const auto store = FeatureStore::open(folder / "a.npy");
    EXPECT_EQ(rowOf(*store, 0), (Row{0, 0}));
    EXPECT_EQ(rowOf(*store, 2), (Row{7, 8}));
}

TEST(FeatureStore, KeepsTheOldFileUntilTheNewOneIsFinished)
{
    const TemporaryFolder folder;
    const auto file = writeFile(folder / "a.npy", npyTable<Half>(1, {5}));
    {
        FeatureWriter writer(file, 1, 1);
        writer.setRow(0, Row{6});
        EXPECT_EQ(rowOf(*FeatureStore::open(file), 0), Row{5});
    } // given up
    EXPECT_EQ(rowOf(*FeatureStore::open(file), 0), Row{5});
    EXPECT_EQ(folder.entries(), 1U);

    const auto old = FeatureStore::open(file);
    FeatureWriter writer(file, 1, 1);
    writer.setRow(0, Row{6});
    writer.finish();
    EXPECT_EQ(rowOf(*FeatureStore::open(file), 0), Row{6});
    EXPECT_EQ(rowOf(*old, 0), Row{5}) << "who had it open keeps what they had";
    EXPECT_EQ(folder.entries(), 1U);
}

TEST(FeatureStore, RemovesWhatAKilledWriterLeftAndNotWhatALivingOneWrites)
{
    const TemporaryFolder folder;
    writeFile(folder / "a.npy.1-1.part", std::string("half"));
    writeFile(folder / "b.npy.1-1.part", std::string("of another file"));
    FeatureWriter first(folder / "a.npy", 1, 1);
    EXPECT_FALSE(fs::exists(folder / "a.npy.1-1.part"));
    EXPECT_TRUE(fs::exists(folder / "b.npy.1-1.part"));
    FeatureWriter second(folder / "a.npy", 1, 1);
    first.setRow(0, Row{1});
    first.finish();
    EXPECT_EQ(rowOf(*FeatureStore::open(folder / "a.npy"), 0), Row{1});
}

TEST(FeatureStore, RefusesValuesThatFloat16CannotHold)
{
    const TemporaryFolder folder;
    FeatureWriter writer(folder / "a.npy", 2, 2);
    writer.setRow(1, Row{65504, -65504});
    constexpr float kEndless = std::numeric_limits<float>::infinity();
    for (const float bad : {70'000.0F, -70'000.0F, kEndless, std::nanf("")}) {
        writer.setRow(0, Row{1, 1});
        EXPECT_THROW(writer.setRow(0, Row{3, bad}), Error) << bad;
    }
    writer.finish();
    const auto store = FeatureStore::open(folder / "a.npy");
    EXPECT_EQ(rowOf(*store, 0), (Row{0, 0})) << "no half row stays";
    EXPECT_EQ(rowOf(*store, 1), (Row{65504, -65504}));
}

TEST(FeatureStore, RefusesRowsThatDoNotFit)
{
    const TemporaryFolder folder;
    FeatureWriter writer(folder / "a.npy", 2, 2);
    EXPECT_THROW(writer.setRow(2, Row{1, 2}), std::invalid_argument);
    EXPECT_THROW(writer.setRow(0, Row{1}), std::invalid_argument);
    writer.finish();
    EXPECT_THROW(writer.setRow(0, Row{1, 2}), std::logic_error);
    EXPECT_THROW(writer.finish(), std::logic_error);
    EXPECT_THROW(FeatureWriter(folder / "b.npy", 2, 0), std::invalid_argument);
}

TEST(FeatureStore, SaysThatTheDiskHasNoRoomAndLeavesNothingBehind)
{
    const TemporaryFolder folder;
    constexpr std::size_t kRows = std::size_t{1} << 40U; // 8 PB of them
    try {
        const FeatureWriter writer(folder / "a.npy", kRows, 4096);
        FAIL() << "a disk of 8 PB";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("a.npy: the disk has no room"));
    }
    EXPECT_EQ(folder.entries(), 0U);
}

TEST(FeatureStore, SaysThatTheFolderCannotBeWritten)
{
    const TemporaryFolder folder;
    writeFile(folder / "file", std::string("x"));
    EXPECT_THROW(FeatureWriter(folder / "file/a.npy", 1, 1), Error);
}

TEST(FeatureStore, RefusesFilesThatAreNotItsOwn)
{
    const TemporaryFolder folder;
    EXPECT_THAT(refusalOf(folder / "none.npy"), HasSubstr("extract or import them again"));
    fs::create_directories(folder / "folder.npy");
    EXPECT_THAT(refusalOf(folder / "folder.npy"), HasSubstr("Cannot open"));
    EXPECT_THAT(refusalOf(writeFile(folder / "wide.npy", npyTable<float>(1, {1}))),
                HasSubstr("is not float16"));
    const auto bytes = npyTable<Half>(2, {1, 2, 3, 4});
    EXPECT_THAT(refusalOf(writeFile(folder / "cut.npy", bytes.substr(0, bytes.size() - 2))),
                HasSubstr("is cut short"));
    const std::string odd = npyDictionary("<f2", 1, 1);
    const std::string unaligned = std::string("\x93NUMPY\x01\0", 8) + static_cast<char>(odd.size())
                                  + std::string(1, '\0') + odd + "ab";
    ASSERT_EQ(unaligned.size() % 2, 1U);
    EXPECT_THAT(refusalOf(writeFile(folder / "odd.npy", unaligned)), HasSubstr("odd offset"));
}

} // namespace
} // namespace core
