#include "ui/collection/import_source.h"

#include "core/ingest/picture_names.h"
#include "ui/collection/wording.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <system_error>

namespace ui {

namespace {

namespace fs = std::filesystem;

const std::array<QString, 5> kTableEndings{QStringLiteral("csv"), QStringLiteral("tsv"),
                                           QStringLiteral("tab"), QStringLiteral("jsonl"),
                                           QStringLiteral("ndjson")};
bool isTableName(const fs::path& file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    return std::find(kTableEndings.begin(), kTableEndings.end(), ending) != kTableEndings.end();
}

std::vector<fs::path> tablesIn(const fs::path& folder)
{
    std::vector<fs::path> tables;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end;
         entry.increment(ignored)) {
        if (isTableName(entry->path()) && entry->is_regular_file(ignored))
            tables.push_back(entry->path());
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

/// "posts" of posts.csv, "holiday.2019" of a folder holiday.2019.
fs::path stemOf(const ImportSource& source)
{
    if (source.table)
        return source.table->stem();
    const auto name = source.pictures.lexically_normal();
    return name.has_filename() ? name.filename() : name.parent_path().filename();
}

fs::path placeOf(const ImportSource& source)
{
    const fs::path beside =
        source.table ? source.table->parent_path()
                     : (source.pictures.lexically_normal() / "").parent_path().parent_path();
    fs::path place = beside.empty() ? fs::path(".") : beside;
    if (QFileInfo(pathText(place)).isWritable())
        return place;
    return pathOf(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

} // namespace

ImportSource importSource(const fs::path& source)
{
    std::error_code ignored;
    if (!fs::is_directory(source, ignored))
        return {source, source.parent_path(), {}};
    ImportSource found{std::nullopt, source, tablesIn(source)};
    auto& tables = found.otherTables;
    auto chosen = tables.size() == 1
                      ? tables.begin()
                      : std::find(tables.begin(), tables.end(), source / "posts.csv");
    if (chosen != tables.end()) {
        found.table = *chosen;
        tables.erase(chosen);
    }
    return found;
}

PictureCount countPictures(const fs::path& folder, std::size_t mostEntries)
{
    PictureCount count;
    std::error_code ignored;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           ignored);
    for (std::size_t seen = 0; entry != fs::recursive_directory_iterator();
         entry.increment(ignored)) {
        if (++seen > mostEntries) {
            count.all = false;
            break;
        }
        if (core::isPictureName(entry->path().filename().string()))
            ++count.pictures;
    }
    return count;
}

fs::path freeProjectFolder(const ImportSource& source)
{
    fs::path stem = stemOf(source);
    if (stem.empty())
        stem = "collection";
    const fs::path place = placeOf(source);
    for (int number = 1;; ++number) {
        fs::path name = stem;
        if (number > 1)
            name += "-" + std::to_string(number);
        name += ".sensescope";
        std::error_code unknown;
        if (!fs::exists(fs::symlink_status(place / name, unknown)))
            return place / name;
    }
}

RowCount estimateRows(const fs::path& table, std::size_t read, std::size_t asked,
                      std::size_t readBytes)
{
    std::error_code unknown;
    const auto bytes = fs::file_size(table, unknown);
    if (read < asked || unknown || readBytes == 0)
        return {read, read < asked};
    const double estimate =
        static_cast<double>(bytes) / static_cast<double>(readBytes) * static_cast<double>(read);
    const double unit = std::pow(10.0, std::floor(std::log10(estimate)) - 1.0);
    const auto rounded =
        static_cast<std::size_t>(std::llround(estimate / unit) * std::llround(unit));
    return {std::max(rounded, read), false};
}

} // namespace ui
