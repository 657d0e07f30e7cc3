#include "core/error.h"
#include "core/ingest/delimited_reader.h"
#include "core/random.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <optional>
#include <string>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::string_view_literals;

struct Row {
    std::int64_t line;
    std::vector<std::string> fields;
    bool sound;

    friend bool operator==(const Row&, const Row&) = default;
};

class DelimitedReaderTest : public testing::Test {
protected:
    TemporaryFolder folder;

    DelimitedReader readerOf(std::string_view text, const std::string& encoding = {}) const
    {
        return DelimitedReader(writeFile(folder / "posts.csv", text), encoding);
    }

    std::vector<Row> rowsOf(std::string_view text, const std::string& encoding = {}) const
    {
        auto reader = readerOf(text, encoding);
        std::vector<Row> rows;
        TableRecord record;
        while (reader.next(record))
            rows.push_back(
                {record.line, {record.fields.begin(), record.fields.end()}, record.fault.empty()});
        EXPECT_EQ(reader.bytesRead(), reader.bytes());
        return rows;
    }

    /// The fields of the one record that follows a header of two columns.
    std::vector<std::string> fieldsOf(std::string_view line) const
    {
        const auto rows = rowsOf("a,b\n" + std::string(line));
        EXPECT_EQ(rows.size(), 1U) << line;
        return rows.empty() ? std::vector<std::string>{} : rows[0].fields;
    }

    std::string refusalOf(std::string_view text) const
    {
        try {
            rowsOf(text);
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr((folder / "posts.csv").string()));
            return error.what();
        }
        return "read";
    }
};

TEST_F(DelimitedReaderTest, ReadsQuotesAsRfc4180Says)
{
    EXPECT_THAT(fieldsOf("1,2"), ElementsAre("1", "2"));
    EXPECT_THAT(fieldsOf("\"1,5\",\"say \"\"hi\"\"\""), ElementsAre("1,5", "say \"hi\""));
    EXPECT_THAT(fieldsOf("\"\",\"\"\"\""), ElementsAre("", "\""));
    EXPECT_THAT(fieldsOf("\"two\nlines\",\"and\r\nmore\"\n"),
                ElementsAre("two\nlines", "and\r\nmore"));
    EXPECT_THAT(fieldsOf(",\n"), ElementsAre("", ""));
    EXPECT_THAT(fieldsOf(" 1 , 2 "), ElementsAre(" 1 ", " 2 ")) << "blanks belong to a field";
    EXPECT_THAT(fieldsOf("5\" screen,x"), ElementsAre("5\" screen", "x")) << "a quote within";
    EXPECT_THAT(fieldsOf("\"a\"b,x"), ElementsAre("ab", "x")) << "text after a closing quote";
}

TEST_F(DelimitedReaderTest, EndsRecordsAtEveryKindOfLineBreakAndSkipsEmptyLines)
{
    for (const char* text : {"a,b\n1,2\n\n3,4\n", "a,b\r\n1,2\r\n\r\n3,4", "a,b\r1,2\r\r3,4\r"}) {
        const auto rows = rowsOf(text);
        ASSERT_EQ(rows.size(), 2U) << text;
        EXPECT_EQ(rows[0], (Row{2, {"1", "2"}, true})) << text;
        EXPECT_EQ(rows[1], (Row{4, {"3", "4"}, true})) << text;
    }
}

TEST_F(DelimitedReaderTest, CountsLinesWithinQuotes)
{
    const auto rows = rowsOf("a,b\n\"1\n1\n1\",2\n3,4\n");
    EXPECT_EQ(rows[0].line, 2);
    EXPECT_EQ(rows[1].line, 5);
}

TEST_F(DelimitedReaderTest, LeavesOutAByteOrderMarkAndTrimsTheHeader)
{
    const auto reader = readerOf("\xEF\xBB\xBF id ,,\"views\"\n");
    EXPECT_THAT(reader.header(), ElementsAre("id", "column 2", "views"));
    EXPECT_EQ(reader.column("views"), 2U);
}

TEST_F(DelimitedReaderTest, GuessesTheDelimiterFromTheHeader)
{
    EXPECT_EQ(readerOf("a,b\n").format(), TableFormat::Commas);
    EXPECT_EQ(readerOf("a\tb,c\td\n").format(), TableFormat::Tabs);
    EXPECT_EQ(readerOf("a;b;c,d\n").format(), TableFormat::Semicolons);
    EXPECT_EQ(readerOf("\"x,y,z,w\";b\n").format(), TableFormat::Semicolons);
    EXPECT_EQ(readerOf("one\n1,2;3\n").format(), TableFormat::Commas);
}

TEST_F(DelimitedReaderTest, RefusesWhatIsNoTable)
{
    EXPECT_THAT(refusalOf(""), HasSubstr("is empty: export the table again"));
    EXPECT_THAT(refusalOf("\n\r\n\n"), HasSubstr("is empty: its first line"));
    EXPECT_THAT(refusalOf("\xEF\xBB\xBF"), HasSubstr("is empty"));
    EXPECT_THAT(refusalOf("PK\3\4\0\0"sv), HasSubstr("binary file"));
    EXPECT_THAT(refusalOf("id,na\xEFve\n1,\xC3\xA9\n"),
                HasSubstr("row 1: the column names are not UTF-8"));
}

