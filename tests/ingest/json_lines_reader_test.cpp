#include "core/error.h"
#include "core/ingest/json_lines_reader.h"
#include "core/random.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::string_view_literals;

class JsonLinesReaderTest : public testing::Test {
protected:
    TemporaryFolder folder;

    std::filesystem::path file(std::string_view text) const
    {
        return writeFile(folder / "posts.jsonl", text);
    }

    /// The fields of each row; those of one that cannot be used are its fault alone.
    std::vector<std::vector<std::string>> rowsOf(std::string_view text,
                                                 const std::string& encoding = {}) const
    {
        JsonLinesReader reader(file(text), encoding);
        std::vector<std::vector<std::string>> rows;
        TableRecord record;
        while (reader.next(record)) {
            if (record.fault.empty())
                rows.emplace_back(record.fields.begin(), record.fields.end());
            else
                rows.push_back({record.fault});
        }
        EXPECT_EQ(reader.bytesRead(), reader.bytes());
        return rows;
    }

    std::string refusalOf(std::string_view text) const
    {
        try {
            rowsOf(text);
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr((folder / "posts.jsonl").string()));
            return error.what();
        }
        return "accepted";
    }
};

TEST_F(JsonLinesReaderTest, MakesAColumnOfEachName)
{
    const auto text = R"({"id": "a", "views": 12, "seen": true}
{"views": 18446744073709551615, "id": "b\n\"c\"", "caption": "Zoë", "score": 1.50}

{"id": null, "views": -3})";
    EXPECT_THAT(JsonLinesReader(file(text)).header(),
                ElementsAre("id", "views", "seen", "caption", "score"));
    EXPECT_THAT(rowsOf(text),
                ElementsAre(ElementsAre("a", "12", "true", "", ""),
                            ElementsAre("b\n\"c\"", "18446744073709551615", "", "Zoë", "1.50"),
                            ElementsAre("", "-3", "", "", "")));
}

TEST_F(JsonLinesReaderTest, FlattensWhatLiesDeeper)
{
    const auto text =
        R"({"user": {"name": "ada", "at": {"x": 1}}, "tags": ["cat", "dog"], "urls": [{"u": "a", "v": 1}, {"u": "b"}], "empty": {}, "none": []})";
    EXPECT_THAT(JsonLinesReader(file(text)).header(),
                ElementsAre("user.name", "user.at.x", "tags", "urls.u", "urls.v"));
    EXPECT_THAT(rowsOf(text), ElementsAre(ElementsAre("ada", "1", "cat dog", "a b", "1")));
}

TEST_F(JsonLinesReaderTest, CountsLinesAndSaysWhatIsWrongWithOne)
{
    const auto posts =
        file("{\"a\": 1}\r\n\r\n{\"a\": 2\n[3]\n4\n{\"a\": 5} {\"a\": 6}\n{\"a\": 7}");
    JsonLinesReader reader(posts);
    TableRecord record;
    std::vector<std::int64_t> sound;
    std::vector<std::int64_t> faulty;
    while (reader.next(record))
        (record.fault.empty() ? sound : faulty).push_back(record.line);
    EXPECT_THAT(sound, ElementsAre(1, 7));
    EXPECT_THAT(faulty, ElementsAre(3, 4, 5, 6));
    EXPECT_THAT(rowsOf("{\"a\": 1}\n{\"a\": x}"),
                ElementsAre(ElementsAre("1"), ElementsAre(HasSubstr("from its character 7 on"))));
}

TEST_F(JsonLinesReaderTest, RefusesWhatHoldsNoObjects)
{
    EXPECT_THAT(refusalOf("[{\"a\": 1}]"), HasSubstr("no JSON object a line. Row 1: "));
    EXPECT_THAT(refusalOf("{}\n"), HasSubstr("no JSON object a line"));
    EXPECT_THAT(refusalOf(""), HasSubstr("is empty"));
    EXPECT_THAT(refusalOf("{\"a\": \"" + std::string(TableReader::kMostRecordBytes + 10, 'x')),
                HasSubstr("row 1: the row is longer than 16 MB"));
    std::string wide = "{";
    for (int i = 0; i <= 10'000; ++i)
        wide += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":1";
    EXPECT_THAT(refusalOf(wide + "}"), HasSubstr("more than 10,000 different names"));
}

TEST_F(JsonLinesReaderTest, MarksTextThatIsNotSound)
{
    const auto rows = rowsOf("{\"a\": \"b\"}\n{\"a\": \"\\u0000\"}\n{\"a\": \"\xff\"}", "UTF-8");
    EXPECT_THAT(rows, ElementsAre(ElementsAre("b"), ElementsAre(HasSubstr("holds a NUL")),
                                  ElementsAre(HasSubstr("from its character"))));
}

TEST_F(JsonLinesReaderTest, NestsAsDeepAsALineMay)
{
    constexpr std::size_t kDepth = 200'000;
    const std::string text =
        "{\"a\": " + std::string(kDepth, '[') + "1" + std::string(kDepth, ']') + "}";
    EXPECT_THAT(rowsOf(text), ElementsAre(ElementsAre("1")));
}

/// An oracle: whatever strings are written, they are read back.
TEST_F(JsonLinesReaderTest, ReadsBackRandomObjects)
{
    constexpr std::string_view kLetters = "x\"\\\n\t {}[],:";
    Random random(5);
    std::string text;
    std::vector<std::vector<std::string>> expected;
    for (int row = 0; row < 300; ++row) {
        nlohmann::json object;
        auto& fields = expected.emplace_back();
        for (const auto* name : {"a", "b", "c"}) {
            std::string value;
            for (std::size_t left = random.below(9); left > 0; --left)
                value += kLetters[random.below(kLetters.size())];
            object[name] = value;
            fields.push_back(value);
        }
        text += object.dump() + "\n";
    }
    EXPECT_EQ(rowsOf(text), expected);
}

TEST_F(JsonLinesReaderTest, IsKnownByItsTextOrItsName)
{
    EXPECT_EQ(openTable(writeFile(folder / "a.txt", " {\"a\": 1}\n"sv))->format(),
              TableFormat::JsonLines);
    EXPECT_EQ(openTable(writeFile(folder / "b.csv", "a,b\n1,2\n"sv))->format(),
              TableFormat::Commas);
    EXPECT_THROW(openTable(writeFile(folder / "c.JSON", "[]"sv)), Error);
    // UTF-16, as exports of Windows are.
    const std::string wide("\xFF\xFE{\0\"\0a\0\"\0:\0\x31\0}\0", 16);
    EXPECT_EQ(openTable(writeFile(folder / "d.csv", wide))->format(), TableFormat::JsonLines);
}

TEST_F(JsonLinesReaderTest, BytesChangedAtRandomAreNoDanger)
{
    const std::string sound =
        "{\"id\": \"a\", \"n\": [1, {\"b\": 2.5e3}]}\n{\"id\": \"\\u00e9\"}\n";
    Random random(6);
    for (int round = 0; round < 2'000; ++round) {
        auto text = sound;
        for (int change = 0; change < 3; ++change)
            text[random.below(text.size())] = static_cast<char>(random.below(255) + 1);
        try {
            rowsOf(text);
        } catch (const Error& error) {
            EXPECT_THAT(std::string(error.what()), testing::Not(IsEmpty()));
        }
    }
}

} // namespace
} // namespace core
