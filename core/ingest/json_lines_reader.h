#pragma once

#include "core/ingest/table_reader.h"
#include "core/ingest/text_lines.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core {

/// JSON Lines: one object a line (empty lines are skipped). What lies deeper is a column of its
/// own:
/// {"user": {"name": "ada"}} has the column "user.name"; the values of a list follow each other in
/// one field, separated by blanks. A name that an object does not have, or null, is an empty field.
///
/// The columns are the names of the first 1,000 objects, in order of first appearance; names that
/// come only later are left out.
class JsonLinesReader final : public TableReader {
public:
    /// Throws Error naming the file if it is missing, empty or binary, if none of its first lines
    /// is an object, or if they have more than 10,000 names.
    explicit JsonLinesReader(const std::filesystem::path& file, const std::string& encoding = {});

    TableFormat format() const override { return TableFormat::JsonLines; }
    bool next(TableRecord& record) override;

private:
    void findColumns();

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    TextLines m_lines;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_columns;
    std::vector<std::string> m_cells; ///< one a column
};

} // namespace core
