#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace core {

/// Numbers at any place of a file or of memory, for reading headers without reading the rest.
///
/// Whatever lies beyond the end reads as zero, so that a parser cannot run away; ask has() where
/// the difference matters. Not thread-safe.
class ByteSource {
public:
    /// Fills `bytes` with what stands at `offset`; never asked for anything beyond the size.
    using ReadAt = std::function<void(std::uint64_t offset, std::span<std::uint8_t> bytes)>;

    ByteSource(std::uint64_t size, ReadAt readAt);
    /// Borrows `bytes`.
    explicit ByteSource(std::span<const std::uint8_t> bytes);

    std::uint64_t size() const { return m_size; }
    /// Whether bytes [offset, offset + count) are all there.
    bool has(std::uint64_t offset, std::uint64_t count) const;

    std::uint8_t byte(std::uint64_t offset);
    std::uint32_t big16(std::uint64_t offset);
    std::uint32_t big32(std::uint64_t offset);
    std::uint32_t little16(std::uint64_t offset);
    std::uint32_t little32(std::uint64_t offset);
    bool startsWith(std::uint64_t offset, std::string_view text);

private:
    std::uint64_t m_size;
    ReadAt m_readAt;
    std::uint64_t m_windowStart = 0;
    std::vector<std::uint8_t> m_window;
};

} // namespace core
