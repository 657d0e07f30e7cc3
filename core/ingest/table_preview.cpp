#include "core/ingest/table_preview.h"

#include "core/ingest/column_guess.h"
#include "core/ingest/table_reader.h"

namespace core {

TablePreview previewTable(const std::filesystem::path& table, std::size_t rows,
                          const std::string& encoding)
{
    const auto reader = openTable(table, encoding);
    TablePreview preview{.encoding = reader->encoding(),
                         .format = reader->format(),
                         .header = reader->header(),
                         .rows = {},
                         .guess = {}};
    TableRecord record;
    while (preview.rows.size() < rows && reader->next(record)) {
        auto& row = preview.rows.emplace_back(preview.header.size());
        for (std::size_t c = 0; c < row.size() && c < record.fields.size(); ++c)
            row[c] = record.fault.empty() ? std::string(record.fields[c]) : "(not readable)";
    }
    preview.guess = guessRoles(preview.header, preview.rows);
    return preview;
}

} // namespace core
