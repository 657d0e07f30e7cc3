#include "core/error.h"
#include "core/features/npy_header.h"
#include "core/random.h"
#include "tests/features/npy_bytes.h"

#include <gmock/gmock.h>

#include <sstream>

namespace core {
namespace {

using testing::HasSubstr;

NpyHeader headerOf(const std::string& bytes)
{
    std::istringstream in(bytes);
    return readNpyHeader(in, "features.npy");
}

std::string refusalOf(const std::string& bytes)
{
    try {
        headerOf(bytes);
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("features.npy"));
        return error.what();
    }
    return "read";
}

/// Of a table of 2 × 3 float32 with another dictionary.
std::string refusalOfDictionary(const std::string& dictionary)
{
    return refusalOf(npyOf(dictionary, std::string(24, '\0')));
}

TEST(NpyHeader, ReadsWhatNumpySaves)
{
    // numpy.save(file, numpy.array([[1, 2, 3], [4, 5, .5]], dtype='<f2'))
    const std::string dictionary = "{'descr': '<f2', 'fortran_order': False, 'shape': (2, 3), }";
    const std::string bytes = std::string("\x93NUMPY\x01\0v\0", 10) + dictionary
                              + std::string(58, ' ') + "\n"
                              + std::string("\0\x3C\0\x40\0\x42\0\x44\0\x45\0\x38", 12);
    ASSERT_EQ(bytes.size(), 140U);
    const auto header = headerOf(bytes);
    EXPECT_EQ(header.type, NpyType::Float16);
    EXPECT_EQ(header.rows, 2U);
    EXPECT_EQ(header.columns, 3U);
    EXPECT_EQ(header.dataOffset, 128U);
}

TEST(NpyHeader, KnowsTheThreeTypesOfNumbers)
{
    EXPECT_EQ(headerOf(npyTable<Half>(2, {1, 2})).type, NpyType::Float16);
    EXPECT_EQ(headerOf(npyTable<float>(2, {1, 2})).type, NpyType::Float32);
    EXPECT_EQ(headerOf(npyTable<double>(2, {1, 2})).type, NpyType::Float64);
    EXPECT_EQ(bytesOf(NpyType::Float16) + bytesOf(NpyType::Float32) + bytesOf(NpyType::Float64),
              14U);
}

TEST(NpyHeader, ReadsVersionsTwoAndThreeAndKeysInAnyOrder)
{
    const std::string text = "{ \"shape\": (1, 1), 'fortran_order': False, 'descr': '<f8' }\n";
    for (const char version : {'\2', '\3'}) {
        const std::string bytes = std::string("\x93NUMPY") + version + std::string(1, '\0')
                                  + static_cast<char>(text.size()) + std::string(3, '\0') + text
                                  + std::string(8, '\0');
        EXPECT_EQ(headerOf(bytes).type, NpyType::Float64);
        EXPECT_EQ(headerOf(bytes).dataOffset, 12 + text.size());
    }
}

TEST(NpyHeader, RefusesOtherTypesAndSaysWhatToDoInNumpy)
{
    EXPECT_THAT(refusalOfDictionary(npyDictionary("|O", 2, 3)), HasSubstr("Python objects"));
    for (const char* type : {"<i8", "<f16", "<c8", "|b1", "<U8", ""})
        EXPECT_THAT(refusalOfDictionary(npyDictionary(type, 2, 3)),
                    HasSubstr(std::string("type \"") + type + "\""))
            << type;
    EXPECT_THAT(
        refusalOfDictionary("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 3), }"),
        HasSubstr("\"records\""));
}

TEST(NpyHeader, RefusesWhatIsNoTable)
{
    const auto withShape = [](const std::string& shape) {
        return refusalOfDictionary("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape
                                   + ", }");
    };
    EXPECT_THAT(withShape("(6,)"), HasSubstr("has 1 dimensions"));
    EXPECT_THAT(withShape("()"), HasSubstr("has 0 dimensions"));
    EXPECT_THAT(withShape("(1, 2, 3)"), HasSubstr("has 3 dimensions"));
    EXPECT_THAT(withShape("(6, 0)"), HasSubstr("no columns"));
    EXPECT_THAT(withShape("(9223372036854775807, 3)"), HasSubstr("impossible size"));
    EXPECT_THAT(withShape("(3, 1048577)"), HasSubstr("claims 1048577 features"));
    EXPECT_THAT(withShape("(99999999999999999999, 3)"), HasSubstr("damaged header"));
    EXPECT_THAT(withShape("(-2, 3)"), HasSubstr("damaged header"));
}

TEST(NpyHeader, RefusesFilesOfAnotherLengthThanItSays)
{
    const auto bytes = npyTable<float>(3, {1, 2, 3, 4, 5, 6});
    EXPECT_EQ(refusalOf(bytes), "read");
    EXPECT_THAT(refusalOf(bytes.substr(0, bytes.size() - 1)), HasSubstr("is cut short"));
    EXPECT_THAT(refusalOf(bytes + "x"), HasSubstr("is longer than its header says"));
}

TEST(NpyHeader, RefusesWhatIsNoNumpyFile)
{
    EXPECT_THAT(refusalOf(""), HasSubstr("is no NumPy file"));
    EXPECT_THAT(refusalOf("1,2,3\n"), HasSubstr("is no NumPy file"));
    EXPECT_THAT(refusalOf(std::string("\x93NUMPY\x04\0", 8)), HasSubstr("unknown version"));
    EXPECT_THAT(refusalOf("\x93NUMPY"), HasSubstr("unknown version"));
    EXPECT_THAT(refusalOf(std::string("\x93NUMPY\x02\0\xFF\xFF\xFF\x7F", 12)),
                HasSubstr("header of 2147483647 bytes"));
    for (const char* dictionary :
         {"", "{", "{}", "{'descr': '<f4'}", "[1, 2]", "{'descr': '<f4, 'shape': (2, 3)}",
          "{'descr': '<f4', 'fortran_order': None, 'shape': (2, 3), }",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'more': 1}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } + evil()",
          "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"})
        EXPECT_THAT(refusalOfDictionary(dictionary), HasSubstr("damaged header")) << dictionary;
}

