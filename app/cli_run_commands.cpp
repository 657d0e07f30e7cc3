#include "app/cli_commands.h"
#include "app/cli_numbers.h"
#include "app/cli_run_argument.h"
#include "app/cli_terminal.h"
#include "core/study/baselines.h"
#include "core/study/data_fingerprint.h"
#include "core/study/documents.h"
#include "core/study/runs.h"
#include "core/study/target_rhos.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <memory>

namespace app {

namespace {

const std::map<std::string, core::Split> kSplits{{"train", core::Split::Train},
                                                 {"validation", core::Split::Validation},
                                                 {"test", core::Split::Test}};

void printEvaluation(const core::Evaluation& e, Terminal& terminal)
{
    terminal.print("rho          " + number(e.rho) + " "
                   + (e.rhoInterval ? number(*e.rhoInterval) : "") + " on "
                   + std::to_string(e.images) + " images");
    terminal.print("ceiling      " + number(e.rhoCeiling) + "  (the most that ties leave)");
    terminal.print("Equation 6   " + number(e.rhoEq6)
                   + "  (without any skill: " + number(e.rhoEq6Null) + ")");
    terminal.print("tau-b        " + number(e.kendallTauB));
    terminal.print("pairs        " + number(e.orderedPairs)
                   + " of the viable ones in the right order  (chance: 0.5)");
    terminal.print("AUC          " + number(e.auc)
                   + "  (the most popular fifth against the others; chance: 0.5)");
    terminal.print("accuracy     " + number(e.binarisedAccuracy)
                   + "  (that fifth against as many of the others; chance: 0.5)");
    terminal.print("nDCG         " + number(e.ndcg));
    terminal.print("precision    " + number(e.precision1) + " in the top 1%, "
                   + number(e.precision10) + " in the top 10%");
    terminal.print("zeros        " + number(e.zeroShare) + " of the counts");
    const auto& known = e.baselines;
    const auto orUnknown = [](const std::optional<double>& rho) {
        return rho ? number(rho) : std::string("not known");
    };
    terminal.print("beside it    rho of the author alone " + orUnknown(known.author)
                   + ", of the time alone " + orUnknown(known.time));
    if (known.linear || known.svr)
        terminal.print("             rho of a linear ranker " + number(known.linear)
                       + ", of support vector regression " + number(known.svr));
    if (const auto warning = core::confoundWarning(e))
        terminal.note("Warning: " + *warning);
}

void printTargets(core::Target learned, const core::TargetRhos& rhos, Terminal& terminal)
{
    const auto against = [](const char* target, const std::optional<double>& rho) {
        return std::string(", against ") + target + ' ' + (rho ? number(rho) : "not known");
    };
    terminal.print("learned      " + std::string(core::targetName(learned)) + ": rho"
                   + against("raw", rhos.raw).substr(1) + against("day", rhos.day)
                   + against("author", rhos.author));
}

/// Images of the split whose picture the model has seen on another side; nullopt: not known.
std::optional<std::size_t> leaksInto(core::Split split, const core::RunInfo& run)
{
    if (!run.leaks)
        return std::nullopt;
    switch (split) {
    case core::Split::Train:
        break;
    case core::Split::Validation:
        return run.leaks->validation;
    case core::Split::Test:
        return run.leaks->test;
    }
    return 0;
}

struct EvaluateArguments {
    RunArgument run;
    core::Split split = core::Split::Test;
    bool baselines = false;
};

void evaluate(const EvaluateArguments& arguments, Terminal& terminal)
{
    const auto [project, run] = arguments.run.load();
    auto evaluation = core::evaluateRun(project, run, arguments.split,
                                        {.observe = terminal.observer()}, terminal.stop());
    if (arguments.baselines) {
        const auto visual = core::visualBaselines(project, run, arguments.split,
                                                  terminal.observer(), terminal.stop());
        evaluation.baselines.linear = visual.linear;
        evaluation.baselines.svr = visual.svr;
    }
    const auto rhos = core::targetRhos(project, run, arguments.split, terminal.stop());
    const auto leaks = leaksInto(arguments.split, run.info);
    auto document = core::evaluationDocument(run.info.name, arguments.split, evaluation);
    document["leaks"] = leaks ? nlohmann::json(*leaks) : nlohmann::json(nullptr);
    document["target"] = core::targetName(run.info.request.target);
    document["targets"] = core::documentOf(rhos);
    const bool changed = core::dataChangedSince(project, run.info, terminal.stop());
    document["data_changed"] = changed;
    terminal.print(document);
    printEvaluation(evaluation, terminal);
    printTargets(run.info.request.target, rhos, terminal);
    if (changed)
        terminal.note("Warning: features, counts or split are others now than those that "
                      + run.info.name
                      + " learned from, and it is judged by those of now. Train it again (train "
                        "--like "
                      + run.info.name + ") to learn from them.");
    if (leaks)
        terminal.print("leaks        " + std::to_string(*leaks)
                       + " images with a near-identical one on a side before");
}

void addEvaluate(CLI::App& line, Terminal& terminal)
{
    auto arguments = std::make_shared<EvaluateArguments>();
    auto* command = line.add_subcommand("evaluate", "How well a run orders the images of a split");
    arguments->run.addTo(*command);
    command->add_option("--split", arguments->split, "test, validation or train")
        ->transform(CLI::CheckedTransformer(kSplits))
        ->default_str("test");
    command->add_flag("--baselines", arguments->baselines,
                      "Also train a linear ranker and support vector regression to compare with");
    command->callback([arguments, &terminal] { evaluate(*arguments, terminal); });
}

void addCompare(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        std::string project;
        std::string first;
        std::string second;
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command = line.add_subcommand("compare", "Two runs on the same test images, paired");
    command->add_option("PROJECT", arguments->project, "Project folder")->required();
    command->add_option("FIRST", arguments->first, "A run")->required();
    command->add_option("SECOND", arguments->second, "Another run")->required();
    command->callback([arguments, &terminal] {
        const auto project = core::openProject(arguments->project);
        const auto comparison =
            core::compareRuns(project, core::loadRun(project, arguments->first),
                              core::loadRun(project, arguments->second),
                              {.observe = terminal.observer()}, terminal.stop());
        terminal.print(core::documentOf(comparison));
        terminal.print("difference of rho " + number(comparison.difference) + " "
                       + number(comparison.interval) + ", p " + number(comparison.p));
    });
}

} // namespace

void addRunCommands(CLI::App& line, Terminal& terminal)
{
    addEvaluate(line, terminal);
    addCompare(line, terminal);
}

} // namespace app
