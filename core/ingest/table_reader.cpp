#include "core/ingest/table_reader.h"

#include "core/error.h"
#include "core/ingest/delimited_reader.h"
#include "core/ingest/json_lines_reader.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

bool isNamedAsJson(const std::filesystem::path& file)
{
    constexpr std::array<std::string_view, 3> kEndings = {".jsonl", ".ndjson", ".json"};
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

bool holdsJson(const std::filesystem::path& file, const std::string& encoding)
{
    std::string text;
    TextStream(file, encoding).more(text);
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && text[first] == '{';
}

} // namespace

void TableReader::addColumn(std::string name)
{
    if (name.empty())
        name = "column " + std::to_string(m_header.size() + 1);
    m_header.push_back(std::move(name));
}

std::size_t TableReader::column(const std::string& name) const
{
    const auto& names = header();
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        std::string known;
        for (const auto& column : names)
            known += (known.empty() ? "" : ", ") + column;
        throw Error(file().string() + ", row 1: there is no column \"" + name
                    + "\". The columns are: " + known + ".");
    }
    if (std::find(found + 1, names.end(), name) != names.end())
        throw Error(file().string() + ", row 1: the column \"" + name
                    + "\" stands twice. Rename one of the two.");
    return static_cast<std::size_t>(found - names.begin());
}

std::unique_ptr<TableReader> openTable(const std::filesystem::path& file,
                                       const std::string& encoding)
{
    if (holdsJson(file, encoding) || isNamedAsJson(file))
        return std::make_unique<JsonLinesReader>(file, encoding);
    return std::make_unique<DelimitedReader>(file, encoding);
}

} // namespace core
