#include "core/catalogue/bulk_insert.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/catalogue_state.h"
#include "core/catalogue/count_blob.h"
#include "core/catalogue/written_out.h"
#include "core/error.h"
#include "core/progress.h"

#include <sqlite3.h>

#include <stdexcept>
#include <unordered_map>

namespace core {

namespace {

struct CountsRow {
    static constexpr const char* kTable = "counts(key, counts)";
    static constexpr int kColumns = 2;

    ImageKey key = 0;
    std::string blob{};

    void bind(SQLite::Statement& statement, int first) const
    {
        statement.bind(first, key);
        statement.bindNoCopy(first + 1, blob.data(), static_cast<int>(blob.size()));
    }
};

struct TextRow {
    static constexpr const char* kTable = "texts(key, column, text)";
    static constexpr int kColumns = 3;

    ImageKey key = 0;
    std::int64_t column = 0;
    std::string text{};

    void bind(SQLite::Statement& statement, int first) const
    {
        statement.bind(first, key);
        statement.bind(first + 1, column);
        statement.bindNoCopy(first + 2, text);
    }
};

/// While a collection comes in, the database is written the fast way: straight into the file,
/// because through the log it would be written twice, and without waiting for the disk, because
/// that would hold up the one who cancels. Before the end all is written out in pieces.
class FastWriting {
public:
    explicit FastWriting(SQLite::Database& database)
        : m_database(database)
    {
        m_database.exec(kImportCache);
        m_database.exec("PRAGMA journal_mode = DELETE");
        m_database.exec("PRAGMA synchronous = OFF");
    }
    ~FastWriting()
    {
        try {
            restore();
        } catch (const SQLite::Exception&) {
            return; // whoever opens it again finds it as it was, in a slower journal
        }
    }
    FastWriting(const FastWriting&) = delete;
    FastWriting& operator=(const FastWriting&) = delete;
    FastWriting(FastWriting&&) = delete;
    FastWriting& operator=(FastWriting&&) = delete;

    /// Leaves end() little to do.
    void writeOut(const std::stop_token& stop)
    {
        sqlite3_db_cacheflush(m_database.getHandle());
        if (hasFile())
            writePages(m_database.getFilename(), stop);
    }
    /// After the transaction: what it wrote is on the disk.
    void end()
    {
        if (hasFile())
            synchronise(m_database.getFilename());
        restore();
    }

private:
    void restore()
    {
        m_database.exec("PRAGMA synchronous = FULL");
        m_database.exec("PRAGMA journal_mode = WAL");
    }

    /// 64 MB hold the index of a million ids, which come in any order; the 2 MB of the default
    /// would be written out and read again over and over.
    static constexpr const char* kImportCache = "PRAGMA cache_size = -65536";

    bool hasFile() const { return m_database.getFilename() != ":memory:"; }

    SQLite::Database& m_database;
};

} // namespace

struct Catalogue::Import::State {
    State(std::filesystem::path name, SQLite::Database& open, const CollectionInfo& info)
        : file(std::move(name))
        , database(open)
        , writing(open)
        , transaction(open, SQLite::TransactionBehavior::IMMEDIATE)
        , image(open, "INSERT OR IGNORE INTO images(key, id, path, author, date, split) "
                      "VALUES(?, ?, ?, ?, ?, ?)")
        , counts(open)
        , texts(open)
        , author(open, "INSERT INTO authors(author, name) VALUES(?, ?)")
        , rejection(open, "INSERT INTO rejections(row, reason) VALUES(?, ?)")
        , measures(info.measures.size())
        , textColumns(info.textColumns.size())
    {
    }

    std::filesystem::path file;
    SQLite::Database& database;
    FastWriting writing; ///< ends after the transaction
    SQLite::Transaction transaction;
    SQLite::Statement image;
    BulkInsert<CountsRow> counts;
    BulkInsert<TextRow> texts;
    SQLite::Statement author;
    SQLite::Statement rejection;
    std::size_t measures;
    std::size_t textColumns;
    std::unordered_map<std::string, std::int64_t> authorNumbers;
    ImageKey nextKey = 0;

