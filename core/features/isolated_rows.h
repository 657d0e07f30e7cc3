#pragma once

#include "core/features/record_rows.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace core {

/// The rows that `open` gives, read in a process of their own: for a library that crashes on
/// damaged files. What befalls that process becomes an Error naming the file.
///
/// open   is called in that process, which is a fork of this one: it must not rely on other threads
///
/// Throws Error where `open` does. Cost: a copy of each row through a pipe.
std::unique_ptr<RecordRows> isolatedRows(const std::filesystem::path& file,
                                         const std::function<std::unique_ptr<RecordRows>()>& open);

} // namespace core
