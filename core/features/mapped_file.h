#pragma once

#include "core/file_descriptor.h"

#include <cstddef>
#include <filesystem>

namespace core {

/// Bytes of an open file seen as memory; unmapped at the end. Movable, one owner.
class MappedBytes {
public:
    enum class Access { Read, ReadWrite };

    /// Maps bytes [0, size) of the open file; size ≥ 1. Throws Error naming `file`.
    MappedBytes(int descriptor, std::size_t size, Access access, const std::filesystem::path& file);
    MappedBytes(const MappedBytes&) = delete;
    MappedBytes& operator=(const MappedBytes&) = delete;
    MappedBytes(MappedBytes&& other) noexcept;
    MappedBytes& operator=(MappedBytes&& other) noexcept;
    ~MappedBytes();

    std::byte* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    /// Hands what was written to the disk and waits; false where the disk refused it.
    bool flush() const;
    /// A hint that bytes [offset, offset + count) will be read soon.
    void willNeed(std::size_t offset, std::size_t count) const;
    /// Reads bytes [offset, offset + count) and returns when they are in memory.
    void load(std::size_t offset, std::size_t count) const;
    /// Lets go of the whole pages within the bytes, here and in the cache of `file`, which is the
    /// mapped one. They are read again when they are looked at.
    void release(const FileDescriptor& file, std::size_t offset, std::size_t count) const;

private:
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace core
