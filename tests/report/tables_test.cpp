#include "core/report/tables.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <clocale>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace core {
namespace {

using nlohmann::json;

SenseWordList listOf(const std::string& name, const std::string& word)
{
    return {.sense = {.polarity = Polarity::Unpopular, .index = 1},
            .givenName = name,
            .share = 0.25,
            .words = {{.word = word, .weight = 1.5, .z = -2.0, .count = 7}}};
}

std::string csvOf(std::span<const SenseWordList> lists)
{
    std::ostringstream out;
    writeWordsCsv(out, lists);
    return out.str();
}

TEST(CsvField, QuotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(csvField(""), "");
    EXPECT_EQ(csvField("plain text"), "plain text");
    EXPECT_EQ(csvField("a,b"), "\"a,b\"");
    EXPECT_EQ(csvField("say \"hi\""), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(csvField("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csvField("caf\xC3\xA9"), "caf\xC3\xA9");
}

TEST(CsvField, LetsNoSpreadsheetRunAFormula)
{
    EXPECT_EQ(csvField("=1+1"), "'=1+1");
    EXPECT_EQ(csvField("=HYPERLINK(\"http://x\",\"y\")"),
              "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    EXPECT_EQ(csvField("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
    EXPECT_EQ(csvField("-2+3"), "'-2+3");
    EXPECT_EQ(csvField("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csvField("\t=1"), "'\t=1");
    EXPECT_EQ(csvField("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csvField("-"), "'-");
    EXPECT_EQ(csvField("-inf"), "'-inf");
    EXPECT_EQ(csvField("a=1"), "a=1") << "only where it begins the cell";
}

TEST(CsvField, LeavesNumbersNumbers)
{
    for (const char* number : {"-3", "+3", "-1.5e-7", "+0.25", "1e300"})
        EXPECT_EQ(csvField(number), number);
}

TEST(CsvNumber, WritesTenDigitsInTheLocaleOfC)
{
    const std::string before = std::setlocale(LC_NUMERIC, nullptr); // NOLINT(concurrency-mt-unsafe)
    for (const char* locale : {"de_DE.UTF-8", "C"}) { // the first may not be installed
        std::setlocale(LC_NUMERIC, locale);           // NOLINT(concurrency-mt-unsafe)
        EXPECT_EQ(csvNumber(0.5), "0.5");
        EXPECT_EQ(csvNumber(-1234567.0), "-1234567");
        EXPECT_EQ(csvNumber(1.0 / 3.0), "0.3333333333");
        EXPECT_EQ(csvNumber(1e-300), "1e-300");
    }
    std::setlocale(LC_NUMERIC, before.c_str()); // NOLINT(concurrency-mt-unsafe)
}

TEST(WriteCsv, WritesARectangleWithItsHeader)
{
    std::ostringstream out;
    const std::vector<std::string> header{"a", "b"};
    const std::vector<std::vector<std::string>> rows{{"1", "x,y"}, {"", "=2"}};
    writeCsv(out, header, rows);
    EXPECT_EQ(out.str(), "a,b\n1,\"x,y\"\n,'=2\n");
}

TEST(WriteCsv, KeepsALineForAnEmptyField)
{
    std::ostringstream out;
    const std::vector<std::string> header{"a"};
    const std::vector<std::vector<std::string>> rows{{""}, {"1"}};
    writeCsv(out, header, rows);
    EXPECT_EQ(out.str(), "a\n\"\"\n1\n");
}

TEST(WriteCsv, RefusesARaggedTableBeforeItWrites)
{
    std::ostringstream out;
    const std::vector<std::string> header{"a", "b"};
    const std::vector<std::vector<std::string>> rows{{"1", "2"}, {"3"}};
    EXPECT_THROW(writeCsv(out, header, rows), std::invalid_argument);
    EXPECT_EQ(out.str(), "");
}

TEST(WordsCsv, WritesARowAWord)
{
    const std::vector lists{listOf("cold, blue", "@snow")};
    EXPECT_EQ(csvOf(lists), "sense,polarity,name,share,word,weight,z,count\n"
                            "-2,unpopular,\"cold, blue\",0.25,'@snow,1.5,-2,7\n");
    EXPECT_EQ(csvOf({}), "sense,polarity,name,share,word,weight,z,count\n");
}

TEST(WordsJson, HoldsWhatTheCsvHolds)
{
    std::ostringstream out;
    const std::vector lists{listOf("a \"name\"\n</script>", "snow")};
    writeWordsJson(out, lists);
    const auto document = json::parse(out.str());
    EXPECT_EQ(document["senses"][0], json::parse(R"({"sense": "-2", "polarity": "unpopular",
        "name": "a \"name\"\n</script>", "share": 0.25,
        "words": [{"word": "snow", "weight": 1.5, "z": -2.0, "count": 7}]})"));
}

TEST(WordsJson, LosesNothingToBadBytesAndInfinities)
{
    std::ostringstream out;
    std::vector lists{listOf("caf\xE9", "snow")};
    lists[0].words[0].z = std::numeric_limits<double>::infinity();
    writeWordsJson(out, lists);
    const auto document = json::parse(out.str());
    EXPECT_EQ(document["senses"][0]["name"], "caf\xEF\xBF\xBD");
    EXPECT_TRUE(document["senses"][0]["words"][0]["z"].is_null());
    std::ostringstream none;
    writeWordsJson(none, {});
    EXPECT_EQ(json::parse(none.str()), json::parse(R"({"senses": []})"));
}

TEST(WriteNpy, WritesTheBytesThatNumpyWouldSave)
{
    // numpy.save(file, numpy.array([[1, 2, 3], [4, 5, .5]], dtype='<f4'))
    std::ostringstream out;
    writeNpy(out, MatrixF{{1, 2, 3}, {4, 5, 0.5F}});
    const std::string bytes = out.str();
    ASSERT_EQ(bytes.size() % 64, 24U) << "the numbers begin at a multiple of 64";
    const std::size_t data = bytes.size() - 24;
    EXPECT_EQ(bytes.substr(0, 8), std::string("\x93NUMPY\x01\0", 8));
    EXPECT_EQ(static_cast<std::size_t>(bytes[8]), data - 10);
    EXPECT_EQ(bytes.substr(10, 59), "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }");
    EXPECT_EQ(bytes[data - 1], '\n');
    EXPECT_EQ(bytes.substr(data), std::string("\0\0\x80\x3F\0\0\0\x40\0\0\x40\x40"
                                              "\0\0\x80\x40\0\0\xA0\x40\0\0\0\x3F",
                                              24));
}

TEST(WriteNpy, WritesAVectorAsOneDimension)
{
    std::ostringstream out;
    writeNpy(out, VectorF{{1.0F, 2.0F}});
    EXPECT_EQ(out.str().substr(10, 57),
              "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }");
    EXPECT_EQ(out.str().size() % 64, 8U);
}

} // namespace
} // namespace core
