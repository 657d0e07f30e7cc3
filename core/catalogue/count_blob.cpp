#include "core/catalogue/count_blob.h"

#include "core/error.h"

namespace core {

namespace {

constexpr std::size_t kBytes = 8;

} // namespace

void packCounts(const std::vector<std::int64_t>& counts, std::string& blob)
{
    blob.clear();
    for (const auto count : counts) {
        auto rest = static_cast<std::uint64_t>(count);
        for (std::size_t b = 0; b < kBytes; ++b, rest >>= 8U)
            blob.push_back(static_cast<char>(rest & 0xFFU));
    }
}

void unpackCounts(const void* bytes, std::size_t size,
                  std::vector<std::vector<std::int64_t>>& columns)
{
    if (size != kBytes * columns.size())
        throw Error("an image has not one count for each measure");
    const auto* next = static_cast<const unsigned char*>(bytes);
    for (auto& column : columns) {
        std::uint64_t count = 0;
        for (std::size_t b = 0; b < kBytes; ++b)
            count |= static_cast<std::uint64_t>(*next++) << (8 * b);
        if ((count >> 63U) != 0)
            throw Error("a count is negative");
        column.push_back(static_cast<std::int64_t>(count));
    }
}

} // namespace core
