#include "ui/gallery/picture_file.h"

#include <QDesktopServices>
#include <QUrl>

namespace ui {

namespace {

void openPath(const std::filesystem::path& path)
{
    if (!path.empty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdU16String(path.u16string())));
}

} // namespace

void openPicture(const std::filesystem::path& file)
{
    openPath(file);
}

void showInFolder(const std::filesystem::path& file)
{
    openPath(file.parent_path());
}

} // namespace ui
