#include "core/features/npy_rows.h"

#include "core/error.h"
#include "core/linalg.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <string>
#include <utility>

namespace core {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;
constexpr std::size_t kColumnBlockBytes = std::size_t{32} << 20U;

} // namespace

NpyRows::NpyRows(std::unique_ptr<std::istream> in, std::filesystem::path name,
                 std::size_t blockBytes)
    : m_in(std::move(in))
    , m_name(std::move(name))
    , m_header(readNpyHeader(*m_in, m_name))
{
    const std::size_t size = bytesOf(m_header.type);
    const std::size_t usual = m_header.fortranOrder ? kColumnBlockBytes : kBlockBytes;
    const std::size_t block = blockBytes > 0 ? blockBytes : usual;
    const std::size_t rowBytes = m_header.columns * size;
    m_blockRows =
        std::clamp<std::size_t>(block / rowBytes, 1, std::max<std::size_t>(1, m_header.rows));
    m_block.resize(m_blockRows * rowBytes);
    if (m_header.fortranOrder)
        m_column.resize(m_blockRows * size);
    m_row.resize(m_header.columns);
}

void NpyRows::rewind()
{
    m_index = 0;
    m_first = 0;
    m_held = 0;
}

std::span<const double> NpyRows::next()
{
    if (m_index == m_header.rows)
        return {};
    if (m_index == m_first + m_held)
        fill();
    const std::size_t rowBytes = m_header.columns * bytesOf(m_header.type);
    const char* from = m_block.data() + (m_index - m_first) * rowBytes;
    switch (m_header.type) {
    case NpyType::Float16:
        widen<Half>(from);
        break;
    case NpyType::Float32:
        widen<float>(from);
        break;
    case NpyType::Float64:
        widen<double>(from);
        break;
    }
    ++m_index;
    return m_row;
}

template <typename Value>
void NpyRows::widen(const char* from)
{
    std::array<char, sizeof(Value)> bytes{};
    for (auto& number : m_row) {
        std::memcpy(bytes.data(), from, sizeof(Value));
        if (m_header.bigEndian)
            std::ranges::reverse(bytes);
        Value value{};
        std::memcpy(&value, bytes.data(), sizeof(Value));
        number = static_cast<double>(value);
        from += sizeof(Value);
    }
}

void NpyRows::read(std::uint64_t offset, std::span<char> bytes)
{
    m_in->clear();
    m_in->seekg(static_cast<std::streamoff>(offset));
    m_in->read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!*m_in)
        throw Error("Cannot read row " + std::to_string(m_index + 1) + " of " + m_name.string()
                    + ": copy the file again.");
}

void NpyRows::fill()
{
    m_first = m_index;
    m_held = std::min(m_blockRows, m_header.rows - m_index);
    if (m_header.fortranOrder) {
        fillColumns(m_held);
        return;
    }
    const std::uint64_t rowBytes = m_header.columns * bytesOf(m_header.type);
    read(m_header.dataOffset + m_first * rowBytes, std::span(m_block).first(m_held * rowBytes));
}

void NpyRows::fillColumns(std::size_t count)
{
    const std::size_t size = bytesOf(m_header.type);
    for (std::size_t column = 0; column < m_header.columns; ++column) {
        read(m_header.dataOffset + (column * m_header.rows + m_first) * size,
             std::span(m_column).first(count * size));
        for (std::size_t row = 0; row < count; ++row)
            std::memcpy(m_block.data() + (row * m_header.columns + column) * size,
                        m_column.data() + row * size, size);
    }
}

std::unique_ptr<RecordRows> openNpyRows(const std::filesystem::path& file)
{
    auto in = std::make_unique<std::ifstream>(file, std::ios::binary);
    if (!*in)
        throw Error("Cannot open " + file.string() + ": check the name and its permissions.");
    return std::make_unique<NpyRows>(std::move(in), file);
}

} // namespace core
