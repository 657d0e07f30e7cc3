#pragma once

#include "core/catalogue/catalogue.h"
#include "core/ingest/table_preview.h"
#include "core/progress.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// Says why the picture at a path cannot be used, or nullopt if its header is sound. Given by
/// core/study from core/images, which this station may not see.
using PictureCheck = std::function<std::optional<std::string>(const std::filesystem::path&)>;

struct ImportOptions {
    ColumnRoles roles;
    std::string encoding;            ///< of the table, by ICU's name; empty: guessed
    std::filesystem::path imageRoot; ///< empty: the table's own folder
    std::string title;               ///< empty: the table's stem
    std::uint64_t splitSeed = 1;
    bool synthetic = false;
    PictureCheck pictureCheck; ///< empty: only that the file exists and is not empty
    int threads = 0;           ///< for pictureCheck; 0: as many as the machine has
};

/// What an import did. Also kept in the catalogue.
struct ImportReport {
    std::size_t images = 0;
    std::vector<std::string> measures;
    std::vector<Rejection> rejected; ///< the first 100
    std::size_t rejectedCount = 0;
    /// Pictures that no row names, in the folders of those that a row does name.
    std::vector<std::string> unmatched; ///< the first 100, relative to the picture folder
    std::size_t unmatchedCount = 0;
    /// For each record of the table in order, the key it got, or −1 if it was rejected: so that an
    /// imported feature file's rows follow their images.
    std::vector<ImageKey> keyOfRecord;
};

/// Reads a CSV, TSV or JSON Lines (table_reader.h; UTF-8, UTF-16, Windows-1252, …) into an empty
/// catalogue, in one transaction. A row that cannot be used is rejected with its line and reason,
/// the others are imported: counts that are negative, fractional, text or above 2⁶³ − 1; a
/// duplicate or empty id; too few or too many fields; a picture that is missing or that
/// pictureCheck refuses; a path that leaves imageRoot; text that is not in the table's encoding.
///
/// Throws Error (and leaves the catalogue as it was) if the table is missing, empty, binary or
/// ends inside a quoted field, if a column of `roles` is not there, if no measure is named or if
/// no row is usable; Cancelled when stopped.
/// Cost: one pass, bounded memory but for the ids.
ImportReport importTable(Catalogue& catalogue, const std::filesystem::path& table,
                         const ImportOptions& options, const std::stop_token& stop = {},
                         const ProgressObserver& observe = {});

/// Every picture under `folder` (by file ending, sorted by path), without counts: popularity is
/// unknown, so that only browsing and extraction work until a table is imported. id and text are
/// the relative path and the file's stem. Same rejections and errors as importTable.
ImportReport importFolder(Catalogue& catalogue, const std::filesystem::path& folder,
                          const ImportOptions& options, const std::stop_token& stop = {},
                          const ProgressObserver& observe = {});

} // namespace core
