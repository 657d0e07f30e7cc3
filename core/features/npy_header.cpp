#include "core/features/npy_header.h"

#include "core/error.h"
#include "core/features/record_rows.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace core {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
/// NumPy's own headers of tables have 128 bytes.
constexpr std::uint64_t kMostHeaderBytes = 65536;
/// A row of a power of two then lies on as few pages as it can; NumPy asks for 64 alone.
constexpr std::size_t kAlignment = 4096;

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what)
{
    throw Error(file.string() + " " + what);
}

/// The header's dictionary as Python writes it.
struct Dictionary {
    std::optional<std::string> descr;
    std::optional<bool> fortranOrder;
    std::optional<std::vector<std::uint64_t>> shape;
};

/// Reads {'descr': '<f2', 'fortran_order': False, 'shape': (3, 4), } in any order of its keys and
/// nothing else of Python. The functions return nullopt (take: false) where the text differs.
class DictionaryParser {
public:
    explicit DictionaryParser(std::string_view text)
        : m_rest(text)
    {
    }

    std::optional<Dictionary> parse()
    {
        Dictionary dictionary;
        if (!take('{'))
            return std::nullopt;
        while (!take('}')) {
            if (!entry(dictionary) || (!take(',') && !next('}')))
                return std::nullopt;
        }
        skipSpace();
        return m_rest.empty() ? std::optional(dictionary) : std::nullopt;
    }

private:
    void skipSpace()
    {
        const auto first = m_rest.find_first_not_of(" \t\n");
        m_rest.remove_prefix(std::min(first, m_rest.size()));
    }

    bool next(char wanted)
    {
        skipSpace();
        return m_rest.starts_with(wanted);
    }

    bool take(char wanted)
    {
        const bool there = next(wanted);
        if (there)
            m_rest.remove_prefix(1);
        return there;
    }

    bool takeWord(std::string_view word)
    {
        skipSpace();
        const bool there = m_rest.starts_with(word);
        if (there)
            m_rest.remove_prefix(word.size());
        return there;
    }

