#include "core/error.h"
#include "core/features/npy_header.h"
#include "core/features/record_rows.h"
#include "core/linalg.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kBlockBytes = 1U << 20U;

template <typename Value>
void widen(std::span<const std::byte> bytes, std::span<double> row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        Value value{};
        std::memcpy(&value, bytes.data() + i * sizeof(Value), sizeof(Value));
        row[i] = static_cast<double>(value);
    }
}

class NpyRows final : public RecordRows {
public:
    explicit NpyRows(std::filesystem::path file)
        : m_file(std::move(file))
        , m_in(m_file, std::ios::binary)
    {
        if (!m_in)
            throw Error("Cannot open " + m_file.string() + ": check the name and its permissions.");
        m_header = readNpyHeader(m_in, m_file);
        m_row.resize(m_header.columns);
        const std::size_t rowBytes = m_header.columns * bytesOf(m_header.type);
        m_block.resize(std::max<std::size_t>(1, kBlockBytes / rowBytes) * rowBytes);
        start();
    }

    std::size_t columns() const override { return m_header.columns; }
    std::optional<std::size_t> rows() const override { return m_header.rows; }
    void rewind() override { start(); }

    std::span<const double> next() override
    {
        if (m_index == m_header.rows)
            return {};
        const std::size_t rowBytes = m_header.columns * bytesOf(m_header.type);
        if (m_used == m_filled)
            fill(rowBytes);
        const auto bytes = std::as_bytes(std::span(m_block)).subspan(m_used, rowBytes);
        switch (m_header.type) {
        case NpyType::Float16:
            widen<Half>(bytes, m_row);
            break;
        case NpyType::Float32:
            widen<float>(bytes, m_row);
            break;
        case NpyType::Float64:
            widen<double>(bytes, m_row);
            break;
        }
        m_used += rowBytes;
        ++m_index;
        return m_row;
    }

private:
    void start()
    {
        m_in.clear();
        m_in.seekg(static_cast<std::streamoff>(m_header.dataOffset));
        m_index = 0;
        m_used = 0;
        m_filled = 0;
    }

    void fill(std::size_t rowBytes)
    {
        m_filled = std::min(m_block.size(), (m_header.rows - m_index) * rowBytes);
        m_used = 0;
        m_in.read(m_block.data(), static_cast<std::streamsize>(m_filled));
        if (!m_in)
            throw Error("Cannot read row " + std::to_string(m_index + 1) + " of " + m_file.string()
                        + ": copy the file again.");
    }

    std::filesystem::path m_file;
    std::ifstream m_in;
    NpyHeader m_header;
    std::vector<char> m_block; ///< whole rows
    std::size_t m_used = 0;    ///< bytes of the block that were given out
    std::size_t m_filled = 0;
    std::size_t m_index = 0; ///< of the next row
    std::vector<double> m_row;
};

} // namespace

std::unique_ptr<RecordRows> openNpyRows(const std::filesystem::path& file)
{
    return std::make_unique<NpyRows>(file);
}

} // namespace core
