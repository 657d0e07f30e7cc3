#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <string>

namespace core {

/// Names the file in whatever SQLite says, and adds what to do about it.
[[noreturn]] void rethrowAsError(const SQLite::Exception& error, const std::filesystem::path& file);

/// Runs `function`; SQLite's exceptions become Error naming `file`.
template <typename Function>
auto naming(const std::filesystem::path& file, Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const SQLite::Exception& error) {
        rethrowAsError(error, file);
    }
}

inline constexpr const char* kDatabaseName = "catalogue.sqlite";

/// A new database with our schema. Throws Error where the folder cannot be made or is taken.
std::unique_ptr<SQLite::Database> createDatabase(const std::filesystem::path& project);
/// Throws Error where there is none, it is not ours, newer than this program, or damaged.
std::unique_ptr<SQLite::Database> openDatabase(const std::filesystem::path& project);
std::unique_ptr<SQLite::Database> memoryDatabase();

} // namespace core
