#include "ui/collection/csv_file.h"

#include "core/error.h"
#include "core/report/tables.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QStandardPaths>

#include <sstream>

namespace ui {

void writeCsvFile(const QString& file, const TableText& table)
{
    std::ostringstream text;
    core::writeCsv(text, table.header, table.rows);
    const auto bytes = QByteArray::fromStdString(text.str());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw core::Error(
            QCoreApplication::translate(
                "ui", "%1 could not be written (%2): choose another place for the table.")
                .arg(file, out.errorString())
                .toStdString());
}

void saveCsvAs(QWidget* parent, const QString& suggestedName, const TableText& table)
{
    const QString place = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = QFileDialog::getSaveFileName(
        parent, QCoreApplication::translate("ui", "Save as CSV"),
        place + QLatin1Char('/') + suggestedName,
        QCoreApplication::translate("ui", "Comma-separated values (*.csv)"));
    if (file.isEmpty())
        return;
    try {
        writeCsvFile(file, table);
    } catch (const core::Error& error) {
        QMessageBox::warning(parent, QCoreApplication::translate("ui", "Save as CSV"),
                             QString::fromUtf8(error.what()));
    }
}

} // namespace ui
