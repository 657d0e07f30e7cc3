#include "ui/file_choices.h"

#include "ui/collection/import_dialog.h"
#include "ui/session/session.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QUrl>

namespace ui {

namespace {

/// Opens the dialog; the file it ends with goes to `chosen`.
void ask(QFileDialog* dialog, const std::function<void(const QString&)>& chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
    dialog->open();
}

bool isProject(const QString& path)
{
    return QFileInfo::exists(path + QStringLiteral("/catalogue.sqlite"));
}

QString pictureOf(const Session& session, qint64 key)
{
    if (!session.project())
        return {};
    return QString::fromStdString(session.project()->pictureOf(key).string());
}

} // namespace

void chooseFolder(QWidget& window, const QString& title,
                  const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(&window, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog, chosen);
}

void chooseTableFile(QWidget& window, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(&window, QObject::tr("A table with counts"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({QObject::tr("Tables (*.csv *.tsv *.tab *.txt *.jsonl *.ndjson *.json)"),
                            QObject::tr("All files (*)")});
    ask(dialog, chosen);
}

void chooseSheetFile(QWidget& window, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(&window, QObject::tr("Save a contact sheet"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setNameFilter(QObject::tr("PNG picture (*.png)"));
    ask(dialog, chosen);
}

void openOrImport(QWidget& window, Session& session, const QString& path)
{
    if (isProject(path)) {
        session.open(path);
        return;
    }
    try {
        auto* dialog = new ImportDialog(path.toStdString(), &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, &session,
                         [dialog, &session] { session.importCollection(dialog->request()); });
        dialog->open();
    } catch (const std::exception& error) {
        auto* box = new QMessageBox(QMessageBox::Warning, QObject::tr("Sensescope"),
                                    QString::fromUtf8(error.what()), QMessageBox::Ok, &window);
        box->setTextFormat(Qt::PlainText); // it quotes the file
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    }
}

void openSample(Session& session, samples::Collection collection)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                           + QStringLiteral("/Sensescope");
    const QString project =
        folder
        + (collection == samples::Collection::Emoji ? QStringLiteral("/emoji.sensescope")
                                                    : QStringLiteral("/street.sensescope"));
    QDir().mkpath(folder);
    if (isProject(project)) {
        session.open(project);
        return;
    }
    session.openSample(collection, project);
}

void openPicture(const Session& session, qint64 key)
{
    const auto file = pictureOf(session, key);
    if (!file.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(file));
}

void showInFolder(const Session& session, qint64 key)
{
    const auto file = pictureOf(session, key);
    if (!file.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

} // namespace ui
