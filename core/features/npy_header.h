#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace core {

enum class NpyType { Float16, Float32, Float64 };

/// How many bytes a value has.
std::size_t bytesOf(NpyType type);

/// The header of a NumPy file of an n × d table of floating-point numbers.
struct NpyHeader {
    NpyType type = NpyType::Float16;
    std::size_t rows = 0;         ///< n
    std::size_t columns = 0;      ///< d ≥ 1
    std::uint64_t dataOffset = 0; ///< where the values begin
    bool fortranOrder = false;    ///< column after column, in place of row after row
    bool bigEndian = false;
};

/// Reads the header (format versions 1 to 3) and compares the shape with the size of the file.
/// Throws Error naming the file, and what to do in NumPy, on anything else than the above: also
/// where the file is cut short or longer than its header says.
NpyHeader readNpyHeader(std::istream& in, const std::filesystem::path& file);

/// The bytes of a header for float16 rows, padded so that the rows begin on a page of memory.
std::string npyHeaderOfHalfs(std::size_t rows, std::size_t columns);

} // namespace core
