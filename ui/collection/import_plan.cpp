#include "ui/collection/import_plan.h"

#include "core/features/feature_import.h"
#include "core/ingest/count.h"
#include "ui/collection/wording.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace ui {

namespace {

namespace fs = std::filesystem;

QString tr(const char* text)
{
    return QCoreApplication::translate("ui::ImportPlan", text);
}

QString quoted(const std::string& name)
{
    return tr("“%1”").arg(oneLine(QString::fromStdString(name), 40));
}

std::vector<std::string> usedColumns(const core::ColumnRoles& roles)
{
    std::vector<std::string> used = roles.texts;
    used.insert(used.end(), roles.low.begin(), roles.low.end());
    used.insert(used.end(), roles.high.begin(), roles.high.end());
    for (const auto* single : {&roles.id, &roles.image, &roles.author, &roles.date, &roles.split}) {
        if (*single)
            used.push_back(**single);
    }
    return used;
}

/// Empty where the project can be made there.
QString projectFault(const fs::path& project)
{
    if (project.empty())
        return tr("Choose a folder for the project.");
    const QFileInfo folder(project);
    if (folder.exists() || folder.isSymLink())
        return tr("%1 exists already: choose another name for the project.")
            .arg(folder.fileName().isEmpty() ? folder.filePath() : folder.fileName());
    const QFileInfo place(folder.absolutePath());
    if (!place.isDir())
        return tr("The folder %1 does not exist: choose another place for the project.")
            .arg(pathText(pathOf(place.filePath())));
    if (!place.isWritable())
        return tr("Nothing can be written in %1: choose another place for the project.")
            .arg(pathText(pathOf(place.filePath())));
    return {};
}

QString featureFault(const std::optional<fs::path>& features)
{
    if (!features)
        return {};
    const QFileInfo file(*features);
    if (!core::isFeatureFile(*features))
        return tr("The feature file must end in .npy, .npz, .csv or .h5.");
    return file.isFile() ? QString() : tr("There is no feature file %1.").arg(file.fileName());
}

QString columnFault(const core::ImportRequest& request, const std::vector<std::string>& header)
{
    if (request.roles.low.empty() && request.roles.high.empty())
        return tr("Choose at least one column as a count.");
    for (const auto& name : usedColumns(request.roles)) {
        if (std::count(header.begin(), header.end(), name) > 1)
            return tr("Two columns are named %1: rename one in the table, or use neither.")
                .arg(quoted(name));
    }
    if (request.roles.image && !QFileInfo(request.images).isDir())
        return tr("The pictures folder does not exist: choose the folder that the paths in %1 "
                  "start from.")
            .arg(quoted(*request.roles.image));
    return {};
}

std::optional<std::size_t> columnOf(const std::vector<std::string>& header, const std::string& name)
{
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

QString firstRows(std::size_t rows)
{
    return counted(static_cast<qint64>(rows), tr("the first row"), tr("the first %1 rows"));
}

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// A column of counts that holds other things.
QString countDoubt(const core::ColumnRoles& roles, const core::TablePreview& preview)
{
    auto names = roles.low;
    names.insert(names.end(), roles.high.begin(), roles.high.end());
    for (const auto& name : names) {
        const auto column = columnOf(preview.header, name);
        if (!column)
            continue;
        const auto wrong = static_cast<std::size_t>(
            std::count_if(preview.rows.begin(), preview.rows.end(), [&](const auto& row) {
                return std::holds_alternative<std::string>(core::parseCount(row[*column]));
            }));
        if (wrong > 0)
            return tr("%1 of %2 hold no count in %3 and would be left out: counts are whole "
                      "numbers from 0.")
                .arg(number(wrong), firstRows(preview.rows.size()), quoted(name));
    }
    return {};
}

/// Pictures that are not where they should be.
QString pictureDoubt(const core::ImportRequest& request, const core::TablePreview& preview)
{
    if (!request.roles.image)
        return {};
    const auto column = columnOf(preview.header, *request.roles.image);
    if (!column || preview.rows.empty())
        return {};
    const auto missing = static_cast<std::size_t>(
        std::count_if(preview.rows.begin(), preview.rows.end(), [&](const auto& row) {
            const auto path = pathOf(QString::fromStdString(row[*column]));
            return path.empty() || !QFileInfo(request.images / path).isFile();
        }));
    if (missing == 0)
        return {};
    if (missing == preview.rows.size())
        return tr("None of %1 has its picture there: choose the folder that the paths in %2 start "
                  "from.")
            .arg(firstRows(missing), quoted(*request.roles.image));
    return tr("%1 of %2 have no picture there and would be left out.")
        .arg(number(missing), firstRows(preview.rows.size()));
}

QString namesOf(const std::vector<std::string>& names, const QString& level)
{
    QStringList words;
    for (const auto& name : names)
        words.append(oneLine(QString::fromStdString(name), 40));
    return names.empty() ? QString() : QStringLiteral("%1 (%2)").arg(listed(words), level);
}

/// "popularity = views and likes (low) + comments (high)"
QString popularityWords(const core::ColumnRoles& roles)
{
    QStringList parts{namesOf(roles.low, tr("low")), namesOf(roles.high, tr("high"))};
    parts.removeAll(QString());
    return tr("popularity = %1").arg(parts.join(QStringLiteral(" + ")));
}

QString picturesWords(const core::ImportRequest& request)
{
    if (request.roles.image && request.features)
        return tr("pictures from %1, features from %2")
            .arg(pathText(request.images), QFileInfo(*request.features).fileName());
    if (request.roles.image)
        return tr("pictures from %1").arg(pathText(request.images));
    if (request.features)
        return tr("no pictures, features from %1").arg(QFileInfo(*request.features).fileName());
    return tr("no pictures and no features, so that there is nothing to learn from yet");
}

QString rowsWords(const RowCount& rows)
{
    const QString words = counted(static_cast<qint64>(rows.rows), tr("1 row"), tr("%1 rows"));
    return rows.exact ? words : tr("About %1").arg(words);
}

} // namespace

ImportVerdict judgeTable(const core::ImportRequest& request, const TableFacts& table)
{
    for (const QString& fault : {columnFault(request, table.preview.header),
                                 featureFault(request.features), projectFault(request.project)}) {
        if (!fault.isEmpty())
            return {false, fault, {}};
    }
    if (table.rows.rows == 0)
        return {false, tr("The table has a header but no rows."), {}};
    QString doubt = countDoubt(request.roles, table.preview);
    if (doubt.isEmpty())
        doubt = pictureDoubt(request, table.preview);
    return {true,
            tr("%1; %2; %3.")
                .arg(rowsWords(table.rows), picturesWords(request), popularityWords(request.roles)),
            doubt};
}

ImportVerdict judgeFolder(const core::ImportRequest& request, const PictureCount& pictures)
{
    if (pictures.all && pictures.pictures == 0)
        return {false,
                tr("There is no picture in this folder: JPEG, PNG, WebP, GIF, HEIC, AVIF, TIFF and "
                   "BMP are read."),
                {}};
    if (const QString fault = projectFault(request.project); !fault.isEmpty())
        return {false, fault, {}};
    const QString found =
        counted(static_cast<qint64>(pictures.pictures), tr("1 picture"), tr("%1 pictures"));
    return {true,
            tr("%1 can be browsed and measured; popularity stays unknown until a table with "
               "counts is imported.")
                .arg(pictures.all ? found : tr("At least %1").arg(found)),
            {}};
}

} // namespace ui