TEST_F(DelimitedReaderTest, RefusesAFileThatEndsInsideAQuotedFieldWithItsRow)
{
    EXPECT_THAT(refusalOf("a,b\n1,2\n3,\"4\n5,6\n"), HasSubstr("row 3: the file ends inside"));
    EXPECT_THAT(refusalOf("a,b\n1,2\n3,\"4\"\"\n"), HasSubstr("row 3"));
    EXPECT_THAT(refusalOf("\"a,b\n1,2\n"), HasSubstr("row 1"));
    // So long that it cannot be meant, and longer than memory should be spent on.
    EXPECT_THAT(refusalOf("a,b\n1,\"" + std::string(TableReader::kMostRecordBytes + 10, 'x')),
                HasSubstr("row 2: the row is longer than 16 MB"));
    EXPECT_THAT(refusalOf("a,b\n1," + std::string(TableReader::kMostRecordBytes + 10, 'x')),
                HasSubstr("row 2: the row is longer"));
}

TEST_F(DelimitedReaderTest, MarksTheRecordsThatAreNotUtf8)
{
    const auto rows = rowsOf("a,b\ncaf\xC3\xA9,1\ncaf\xE9,2\nx,3\n");
    EXPECT_TRUE(rows[0].sound);
    EXPECT_FALSE(rows[1].sound);
    EXPECT_TRUE(rows[2].sound);
    EXPECT_FALSE(rowsOf("a,b\n\xC3,\xA9\n\xC3\xA9,\xC3\xA9\n")[0].sound)
        << "the halves make a character together";
    // A NUL beyond what is looked at when the file is opened.
    const auto late = "a,b\n" + std::string(70'000, 'x') + ",1\ny" + std::string(1, '\0') + ",2\n";
    EXPECT_FALSE(rowsOf(late)[1].sound);
}

TEST_F(DelimitedReaderTest, ReadsOtherEncodings)
{
    const std::vector<std::pair<std::string_view, std::string>> files = {
        {"\xFF\xFEi\0d\0,\0t\0\n\0\x31\0,\0\xE9\0\n\0"sv, "UTF-16LE"},
        {"\xFE\xFF\0i\0d\0,\0t\0\n\0\x31\0,\0\xE9\0\n"sv, "UTF-16BE"},
        {"i\0d\0,\0t\0\n\0\x31\0,\0\xE9\0\n\0"sv, "UTF-16LE"},
        {"id,t\n1,\xE9\n"sv, "windows-1252"},
        {"id,t\n1,\xC3\xA9\n"sv, "UTF-8"},
        {"\xEF\xBB\xBFid,t\n1,\xC3\xA9\n"sv, "UTF-8"},
    };
    for (const auto& [bytes, encoding] : files) {
        EXPECT_EQ(readerOf(bytes).encoding(), encoding);
        EXPECT_THAT(readerOf(bytes).header(), ElementsAre("id", "t"));
        EXPECT_EQ(rowsOf(bytes), (std::vector<Row>{{2, {"1", "\xC3\xA9"}, true}})) << encoding;
    }
}

TEST_F(DelimitedReaderTest, TakesTheEncodingThatIsNamed)
{
    const auto file = writeFile(folder / "cyrillic.csv", "id,t\n1,\xE9\n"sv);
    DelimitedReader reader(file, "windows-1251");
    TableRecord record;
    ASSERT_TRUE(reader.next(record));
    EXPECT_EQ(record.fields[1], "\xD0\xB9");
    EXPECT_THROW(DelimitedReader(file, "no-such-encoding"), Error);
}

TEST_F(DelimitedReaderTest, NamesTheColumnsThatAreThere)
{
    const auto reader = readerOf("id,views,views\n");
    const auto refusal = [&](const std::string& name) -> std::string {
        try {
            reader.column(name);
        } catch (const Error& error) {
            return error.what();
        }
        return "found";
    };
    EXPECT_EQ(refusal("id"), "found");
    EXPECT_THAT(refusal("likes"), HasSubstr("no column \"likes\". The columns are: id, views"));
    EXPECT_THAT(refusal("ID"), HasSubstr("no column \"ID\""));
    EXPECT_THAT(refusal("views"), HasSubstr("stands twice"));
}

/// Up to eight letters of those that a reader has to think about.
std::string randomField(Random& random)
{
    constexpr std::string_view kLetters = "ab,;\t\"\n\r '=\xC3\xA9";
    std::string field;
    for (auto length = random.below(9); length > 0; --length)
        field += kLetters[random.below(kLetters.size())];
    return field;
}

std::string inQuotes(const std::string& field)
{
    std::string text = "\"";
    for (const char c : field)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

TEST_F(DelimitedReaderTest, ReadsBackRandomTablesHoweverTheyAreQuoted)
{
    Random random(4);
    for (int trial = 0; trial < 150; ++trial) {
        std::string text = "a,b,c\n";
        std::vector<std::vector<std::string>> expected;
        for (auto rows = 1 + random.below(8); rows > 0; --rows) {
            auto& row = expected.emplace_back();
            for (int column = 0; column < 3; ++column)
                row.push_back(randomField(random));
            text += inQuotes(row[0]) + ',' + inQuotes(row[1]) + ',' + inQuotes(row[2]);
            text += random.below(2) == 0 ? "\n" : "\r\n";
        }
        std::vector<std::vector<std::string>> read;
        for (const auto& row : rowsOf(text, "UTF-8"))
            read.push_back(row.fields);
        ASSERT_EQ(read, expected) << text;
    }
}

TEST_F(DelimitedReaderTest, BytesChangedAtRandomAreNoDanger)
{
    Random random(5);
    const std::string text =
        "id,text,views\r\na,\"one, \"\"two\"\"\r\nthree\",5\r\nb,caf\xC3\xA9,6\n";
    for (int trial = 0; trial < 500; ++trial) {
        auto changed = text;
        for (auto changes = 1 + random.below(4); changes > 0; --changes)
            changed[random.below(changed.size())] = static_cast<char>(random.below(256));
        changed.resize(random.below(4) == 0 ? random.below(changed.size()) : changed.size());
        refusalOf(changed);
    }
}

} // namespace
} // namespace core
