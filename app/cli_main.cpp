#include "app/cli_commands.h"
#include "app/cli_terminal.h"
#include "core/error.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

int run(int argc, char** argv)
{
    app::Terminal terminal;
    CLI::App line(
        "Sensescope: what do the popular and the ignored images of a collection look like, "
        "and how far can that be trusted?");
    line.set_version_flag("--version", SENSESCOPE_VERSION);
    line.require_subcommand(1);
    line.fallthrough();
    line.add_flag("--json", terminal.json, "Print one JSON document on standard output");
    app::addCollectionCommands(line, terminal);
    app::addExtractCommand(line, terminal);
    app::addTrainCommand(line, terminal);
    app::addRunCommands(line, terminal);
    app::addTablesCommand(line, terminal);
    app::addInsightCommands(line, terminal);
    app::addPredictCommand(line, terminal);
    try {
        line.parse(argc, argv);
        return 0;
    } catch (const CLI::ParseError& error) {
        return line.exit(error) == 0 ? 0 : kUsage;
    } catch (const core::Cancelled&) {
        terminal.note("Cancelled; nothing was changed.");
    } catch (const std::exception& error) {
        terminal.note(error.what());
    }
    return kFailed;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) { // out of memory or of threads, before or after the work
        std::cerr << error.what() << '\n';
        return kFailed;
    }
}
