#include "core/catalogue/catalogue.h"

#include "core/catalogue/catalogue_state.h"
#include "core/catalogue/count_blob.h"
#include "core/error.h"
#include "core/progress.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace core {

namespace {

namespace fs = std::filesystem;

std::size_t countOf(SQLite::Database& database, const char* sql)
{
    return static_cast<std::size_t>(database.execAndGet(sql).getInt64());
}

void readMeasures(SQLite::Database& database, Collection& collection)
{
    SQLite::Statement query(database, "SELECT name, engagement FROM measures ORDER BY measure");
    while (query.executeStep())
        collection.measures.push_back(
            {query.getColumn(0).getString(),
             query.getColumn(1).getInt() == 0 ? Engagement::Low : Engagement::High});
    SQLite::Statement texts(database, "SELECT name FROM text_columns ORDER BY column");
    while (texts.executeStep())
        collection.textColumns.push_back(texts.getColumn(0).getString());
    SQLite::Statement authors(database, "SELECT name FROM authors ORDER BY author");
    while (authors.executeStep())
        collection.authorNames.push_back(authors.getColumn(0).getString());
}

void reserve(Collection& collection, std::size_t n)
{
    collection.ids.reserve(n);
    collection.paths.reserve(n);
    collection.authors.reserve(n);
    collection.dates.reserve(n);
    collection.broken.reserve(n);
    collection.counts.assign(collection.measures.size(), {});
    for (auto& column : collection.counts)
        column.reserve(n);
}

void readImages(SQLite::Database& database, Collection& collection)
{
    SQLite::Statement query(
        database, "SELECT i.key, i.id, i.path, i.author, i.date, i.split, i.broken, c.counts "
                  "FROM images i JOIN counts c ON c.key = i.key ORDER BY i.key");
    bool everySplit = true;
    while (query.executeStep()) {
        if (query.getColumn(0).getInt64() != static_cast<std::int64_t>(collection.ids.size()))
            throw Error("its image keys have a gap");
        collection.ids.push_back(query.getColumn(1).getString());
        collection.paths.push_back(query.getColumn(2).getString());
        const auto author = query.getColumn(3);
        collection.authors.push_back(author.isNull() ? -1 : author.getInt());
        const auto date = query.getColumn(4);
        collection.dates.push_back(date.isNull() ? std::nullopt : std::optional(date.getInt64()));
        const auto split = query.getColumn(5);
        everySplit = everySplit && !split.isNull();
        if (everySplit)
            collection.tableSplit.push_back(static_cast<Split>(split.getInt()));
        collection.broken.push_back(query.getColumn(6).getString());
        const auto blob = query.getColumn(7);
        unpackCounts(blob.getBlob(), static_cast<std::size_t>(blob.getBytes()), collection.counts);
    }
    if (!everySplit)
        collection.tableSplit.clear();
}

/// The whole number that a value of the project is, or Error that calls the value `what`.
std::uint64_t numberIn(const std::string& text, const std::filesystem::path& file, const char* what)
{
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size())
        throw Error(file.string() + " is damaged (its " + what
                    + " is no number): import the collection again, or restore a copy.");
    return number;
}

} // namespace

std::string metaValue(SQLite::Database& database, const std::string& name,
                      const std::string& fallback)
{
    SQLite::Statement query(database, "SELECT value FROM meta WHERE name = ?");
    query.bind(1, name);
    return query.executeStep() ? query.getColumn(0).getString() : fallback;
}

void setMetaValue(SQLite::Database& database, const std::string& name, const std::string& value)
{
    SQLite::Statement insert(database, "INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)");
    insert.bind(1, name);
    insert.bind(2, value);
    insert.exec();
}

Catalogue::Catalogue(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Catalogue Catalogue::create(const fs::path& project)
{
    return Catalogue(
        std::make_unique<State>(State{project / kDatabaseName, createDatabase(project)}));
}

Catalogue Catalogue::open(const fs::path& project)
{
    return Catalogue(
        std::make_unique<State>(State{project / kDatabaseName, openDatabase(project)}));
}

Catalogue Catalogue::inMemory()
{
    return Catalogue(std::make_unique<State>(State{"memory", memoryDatabase()}));
}

CollectionInfo Catalogue::info() const
{
    return naming(m_state->file, [&] {
        auto& database = *m_state->database;
        Collection collection;
        readMeasures(database, collection);
        return CollectionInfo{.title = metaValue(database, "title"),
                              .root = metaValue(database, "root"),
                              .measures = collection.measures,
                              .textColumns = collection.textColumns,
                              .splitSeed = numberIn(metaValue(database, "split_seed", "1"),
                                                    m_state->file, "split seed"),
                              .synthetic = metaValue(database, "synthetic") == "1"};
    });
}

Collection Catalogue::readCollection() const
{
    return naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Transaction snapshot(database); // all of it as of one moment
        Collection collection;
        readMeasures(database, collection);
        reserve(collection, countOf(database, "SELECT count(*) FROM images"));
        try {
            readImages(database, collection);
        } catch (const Error& error) {
            throw Error(m_state->file.string() + " is damaged (" + error.what()
                        + "): import the collection again, or restore a copy.");
        }
        collection.title = metaValue(database, "title");
        collection.synthetic = metaValue(database, "synthetic") == "1";
        return collection;
    });
}

