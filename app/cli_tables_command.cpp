#include "app/cli_commands.h"
#include "app/cli_terminal.h"
#include "core/study/experiment_tables.h"
#include "core/study/experiments.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

namespace app {

namespace {

struct TablesArguments {
    std::string project;
    std::string output;
    core::ExperimentOptions options;
};

void tables(const TablesArguments& arguments, Terminal& terminal)
{
    const std::filesystem::path folder = arguments.output;
    const auto project = core::openProject(arguments.project);
    const auto experiments = core::runExperiments(project, folder / "cells", arguments.options,
                                                  terminal.stop(), terminal.observer());
    const auto made = core::paperTables(experiments);
    core::writePaperTables(made, folder);
    terminal.print(core::documentOf(experiments, made));
    if (experiments.reused > 0)
        terminal.note(std::to_string(experiments.reused)
                      + " trainings were done before and are taken from "
                      + (folder / "cells").string());
    std::ostringstream text;
    for (const auto& table : made) {
        core::writeMarkdown(text, table);
        text << '\n';
    }
    terminal.print(text.str() + "Written to " + folder.string() + " as CSV, Markdown and LaTeX.");
}

} // namespace

void addTablesCommand(CLI::App& line, Terminal& terminal)
{
    constexpr int kMostSeeds = 1000;
    auto arguments = std::make_shared<TablesArguments>();
    auto& options = arguments->options;
    auto* command = line.add_subcommand(
        "tables", "The paper's Tables 1 to 6 on this collection; goes on where it was stopped");
    command->add_option("PROJECT", arguments->project, "Project folder")->required();
    command->add_option("--output", arguments->output, "Folder of the tables and of what is done")
        ->required();
    command
        ->add_option("--seeds", options.seeds, "Splits and trainings of each model: seeds 1 to N")
        ->check(CLI::Range(1, kMostSeeds))
        ->capture_default_str();
    command->add_option("--features", options.featureSet, "Feature set; default: the newest");
    command->add_option("--epochs", options.epochs, "Epochs of each training; default: as train")
        ->check(CLI::PositiveNumber);
    command->add_option("--threads", options.threads, "0: all cores")
        ->check(CLI::NonNegativeNumber);
    command->callback([arguments, &terminal] { tables(*arguments, terminal); });
}

} // namespace app
