#include "core/images/atomic_file.h"

#include "core/error.h"

#include <atomic>
#include <fstream>
#include <string>
#include <system_error>
#include <unistd.h>

namespace core {

namespace {

bool writeWhole(const std::filesystem::path& file, std::span<const std::uint8_t> bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): streams speak char
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    out.close();
    return out.good();
}

} // namespace

std::filesystem::path temporaryBeside(const std::filesystem::path& file)
{
    static std::atomic<std::uint64_t> number{0};
    auto name = file;
    name += "." + std::to_string(::getpid()) + "-" + std::to_string(++number) + ".part";
    return name;
}

void writeAtomically(const std::filesystem::path& file, std::span<const std::uint8_t> bytes)
{
    std::error_code error;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), error);
    const auto temporary = temporaryBeside(file);
    bool written = writeWhole(temporary, bytes);
    if (written) {
        std::filesystem::rename(temporary, file, error);
        written = !error;
    }
    if (!written) {
        std::filesystem::remove(temporary, error);
        throw Error("Cannot write " + file.string()
                    + ": check that its folder may be written and that the disk has room.");
    }
}

} // namespace core
