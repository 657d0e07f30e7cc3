#pragma once

#include "core/ingest/import_table.h"

#include <filesystem>
#include <optional>
#include <string>

namespace core {

/// `path` relative to `root`, in normal form with '/'; nullopt where it leads out of it.
std::optional<std::string> pathUnder(const std::filesystem::path& root, const std::string& path);

/// Why the picture `path` (relative to `root`) cannot be used; nullopt: it can. Thread-safe where
/// `check` is.
std::optional<std::string> pictureFaultOf(const std::filesystem::path& root,
                                          const std::string& path, const PictureCheck& check);

} // namespace core
