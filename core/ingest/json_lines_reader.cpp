#include "core/ingest/json_lines_reader.h"

#include "core/error.h"
#include "core/ingest/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace core {

namespace {

using nlohmann::json;

constexpr std::size_t kProbed = 1000; ///< objects whose names make the columns
constexpr std::size_t kMostColumns = 10'000;

/// Hands each value of an object with the path of its name to `take`.
class Flattening final : public json::json_sax_t {
public:
    using Take = std::function<void(std::string_view path, std::string_view value)>;

    explicit Flattening(Take take)
        : m_take(std::move(take))
    {
    }

    /// What is wrong with the line, or nullopt. What was taken before the fault was taken.
    std::optional<std::string> read(std::string_view line)
    {
        m_path.clear();
        m_bases.clear();
        m_fault.reset();
        m_inObject = false;
        if (!json::sax_parse(line, this) && !m_fault)
            m_fault = "The line is no JSON object: write one object a line.";
        return m_fault;
    }

    bool null() override { return value({}); }
    bool boolean(bool truth) override { return value(truth ? "true" : "false"); }
    bool number_integer(json::number_integer_t number) override
    {
        return value(std::to_string(number));
    }
    bool number_unsigned(json::number_unsigned_t number) override
    {
        return value(std::to_string(number));
    }
    bool number_float(json::number_float_t /*number*/, const std::string& text) override
    {
        return value(text);
    }
    bool string(std::string& text) override { return value(text); }
    bool binary(json::binary_t& /*bytes*/) override { return false; }

    bool start_object(std::size_t /*size*/) override
    {
        m_inObject = true;
        m_bases.push_back(m_path.size());
        return true;
    }
    bool key(std::string& name) override
    {
        m_path.resize(m_bases.back());
        if (!m_path.empty())
            m_path += '.';
        m_path += name;
        return true;
    }
    bool end_object() override
    {
        m_path.resize(m_bases.back());
        m_bases.pop_back();
        return true;
    }
    bool start_array(std::size_t /*size*/) override { return m_inObject; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const json::exception& /*error*/) override
    {
        m_fault = "The line is no JSON from its character " + std::to_string(position)
                  + " on: write one whole object a line.";
        return false;
    }

private:
    bool value(std::string_view text)
    {
        if (!m_inObject)
            return false;
        m_take(m_path, text);
        return true;
    }

    Take m_take;
    std::string m_path;
    std::vector<std::size_t> m_bases; ///< length of the path of each object that is open
    bool m_inObject = false;
    std::optional<std::string> m_fault;
};

} // namespace

JsonLinesReader::JsonLinesReader(const std::filesystem::path& file, const std::string& encoding)
    : TableReader(TextStream(file, encoding))
    , m_lines(stream(), kMostRecordBytes)
{
    findColumns();
    m_cells.resize(header().size());
}

void JsonLinesReader::findColumns()
{
    TextStream probe(file(), encoding());
    TextLines lines(probe, kMostRecordBytes);
    Flattening flattening([&](std::string_view path, std::string_view /*value*/) {
        if (m_columns.contains(path) || !isUtf8Text(path))
            return;
        if (header().size() == kMostColumns)
            throw Error(file().string() + ", row " + std::to_string(lines.number())
                        + ": the first rows have more than 10,000 different names. Write each post "
                          "as an object of the same names.");
        m_columns.emplace(path, header().size());
        addColumn(std::string(path));
    });
    std::optional<std::string> fault;
    for (std::size_t seen = 0; seen < kProbed; ++seen) {
        const auto line = lines.next();
        if (!line)
            break;
        const auto found = flattening.read(*line);
        if (found && !fault)
            fault = "Row " + std::to_string(lines.number()) + ": " + *found;
    }
    if (header().empty())
        throw Error(file().string() + " holds no JSON object a line. "
                    + fault.value_or("Export the table again."));
}

bool JsonLinesReader::next(TableRecord& record)
{
    record.fields.clear();
    const auto line = m_lines.next();
    if (!line)
        return false;
    for (auto& cell : m_cells)
        cell.clear();
    Flattening flattening([this](std::string_view path, std::string_view value) {
        const auto column = m_columns.find(path);
        if (column == m_columns.end())
            return;
        auto& cell = m_cells[column->second];
        if (!cell.empty() && !value.empty())
            cell += ' ';
        cell += value;
    });
    record.line = m_lines.number();
    record.fault = flattening.read(*line).value_or(std::string());
    record.fields.assign(m_cells.begin(), m_cells.end());
    if (record.fault.empty() && !std::ranges::all_of(m_cells, isUtf8Text))
        record.fault = "The row is not UTF-8 or holds a NUL: write it again in UTF-8.";
    return true;
}

} // namespace core
