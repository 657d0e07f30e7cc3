#include "core/report/tables.h"

#include <nlohmann/json.hpp>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <stdexcept>

namespace core {

namespace {

bool isNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

std::string_view polarityOf(const SenseId& sense)
{
    return sense.polarity == Polarity::Popular ? "popular" : "unpopular";
}

void writeLine(std::ostream& out, std::span<const std::string> fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        out << (i == 0 ? "" : ",") << csvField(fields[i]);
    // A line of nothing would be no record.
    if (fields.size() == 1 && fields.front().empty())
        out << "\"\"";
    out << '\n';
}

void writeNpy(std::ostream& out, const float* values, std::size_t count, const std::string& shape)
{
    constexpr std::size_t kPreamble = 10; // the magic, the version and the header's length
    constexpr std::size_t kAlignment = 64;
    const char order = std::endian::native == std::endian::little ? '<' : '>';
    std::string header = std::string("{'descr': '") + order
                         + "f4', 'fortran_order': False, 'shape': " + shape + ", }";
    header.append(kAlignment - (kPreamble + header.size() + 1) % kAlignment, ' ');
    header += '\n';
    out.write("\x93NUMPY\x01\x00", 8);
    out.put(static_cast<char>(header.size() & 0xffU));
    out.put(static_cast<char>(header.size() >> 8U));
    out << header;
    const auto bytes = std::as_bytes(std::span(values, count));
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): streams take char alone
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
}

} // namespace

std::string csvField(std::string_view text)
{
    std::string field;
    constexpr std::string_view kBeginsFormula = "=+-@\t\r";
    if (!text.empty() && kBeginsFormula.find(text.front()) != std::string_view::npos
        && !isNumber(text))
        field = "'";
    field += text;
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;

    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

std::string csvNumber(double value)
{
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                       std::chars_format::general, 10);
    return {digits.data(), written.ptr};
}

void writeCsv(std::ostream& out, std::span<const std::string> header,
              std::span<const std::vector<std::string>> rows)
{
    for (const auto& row : rows) {
        if (row.size() != header.size())
            throw std::invalid_argument("writeCsv: a row and the header differ in length");
    }
    writeLine(out, header);
    for (const auto& row : rows)
        writeLine(out, row);
}

void writeWordsCsv(std::ostream& out, std::span<const SenseWordList> lists)
{
    const std::vector<std::string> header{"sense", "polarity", "name", "share",
                                          "word",  "weight",   "z",    "count"};
    std::vector<std::vector<std::string>> rows;
    for (const auto& list : lists) {
        for (const auto& word : list.words)
            rows.push_back({list.sense.name(), std::string(polarityOf(list.sense)), list.givenName,
                            csvNumber(list.share), word.word, csvNumber(word.weight),
                            csvNumber(word.z), std::to_string(word.count)});
    }
    writeCsv(out, header, rows);
}

void writeWordsJson(std::ostream& out, std::span<const SenseWordList> lists)
{
    using Json = nlohmann::ordered_json;
    Json senses = Json::array();
    for (const auto& list : lists) {
        Json words = Json::array();
        for (const auto& word : list.words)
            words.push_back({{"word", word.word},
                             {"weight", word.weight},
                             {"z", word.z},
                             {"count", word.count}});
        senses.push_back({{"sense", list.sense.name()},
                          {"polarity", polarityOf(list.sense)},
                          {"name", list.givenName},
                          {"share", list.share},
                          {"words", std::move(words)}});
    }
    // A name that is not UTF-8 must not cost the whole export.
    out << Json{{"senses", std::move(senses)}}.dump(2, ' ', false, Json::error_handler_t::replace)
        << '\n';
}

void writeNpy(std::ostream& out, const MatrixF& matrix)
{
    const std::string shape =
        "(" + std::to_string(matrix.rows()) + ", " + std::to_string(matrix.cols()) + ")";
    writeNpy(out, matrix.data(), static_cast<std::size_t>(matrix.size()), shape);
}

void writeNpy(std::ostream& out, const VectorF& vector)
{
    const std::string shape = "(" + std::to_string(vector.size()) + ",)";
    writeNpy(out, vector.data(), static_cast<std::size_t>(vector.size()), shape);
}

} // namespace core
