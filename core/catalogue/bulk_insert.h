#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstddef>
#include <string>

namespace core {

/// Rows of one table, inserted 64 at a time: a statement for each would take twice as long.
///
/// Row has   kTable    "counts(key, counts)"
///           kColumns  2
///           bind(SQLite::Statement&, int first) const, which binds its columns from there on; what
///           it binds without a copy lives as long as the row
template <typename Row>
class BulkInsert {
public:
    explicit BulkInsert(SQLite::Database& database)
        : m_one(database, sql(1))
        , m_many(database, sql(kRows))
    {
    }

    /// The row to fill next; its old values stand in it still. Inserts those that wait when there
    /// are enough of them.
    Row& next()
    {
        if (m_count == kRows)
            insert(m_many, 0, kRows);
        m_count %= kRows;
        return m_rows[m_count++];
    }

    /// Inserts all that wait.
    void flush()
    {
        for (std::size_t i = 0; i < m_count; ++i)
            insert(m_one, i, 1);
        m_count = 0;
    }

private:
    static constexpr std::size_t kRows = 64;

    static std::string sql(std::size_t rows)
    {
        std::string row = "(?";
        for (int column = 1; column < Row::kColumns; ++column)
            row += ",?";
        row += ")";
        std::string text = std::string("INSERT INTO ") + Row::kTable + " VALUES" + row;
        for (std::size_t i = 1; i < rows; ++i)
            text += "," + row;
        return text;
    }

    void insert(SQLite::Statement& statement, std::size_t first, std::size_t count)
    {
        statement.reset();
        int place = 1;
        for (std::size_t i = first; i < first + count; ++i, place += Row::kColumns)
            m_rows[i].bind(statement, place);
        statement.exec();
    }

    SQLite::Statement m_one;
    SQLite::Statement m_many;
    std::array<Row, kRows> m_rows{};
    std::size_t m_count = 0;
};

} // namespace core
