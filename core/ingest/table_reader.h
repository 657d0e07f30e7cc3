#pragma once

#include "core/ingest/text_stream.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

/// One record of a table. The fields are views into the reader, good until its next record.
struct TableRecord {
    std::int64_t line = 0; ///< 1-based, where the record begins
    std::vector<std::string_view> fields;
    std::string fault; ///< why the record cannot be used, a sentence with a remedy; empty: it can
};

enum class TableFormat { Commas, Tabs, Semicolons, JsonLines };

/// Streams the records of a table in bounded memory. Made by openTable().
class TableReader {
public:
    /// A record longer than this is taken for one that was never closed.
    static constexpr std::size_t kMostRecordBytes = std::size_t{16} << 20U;

    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;
    TableReader(TableReader&&) = delete;
    TableReader& operator=(TableReader&&) = delete;
    virtual ~TableReader() = default;

    virtual TableFormat format() const = 0;
    /// False at the end. Throws Error where the file is cut short or cannot be read.
    virtual bool next(TableRecord& record) = 0;

    const std::filesystem::path& file() const { return m_stream.file(); }
    const std::string& encoding() const { return m_stream.encoding(); } ///< as given, or guessed
    const std::vector<std::string>& header() const { return m_header; } ///< names of the columns
    /// The position of a column, or Error: not there (naming those that are), or there twice.
    std::size_t column(const std::string& name) const;
    std::uint64_t bytesRead() const { return m_stream.bytesRead(); } ///< runs ahead by a piece
    std::uint64_t bytes() const { return m_stream.bytes(); }         ///< of the file

protected:
    explicit TableReader(TextStream stream)
        : m_stream(std::move(stream))
    {
    }

    TextStream& stream() { return m_stream; }
    /// An empty name becomes "column 3", by its place.
    void addColumn(std::string name);

private:
    TextStream m_stream;
    std::vector<std::string> m_header;
};

/// JSON Lines where the text begins with "{" or the file is named so (.jsonl, .ndjson, .json); CSV
/// or TSV otherwise. Throws Error naming the file if it is missing, empty, binary or has no header.
///
/// encoding   by ICU's name; empty: guessed from the first megabyte (text_encoding.h)
std::unique_ptr<TableReader> openTable(const std::filesystem::path& file,
                                       const std::string& encoding = {});

} // namespace core
