#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/database.h"

#include <filesystem>
#include <memory>
#include <string>

namespace core {

struct Catalogue::State {
    std::filesystem::path file; ///< named in errors
    std::unique_ptr<SQLite::Database> database;
};

/// The value that the project keeps under `name`; `fallback` where there is none.
std::string metaValue(SQLite::Database& database, const std::string& name,
                      const std::string& fallback = {});
inline constexpr const char* kUnmatchedCount = "unmatched_pictures"; ///< a name of these
/// In this order, from measure 0 on.
void insertMeasures(SQLite::Database& database, const std::vector<Measure>& measures);
void setMetaValue(SQLite::Database& database, const std::string& name, const std::string& value);

} // namespace core
