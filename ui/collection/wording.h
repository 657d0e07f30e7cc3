#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>

namespace ui {

/// A path as a person reads it and as Qt's functions take it.
QString pathText(const std::filesystem::path& path);
std::filesystem::path pathOf(const QString& text);

/// A number of things in words: `one` for exactly one ("1 row"), else `many` with its %1 replaced.
QString counted(qint64 count, const QString& one, const QString& many);

/// "views", "views and likes", "views, likes and uses".
QString listed(const QStringList& words);

/// Text from outside in one line of at most `most` characters, for a cell or a label.
QString oneLine(const QString& text, int most);

/// Text from outside for a tool tip, which would read marks in it as HTML.
QString tipText(const QString& text);

} // namespace ui