std::size_t Catalogue::imageCount() const
{
    return naming(m_state->file,
                  [&] { return countOf(*m_state->database, "SELECT count(*) FROM images"); });
}

std::vector<std::string> Catalogue::textsOf(ImageKey key) const
{
    return naming(m_state->file, [&] {
        // Texts that are empty have no row.
        SQLite::Statement query(*m_state->database,
                                "SELECT text FROM text_columns LEFT JOIN texts "
                                "ON texts.column = text_columns.column AND texts.key = ? "
                                "ORDER BY text_columns.column");
        query.bind(1, key);
        std::vector<std::string> texts;
        while (query.executeStep())
            texts.push_back(query.getColumn(0).getString());
        return texts;
    });
}

std::vector<std::string> Catalogue::texts(std::span<const ImageKey> keys) const
{
    return naming(m_state->file, [&] {
        SQLite::Statement query(*m_state->database,
                                "SELECT text FROM texts WHERE key = ? ORDER BY column");
        std::vector<std::string> texts;
        texts.reserve(keys.size());
        for (const auto key : keys) {
            query.reset();
            query.bind(1, key);
            std::string text;
            while (query.executeStep()) {
                if (!text.empty())
                    text += '\n';
                text += query.getColumn(0).getString();
            }
            texts.push_back(std::move(text));
        }
        return texts;
    });
}

void Catalogue::visitTexts(const std::function<void(ImageKey, std::string_view)>& visit,
                           const std::stop_token& stop) const
{
    naming(m_state->file, [&] {
        SQLite::Statement query(*m_state->database,
                                "SELECT key, text FROM texts ORDER BY key, column");
        for (std::size_t row = 0; query.executeStep(); ++row) {
            if (row % 4096 == 0)
                throwIfStopped(stop);
            const auto text = query.getColumn(1);
            visit(query.getColumn(0).getInt64(),
                  {text.getText(), static_cast<std::size_t>(text.getBytes())});
        }
    });
}

ImportLosses Catalogue::importLosses(std::size_t mostListed) const
{
    return naming(m_state->file, [&] {
        auto& database = *m_state->database;
        ImportLosses losses;
        losses.rejected = countOf(database, "SELECT count(*) FROM rejections WHERE row >= 0");
        losses.unmatched = numberIn(metaValue(database, kUnmatchedCount, "0"), m_state->file,
                                    "number of unmatched pictures");
        SQLite::Statement query(database, "SELECT row, reason FROM rejections "
                                          "ORDER BY row < 0, rejection LIMIT ?");
        query.bind(1, static_cast<std::int64_t>(std::min<std::size_t>(mostListed, INT64_MAX)));
        while (query.executeStep())
            losses.listed.push_back(
                {query.getColumn(0).getInt64(), query.getColumn(1).getString()});
        return losses;
    });
}

void Catalogue::setRoot(const fs::path& root)
{
    naming(m_state->file, [&] { setMetaValue(*m_state->database, "root", root.string()); });
}

void Catalogue::setBroken(std::span<const std::pair<ImageKey, std::string>> reasons)
{
    naming(m_state->file, [&] {
        SQLite::Transaction transaction(*m_state->database);
        SQLite::Statement update(*m_state->database, "UPDATE images SET broken = ? WHERE key = ?");
        for (const auto& [key, reason] : reasons) {
            update.reset();
            update.bind(1, reason);
            update.bind(2, key);
            update.exec();
        }
        transaction.commit();
    });
}

void Catalogue::replaceCounts(const std::vector<Measure>& measures,
                              const std::vector<std::vector<std::int64_t>>& counts,
                              const std::stop_token& stop)
{
    const auto images = imageCount();
    const auto whole = [&](const auto& column) { return column.size() == images; };
    if (counts.size() != measures.size() || !std::ranges::all_of(counts, whole))
        throw std::invalid_argument("Catalogue: one count an image and measure");
    naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec("DELETE FROM measures");
        insertMeasures(database, measures);
        SQLite::Statement update(database, "UPDATE counts SET counts = ? WHERE key = ?");
        std::vector<std::int64_t> row(measures.size());
        std::string blob;
        for (std::size_t image = 0; image < images; ++image) {
            throwIfStopped(stop);
            for (std::size_t m = 0; m < row.size(); ++m)
                row[m] = counts[m][image];
            packCounts(row, blob);
            update.reset();
            update.bindNoCopy(1, blob.data(), static_cast<int>(blob.size()));
            update.bind(2, static_cast<ImageKey>(image));
            if (update.exec() != 1)
                throw Error("image " + std::to_string(image) + " has no counts");
        }
        transaction.commit();
    });
}

std::vector<std::string> Catalogue::check() const
{
    return naming(m_state->file, [&] {
        std::vector<std::string> faults;
        SQLite::Statement integrity(*m_state->database, "PRAGMA integrity_check");
        while (integrity.executeStep()) {
            if (integrity.getColumn(0).getString() != "ok")
                faults.push_back(integrity.getColumn(0).getString());
        }
        SQLite::Statement keys(*m_state->database, "PRAGMA foreign_key_check");
        while (keys.executeStep())
            faults.push_back("a row of " + keys.getColumn(0).getString()
                             + " refers to a missing row of " + keys.getColumn(2).getString());
        return faults;
    });
}

} // namespace core
