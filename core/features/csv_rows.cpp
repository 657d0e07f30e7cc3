#include "core/error.h"
#include "core/features/record_rows.h"

#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kMostLineBytes = std::size_t{64} << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The C locale's numbers, "nan" and "inf" among them; nullopt for anything else.
std::optional<double> numberIn(std::string_view field)
{
    auto text = trimmed(field);
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size())
        return std::nullopt;
    if (error == std::errc{})
        return value;
    if (error != std::errc::result_out_of_range)
        return std::nullopt;
    // Too small for a double is zero; too large is refused as not finite by whoever reads on.
    const auto exponent = text.find_first_of("eE");
    const bool small =
        exponent != std::string_view::npos && text.substr(exponent + 1).starts_with('-');
    return small ? 0.0 : std::numeric_limits<double>::infinity();
}

char separatorOf(std::string_view line)
{
    const auto first = line.find_first_of(",;\t");
    return first == std::string_view::npos ? ',' : line[first];
}

class CsvRows final : public RecordRows {
public:
    CsvRows(std::filesystem::path file, std::optional<std::size_t> idColumn)
        : m_file(std::move(file))
        , m_idColumn(idColumn)
        , m_in(m_file, std::ios::binary)
    {
        if (!m_in)
            throw Error("Cannot open " + m_file.string() + ": check the name and its permissions.");
        if (!readLine())
            throw Error(m_file.string() + " is empty: save one row of numbers an image.");
        m_separator = separatorOf(m_line);
        const bool header = m_idColumn || !parseFields();
        m_columns = header ? 0 : m_row.size();
        if (header && readLine()) {
            parseRow();
            m_columns = m_row.size();
        }
        m_firstLine = header ? 1 : 0;
        rewind();
    }

    std::size_t columns() const override { return m_columns; }
    std::optional<std::size_t> rows() const override { return std::nullopt; }

    std::span<const double> next() override
    {
        if (!readLine())
            return {};
        parseRow();
        if (m_row.size() != m_columns)
            fail("has " + std::to_string(m_row.size()) + " numbers, not "
                 + std::to_string(m_columns) + " as the first row");
        return m_row;
    }

    void rewind() override
    {
        m_in.clear();
        m_in.seekg(0);
        m_lineNumber = 0;
        for (std::size_t i = 0; i < m_firstLine; ++i)
            readLine();
    }

private:
    [[noreturn]] void fail(const std::string& what) const
    {
        throw Error("Line " + std::to_string(m_lineNumber) + " of " + m_file.string() + " " + what
                    + ": correct it and import again.");
    }

    /// False at the end of the file, and at blank lines that only blank lines follow.
    bool readLine()
    {
        if (!readOneLine())
            return false;
        if (!trimmed(m_line).empty())
            return true;
        const std::size_t blank = m_lineNumber;
        while (readOneLine()) {
            if (!trimmed(m_line).empty()) {
                m_lineNumber = blank;
                fail("is empty");
            }
        }
        return false;
    }

    bool readOneLine()
    {
        m_line.clear();
        auto* buffer = m_in.rdbuf();
        constexpr int kEnd = std::char_traits<char>::eof();
        int byte = buffer->sbumpc();
        if (byte == kEnd)
            return false;
        ++m_lineNumber;
        for (; byte != kEnd && byte != '\n'; byte = buffer->sbumpc()) {
            m_line.push_back(static_cast<char>(byte));
            if (m_line.size() > kMostLineBytes)
                fail("is longer than any row of features");
        }
        if (m_lineNumber == 1 && m_line.starts_with(kByteOrderMark))
            m_line.erase(0, kByteOrderMark.size());
        return true;
    }

    /// Fills m_row; false, with m_badField and m_badColumn set, at the first field that is no
    /// number.
    bool parseFields()
    {
        m_row.clear();
        const std::string_view line = m_line;
        std::size_t column = 0;
        for (std::size_t begin = 0; begin <= line.size(); ++column) {
            const bool id = column == m_idColumn;
            const auto end = std::min(line.find(m_separator, id ? endOfQuotes(line, begin) : begin),
                                      line.size());
            if (!id && !takeNumber(line.substr(begin, end - begin))) {
                m_badColumn = column + 1;
                return false;
            }
            begin = end + 1;
        }
        return true;
    }

    bool takeNumber(std::string_view field)
    {
        const auto number = numberIn(field);
        if (number)
            m_row.push_back(*number);
        else
            m_badField = trimmed(field).substr(0, 40);
        return number.has_value();
    }

    /// Where an id that stands in quotes ends, so that it may hold the separator; `begin` where it
    /// stands in none.
    static std::size_t endOfQuotes(std::string_view line, std::size_t begin)
    {
        if (!line.substr(begin).starts_with('"'))
            return begin;
        auto end = line.find('"', begin + 1);
        while (end != std::string_view::npos && line.substr(end + 1).starts_with('"'))
            end = line.find('"', end + 2); // a doubled quote stands for one
        return std::min(end, line.size());
    }

    void parseRow()
    {
        if (!parseFields())
            fail("holds \"" + m_badField + "\" where a number should be (column "
                 + std::to_string(m_badColumn) + ")");
    }

    std::filesystem::path m_file;
    std::optional<std::size_t> m_idColumn; ///< holds no feature
    std::ifstream m_in;
    char m_separator = ',';
    std::size_t m_columns = 0;
    std::size_t m_firstLine = 0; ///< lines before the first row
    std::size_t m_lineNumber = 0;
    std::string m_line;
    std::string m_badField;
    std::size_t m_badColumn = 0; ///< 1-based
    std::vector<double> m_row;
};

} // namespace

std::unique_ptr<RecordRows> openCsvRows(const std::filesystem::path& file,
                                        std::optional<std::size_t> idColumn)
{
    return std::make_unique<CsvRows>(file, idColumn);
}

} // namespace core
