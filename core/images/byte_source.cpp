#include "core/images/byte_source.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr std::uint64_t kWindowBytes = 4096;

} // namespace

ByteSource::ByteSource(std::uint64_t size, ReadAt readAt)
    : m_size(size)
    , m_readAt(std::move(readAt))
{
}

ByteSource::ByteSource(std::span<const std::uint8_t> bytes)
    : ByteSource(bytes.size(), [bytes](std::uint64_t offset, std::span<std::uint8_t> out) {
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
    })
{
}

bool ByteSource::has(std::uint64_t offset, std::uint64_t count) const
{
    return offset <= m_size && count <= m_size - offset;
}

std::uint8_t ByteSource::byte(std::uint64_t offset)
{
    if (offset >= m_size)
        return 0;
    if (offset < m_windowStart || offset - m_windowStart >= m_window.size()) {
        m_window.resize(static_cast<std::size_t>(std::min(kWindowBytes, m_size - offset)));
        m_windowStart = offset;
        m_readAt(offset, m_window);
    }
    return m_window[static_cast<std::size_t>(offset - m_windowStart)];
}

std::uint32_t ByteSource::big16(std::uint64_t offset)
{
    return static_cast<std::uint32_t>(byte(offset)) << 8U | byte(offset + 1);
}

std::uint32_t ByteSource::big32(std::uint64_t offset)
{
    return big16(offset) << 16U | big16(offset + 2);
}

std::uint32_t ByteSource::little16(std::uint64_t offset)
{
    return static_cast<std::uint32_t>(byte(offset + 1)) << 8U | byte(offset);
}

std::uint32_t ByteSource::little32(std::uint64_t offset)
{
    return little16(offset + 2) << 16U | little16(offset);
}

bool ByteSource::startsWith(std::uint64_t offset, std::string_view text)
{
    if (!has(offset, text.size()))
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (byte(offset + i) != static_cast<std::uint8_t>(text[i]))
            return false;
    }
    return true;
}

} // namespace core