TEST(NpyHeader, WritesWhatNumpyWouldButForTheSpaces)
{
    const std::string dictionary = "{'descr': '<f2', 'fortran_order': False, 'shape': (2, 3), }";
    EXPECT_EQ(npyHeaderOfHalfs(2, 3), std::string("\x93NUMPY\x01\0\xF6\x0F", 10) + dictionary
                                          + std::string(4096 - 11 - dictionary.size(), ' ') + "\n");
}

TEST(NpyHeader, BeginsTheRowsOfEveryShapeOnAPage)
{
    for (std::size_t rows = 0; rows < 2'000'000'000; rows = rows * 3 + 1) {
        for (const std::size_t columns : {1U, 512U, 4096U, 100'000U}) {
            const auto text = npyHeaderOfHalfs(rows, columns);
            ASSERT_EQ(text.size(), 4096U) << rows << " × " << columns;
            ASSERT_EQ(text.back(), '\n');
        }
    }
    EXPECT_EQ(headerOf(npyHeaderOfHalfs(5, 7) + std::string(70, '\0')).rows, 5U);
}

TEST(NpyHeader, PrefixesAndBytesChangedAtRandomAreNoDanger)
{
    const auto bytes = npyTable<Half>(3, {1, 2, 3, 4, 5, 6});
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_NE(refusalOf(bytes.substr(0, length)), "read") << length;
    Random random(1);
    for (int trial = 0; trial < 20'000; ++trial) {
        auto changed = bytes;
        for (auto changes = 1 + random.below(3); changes > 0; --changes)
            changed[random.below(100)] = static_cast<char>(random.below(256));
        try {
            const auto header = headerOf(changed);
            ASSERT_EQ(header.dataOffset + header.rows * header.columns * bytesOf(header.type),
                      changed.size());
        } catch (const Error&) {
            continue;
        }
    }
}

} // namespace
} // namespace core
