#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace core {

/// A name beside `file` that no other thread or process uses: the name, the process and a number.
std::filesystem::path temporaryBeside(const std::filesystem::path& file);

/// Writes beside the final name and puts the file in place by renaming: whoever opens `file` sees
/// the old one or the whole new one. Makes the folder where it is missing.
/// Throws Error naming the file; nothing is left behind then. Thread-safe.
void writeAtomically(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);

} // namespace core
