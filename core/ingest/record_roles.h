#pragma once

#include "core/catalogue/catalogue.h"
#include "core/ingest/table_preview.h"
#include "core/ingest/table_reader.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace core {

/// Makes images of a table's records by the roles of its columns.
class RecordRoles {
public:
    /// Throws Error where a column of `roles` is not in the table or no measure is named.
    RecordRoles(const TableReader& reader, const ColumnRoles& roles);

    std::vector<Measure> measures() const;
    std::vector<std::string> textColumns() const;
    bool hasPictures() const { return m_image.has_value(); }

    /// The image of record number `number` (1-based), or why it cannot be one. Nothing outside of
    /// the record is looked at.
    std::variant<NewImage, std::string> imageOf(const TableRecord& record,
                                                std::size_t number) const;

private:
    struct Counted {
        std::string name;
        std::size_t column;
        Engagement engagement;
    };

    std::optional<std::string> readCounts(const TableRecord& record, NewImage& image) const;
    std::optional<std::string> readDate(const TableRecord& record, NewImage& image) const;
    std::optional<std::string> readSplit(const TableRecord& record, NewImage& image) const;
    std::optional<std::string> readIdentity(const TableRecord& record, std::size_t number,
                                            NewImage& image) const;

    std::size_t m_columns;
    std::optional<std::size_t> m_id;
    std::optional<std::size_t> m_image;
    std::vector<std::pair<std::string, std::size_t>> m_texts;
    std::optional<std::size_t> m_author;
    std::optional<std::size_t> m_date;
    std::optional<std::size_t> m_split;
    std::vector<Counted> m_counts;
};

} // namespace core
