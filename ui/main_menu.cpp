#include "ui/main_menu.h"

#include "ui/file_choices.h"
#include "ui/main_window.h"
#include "ui/recent_projects.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

namespace ui {

namespace {

void fillRecent(QMenu* menu, MainWindow& window)
{
    menu->clear();
    for (const auto& folder : recentProjects()) {
        QString name = QFileInfo(folder).completeBaseName() + QStringLiteral("  –  ") + folder;
        name.replace(QLatin1Char('&'), QLatin1String("&&")); // no mnemonic
        menu->addAction(name, &window, [&window, folder] { window.openPath(folder); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void addFileMenu(MainWindow& window, Workbench& bench)
{
    auto* menu = window.menuBar()->addMenu(MainWindow::tr("&File"));
    const auto open = [&window](const QString& path) { window.openPath(path); };
    menu->addAction(
        MainWindow::tr("&Open a project…"), QKeySequence::Open, &window,
        [&window, open] { chooseFolder(window, MainWindow::tr("Open a project"), open); });
    auto* recent = menu->addMenu(MainWindow::tr("&Recent projects"));
    QObject::connect(menu, &QMenu::aboutToShow, recent,
                     [recent, &window] { fillRecent(recent, window); });
    menu->addSeparator();
    menu->addAction(MainWindow::tr("&Import a table…"), QKeySequence(Qt::CTRL | Qt::Key_I), &window,
                    [&window, open] { chooseTableFile(window, open); });
    menu->addAction(MainWindow::tr("Import a &folder of pictures…"), &window, [&window, open] {
        chooseFolder(window, MainWindow::tr("A folder of pictures"), open);
    });
    menu->addSeparator();
    menu->addAction(MainWindow::tr("&Emoji sample"), &bench.session,
                    [&bench] { openSample(bench.session, samples::Collection::Emoji); });
    menu->addAction(MainWindow::tr("&Street sample (synthetic)"), &bench.session,
                    [&bench] { openSample(bench.session, samples::Collection::Street); });
    menu->addSeparator();
    menu->addAction(MainWindow::tr("&Close project"), QKeySequence::Close, &bench.session,
                    &Session::close);
    menu->addAction(MainWindow::tr("&Quit"), QKeySequence::Quit, &window, &QWidget::close);
}

void addViewMenu(MainWindow& window)
{
    auto* menu = window.menuBar()->addMenu(MainWindow::tr("&View"));
    auto* themes = new QActionGroup(&window);
    const auto current = QSettings().value(QStringLiteral("theme"), 0).toInt();
    const auto add = [&](const QString& title, ThemeChoice choice) {
        auto* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(static_cast<int>(choice) == current);
        themes->addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [choice] {
            QSettings().setValue(QStringLiteral("theme"), static_cast<int>(choice));
            applyTheme(*qApp, choice);
        });
    };
    add(MainWindow::tr("Colours of the &system"), ThemeChoice::System);
    add(MainWindow::tr("&Light"), ThemeChoice::Light);
    add(MainWindow::tr("&Dark"), ThemeChoice::Dark);
    menu->addSeparator();
    auto* full = menu->addAction(MainWindow::tr("&Full screen"));
    full->setShortcut(QKeySequence::FullScreen);
    full->setCheckable(true);
    QObject::connect(full, &QAction::toggled, &window, [&window](bool on) {
        window.setWindowState(window.windowState().setFlag(Qt::WindowFullScreen, on));
    });
}

void addHelpMenu(MainWindow& window)
{
    auto* menu = window.menuBar()->addMenu(MainWindow::tr("&Help"));
    menu->addAction(MainWindow::tr("&About Sensescope"), &window, [&window] {
        QMessageBox::about(
            &window, MainWindow::tr("About Sensescope"),
            MainWindow::tr(
                "<p><b>Sensescope %1</b></p><p>What do the popular and the ignored images of a "
                "collection look like, and how far can that be trusted?</p><p>After S. Cappallo, "
                "T. Mensink and C. Snoek, <i>Latent Factors of Visual Popularity Prediction</i>, "
                "ICMR 2015. Nothing leaves this machine.</p>")
                .arg(QApplication::applicationVersion()));
    });
}

} // namespace

void buildMenu(MainWindow& window, Workbench& workbench)
{
    addFileMenu(window, workbench);
    addViewMenu(window);
    addHelpMenu(window);
}

} // namespace ui