    std::optional<std::string> quoted()
    {
        skipSpace();
        if (!m_rest.starts_with('\'') && !m_rest.starts_with('"'))
            return std::nullopt;
        const auto end = m_rest.find(m_rest.front(), 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        std::string text(m_rest.substr(1, end - 1));
        m_rest.remove_prefix(end + 1);
        return text;
    }

    std::optional<bool> truth()
    {
        if (takeWord("True"))
            return true;
        return takeWord("False") ? std::optional(false) : std::nullopt;
    }

    std::optional<std::uint64_t> number()
    {
        skipSpace();
        std::uint64_t value = 0;
        const auto [end, error] =
            std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (error != std::errc{})
            return std::nullopt;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }

    std::optional<std::vector<std::uint64_t>> tuple()
    {
        constexpr std::size_t kMostDimensions = 32;
        std::vector<std::uint64_t> values;
        if (!take('('))
            return std::nullopt;
        while (!take(')')) {
            const auto value = number();
            if (!value || values.size() == kMostDimensions || (!take(',') && !next(')')))
                return std::nullopt;
            values.push_back(*value);
        }
        return values;
    }

    /// A list instead of a name describes records: what it holds does not matter.
    bool listOfFields(Dictionary& dictionary)
    {
        if (!next('['))
            return false;
        dictionary.descr = "records";
        const auto end = m_rest.rfind(']');
        if (end == std::string_view::npos)
            return false;
        m_rest.remove_prefix(end + 1);
        return true;
    }

    bool entry(Dictionary& dictionary)
    {
        const auto key = quoted();
        if (!key || !take(':'))
            return false;
        if (*key == "descr" && !dictionary.descr)
            return listOfFields(dictionary) || (dictionary.descr = quoted()).has_value();
        if (*key == "fortran_order" && !dictionary.fortranOrder)
            return (dictionary.fortranOrder = truth()).has_value();
        if (*key == "shape" && !dictionary.shape)
            return (dictionary.shape = tuple()).has_value();
        return false;
    }

    std::string_view m_rest;
};

std::string readText(std::istream& in, std::uint64_t count)
{
    std::string text(static_cast<std::size_t>(count), '\0');
    in.read(text.data(), static_cast<std::streamsize>(count));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

NpyType typeOf(const std::string& descr, const std::filesystem::path& file)
{
    const bool ordered = descr.starts_with('<') || descr.starts_with('>') || descr.starts_with('=');
    const auto kind = std::string_view(descr).substr(ordered ? 1 : 0);
    if (kind == "f2")
        return NpyType::Float16;
    if (kind == "f4")
        return NpyType::Float32;
    if (kind == "f8")
        return NpyType::Float64;
    if (descr.find('O') != std::string::npos)
        fail(file, "holds Python objects, not numbers: save it again with array.astype('<f4').");
    fail(file, "holds values of type \"" + descr.substr(0, 20)
                   + "\", not float16, float32 or float64: save it again with "
                     "array.astype('<f4').");
}

void fillShape(NpyHeader& header, const std::vector<std::uint64_t>& shape,
               const std::filesystem::path& file)
{
    if (shape.size() != 2)
        fail(file, "has " + std::to_string(shape.size())
                       + " dimensions, not two: save it again as a table with one row an image.");
    if (shape[1] == 0)
        fail(file, "has no columns: save it again with one row of features an image.");
    if (shape[1] > kMostFeatures)
        fail(file, "claims " + std::to_string(shape[1])
                       + " features an image, which no network has: save it again.");
    // What no file can have would overflow below.
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (shape[0] > kMost / (shape[1] * sizeof(double)))
        fail(file, "claims an impossible size in its header: save it again.");
    header.rows = shape[0];
    header.columns = shape[1];
}

void compareWithFile(std::istream& in, const NpyHeader& header, const std::filesystem::path& file)
{
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(std::streamoff{in.tellg()});
    const std::uint64_t expected =
        header.dataOffset + header.rows * header.columns * bytesOf(header.type);
    if (!in || size < expected)
        fail(file, "is cut short: its header promises " + std::to_string(expected)
                       + " bytes, but it has " + std::to_string(size) + "; copy it again.");
    if (size > expected)
        fail(file, "is longer than its header says (" + std::to_string(size) + " bytes, not "
                       + std::to_string(expected) + "): save it again.");
}

} // namespace

std::size_t bytesOf(NpyType type)
{
    switch (type) {
    case NpyType::Float16:
        return 2;
    case NpyType::Float32:
        return 4;
    case NpyType::Float64:
        return 8;
    }
    return 0;
}

NpyHeader readNpyHeader(std::istream& in, const std::filesystem::path& file)
{
    constexpr std::size_t kVersionBytes = 2;
    const std::string start = readText(in, kMagic.size() + kVersionBytes);
    if (!start.starts_with(kMagic))
        fail(file, "is no NumPy file: save the features with numpy.save.");
    const int version = start.size() > kMagic.size() ? start[kMagic.size()] : 0;
    if (start.size() < kMagic.size() + kVersionBytes || version < 1 || version > 3)
        fail(file, "is of an unknown version of NumPy's format: save it again with numpy.save.");

    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    const std::uint64_t length = littleEndian(readText(in, lengthBytes));
    if (length > kMostHeaderBytes)
        fail(file, "has a header of " + std::to_string(length)
                       + " bytes, which no table of features has: save it again.");
    const std::string text = readText(in, length);
    const auto dictionary =
        text.size() == length ? DictionaryParser(text).parse() : std::optional<Dictionary>{};
    if (!dictionary || !dictionary->descr || !dictionary->fortranOrder || !dictionary->shape)
        fail(file, "has a damaged header: save it again with numpy.save.");

    NpyHeader header{.type = typeOf(*dictionary->descr, file),
                     .fortranOrder = *dictionary->fortranOrder,
                     .bigEndian = dictionary->descr->starts_with('>')};
    header.dataOffset = start.size() + lengthBytes + length;
    fillShape(header, *dictionary->shape, file);
    compareWithFile(in, header, file);
    return header;
}

std::string npyHeaderOfHalfs(std::size_t rows, std::size_t columns)
{
    std::string dictionary = "{'descr': '<f2', 'fortran_order': False, 'shape': ("
                             + std::to_string(rows) + ", " + std::to_string(columns) + "), }";
    const std::size_t before = kMagic.size() + 4;
    while ((before + dictionary.size() + 1) % kAlignment != 0)
        dictionary += ' ';
    dictionary += '\n';
    std::string header(kMagic);
    header += '\1';
    header += '\0';
    header += static_cast<char>(dictionary.size() & 0xFFU);
    header += static_cast<char>(dictionary.size() >> 8U);
    return header + dictionary;
}

} // namespace core
