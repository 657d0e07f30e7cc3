#include "ui/theme/theme.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>

namespace {

/// What the offscreen platform says of itself whenever a window or a menu opens.
bool saidByPlatform(const QString& message)
{
    static const std::array kSayings = {"propagateSizeHints()", "raise()", "grabbing the keyboard"};
    return std::any_of(kSayings.begin(), kSayings.end(), [&message](const char* saying) {
        return message == QLatin1String("This plugin does not support ") + QLatin1String(saying);
    });
}

/// Any warning of Qt's fails the test during which it comes.
void failOnWarning(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    if (type == QtDebugMsg || type == QtInfoMsg || saidByPlatform(message))
        return;
    std::cerr << "Qt: " << message.toStdString() << '\n';
    ADD_FAILURE() << "Qt warned: " << message.toStdString();
}

/// Nothing that a person has set may be read or changed.
void keepSettingsApart(const QString& folder)
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
    QCoreApplication::setOrganizationName(QStringLiteral("Sensescope tests"));
    QCoreApplication::setApplicationName(QStringLiteral("ui_tests"));
}

} // namespace

int main(int argc, char* argv[])
{
    testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir runtime; // made with mode 0700, as Qt wants it
    const QTemporaryDir settings;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    keepSettingsApart(settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // "1,234.5" in all tests
    QApplication application(argc, argv);
    qInstallMessageHandler(failOnWarning);
    ui::applyTheme(application, ui::ThemeChoice::Light); // its style makes other widgets than Qt's
    return RUN_ALL_TESTS();
}
