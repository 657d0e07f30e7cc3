#pragma once

#include "ui/page_rail.h"

#include <QMainWindow>

namespace ui {

struct Workbench;

/// The wiring diagram: who is where, and who tells whom.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// workbench   outlives the window
    explicit MainWindow(Workbench& workbench, QWidget* parent = nullptr);

    /// A project is opened; a table or a folder of pictures begins an import.
    void openPath(const QString& path);
    void showPage(Page page);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

Q_SIGNALS:
    void pathDropped(const QString& path);
    void pageShown(ui::Page page);
};

} // namespace ui
