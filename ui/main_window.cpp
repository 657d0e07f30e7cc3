#include "ui/main_window.h"

#include "ui/closing_question.h"
#include "ui/main_menu.h"
#include "ui/recent_projects.h"
#include "ui/welcome_page.h"
#include "ui/window_layout.h"
#include "ui/window_parts.h"
#include "ui/window_wiring.h"
#include "ui/workbench.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace ui {

namespace {

/// The one local file or folder that is dragged; empty where there is none or several.
QString draggedPath(const QMimeData& data)
{
    const auto urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(Workbench& workbench, QWidget* parent)
    : QMainWindow(parent)
{
    setWindowTitle(tr("Sensescope"));
    setAcceptDrops(true);
    const auto parts = buildWindow(*this, workbench);
    buildMenu(*this, workbench);
    wire(*this, workbench, parts);
    new ClosingQuestion(*this, workbench.training);
    parts.welcome->setRecent(recentProjects());
    restoreLayout(*this);
}

void MainWindow::openPath(const QString& path)
{
    Q_EMIT pathDropped(path);
}

void MainWindow::showPage(Page page)
{
    Q_EMIT pageShown(page);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveLayout(*this);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedPath(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openPath(draggedPath(*event->mimeData()));
}

} // namespace ui
