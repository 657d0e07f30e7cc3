#pragma once

#include "core/ingest/import_table.h"
#include "core/progress.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace core {

struct ImportRequest {
    std::filesystem::path project;                 ///< folder to make; must not exist
    std::optional<std::filesystem::path> table;    ///< unset: pictures of a folder alone
    std::filesystem::path images;                  ///< folder that paths are relative to
    std::optional<std::filesystem::path> features; ///< .npy or .csv, one row a table record
    ColumnRoles roles;
    std::string encoding; ///< of the table, by ICU's name; empty: guessed
    std::string title;    ///< empty: the project folder's name without its ending
    std::uint64_t splitSeed = 1;
    bool synthetic = false;
};

/// Makes a project from files. Whatever fails or is cancelled, no half project is left behind: it
/// is built beside its final name and renamed at the end.
/// Throws Error, Cancelled.
ImportReport importCollection(const ImportRequest& request, const std::stop_token& stop = {},
                              const ProgressObserver& observe = {});

} // namespace core
