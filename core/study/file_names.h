#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace core {

/// `text` as a file name that every system takes: letters, digits, '.', '_', '+' and '-' stay, all
/// else becomes '-'; never empty, never beginning with a dot, at most 100 bytes.
std::string fileNameFrom(std::string_view text);

/// Writes a file beside its final name and puts it in place when `write` has ended without an
/// exception: a reader sees the old file or the whole new one.
/// Throws Error naming the file where it cannot be written (no permission, a full disk).
void replaceFile(const std::filesystem::path& file,
                 const std::function<void(std::ostream&)>& write);

/// Makes `folder` and those above it. Throws Error naming it.
void makeFolder(const std::filesystem::path& folder);

} // namespace core
