#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace core {

/// Bytes that this process may still take: what Linux calls available, and no more than the limit
/// of its memory cgroup (v1 or v2). nullopt where the system does not say.
///
/// root   where /proc and /sys are found
std::optional<std::uint64_t> availableMemory(const std::filesystem::path& root = "/");

} // namespace core
