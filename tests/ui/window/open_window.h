#pragma once

#include "ui/main_window.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

/// Settings of one test alone.
class OwnSettings {
public:
    OwnSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Sensescope"));
        QCoreApplication::setApplicationName(QStringLiteral("Sensescope tests"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings().clear();
    }

private:
    QTemporaryDir m_folder;
};

/// The whole window as the program makes it. Destroyed, it closes as the program ends.
struct OpenWindow {
    OpenWindow()
    {
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            throw std::runtime_error("the window was not shown");
    }

    template <typename Condition>
    static bool waitFor(Condition condition)
    {
        constexpr int kPatience = 60'000;
        return QTest::qWaitFor(condition, kPatience);
    }

    ui::Workbench bench;
    ui::MainWindow window{bench};
};
