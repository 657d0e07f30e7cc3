#include "ui/comparison/table_file.h"

#include "core/report/tables.h"
#include "ui/comparison/comparison_page.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

#include <exception>
#include <sstream>

namespace ui {

void writeTableFile(const ChartTable& table, const QString& file)
{
    std::ostringstream out;
    core::writeCsv(out, table.header, table.rows);
    const std::string text = out.str();
    const auto size = static_cast<qint64>(text.size());
    QSaveFile save(file);
    const bool written =
        save.open(QIODevice::WriteOnly) && save.write(text.data(), size) == size && save.commit();
    if (!written)
        throw core::Error(
            ComparisonPage::tr("%1 cannot be written (%2): choose another place or free some "
                               "space.")
                .arg(file, save.errorString())
                .toStdString());
}

void saveTable(QWidget* parent, const ChartTable& table, const QString& suggestedName)
{
    QFileDialog dialog(parent, ComparisonPage::tr("Export the table"), {},
                       ComparisonPage::tr("Table (*.csv)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("csv"));
    dialog.selectFile(suggestedName);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    try {
        writeTableFile(table, dialog.selectedFiles().constFirst());
    } catch (const std::exception& error) {
        QMessageBox::warning(parent, ComparisonPage::tr("Export the table"),
                             QString::fromUtf8(error.what()));
    }
}

} // namespace ui
