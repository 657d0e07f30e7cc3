#pragma once

#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

namespace samples {

/// `field` as a CSV field (RFC 4180): quoted where it holds a comma, a quote or a line end, or
/// begins or ends with a space.
std::string csvField(std::string_view field);

/// Writes a CSV file, UTF-8, rows ended by a line feed.
class TableWriter {
public:
    /// Throws core::Error if the file cannot be made.
    TableWriter(std::filesystem::path path, std::span<const std::string> header);

    void writeRow(std::span<const std::string> fields);

    /// Throws core::Error if not every row reached the disk. To be called once, at the end.
    void close();

private:
    std::filesystem::path m_path;
    std::ofstream m_out;
};

/// Writes `text` as the file `path`. Throws core::Error if it cannot.
void writeText(const std::filesystem::path& path, std::string_view text);

} // namespace samples
