#pragma once

#include "core/ingest/text_encoding.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// One record of a table. The fields are views into the reader, good until its next record.
struct TableRecord {
    std::int64_t line = 0; ///< 1-based, where the record begins
    std::vector<std::string_view> fields;
    bool encodingSound = true; ///< every field is UTF-8 without a NUL
};

/// Streams the records of a CSV or TSV file (RFC 4180 quotes; a quoted field may hold delimiters
/// and line breaks; LF, CRLF or CR ends a record; empty lines are skipped), in bounded memory.
class TableReader {
public:
    /// A record longer than this is taken for a quote that was never closed.
    static constexpr std::size_t kMostRecordBytes = std::size_t{16} << 20U;

    /// Reads the header. Throws Error naming the file if it is missing, empty, binary, or has a
    /// header that is not in its encoding.
    ///
    /// encoding   by ICU's name; empty: guessed from the first megabyte (text_encoding.h)
    explicit TableReader(std::filesystem::path file, const std::string& encoding = {});

    const std::filesystem::path& file() const { return m_file; }
    const std::string& encoding() const { return m_encoding; } ///< as given, or as guessed
    char delimiter() const { return m_delimiter; }             ///< comma, tab or semicolon
    /// Trimmed; "column 3" where the third has no name.
    const std::vector<std::string>& header() const { return m_header; }
    /// The position of a column, or Error: not there (naming those that are), or there twice.
    std::size_t column(const std::string& name) const;

    /// False at the end. Throws Error where the file ends inside a quoted field or cannot be read.
    bool next(TableRecord& record);

    std::uint64_t bytesRead() const { return m_bytesRead; } ///< of the file; runs ahead by a piece
    std::uint64_t bytes() const { return m_bytes; }         ///< of the file

private:
    struct Span {
        std::size_t begin;
        std::size_t end;
    };

    void open(const std::string& encoding);
    void refuseBinary() const;
    void readHeader();
    bool read();          ///< the next piece of the file; false at its end
    void decode();        ///< that piece, into the buffer
    bool fill();          ///< more text into the buffer; false at the end of the file
    bool peek(char& c);   ///< the next byte; false at the end
    void skipLineBreak(); ///< LF, CRLF or CR
    void readField();
    void readQuotedField();
    bool skipEmptyLines();
    [[noreturn]] void refuseLongRecord() const;

    std::filesystem::path m_file;
    std::ifstream m_stream;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_bytesRead = 0;
    std::string m_encoding;
    std::optional<TextDecoder> m_decoder;
    std::string m_raw; ///< the last piece of the file
    char m_delimiter = ',';
    std::vector<std::string> m_header;
    std::string m_buffer; ///< text not yet read, in UTF-8
    std::size_t m_at = 0; ///< the next byte in m_buffer
    std::int64_t m_line = 1;
    std::int64_t m_recordLine = 1;
    std::string m_text;        ///< the fields of the record, unquoted, one after the other
    std::vector<Span> m_spans; ///< of m_text
};

} // namespace core
