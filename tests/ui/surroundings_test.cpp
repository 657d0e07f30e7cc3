#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

// What every other test of the window leans on.

TEST(Surroundings, AWarningOfQtFailsTheTest)
{
    EXPECT_NONFATAL_FAILURE(qWarning("something is off"), "Qt warned: something is off");
}

TEST(Surroundings, TheRuntimeFolderIsPrivate)
{
    const QFileInfo folder(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    ASSERT_TRUE(folder.isDir());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    EXPECT_FALSE(folder.permissions() & others);
}

TEST(Surroundings, SettingsLiveInATemporaryFolder)
{
    QSettings settings;
    EXPECT_TRUE(settings.fileName().startsWith(QDir::tempPath()))
        << settings.fileName().toStdString();
    settings.setValue(QStringLiteral("kept"), 1);
    settings.sync();
    EXPECT_EQ(settings.status(), QSettings::NoError);
}
