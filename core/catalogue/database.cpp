#include "core/catalogue/database.h"

#include "core/error.h"

#include <sqlite3.h>

#include <array>
#include <system_error>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr int kApplicationId = 0x53454e53; // "SENS"
constexpr int kSchemaVersion = 1;
constexpr int kBusyMilliseconds = 10'000;

/// One object is one thread's at a time, so that SQLite need not lock at every call.
constexpr int kOpen = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

constexpr const char* kSchema = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE authors(author INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE images(
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    author INTEGER REFERENCES authors(author),
    date INTEGER,
    split INTEGER CHECK(split BETWEEN 0 AND 2),
    broken TEXT NOT NULL DEFAULT '');
CREATE TABLE measures(
    measure INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    engagement INTEGER NOT NULL CHECK(engagement IN (0, 1)));
-- One row an image, its counts in the order of the measures, each 8 bytes little-endian: five
-- counts of a million images are a million rows in place of five.
CREATE TABLE counts(key INTEGER PRIMARY KEY REFERENCES images(key), counts BLOB NOT NULL);
CREATE TABLE text_columns(column INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE texts(
    key INTEGER NOT NULL REFERENCES images(key),
    column INTEGER NOT NULL REFERENCES text_columns(column),
    text TEXT NOT NULL,
    PRIMARY KEY(key, column)) WITHOUT ROWID;
-- row: 0 where there is no table, -1 for a picture that no row names.
CREATE TABLE rejections(rejection INTEGER PRIMARY KEY, row INTEGER NOT NULL, reason TEXT NOT NULL);
CREATE TABLE feature_sets(
    feature_set INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dimension INTEGER NOT NULL CHECK(dimension > 0),
    scale REAL NOT NULL);
CREATE TABLE features_missing(
    feature_set INTEGER NOT NULL REFERENCES feature_sets(feature_set) ON DELETE CASCADE,
    key INTEGER NOT NULL REFERENCES images(key),
    PRIMARY KEY(feature_set, key)) WITHOUT ROWID;
CREATE TABLE runs(
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL,
    feature_set TEXT NOT NULL,
    settings TEXT NOT NULL,
    curve TEXT NOT NULL,
    snapshots TEXT NOT NULL,
    results TEXT NOT NULL,
    popular_senses INTEGER NOT NULL,
    unpopular_senses INTEGER NOT NULL,
    popular BLOB NOT NULL,
    unpopular BLOB NOT NULL,
    mean BLOB NOT NULL);
CREATE TABLE sense_names(
    run INTEGER NOT NULL REFERENCES runs(run) ON DELETE CASCADE,
    sense TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY(run, sense)) WITHOUT ROWID;
)sql";

/// What a hostile database could abuse is off before its first page is read.
void harden(SQLite::Database& database)
{
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);      // NOLINT(*-vararg): C
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr); // NOLINT(*-vararg): C
    database.setBusyTimeout(kBusyMilliseconds);
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA foreign_keys = ON");
}

void makeSchema(SQLite::Database& database)
{
    SQLite::Transaction transaction(database);
    database.exec(kSchema);
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
    transaction.commit();
}

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

void requireOurs(SQLite::Database& database, const fs::path& file)
{
    if (pragma(database, "application_id") != kApplicationId)
        throw Error(file.string()
                    + " is a database of another program: choose a folder that "
                      "Sensescope made.");
    const int version = pragma(database, "user_version");
    if (version > kSchemaVersion)
        throw Error(file.string() + " was made by a newer Sensescope (its format is "
                    + std::to_string(version) + ", this program knows "
                    + std::to_string(kSchemaVersion) + "): update Sensescope to open it.");
    for (const char* table : {"meta", "images", "counts", "runs"}) {
        if (!database.tableExists(table))
            throw Error(file.string() + " is damaged (the table \"" + table
                        + "\" is gone): import the collection again, or restore a copy.");
    }
}

} // namespace

void rethrowAsError(const SQLite::Exception& error, const fs::path& file)
{
    const std::string what = file.string();
    // Reading takes 32 KB of shared memory beside the database, which a full disk refuses.
    if (error.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE)
        throw Error(what
                    + " cannot be opened, because the disk is full: free some space and try again; "
                      "nothing was changed.");
    switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
        throw Error(what + " is no Sensescope project: choose a folder that Sensescope made.");
    case SQLITE_CORRUPT:
        throw Error(what + " is damaged (" + error.what()
                    + "): import the collection again, or restore a copy.");
    case SQLITE_FULL:
        throw Error(what
                    + " could not be written, because the disk is full: free some space and "
                      "try again; nothing was changed.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        throw Error(what + " cannot be opened for writing (" + error.what()
                    + "): check the permissions of its folder.");
    case SQLITE_BUSY:
        throw Error(what + " is in use by another program: close it and try again.");
    default:
        throw Error(what + ": " + error.what()
                    + ". Check the disk; if it goes on, import the collection again.");
    }
}

std::unique_ptr<SQLite::Database> createDatabase(const fs::path& project)
{
    const auto file = project / kDatabaseName;
    std::error_code error;
    if (fs::exists(file, error))
        throw Error(file.string() + " is already there: choose another folder for the project.");
    fs::create_directories(project, error);
    if (error)
        throw Error(project.string() + " could not be made (" + error.message()
                    + "): choose a folder that you may write to.");
    return naming(file, [&] {
        auto database =
            std::make_unique<SQLite::Database>(file.string(), kOpen | SQLITE_OPEN_CREATE);
        harden(*database);
        database->exec("PRAGMA journal_mode = WAL");
        makeSchema(*database);
        return database;
    });
}

std::unique_ptr<SQLite::Database> openDatabase(const fs::path& project)
{
    const auto file = project / kDatabaseName;
    std::error_code error;
    if (!fs::exists(file, error))
        throw Error(project.string() + " is no Sensescope project (it has no " + kDatabaseName
                    + "): choose a folder that Sensescope made, or import a collection.");
    return naming(file, [&] {
        auto database = std::make_unique<SQLite::Database>(file.string(), kOpen);
        harden(*database);
        requireOurs(*database, file);
        return database;
    });
}

std::unique_ptr<SQLite::Database> memoryDatabase()
{
    auto database = std::make_unique<SQLite::Database>(":memory:", kOpen | SQLITE_OPEN_CREATE);
    harden(*database);
    makeSchema(*database);
    return database;
}

} // namespace core
