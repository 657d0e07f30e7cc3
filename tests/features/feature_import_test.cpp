#include "core/error.h"
#include "core/features/feature_import.h"
#include "core/features/feature_store.h"
#include "tests/features/npy_bytes.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Imports files of three records, each of which became an image.
class FeatureImportTest : public testing::Test {
protected:
    TemporaryFolder folder;
    fs::path store = folder / "store.npy";
    std::vector<std::int64_t> keys{0, 1, 2};
    std::size_t images = 3;

    ImportedFeatures import(const std::string& name, const std::string& bytes) const
    {
        return importFeatures(writeFile(folder / name, bytes), {keys, images}, store);
    }

    std::vector<double> stored() const
    {
        const auto rows = FeatureStore::open(store);
        std::vector<double> values;
        for (std::size_t i = 0; i < rows->rows() * rows->columns(); ++i)
            values.push_back(static_cast<float>(rows->row(0)[i]));
        return values;
    }

    std::string refusalOf(const std::string& name, const std::string& bytes) const
    {
        writeFile(store, std::string("as it was"));
        writeFile(folder / name, bytes);
        const auto before = folder.entries();
        try {
            import(name, bytes);
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr(name));
            EXPECT_EQ(readFile(store), "as it was");
            EXPECT_EQ(folder.entries(), before) << "nothing is left beside";
            return error.what();
        }
        return "imported";
    }
};

TEST_F(FeatureImportTest, CopiesEveryTypeOfNumber)
{
    const std::vector<double> values{1, -2, 0.5, 4, 5, -0.25};
    for (const auto& bytes :
         {npyTable<Half>(2, values), npyTable<float>(2, values), npyTable<double>(2, values)}) {
        const auto imported = import("f.npy", bytes);
        EXPECT_EQ(imported.dimension, 2U);
        EXPECT_EQ(imported.scale, 1.0);
        EXPECT_EQ(stored(), values);
    }
}

TEST_F(FeatureImportTest, ReadsCsvWithAndWithoutAHeader)
{
    const std::vector<double> values{1, -2, 0.5, 4, 5e1, -0.25};
    for (const char* text : {"1,-2\n0.5,4\n5e1,-0.25\n", "a,b\n1,-2\n0.5,4\n5e1,-0.25",
                             "\xEF\xBB\xBF"
                             "1;-2\r\n 0.5 ; +4\r\n50;-.25\r\n\r\n",
                             "a\tb\n1\t-2\n0.5\t4\n50.0\t-0.25\n\n"}) {
        EXPECT_EQ(import("f.CSV", text).dimension, 2U) << text;
        EXPECT_EQ(stored(), values) << text;
    }
}

TEST_F(FeatureImportTest, MatchesRowsToRecordsBeforeRejection)
{
    // The second and fourth of five records were rejected; what their rows hold does not matter.
    keys = {0, -1, 1, -1, 2};
    import("f.npy", npyTable<float>(1, {10, kNaN, 20, 1e30, 30}));
    EXPECT_THAT(stored(), ElementsAre(10, 20, 30));
    import("f.csv", "10\nnan\n20\ninf\n30\n");
    EXPECT_THAT(stored(), ElementsAre(10, 20, 30));
    EXPECT_THAT(refusalOf("f.npy", npyTable<float>(1, {10, 20, 30})),
                HasSubstr("has 3 rows, but there are 5 records"));
}

TEST_F(FeatureImportTest, PutsEachRowAtItsImagesKey)
{
    keys = {2, 0, 1};
    images = 4;
    import("f.npy", npyTable<float>(2, {1, 2, 3, 4, 5, 6}));
    EXPECT_THAT(stored(), ElementsAre(3, 4, 5, 6, 1, 2, 0, 0));
}

TEST_F(FeatureImportTest, StoresLargeAndSmallValuesTimesAPowerOfTwo)
{
    const auto scaleOf = [&](double largest) {
        return import("f.npy", npyTable<double>(1, {0, -largest, largest / 4})).scale;
    };
    EXPECT_EQ(scaleOf(256.0), 1.0); // 2⁸ is the most that stays
    EXPECT_EQ(scaleOf(257.0), 0.5); // into (2⁷, 2⁸]
    EXPECT_EQ(scaleOf(512.0), 0.5);
    EXPECT_EQ(scaleOf(513.0), 0.25);
    EXPECT_EQ(scaleOf(1.0 / 256.0), 1.0); // 2⁻⁸ is the least that stays
    EXPECT_EQ(scaleOf(1.0 / 512.0), std::ldexp(1.0, 17));
    EXPECT_EQ(scaleOf(0.0), 1.0);
    EXPECT_EQ(scaleOf(1e300), std::ldexp(1.0, -989)); // 2⁹⁹⁷ > 1e300 > 2⁹⁹⁶
}

TEST_F(FeatureImportTest, ScalingLosesNoMoreThanFloat16Does)
{
    for (const double unit : {1e-30, 1e-6, 3.0, 1e5, 1e200}) {
        const std::vector<double> values{1 * unit, -0.37 * unit, 0.0123 * unit};
        const auto imported = import("f.npy", npyTable<double>(1, values));
        const auto half = stored();
        for (std::size_t i = 0; i < values.size(); ++i)
            EXPECT_NEAR(half[i] / imported.scale, values[i], std::abs(values[i]) / 2048) << unit;
    }
}

