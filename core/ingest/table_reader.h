#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
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

    TableReader() = default;
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;
    TableReader(TableReader&&) = delete;
    TableReader& operator=(TableReader&&) = delete;
    virtual ~TableReader() = default;

    virtual TableFormat format() const = 0;
    virtual const std::filesystem::path& file() const = 0;
    virtual const std::string& encoding() const = 0; ///< by ICU's name, as given or as guessed
    virtual const std::vector<std::string>& header() const = 0; ///< names of the columns
    /// False at the end. Throws Error where the file is cut short or cannot be read.
    virtual bool next(TableRecord& record) = 0;
    virtual std::uint64_t bytesRead() const = 0; ///< of the file; runs ahead by a piece
    virtual std::uint64_t bytes() const = 0;     ///< of the file

    /// The position of a column, or Error: not there (naming those that are), or there twice.
    std::size_t column(const std::string& name) const;
};

/// JSON Lines where the text begins with "{" or the file is named so (.jsonl, .ndjson, .json); CSV
/// or TSV otherwise. Throws Error naming the file if it is missing, empty, binary or has no header.
///
/// encoding   by ICU's name; empty: guessed from the first megabyte (text_encoding.h)
std::unique_ptr<TableReader> openTable(const std::filesystem::path& file,
                                       const std::string& encoding = {});

} // namespace core
