#include "data/table_writer.h"

#include "core/error.h"

#include <utility>

namespace samples {

namespace {

std::ofstream openForWriting(const std::filesystem::path& path)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out)
        throw core::Error("The file " + path.string()
                          + " cannot be made; check that the folder may be written to.");
    return out;
}

void closeOrThrow(std::ofstream& out, const std::filesystem::path& path)
{
    out.close();
    if (!out)
        throw core::Error("The file " + path.string()
                          + " could not be written in full; check the free space of the disk.");
}

} // namespace

std::string csvField(std::string_view field)
{
    const bool padded = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    if (!padded && field.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(field);
    std::string quoted = "\"";
    for (const char letter : field) {
        if (letter == '"')
            quoted += '"';
        quoted += letter;
    }
    quoted += '"';
    return quoted;
}

TableWriter::TableWriter(std::filesystem::path path, std::span<const std::string> header)
    : m_path(std::move(path))
    , m_out(openForWriting(m_path))
{
    writeRow(header);
}

void TableWriter::writeRow(std::span<const std::string> fields)
{
    const char* separator = "";
    for (const auto& field : fields) {
        m_out << separator << csvField(field);
        separator = ",";
    }
    m_out << '\n';
}

void TableWriter::close()
{
    closeOrThrow(m_out, m_path);
}

void writeText(const std::filesystem::path& path, std::string_view text)
{
    auto out = openForWriting(path);
    out << text;
    closeOrThrow(out, path);
}

} // namespace samples