TEST_F(FeatureImportTest, RefusesNaNAndInfinityWithTheRow)
{
    EXPECT_THAT(refusalOf("f.npy", npyTable<float>(2, {1, 2, 3, kNaN, 5, 6})),
                HasSubstr("Row 2 of"));
    EXPECT_THAT(refusalOf("f.npy", npyTable<Half>(2, {1, 2, 3, kNaN, 5, 6})),
                HasSubstr("column 2: replace it"));
    EXPECT_THAT(refusalOf("f.npy", npyTable<double>(1, {1, 2, -kInfinity})), HasSubstr("Row 3"));
    EXPECT_THAT(refusalOf("f.csv", "1\nnan\n2\n"), HasSubstr("Row 2"));
    EXPECT_THAT(refusalOf("f.csv", "1\n2\n1e999\n"), HasSubstr("Row 3"))
        << "too large for a double is no zero";
}

TEST_F(FeatureImportTest, TakesWhatIsTooSmallForADoubleAsZero)
{
    import("f.csv", "1\n1e-999\n-2E-400\n");
    EXPECT_THAT(stored(), ElementsAre(1, 0, 0));
}

TEST_F(FeatureImportTest, RefusesAnotherNumberOfRows)
{
    EXPECT_THAT(refusalOf("f.npy", npyTable<float>(1, {1, 2})),
                HasSubstr("has 2 rows, but there are 3 records"));
    EXPECT_THAT(refusalOf("f.npy", npyTable<float>(1, {1, 2, 3, 4})), HasSubstr("has 4 rows"));
    EXPECT_THAT(refusalOf("f.csv", "1\n2\n"), HasSubstr("has 2 rows"));
    EXPECT_THAT(refusalOf("f.csv", "1\n2\n3\n4\n"), HasSubstr("has more than 3 rows"));
    EXPECT_THAT(refusalOf("f.csv", "only,a,header\n"), HasSubstr("has 0 rows"));
}

TEST_F(FeatureImportTest, RefusesCsvThatIsNoTableOfNumbersWithTheLine)
{
    EXPECT_THAT(refusalOf("f.csv", ""), HasSubstr("is empty"));
    EXPECT_THAT(refusalOf("f.csv", "1,2\n3\n5,6\n"), HasSubstr("Line 2"));
    EXPECT_THAT(refusalOf("f.csv", "1,2\n3,4,5\n5,6\n"), HasSubstr("has 3 numbers, not 2"));
    EXPECT_THAT(refusalOf("f.csv", "1,2\n3,cat\n5,6\n"),
                HasSubstr("\"cat\" where a number should be (column 2)"));
    EXPECT_THAT(refusalOf("f.csv", "1,2\n3,\n5,6\n"), HasSubstr("\"\" where a number"));
    EXPECT_THAT(refusalOf("f.csv", "1,2\n\n5,6\n"), HasSubstr("Line 2"));
    EXPECT_THAT(refusalOf("f.csv", "1,2\n3,0x10\n5,6\n"), HasSubstr("0x10"));
}

TEST_F(FeatureImportTest, RefusesFilesThatAreNoFeatures)
{
    const auto table = npyTable<float>(1, {1, 2, 3});
    EXPECT_THAT(refusalOf("f.txt", "1\n2\n3\n"), HasSubstr("none of .npy, .npz, .csv and .h5"));
    EXPECT_THAT(refusalOf("f.npy", "1\n2\n3\n"), HasSubstr("is no NumPy file"));
    EXPECT_THAT(refusalOf("f.npy", table.substr(0, table.size() - 3)), HasSubstr("cut short"));
    EXPECT_THAT(refusalOf("f.npy", npyOf(npyDictionary("<i4", 3, 1), std::string(12, '\0'))),
                HasSubstr("not float16, float32 or float64"));
    EXPECT_THROW(importFeatures(folder / "none.npy", {keys, images}, store), Error);
    EXPECT_THROW(importFeatures(folder / "", {keys, images}, store), Error);
}

TEST_F(FeatureImportTest, LeavesTheStoreAsItWasWhenStopped)
{
    writeFile(store, std::string("as it was"));
    std::stop_source stop;
    const auto file = writeFile(folder / "f.npy", npyTable<float>(1, {1, 2, 3}));
    // Stopped in the second pass, while rows are being written.
    const auto observe = [&](const Progress& progress) {
        if (progress.stage.starts_with("Copying"))
            stop.request_stop();
    };
    EXPECT_THROW(importFeatures(file, {keys, images}, store, stop.get_token(), observe), Cancelled);
    EXPECT_EQ(readFile(store), "as it was");
    EXPECT_EQ(folder.entries(), 2U);
}

TEST_F(FeatureImportTest, WantsAKeyOfItsOwnForEachRecord)
{
    const auto file = writeFile(folder / "f.npy", npyTable<float>(1, {1, 2, 3}));
    for (const auto& bad : {std::vector<std::int64_t>{0, 1, 3}, {0, 1, 1}, {0, 1, -2}})
        EXPECT_THROW(importFeatures(file, {bad, images}, store), std::invalid_argument);
}

} // namespace
} // namespace core
