#pragma once

#include <cstdint>

namespace core {

/// An open file, closed at the end.
class FileDescriptor {
public:
    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    FileDescriptor(FileDescriptor&& other) noexcept;
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    ~FileDescriptor();

    bool open() const { return m_descriptor >= 0; }
    int number() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// Bytes in the file; 0 where it cannot be asked.
std::uint64_t fileSize(const FileDescriptor& file);

} // namespace core
