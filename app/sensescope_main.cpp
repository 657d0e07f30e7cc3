#include "app/event_gaps.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/window_layout.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>

#include <algorithm>
#include <array>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>

namespace {

const std::array kThemes = {QStringLiteral("system"), QStringLiteral("light"),
                            QStringLiteral("dark")};
const std::array kPages = {QStringLiteral("collection"), QStringLiteral("train"),
                           QStringLiteral("senses"), QStringLiteral("compare")};

struct Arguments {
    QString path;
    ui::ThemeChoice theme = ui::ThemeChoice::System;
    std::optional<ui::Page> page;
    QString gaps;
};

template <typename Names>
std::optional<int> placeOf(const Names& names, const QString& name)
{
    const auto place = std::ranges::find(names, name);
    if (place == names.end())
        return std::nullopt;
    return static_cast<int>(place - names.begin());
}

Arguments parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QObject::tr(
        "What do the popular and the ignored images of a collection look like, and how far can "
        "that be trusted?"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("path"),
                                 QObject::tr("A project, a table or a folder of pictures"),
                                 QStringLiteral("[path]"));
    const QCommandLineOption theme(QStringLiteral("theme"), QObject::tr("system, light or dark"),
                                   QStringLiteral("theme"));
    const QCommandLineOption page(QStringLiteral("page"),
                                  QObject::tr("collection, train, senses or compare"),
                                  QStringLiteral("page"));
    const QCommandLineOption gaps(
        QStringLiteral("record-gaps"),
        QObject::tr("Write how long the event loop was away from its work into a file, at the end"),
        QStringLiteral("file"));
    parser.addOptions({theme, page, gaps});
    parser.process(application);

    Arguments arguments;
    const auto stored = QSettings().value(QStringLiteral("theme"), 0).toInt();
    arguments.theme = static_cast<ui::ThemeChoice>(
        placeOf(kThemes, parser.value(theme)).value_or(std::clamp(stored, 0, 2)));
    if (const auto place = placeOf(kPages, parser.value(page)))
        arguments.page = static_cast<ui::Page>(*place);
    arguments.gaps = parser.value(gaps);
    arguments.path = parser.positionalArguments().value(0);
    return arguments;
}

int run(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Sensescope"));
    QApplication::setApplicationName(QStringLiteral("Sensescope"));
    QApplication::setApplicationVersion(QStringLiteral(SENSESCOPE_VERSION));
    const auto arguments = parse(application);
    ui::applyTheme(application, arguments.theme);

    ui::Workbench workbench;
    ui::MainWindow window(workbench);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/sensescope.svg")));
    std::unique_ptr<app::EventGaps> gaps;
    if (!arguments.gaps.isEmpty())
        gaps = std::make_unique<app::EventGaps>(arguments.gaps);
    ui::fitScreen(window);
    window.show();
    if (arguments.page)
        window.showPage(*arguments.page);
    if (!arguments.path.isEmpty())
        window.openPath(arguments.path);
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
