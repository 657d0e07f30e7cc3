#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace core {

/// The counts of one image as the database keeps them: 8 bytes each, little-endian, in the order
/// of the measures.
void packCounts(const std::vector<std::int64_t>& counts, std::string& blob);

/// Appends the counts in `bytes` [size] to the columns, one each.
/// Throws Error where the size is not that of one count a column, or a count is negative.
void unpackCounts(const void* bytes, std::size_t size,
                  std::vector<std::vector<std::int64_t>>& columns);

} // namespace core
