#include "core/error.h"
#include "core/features/feature_import.h"
#include "core/features/feature_store.h"
#include "core/features/npy_rows.h"
#include "core/random.h"
#include "tests/features/npy_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <numeric>
#include <sstream>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kFiles = fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden" / "feature_files";
constexpr std::size_t kRows = 7;
constexpr std::size_t kColumns = 3;

std::vector<double> writtenThere()
{
    std::vector<double> values;
    for (std::size_t i = 0; i < kRows * kColumns; ++i)
        values.push_back(static_cast<double>(i) * 0.25 - 2.0);
    return values;
}

class FeatureFiles : public testing::Test {
protected:
    TemporaryFolder folder;

    std::vector<double> imported(const fs::path& file) const
    {
        std::vector<std::int64_t> keys(kRows);
        std::iota(keys.begin(), keys.end(), 0);
        importFeatures(file, {keys, kRows}, folder / "store.npy");
        const auto rows = FeatureStore::open(folder / "store.npy");
        std::vector<double> values;
        for (std::size_t i = 0; i < rows->rows() * rows->columns(); ++i)
            values.push_back(static_cast<float>(rows->row(0)[i]));
        return values;
    }

    std::string refusalOf(const fs::path& file) const
    {
        try {
            imported(file);
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr(file.filename().string()));
            return error.what();
        }
        return "imported";
    }
};

/// Written by NumPy and h5py (tests/golden/feature_files.py).
TEST_F(FeatureFiles, AreReadAsTheirProgramsWriteThem)
{
    for (const char* order : {"rows", "columns"})
        for (const char* type : {"littlef2", "bigf2", "littlef4", "bigf4", "littlef8", "bigf8"}) {
            const auto name = std::string(order) + "-" + type + ".npy";
            EXPECT_EQ(imported(kFiles / name), writtenThere()) << name;
        }
    for (const char* name : {"one.npz", "named.npz", "one.h5", "named.hdf5"})
        EXPECT_EQ(imported(kFiles / name), writtenThere()) << name;
}

TEST_F(FeatureFiles, AreRefusedWhereTheTableIsInDoubt)
{
    EXPECT_THAT(refusalOf(kFiles / "several.npz"), HasSubstr("several tables (first, second)"));
    EXPECT_THAT(refusalOf(kFiles / "several.h5"), HasSubstr("several tables (first, second)"));
    EXPECT_THAT(refusalOf(kFiles / "none.npz"), HasSubstr("holds no table of features"));
    EXPECT_THAT(refusalOf(kFiles / "none.h5"), HasSubstr("no dataset of two dimensions"));
    EXPECT_THAT(refusalOf(kFiles / "columns.npz"), HasSubstr("numpy.ascontiguousarray"));
}

TEST_F(FeatureFiles, AreRefusedWhereTheyAreDamaged)
{
    // Not the other table in its place.
    auto damaged = readFile(kFiles / "named.npz");
    const auto place = damaged.find("features.npy");
    damaged[place + std::string("features.npy").size() + 30] ^= 1;
    EXPECT_THAT(refusalOf(writeFile(folder / "named.npz", damaged)), HasSubstr("features.npy"));
    for (const char* name : {"one.npz", "named.npz", "one.h5"}) {
        const auto bytes = readFile(kFiles / name);
        EXPECT_NE(refusalOf(writeFile(folder / name, bytes.substr(0, bytes.size() / 2))),
                  "imported")
            << name;
        EXPECT_NE(refusalOf(writeFile(folder / name, std::string("no such thing"))), "imported")
            << name;
    }
    Random random(7);
    for (const char* name : {"one.npz", "named.npz"}) {
        const auto bytes = readFile(kFiles / name);
        for (int round = 0; round < 100; ++round) {
            auto changed = bytes;
            changed[random.below(changed.size())] = static_cast<char>(random.below(256));
            try {
                imported(writeFile(folder / name, changed));
            } catch (const Error&) {
                continue; // whatever it is, it is no crash
            }
        }
    }
}

/// The library of HDF5 crashes on this file (1.10.8); this program does not.
TEST_F(FeatureFiles, AreRefusedWhereTheirLibraryCrashes)
{
    const auto crashing =
        fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / "hdf5" / "library-crashes";
    fs::copy_file(crashing, folder / "crashing.h5");
    EXPECT_THAT(refusalOf(folder / "crashing.h5"), HasSubstr("write it again"));
}

/// A law: a table is the same table in whatever order and blocks it is read, and once more after
/// rewinding.
TEST_F(FeatureFiles, ColumnsAreReadAsRowsInWhateverBlocks)
{
    constexpr std::size_t kTall = 50;
    constexpr std::size_t kWide = 7;
    std::vector<double> byColumns;
    for (std::size_t c = 0; c < kWide; ++c)
        for (std::size_t r = 0; r < kTall; ++r)
            byColumns.push_back(static_cast<double>(r * 100 + c));
    const auto bytes = npyOf("{'descr': '<f4', 'fortran_order': True, 'shape': (50, 7), }",
                             rawBytes<float>(byColumns));
    for (const std::size_t block : {1U, 28U, 90U, 600U, 1U << 20U}) {
        NpyRows rows(std::make_unique<std::istringstream>(bytes), "f.npy", block);
        for (int time = 0; time < 2; ++time, rows.rewind()) {
            for (std::size_t r = 0; r < kTall; ++r) {
                const auto row = rows.next();
                ASSERT_EQ(row.size(), kWide);
                for (std::size_t c = 0; c < kWide; ++c)
                    EXPECT_EQ(row[c], static_cast<double>(r * 100 + c)) << block;
            }
            EXPECT_TRUE(rows.next().empty());
        }
    }
}

TEST_F(FeatureFiles, InTheProjectStandRowAfterRow)
{
    for (const char* name : {"columns-littlef2.npy", "rows-bigf2.npy", "rows-littlef4.npy"})
        EXPECT_THROW(FeatureStore::open(kFiles / name), Error) << name;
    EXPECT_EQ(FeatureStore::open(kFiles / "rows-littlef2.npy")->rows(), kRows);
}

} // namespace
} // namespace core
