#pragma once

#include "core/ingest/table_reader.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// Which column of a table is what, by header name. Columns in none of these are not imported.
struct ColumnRoles {
    std::optional<std::string> id;    ///< unset: the row's number
    std::optional<std::string> image; ///< unset: no pictures
    std::vector<std::string> texts;
    std::optional<std::string> author;
    std::optional<std::string> date;
    std::optional<std::string> split; ///< values train, validation (or val), test
    std::vector<std::string> low;     ///< counts of low engagement
    std::vector<std::string> high;    ///< counts of high engagement

    friend bool operator==(const ColumnRoles&, const ColumnRoles&) = default;
};

/// The first rows of a table, as the import dialog shows them.
struct TablePreview {
    std::string encoding; ///< as given, or guessed: "UTF-8", "windows-1252"
    TableFormat format = TableFormat::Commas;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< as wide as the header
    ColumnRoles guess;                          ///< by header names and by what the rows hold
};

/// Reads the header and at most `rows` records.
/// encoding   by ICU's name; empty: guessed
/// Throws Error if the file is missing, empty, binary, or has no header.
TablePreview previewTable(const std::filesystem::path& table, std::size_t rows = 50,
                          const std::string& encoding = {});

} // namespace core
