#include "core/file_descriptor.h"

#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace core {

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileDescriptor::~FileDescriptor()
{
    if (open())
        ::close(m_descriptor);
}

std::uint64_t fileSize(const FileDescriptor& file)
{
    struct stat status = {};
    return ::fstat(file.number(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace core
