#include "core/catalogue/catalogue.h"
#include "core/catalogue/catalogue_state.h"
#include "core/catalogue/count_blob.h"
#include "core/error.h"

#include <sqlite3.h>

#include <stdexcept>
#include <unordered_map>

namespace core {

struct Catalogue::Import::State {
    State(std::filesystem::path name, SQLite::Database& open, const CollectionInfo& info)
        : file(std::move(name))
        , database(open)
        , transaction(open, SQLite::TransactionBehavior::IMMEDIATE)
        , image(open, "INSERT OR IGNORE INTO images(key, id, path, author, date, split) "
                      "VALUES(?, ?, ?, ?, ?, ?)")
        , counts(open, "INSERT INTO counts(key, counts) VALUES(?, ?)")
        , text(open, "INSERT INTO texts(key, column, text) VALUES(?, ?, ?)")
        , author(open, "INSERT INTO authors(author, name) VALUES(?, ?)")
        , rejection(open, "INSERT INTO rejections(row, reason) VALUES(?, ?)")
        , measures(info.measures.size())
        , textColumns(info.textColumns.size())
    {
    }

    std::filesystem::path file;
    SQLite::Database& database;
    SQLite::Transaction transaction;
    SQLite::Statement image;
    SQLite::Statement counts;
    SQLite::Statement text;
    SQLite::Statement author;
    SQLite::Statement rejection;
    std::size_t measures;
    std::size_t textColumns;
    std::unordered_map<std::string, std::int64_t> authorNumbers;
    ImageKey nextKey = 0;
    std::string blob; ///< of the image being added

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

void Catalogue::Import::State::insertInfo(const CollectionInfo& info)
{
    setMetaValue(database, "title", info.title);
    setMetaValue(database, "root", info.root.string());
    setMetaValue(database, "split_seed", std::to_string(info.splitSeed));
    setMetaValue(database, "synthetic", info.synthetic ? "1" : "0");
    SQLite::Statement insert(database,
                             "INSERT INTO measures(measure, name, engagement) VALUES(?, ?, ?)");
    std::int64_t position = 0;
    for (const auto& measure : info.measures) {
        insert.reset();
        insert.bind(1, position++);
        insert.bindNoCopy(2, measure.name);
        insert.bind(3, measure.engagement == Engagement::Low ? 0 : 1);
        insert.exec();
    }
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
        packCounts(image.counts, state.blob);
        state.counts.reset();
        state.counts.bind(1, key);
        state.counts.bindNoCopy(2, state.blob.data(), static_cast<int>(state.blob.size()));
        state.counts.exec();
        for (std::size_t column = 0; column < image.texts.size(); ++column) {
            if (image.texts[column].empty())
                continue;
            state.text.reset();
            state.text.bind(1, key);
            state.text.bind(2, static_cast<std::int64_t>(column));
            state.text.bindNoCopy(3, image.texts[column]);
            state.text.exec();
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

void Catalogue::Import::commit()
{
    naming(m_state->file, [&] { m_state->transaction.commit(); });
}

} // namespace core
