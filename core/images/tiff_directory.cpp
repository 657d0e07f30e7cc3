#include "core/images/tiff_directory.h"

namespace core {

namespace {

constexpr std::uint64_t kEntryBytes = 12;
constexpr std::uint32_t kShort = 3;
constexpr std::uint32_t kLong = 4;
constexpr std::uint32_t kUndefined = 7; // bytes that mean what the tag says

/// 0: not of whole numbers.
std::uint32_t elementSizeOf(std::uint32_t type)
{
    if (type == kUndefined)
        return 1;
    if (type == kShort)
        return 2;
    return type == kLong ? 4 : 0;
}

} // namespace

TiffDirectory::TiffDirectory(ByteSource& source, std::uint64_t start, bool bigEndian)
    : m_source(&source)
    , m_start(start)
    , m_bigEndian(bigEndian)
{
}

std::optional<TiffDirectory> TiffDirectory::at(ByteSource& source, std::uint64_t start)
{
    using std::string_view_literals::operator""sv;
    if (source.startsWith(start, "II*\0"sv))
        return TiffDirectory(source, start, false);
    if (source.startsWith(start, "MM\0*"sv))
        return TiffDirectory(source, start, true);
    return std::nullopt;
}

std::uint32_t TiffDirectory::number16(std::uint64_t offset) const
{
    return m_bigEndian ? m_source->big16(offset) : m_source->little16(offset);
}

std::uint32_t TiffDirectory::number32(std::uint64_t offset) const
{
    return m_bigEndian ? m_source->big32(offset) : m_source->little32(offset);
}

std::optional<TiffDirectory::Entry> TiffDirectory::find(std::uint32_t tag) const
{
    const std::uint64_t directory = m_start + number32(m_start + 4);
    const std::uint64_t entries = number16(directory);
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::uint64_t at = directory + 2 + i * kEntryBytes;
        if (number16(at) != tag)
            continue;
        const auto size = elementSizeOf(number16(at + 2));
        if (size == 0)
            return std::nullopt;
        Entry entry{.count = number32(at + 4), .elementSize = size};
        // Values that fit stand in the entry itself, in the place of their offset.
        const bool inside = entry.count * entry.elementSize <= 4;
        entry.offset = inside ? at + 8 : m_start + number32(at + 8);
        return entry;
    }
    return std::nullopt;
}

std::uint32_t TiffDirectory::value(const Entry& entry, std::uint64_t index) const
{
    const std::uint64_t at = entry.offset + index * entry.elementSize;
    if (entry.elementSize == 1)
        return m_source->byte(at);
    return entry.elementSize == 2 ? number16(at) : number32(at);
}

std::uint32_t TiffDirectory::first(std::uint32_t tag, std::uint32_t otherwise) const
{
    const auto entry = find(tag);
    return entry && entry->count > 0 ? value(*entry, 0) : otherwise;
}

} // namespace core
