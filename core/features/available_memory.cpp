#include "core/features/available_memory.h"

#include <algorithm>
#include <fstream>
#include <string>

namespace core {

namespace {

namespace fs = std::filesystem;

/// The number that a file begins with; nullopt where there is none ("max").
std::optional<std::uint64_t> numberIn(const fs::path& file)
{
    std::ifstream in(file);
    std::uint64_t number = 0;
    return in >> number ? std::optional(number) : std::nullopt;
}

std::optional<std::uint64_t> systemMemory(const fs::path& root)
{
    std::ifstream in(root / "proc/meminfo");
    for (std::string line; std::getline(in, line);) {
        constexpr std::string_view kName = "MemAvailable:";
        if (line.starts_with(kName))
            return std::stoull(line.substr(kName.size())) << 10U; // kB
    }
    return std::nullopt;
}

void lower(std::optional<std::uint64_t>& least, const std::optional<std::uint64_t>& other)
{
    if (other)
        least = std::min(least.value_or(*other), *other);
}

} // namespace

std::optional<std::uint64_t> availableMemory(const std::filesystem::path& root)
{
    auto least = systemMemory(root);
    const auto groups = root / "sys/fs/cgroup";
    // In a container the group's own folder is mounted as the root of all.
    lower(least, numberIn(groups / "memory/memory.limit_in_bytes"));
    lower(least, numberIn(groups / "memory.max"));
    std::ifstream in(root / "proc/self/cgroup");
    for (std::string line; std::getline(in, line);) {
        const auto path = line.rfind(":/");
        if (path == std::string::npos)
            continue;
        const std::string own = line.substr(path + 2);
        if (line.substr(0, path).ends_with(":memory"))
            lower(least, numberIn(groups / "memory" / own / "memory.limit_in_bytes"));
        else if (line.starts_with("0:"))
            lower(least, numberIn(groups / own / "memory.max"));
    }
    return least;
}

} // namespace core