    void insertInfo(const CollectionInfo& info);
    std::int64_t authorNumber(const std::string& name);
    bool insertImage(const NewImage& added);
};

namespace {

void insertNames(SQLite::Database& database, const char* sql, const std::vector<std::string>& names)
{
    SQLite::Statement insert(database, sql);
    std::int64_t position = 0;
    for (const auto& name : names) {
        insert.reset();
        insert.bind(1, position++);
        insert.bindNoCopy(2, name);
        insert.exec();
    }
}

} // namespace

void insertMeasures(SQLite::Database& database, const std::vector<Measure>& measures)
{
    SQLite::Statement insert(database,
                             "INSERT INTO measures(measure, name, engagement) VALUES(?, ?, ?)");
    std::int64_t position = 0;
    for (const auto& measure : measures) {
        insert.reset();
        insert.bind(1, position++);
        insert.bindNoCopy(2, measure.name);
        insert.bind(3, measure.engagement == Engagement::Low ? 0 : 1);
        insert.exec();
    }
}

void Catalogue::Import::State::insertInfo(const CollectionInfo& info)
{
    setMetaValue(database, "title", info.title);
    setMetaValue(database, "root", info.root.string());
    setMetaValue(database, "split_seed", std::to_string(info.splitSeed));
    setMetaValue(database, "synthetic", info.synthetic ? "1" : "0");
    insertMeasures(database, info.measures);
    insertNames(database, "INSERT INTO text_columns(column, name) VALUES(?, ?)", info.textColumns);
}

std::int64_t Catalogue::Import::State::authorNumber(const std::string& name)
{
    const auto [place, fresh] =
        authorNumbers.try_emplace(name, static_cast<std::int64_t>(authorNumbers.size()));
    if (fresh) {
        author.reset();
        author.bind(1, place->second);
        author.bindNoCopy(2, name);
        author.exec();
    }
    return place->second;
}

bool Catalogue::Import::State::insertImage(const NewImage& added)
{
    image.reset();
    image.clearBindings();
    image.bind(1, nextKey);
    image.bindNoCopy(2, added.id);
    image.bindNoCopy(3, added.path);
    if (!added.author.empty())
        image.bind(4, authorNumber(added.author));
    if (added.date)
        image.bind(5, *added.date);
    if (added.split)
        image.bind(6, static_cast<int>(*added.split));
    return image.exec() == 1;
}

Catalogue::Import Catalogue::beginImport(const CollectionInfo& info)
{
    return naming(m_state->file, [&] {
        auto& database = *m_state->database;
        auto state = std::make_unique<Import::State>(m_state->file, database, info);
        if (database.execAndGet("SELECT count(*) FROM images").getInt64() > 0)
            throw Error(m_state->file.string()
                        + " holds a collection already: choose another folder for the project.");
        state->insertInfo(info);
        return Import(std::move(state));
    });
}

Catalogue::Import::Import(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
Catalogue::Import::Import(Import&&) noexcept = default;
Catalogue::Import::~Import() = default;

std::optional<ImageKey> Catalogue::Import::add(const NewImage& image)
{
    auto& state = *m_state;
    if (image.counts.size() != state.measures || image.texts.size() != state.textColumns)
        throw std::invalid_argument("Catalogue::Import: one count a measure, one text a column");
    return naming(state.file, [&]() -> std::optional<ImageKey> {
        if (!state.insertImage(image))
            return std::nullopt;
        const ImageKey key = state.nextKey++;
        auto& counts = state.counts.next();
        counts.key = key;
        packCounts(image.counts, counts.blob);
        for (std::size_t column = 0; column < image.texts.size(); ++column) {
            if (image.texts[column].empty())
                continue;
            auto& row = state.texts.next();
            row.key = key;
            row.column = static_cast<std::int64_t>(column);
            row.text = image.texts[column];
        }
        return key;
    });
}

void Catalogue::Import::reject(const Rejection& rejection)
{
    naming(m_state->file, [&] {
        m_state->rejection.reset();
        m_state->rejection.bind(1, rejection.row);
        m_state->rejection.bindNoCopy(2, rejection.reason);
        m_state->rejection.exec();
    });
}

void Catalogue::Import::setUnmatchedCount(std::size_t count)
{
    naming(m_state->file,
           [&] { setMetaValue(m_state->database, kUnmatchedCount, std::to_string(count)); });
}

void Catalogue::Import::commit(const std::stop_token& stop)
{
    auto& state = *m_state;
    naming(state.file, [&] {
        state.counts.flush();
        state.texts.flush();
        throwIfStopped(stop);
        state.writing.writeOut(stop);
        state.transaction.commit();
        state.writing.end();
    });
}

} // namespace core
