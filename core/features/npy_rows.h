#pragma once

#include "core/features/npy_header.h"
#include "core/features/record_rows.h"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <span>
#include <vector>

namespace core {

/// The rows of a .npy that is read from a stream: float16, float32 or float64, in either order and
/// of either byte order. Memory: 1 MB of rows; of a file in Fortran order, which is read a few
/// thousand rows at a time, 32 MB.
class NpyRows final : public RecordRows {
public:
    /// name         the stream's, for errors
    /// blockBytes   of rows held at once; 0: as said above
    /// Throws Error as readNpyHeader does.
    NpyRows(std::unique_ptr<std::istream> in, std::filesystem::path name,
            std::size_t blockBytes = 0);

    bool byColumns() const { return m_header.fortranOrder; } ///< the stream is gone to and fro
    std::size_t columns() const override { return m_header.columns; }
    std::optional<std::size_t> rows() const override { return m_header.rows; }
    void rewind() override;
    std::span<const double> next() override;

private:
    void fill();
    void fillColumns(std::size_t count);
    void read(std::uint64_t offset, std::span<char> bytes);
    template <typename Value>
    void widen(const char* from);

    std::unique_ptr<std::istream> m_in;
    std::filesystem::path m_name;
    NpyHeader m_header;
    std::size_t m_blockRows = 1;
    std::vector<char> m_block;  ///< whole rows
    std::vector<char> m_column; ///< of a block, in Fortran order
    std::size_t m_first = 0;    ///< row of the file that the block begins with
    std::size_t m_held = 0;     ///< rows in the block
    std::size_t m_index = 0;    ///< of the next row
    std::vector<double> m_row;
};

} // namespace core
