#include "core/ingest/delimited_reader.h"

#include "core/error.h"
#include "core/ingest/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace core {

namespace {

constexpr const char* kNotUtf8 = "The row is not UTF-8: save the table again as CSV in UTF-8.";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The most frequent of comma, tab and semicolon in the first line, quoted text left out.
char guessDelimiter(std::string_view text)
{
    std::array<std::pair<char, int>, 3> counts = {{{',', 0}, {'\t', 0}, {';', 0}}};
    bool inQuotes = false;
    for (const char c : text) {
        if (!inQuotes && (c == '\n' || c == '\r'))
            break;
        if (c == '"')
            inQuotes = !inQuotes;
        for (auto& [delimiter, count] : counts)
            count += !inQuotes && c == delimiter ? 1 : 0;
    }
    return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

} // namespace

DelimitedReader::DelimitedReader(std::filesystem::path file, const std::string& encoding)
    : TableReader(TextStream(std::move(file), encoding))
{
    fill();
    m_delimiter = guessDelimiter(m_buffer);
    readHeader();
}

TableFormat DelimitedReader::format() const
{
    switch (m_delimiter) {
    case '\t':
        return TableFormat::Tabs;
    case ';':
        return TableFormat::Semicolons;
    default:
        return TableFormat::Commas;
    }
}

void DelimitedReader::readHeader()
{
    TableRecord record;
    if (!next(record))
        throw Error(file().string() + " is empty: its first line must name the columns.");
    if (!record.fault.empty())
        throw Error(file().string()
                    + ", row 1: the column names are not UTF-8. Save the table "
                      "again as CSV in UTF-8.");
    for (const auto field : record.fields)
        addColumn(std::string(trimmed(field)));
}

bool DelimitedReader::fill()
{
    if (m_at == m_buffer.size()) {
        m_buffer.clear();
        m_at = 0;
    }
    return stream().more(m_buffer);
}

bool DelimitedReader::peek(char& c)
{
    if (m_at == m_buffer.size() && !fill())
        return false;
    c = m_buffer[m_at];
    return true;
}

void DelimitedReader::skipLineBreak()
{
    char c = 0;
    if (!peek(c))
        return;
    ++m_at;
    ++m_line;
    if (c == '\r' && peek(c) && c == '\n')
        ++m_at;
}

bool DelimitedReader::skipEmptyLines()
{
    char c = 0;
    while (peek(c)) {
        if (c != '\r' && c != '\n')
            return true;
        skipLineBreak();
    }
    return false;
}

void DelimitedReader::refuseLongRecord() const
{
    throw Error(file().string() + ", row " + std::to_string(m_recordLine)
                + ": the row is longer than 16 MB. A quote that is opened there is probably never "
                  "closed; close it.");
}

void DelimitedReader::readQuotedField()
{
    ++m_at; // the opening quote
    char c = 0;
    while (peek(c)) {
        // Everything up to the next quote at once.
        const auto stop = std::min(m_buffer.find('"', m_at), m_buffer.size());
        const std::string_view piece(m_buffer.data() + m_at, stop - m_at);
        m_line += std::ranges::count(piece, '\n');
        m_text.append(piece);
        m_at = stop;
        if (m_text.size() > kMostRecordBytes)
            refuseLongRecord();
        if (!peek(c))
            break;
        if (c != '"')
            continue;
        ++m_at;
        if (!peek(c) || c != '"')
            return;
        m_text.push_back('"');
        ++m_at;
    }
    throw Error(
        file().string() + ", row " + std::to_string(m_recordLine)
        + ": the file ends inside a quoted field. It was probably cut short; export it again "
          "or close the quote.");
}

void DelimitedReader::readField()
{
    const auto begin = m_text.size();
    char c = 0;
    if (peek(c) && c == '"')
        readQuotedField();
    // What follows a closing quote, or the whole of a field without quotes.
    while (peek(c) && c != m_delimiter && c != '\n' && c != '\r') {
        const auto first = m_at;
        while (m_at < m_buffer.size() && m_buffer[m_at] != m_delimiter && m_buffer[m_at] != '\n'
               && m_buffer[m_at] != '\r')
            ++m_at;
        m_text.append(m_buffer, first, m_at - first);
        if (m_text.size() > kMostRecordBytes)
            refuseLongRecord();
    }
    m_spans.push_back({begin, m_text.size()});
}

bool DelimitedReader::next(TableRecord& record)
{
    record.fields.clear();
    if (!skipEmptyLines())
        return false;
    m_text.clear();
    m_spans.clear();
    m_recordLine = m_line;
    readField();
    char c = 0;
    while (peek(c) && c == m_delimiter) {
        ++m_at;
        readField();
    }
    skipLineBreak();
    record.line = m_recordLine;
    for (const auto& span : m_spans)
        record.fields.emplace_back(m_text.data() + span.begin, span.end - span.begin);
    // Field by field: the end of one and the beginning of the next may make a character together.
    if (std::ranges::all_of(record.fields, isUtf8Text))
        record.fault.clear();
    else
        record.fault = kNotUtf8;
    return true;
}

} // namespace core
