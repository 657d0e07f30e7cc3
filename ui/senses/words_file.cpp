#include "ui/senses/words_file.h"

#include "core/report/tables.h"
#include "core/study/export_run.h"
#include "ui/senses/senses_page.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

#include <exception>
#include <sstream>

namespace ui {

void writeWordsFile(const core::Senses& senses, const QString& file, WordsFormat format)
{
    std::ostringstream out;
    const auto lists = core::wordListsOf(senses);
    if (format == WordsFormat::Csv)
        core::writeWordsCsv(out, lists);
    else
        core::writeWordsJson(out, lists);
    const std::string text = out.str();
    QSaveFile save(file);
    const bool written = save.open(QIODevice::WriteOnly)
                         && save.write(text.data(), static_cast<qint64>(text.size()))
                                == static_cast<qint64>(text.size())
                         && save.commit();
    if (!written)
        throw core::Error(
            SensesPage::tr("%1 cannot be written (%2): choose another place or free some space.")
                .arg(file, save.errorString())
                .toStdString());
}

void saveWords(QWidget* parent, const core::Senses& senses, WordsFormat format,
               std::optional<core::SenseId> only)
{
    const bool csv = format == WordsFormat::Csv;
    const QString suffix = csv ? QStringLiteral("csv") : QStringLiteral("json");
    const QString filter =
        csv ? SensesPage::tr("Table (*.csv)") : SensesPage::tr("JSON document (*.json)");
    QFileDialog dialog(parent, SensesPage::tr("Export words"), {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(
        QStringLiteral("%1-words.%2").arg(QString::fromStdString(senses.run), suffix));
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    try {
        core::Senses wanted = senses;
        if (only)
            std::erase_if(wanted.senses,
                          [&](const core::Sense& sense) { return sense.id != *only; });
        writeWordsFile(wanted, dialog.selectedFiles().constFirst(), format);
    } catch (const std::exception& error) {
        QMessageBox::warning(parent, SensesPage::tr("Export words"),
                             QString::fromUtf8(error.what()));
    }
}

} // namespace ui
