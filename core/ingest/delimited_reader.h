#pragma once

#include "core/ingest/table_reader.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core {

/// A CSV or TSV file (RFC 4180 quotes; a quoted field may hold delimiters and line breaks; LF, CRLF
/// or CR ends a record; empty lines are skipped). The delimiter is guessed from the header: comma,
/// tab or semicolon. Names of columns are trimmed.
class DelimitedReader final : public TableReader {
public:
    /// Reads the header. Throws Error naming the file if it is missing, empty, binary, or has a
    /// header that is not in its encoding.
    explicit DelimitedReader(std::filesystem::path file, const std::string& encoding = {});

    TableFormat format() const override;
    /// Throws Error where the file ends inside a quoted field as well.
    bool next(TableRecord& record) override;

private:
    struct Span {
        std::size_t begin;
        std::size_t end;
    };

    void readHeader();
    bool fill();          ///< more text into the buffer; false at the end of the file
    bool peek(char& c);   ///< the next byte; false at the end
    void skipLineBreak(); ///< LF, CRLF or CR
    void readField();
    void readQuotedField();
    bool skipEmptyLines();
    [[noreturn]] void refuseLongRecord() const;

    char m_delimiter = ',';
    std::string m_buffer; ///< text not yet read
    std::size_t m_at = 0; ///< the next byte in m_buffer
    std::int64_t m_line = 1;
    std::int64_t m_recordLine = 1;
    std::string m_text;        ///< the fields of the record, unquoted, one after the other
    std::vector<Span> m_spans; ///< of m_text
};

} // namespace core
