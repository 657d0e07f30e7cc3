#include "core/ingest/table_reader.h"

#include "core/error.h"
#include "core/ingest/utf8.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace core {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20U;
constexpr std::size_t kProbe = 65'536; ///< bytes looked at for a NUL

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

TableReader::TableReader(std::filesystem::path file, const std::string& encoding)
    : m_file(std::move(file))
{
    open(encoding);
    if (m_buffer.starts_with("\xEF\xBB\xBF"))
        m_at = 3;
    m_delimiter = guessDelimiter(std::string_view(m_buffer).substr(m_at));
    readHeader();
}

/// Opens the file and decodes its first piece.
void TableReader::open(const std::string& encoding)
{
    std::error_code fault;
    if (!std::filesystem::exists(m_file, fault))
        throw Error(m_file.string() + " is not there: check the name of the table.");
    if (!std::filesystem::is_regular_file(m_file, fault))
        throw Error(m_file.string() + " is no file: choose a table in CSV or TSV.");
    m_bytes = std::filesystem::file_size(m_file, fault);
    m_stream.open(m_file, std::ios::binary);
    if (!m_stream)
        throw Error(m_file.string() + " cannot be read: check its permissions.");
    if (!read())
        throw Error(m_file.string() + " is empty: export the table again.");
    m_encoding = encoding.empty() ? guessEncoding(m_raw) : encoding;
    m_decoder.emplace(m_encoding);
    decode();
    refuseBinary();
}

void TableReader::refuseBinary() const
{
    if (std::string_view(m_buffer).substr(0, kProbe).find('\0') != std::string_view::npos)
        throw Error(m_file.string()
                    + " is a binary file and no table: save it as CSV, in UTF-8 for instance.");
}

void TableReader::readHeader()
{
    TableRecord record;
    if (!next(record))
        throw Error(m_file.string() + " is empty: its first line must name the columns.");
    if (!record.encodingSound)
        throw Error(m_file.string()
                    + ", row 1: the column names are not UTF-8. Save the table "
                      "again as CSV in UTF-8.");
    for (const auto field : record.fields) {
        const auto name = trimmed(field);
        m_header.push_back(name.empty() ? "column " + std::to_string(m_header.size() + 1)
                                        : std::string(name));
    }
}

std::size_t TableReader::column(const std::string& name) const
{
    const auto found = std::ranges::find(m_header, name);
    if (found == m_header.end()) {
        std::string names;
        for (const auto& column : m_header)
            names += (names.empty() ? "" : ", ") + column;
        throw Error(m_file.string() + ", row 1: there is no column \"" + name
                    + "\". The columns are: " + names + ".");
    }
    if (std::find(found + 1, m_header.end(), name) != m_header.end())
        throw Error(m_file.string() + ", row 1: the column \"" + name
                    + "\" stands twice. Rename one of the two.");
    return static_cast<std::size_t>(found - m_header.begin());
}

bool TableReader::read()
{
    m_raw.resize(kChunk);
    m_stream.read(m_raw.data(), static_cast<std::streamsize>(kChunk));
    m_raw.resize(static_cast<std::size_t>(m_stream.gcount()));
    m_bytesRead += m_raw.size();
    if (m_stream.bad())
        throw Error(m_file.string() + " could not be read to its end: check the disk.");
    return !m_raw.empty();
}

void TableReader::decode()
{
    m_decoder->decode(m_raw, m_bytesRead >= m_bytes, m_buffer);
}

bool TableReader::fill()
{
    if (m_at == m_buffer.size()) {
        m_buffer.clear();
        m_at = 0;
    }
    const auto before = m_buffer.size();
    while (m_buffer.size() == before && read())
        decode();
    return m_buffer.size() > before;
}

bool TableReader::peek(char& c)
{
    if (m_at == m_buffer.size() && !fill())
        return false;
    c = m_buffer[m_at];
    return true;
}

void TableReader::skipLineBreak()
{
    char c = 0;
    if (!peek(c))
        return;
    ++m_at;
    ++m_line;
    if (c == '\r' && peek(c) && c == '\n')
        ++m_at;
}

bool TableReader::skipEmptyLines()
{
    char c = 0;
    while (peek(c)) {
        if (c != '\r' && c != '\n')
            return true;
        skipLineBreak();
    }
    return false;
}

void TableReader::refuseLongRecord() const
{
    throw Error(m_file.string() + ", row " + std::to_string(m_recordLine)
                + ": the row is longer than 16 MB. A quote that is opened there is probably never "
                  "closed; close it.");
}

void TableReader::readQuotedField()
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
        m_file.string() + ", row " + std::to_string(m_recordLine)
        + ": the file ends inside a quoted field. It was probably cut short; export it again "
          "or close the quote.");
}

void TableReader::readField()
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

bool TableReader::next(TableRecord& record)
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
    record.encodingSound = std::ranges::all_of(record.fields, isUtf8Text);
    return true;
}

} // namespace core
