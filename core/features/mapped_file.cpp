#include "core/features/mapped_file.h"

#include "core/error.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace core {

namespace {

constexpr std::size_t kReadAtOnce = std::size_t{256} << 10U;

std::size_t pageSize()
{
    return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

MappedBytes::MappedBytes(int descriptor, std::size_t size, Access access,
                         const std::filesystem::path& file)
    : m_size(size)
{
    const int protection = access == Access::Read ? PROT_READ : PROT_READ | PROT_WRITE;
    void* address = ::mmap(nullptr, size, protection, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED)
        throw Error("Cannot map " + file.string()
                    + " into memory: check that it lies on a local disk.");
    m_data = static_cast<std::byte*>(address);
}

MappedBytes::MappedBytes(MappedBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

MappedBytes& MappedBytes::operator=(MappedBytes&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

MappedBytes::~MappedBytes()
{
    if (m_data != nullptr)
        ::munmap(m_data, m_size);
}

bool MappedBytes::flush() const
{
    return ::msync(m_data, m_size, MS_SYNC) == 0;
}

void MappedBytes::willNeed(std::size_t offset, std::size_t count) const
{
    const std::size_t last = std::min(m_size, offset + std::min(count, m_size));
    // Piece by piece: of a long range Linux reads the beginning alone.
    for (std::size_t first = std::min(offset, m_size) / pageSize() * pageSize(); first < last;
         first += kReadAtOnce)
        ::madvise(m_data + first, std::min(kReadAtOnce, last - first), MADV_WILLNEED);
}

void MappedBytes::load(std::size_t offset, std::size_t count) const
{
    willNeed(offset, count);
    const std::size_t last = std::min(m_size, offset + std::min(count, m_size));
    for (std::size_t at = offset; at < last; at += pageSize())
        static_cast<void>(*static_cast<const volatile std::byte*>(m_data + at));
}

void MappedBytes::release(const FileDescriptor& file, std::size_t offset, std::size_t count) const
{
    const std::size_t page = pageSize();
    const std::size_t first = (std::min(offset, m_size) + page - 1) / page * page;
    const std::size_t last = std::min(m_size, offset + std::min(count, m_size)) / page * page;
    if (first >= last)
        return;
    ::madvise(m_data + first, last - first, MADV_DONTNEED);
    ::posix_fadvise(file.number(), static_cast<off_t>(first), static_cast<off_t>(last - first),
                    POSIX_FADV_DONTNEED);
}

} // namespace core
