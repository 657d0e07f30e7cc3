#include "ui/window_layout.h"

#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

namespace ui {

namespace {

constexpr QSize kUsual(1280, 800);
constexpr QSize kFrame(16, 48); // that the desktop draws around a window, at most
const QString kPageKey = QStringLiteral("page/shown");
const QString kProjectKey = QStringLiteral("page/project");

QString keyOf(const QSplitter& splitter)
{
    return QStringLiteral("splitters/") + splitter.objectName();
}

} // namespace

void restoreLayout(QMainWindow& window)
{
    const QSettings settings;
    window.resize(kUsual);
    window.restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    for (auto* splitter : window.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(settings.value(keyOf(*splitter)).toByteArray());
    }
}

void fitScreen(QMainWindow& window)
{
    const QSize room = window.screen()->availableSize() - kFrame;
    const bool fits = window.width() <= room.width() && window.height() <= room.height();
    if (fits || window.isMaximized() || window.isFullScreen())
        return;
    window.resize(window.size().boundedTo(room));
    window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

void saveLayout(const QMainWindow& window)
{
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), window.saveGeometry());
    for (const auto* splitter : window.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(keyOf(*splitter), splitter->saveState());
    }
}

Page rememberedPage(const QString& project)
{
    const QSettings settings;
    const int page = settings.value(kPageKey, 0).toInt();
    const bool known = page >= 0 && page <= static_cast<int>(Page::Compare);
    return known && settings.value(kProjectKey).toString() == project ? static_cast<Page>(page)
                                                                      : Page::Collection;
}

void rememberPage(const QString& project, Page page)
{
    QSettings settings;
    settings.setValue(kProjectKey, project);
    settings.setValue(kPageKey, static_cast<int>(page));
}

} // namespace ui
