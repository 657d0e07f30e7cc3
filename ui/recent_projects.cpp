#include "ui/recent_projects.h"

#include <QFileInfo>
#include <QSettings>

namespace ui {

namespace {

constexpr int kMost = 8;
const QString kKey = QStringLiteral("recentProjects");

} // namespace

QStringList recentProjects()
{
    QStringList folders;
    for (const auto& folder : QSettings().value(kKey).toStringList()) {
        if (QFileInfo(folder).isDir())
            folders.push_back(folder);
    }
    return folders;
}

void rememberProject(const QString& folder)
{
    auto folders = recentProjects();
    const auto path = QFileInfo(folder).absoluteFilePath();
    folders.removeAll(path);
    folders.prepend(path);
    QSettings().setValue(kKey, QStringList(folders.mid(0, kMost)));
}

} // namespace ui
