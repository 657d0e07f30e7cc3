#include "app/cli_run_argument.h"

#include "core/error.h"

#include <CLI/CLI.hpp>

namespace app {

void RunArgument::addTo(CLI::App& command)
{
    command.add_option("PROJECT", project, "Project folder")->required();
    command.add_option("RUN", run, "Name of the run; default: the newest");
}

std::pair<core::Project, core::LoadedRun> RunArgument::load() const
{
    auto opened = core::openProject(project);
    auto name = run;
    if (name.empty()) {
        const auto runs = core::listRuns(opened);
        if (runs.empty())
            throw core::Error(project + " has no run yet: train one first (train).");
        name = runs.back().name;
    }
    auto loaded = core::loadRun(opened, name);
    return {std::move(opened), std::move(loaded)};
}

} // namespace app
