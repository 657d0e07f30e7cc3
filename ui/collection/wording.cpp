#include "ui/collection/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>
#include <QTextDocument>

namespace ui {

QString pathText(const std::filesystem::path& path)
{
    return path.empty() ? QString() : QDir::toNativeSeparators(QFileInfo(path).filePath());
}

std::filesystem::path pathOf(const QString& text)
{
    return text.isEmpty() ? std::filesystem::path()
                          : QFileInfo(QDir::fromNativeSeparators(text)).filesystemFilePath();
}

QString counted(qint64 count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(QLocale().toString(count));
}

QString listed(const QStringList& words)
{
    if (words.size() < 2)
        return words.join(QString());
    return QCoreApplication::translate("ui", "%1 and %2", "the end of a list of words")
        .arg(words.first(words.size() - 1).join(QStringLiteral(", ")), words.last());
}

QString oneLine(const QString& text, int most)
{
    const QString line = text.left(4L * most).simplified();
    return line.size() <= most ? line : line.left(most - 1) + QChar(0x2026);
}

QString tipText(const QString& text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped())
                                     : text;
}

} // namespace ui
