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

/// Takes lines off the front of a text that grows at its end.
class Lines {
public:
    Lines(TextStream& stream, std::string& buffer, std::size_t& at, std::int64_t& line)
        : m_stream(stream)
        , m_buffer(buffer)
        , m_at(at)
        , m_line(line)
    {
    }

    /// The next line that is not empty, or nullopt at the end. Good until the next call.
    std::optional<std::string_view> next()
    {
        while (const auto line = any()) {
            ++m_line;
            if (line->find_first_not_of(" \t\r") != std::string_view::npos)
                return line;
        }
        return std::nullopt;
    }

private:
    std::optional<std::string_view> any()
    {
        auto end = m_buffer.find('\n', m_at);
        while (end == std::string::npos) {
            m_buffer.erase(0, std::exchange(m_at, 0));
            if (m_buffer.size() > TableReader::kMostRecordBytes)
                throw Error(m_stream.file().string() + ", row " + std::to_string(m_line + 1)
                            + ": the row is longer than 16 MB. Write one object a line.");
            const auto searched = m_buffer.size();
            if (!m_stream.more(m_buffer))
                break;
            end = m_buffer.find('\n', searched);
        }
        if (m_at == m_buffer.size())
            return std::nullopt;
        const auto begin = m_at;
        const auto length = std::min(end, m_buffer.size()) - begin;
        m_at = std::min(begin + length + 1, m_buffer.size());
        return std::string_view(m_buffer).substr(begin, length);
    }

    TextStream& m_stream;
    std::string& m_buffer;
    std::size_t& m_at;
    std::int64_t& m_line;
};

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
    : m_stream(file, encoding)
{
    findColumns(file);
    m_cells.resize(m_header.size());
}

void JsonLinesReader::findColumns(const std::filesystem::path& file)
{
    TextStream stream(file, m_stream.encoding());
    std::string buffer;
    std::size_t at = 0;
    std::int64_t number = 0;
    Lines lines(stream, buffer, at, number);
    Flattening flattening([&](std::string_view path, std::string_view /*value*/) {
        if (m_columns.contains(path) || !isUtf8Text(path))
            return;
        if (m_header.size() == kMostColumns)
            throw Error(
                file.string() + ", row " + std::to_string(number)
                + ": the first rows have "
                  "more than 10,000 different names. Write each post as an object of the same "
                  "names.");
        m_columns.emplace(path, m_header.size());
        m_header.push_back(path.empty() ? "column " + std::to_string(m_header.size() + 1)
                                        : std::string(path));
    });
    std::optional<std::string> fault;
    for (std::size_t seen = 0; seen < kProbed; ++seen) {
        const auto line = lines.next();
        if (!line)
            break;
        const auto found = flattening.read(*line);
        if (found && !fault)
            fault = "Row " + std::to_string(number) + ": " + *found;
    }
    if (m_header.empty())
        throw Error(file.string() + " holds no JSON object a line. "
                    + fault.value_or("Export the table again."));
}

bool JsonLinesReader::next(TableRecord& record)
{
    record.fields.clear();
    Lines lines(m_stream, m_buffer, m_at, m_line);
    const auto line = lines.next();
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
    record.line = m_line;
    record.fault = flattening.read(*line).value_or(std::string());
    record.fields.assign(m_cells.begin(), m_cells.end());
    if (record.fault.empty() && !std::ranges::all_of(m_cells, isUtf8Text))
        record.fault = "The row is not UTF-8 or holds a NUL: write it again in UTF-8.";
    return true;
}

} // namespace core
