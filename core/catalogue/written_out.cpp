#include "core/catalogue/written_out.h"

#include "core/error.h"
#include "core/file_descriptor.h"
#include "core/progress.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace core {

namespace {

FileDescriptor opened(const std::filesystem::path& file)
{
    return FileDescriptor(::open(file.c_str(), O_RDWR | O_CLOEXEC));
}

} // namespace

void writePages([[maybe_unused]] const std::filesystem::path& file, const std::stop_token& stop)
{
#ifdef __linux__
    constexpr std::uint64_t kPiece = std::uint64_t{2} << 20U;
    constexpr unsigned kNow =
        SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    const auto descriptor = opened(file);
    const auto bytes = descriptor.open() ? fileSize(descriptor) : 0;
    for (std::uint64_t at = 0; at < bytes; at += kPiece) {
        throwIfStopped(stop);
        if (::sync_file_range(descriptor.number(), static_cast<off64_t>(at),
                              static_cast<off64_t>(kPiece), kNow)
            != 0)
            return; // synchronise() tells what is wrong
    }
#endif
    throwIfStopped(stop);
}

void synchronise(const std::filesystem::path& file)
{
    const auto descriptor = opened(file);
    if (descriptor.open() && ::fsync(descriptor.number()) == 0)
        return;
    throw Error(file.string() + " could not be written (" + std::generic_category().message(errno)
                + "): check the disk and try again.");
}

} // namespace core
