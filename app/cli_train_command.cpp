#include "app/cli_commands.h"
#include "app/cli_numbers.h"
#include "app/cli_terminal.h"
#include "core/catalogue/date.h"
#include "core/study/documents.h"
#include "core/study/repeat_run.h"
#include "core/study/runs.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace app {

namespace {

struct TrainArguments {
    std::string project;
    core::TrainRequest request;
    std::string collected; ///< a date, or empty
    std::string like;      ///< a run to repeat, or empty
};

void addWhatOptions(CLI::App& command, TrainArguments& arguments)
{
    auto& request = arguments.request;
    command.add_option("--features", request.featureSet, "Feature set; default: the newest");
    const std::map<std::string, core::EngagementChoice> levels{
        {"low", core::EngagementChoice::Low},
        {"high", core::EngagementChoice::High},
        {"combined", core::EngagementChoice::Combined}};
    auto* engagement =
        command.add_option("--engagement", request.engagement, "low, high or combined")
            ->transform(CLI::CheckedTransformer(levels))
            ->default_str("combined");
    command.add_option("--measure", request.measures, "Measures to sum, in place of a level")
        ->excludes(engagement);
    const std::map<std::string, core::Target> targets{
        {"raw", core::Target::Raw}, {"day", core::Target::Day}, {"author", core::Target::Author}};
    command
        .add_option("--target", request.target,
                    "raw popularity, popularity a day, or beyond the author's usual")
        ->transform(CLI::CheckedTransformer(targets))
        ->default_str("raw");
    command
        .add_option("--collected", arguments.collected,
                    "When the counts were read, for --target day; default: the newest date")
        ->check([](const std::string& text) {
            return core::parseMoment(text) ? std::string()
                                           : "\"" + text + "\" is no date such as 2015-11-19";
        });
}

void addSplitOptions(CLI::App& command, core::TrainRequest& request)
{
    const std::map<std::string, core::SplitRule> rules{{"random", core::SplitRule::Random},
                                                       {"author", core::SplitRule::Author},
                                                       {"time", core::SplitRule::Time},
                                                       {"column", core::SplitRule::Column}};
    command
        .add_option("--split", request.splitRule,
                    "random, author (none on two sides), time (train on the past) or the table's "
                    "column; default: the project's")
        ->transform(CLI::CheckedTransformer(rules));
    command.add_option("--split-seed", request.splitSeed, "Default: the project's split");
}

void addModelOptions(CLI::App& command, core::TrainingOptions& options)
{
    const std::map<std::string, core::Margin> margins{{"fixed", core::Margin::Fixed},
                                                      {"difference", core::Margin::Difference},
                                                      {"soft", core::Margin::Soft}};
    const std::map<std::string, core::Initialisation> starts{
        {"kmeans", core::Initialisation::KMeans}, {"random", core::Initialisation::Random}};
    command.add_option("--popular", options.popularSenses, "Popular senses")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command.add_option("--unpopular", options.unpopularSenses, "Unpopular senses")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command.add_option("--margin", options.margin, "fixed, difference or soft")
        ->transform(CLI::CheckedTransformer(margins))
        ->default_str("soft");
    command.add_option("--alpha", options.alpha, "Least margin of --margin soft")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--init", options.initialisation, "kmeans or random")
        ->transform(CLI::CheckedTransformer(starts))
        ->default_str("kmeans");
}

void addDescentOptions(CLI::App& command, core::TrainingOptions& options)
{
    command.add_option("--epochs", options.epochs, "Default: 10, or as many as 2,000 steps need")
        ->check(CLI::Range(1, 1'000'000));
    command.add_option("--batch", options.batch, "Images a minibatch")
        ->check(CLI::Range(2, 100'000))
        ->capture_default_str();
    auto* rate = command.add_option("--learning-rate", options.learningRate, "Falls linearly to 0")
                     ->check(CLI::PositiveNumber)
                     ->capture_default_str();
    auto* regularisation =
        command
            .add_option("--regularisation", options.regularisation,
                        "Default: 1e-6; searched on validation under 5,000 images")
            ->check(CLI::NonNegativeNumber);
    command
        .add_flag("--auto", options.searchSettings,
                  "Search learning rate and regularisation on validation, in 8 more runs")
        ->excludes(rate)
        ->excludes(regularisation);
    command.add_flag("--revive", options.revive, "Restart dead senses");
    command.add_option("--seed", options.seed, "Seed of the training")->capture_default_str();
    command.add_option("--threads", options.threads, "0: as many as the machine has")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command
        .add_option_function<std::size_t>(
            "--memory", [&options](std::size_t megabytes) { options.memory = megabytes << 20U; },
            "Megabytes that features may take; default: half of what is free, where they are more")
        ->check(CLI::Range(16, 1 << 24));
}

/// A repetition takes a name and threads alone: any other setting would make it another run.
void addLike(CLI::App& command, std::string& like)
{
    constexpr std::array<std::string_view, 4> kMayStand{"PROJECT", "--name", "--threads", "--help"};
    const auto others = command.get_options();
    auto* option = command.add_option("--like", like, "Repeat this run exactly");
    for (auto* other : others) {
        const auto name = other->get_name();
        if (std::ranges::none_of(kMayStand,
                                 [&](std::string_view may) { return name.find(may) == 0; }))
            option->excludes(other);
    }
}

core::RunObserver observing(Terminal& terminal)
{
    core::RunObserver observer;
    const auto observe = terminal.observer();
    observer.epoch = [observe](const core::EpochReport& report) {
        observe({"Epoch " + std::to_string(report.epoch) + " of " + std::to_string(report.epochs)
                     + ", loss " + number(report.loss) + ", validation rho "
                     + number(report.validationRho),
                 static_cast<std::size_t>(report.epoch), static_cast<std::size_t>(report.epochs)});
    };
    observer.searching = [observe](int done, int total) {
        observe({"Searching settings", static_cast<std::size_t>(done),
                 static_cast<std::size_t>(total)});
    };
    observer.judging = observe;
    return observer;
}

void printRun(const core::RunInfo& run, Terminal& terminal)
{
    const auto shortly = [](double value) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%g", value); // NOLINT(*-vararg): fixed format
        return std::string(text.data());
    };
    if (!run.search.empty())
        terminal.print("Searched " + std::to_string(run.search.size())
                       + " settings on validation: learning rate "
                       + shortly(run.request.options.learningRate) + ", regularisation "
                       + shortly(run.request.options.regularisation.value_or(0.0)));
    if (run.leftOut > 0)
        terminal.print("Left out: " + std::to_string(run.leftOut) + " images without a date");
    if (run.leaks && run.leaks->total() > 0)
        terminal.print("Leaks: " + std::to_string(run.leaks->validation) + " validation and "
                       + std::to_string(run.leaks->test)
                       + " test images are near-identical to one learned from or chosen by");
    terminal.print("Run " + run.name + ": test rho " + number(run.test.rho) + " "
                   + (run.test.rhoInterval ? number(*run.test.rhoInterval) : "")
                   + ", validation rho " + number(run.validation.rho) + ", " + number(run.seconds)
                   + " s" + (run.stopped ? " (stopped)" : ""));
}

void repeat(const TrainArguments& arguments, Terminal& terminal)
{
    const auto project = core::openProject(arguments.project);
    const auto& request = arguments.request;
    const auto repetition =
        core::repeatRun(project, core::loadRun(project, arguments.like),
                        {.name = request.name, .threads = request.options.threads}, terminal.stop(),
                        observing(terminal));
    terminal.print(core::repetitionDocument(arguments.like, repetition));
    printRun(repetition.run.info, terminal);
    for (const auto& difference : repetition.differences)
        terminal.note("Warning: " + arguments.like + " cannot be repeated for sure. " + difference);
    terminal.print(repetition.repeats ? "It has the weights of " + arguments.like + ", bit for bit."
                                      : "Its weights are not those of " + arguments.like + '.');
}

void train(TrainArguments& arguments, Terminal& terminal)
{
    if (!arguments.like.empty()) {
        repeat(arguments, terminal);
        return;
    }
    auto& request = arguments.request;
    if (!arguments.collected.empty()) {
        if (request.target != core::Target::Day)
            throw CLI::ValidationError("--collected", "means something to --target day alone");
        request.collected = core::parseMoment(arguments.collected);
    }
    const auto run = core::trainRun(core::openProject(arguments.project), request, terminal.stop(),
                                    observing(terminal));
    terminal.print(core::trainingDocument(run));
    printRun(run.info, terminal);
}

} // namespace

void addTrainCommand(CLI::App& line, Terminal& terminal)
{
    auto arguments = std::make_shared<TrainArguments>();
    auto& request = arguments->request;
    auto* command = line.add_subcommand("train", "Learn senses of popularity and of unpopularity");
    command->add_option("PROJECT", arguments->project, "Project folder")->required();
    command->add_option("--name", request.name, "Name of the run");
    addWhatOptions(*command, *arguments);
    addSplitOptions(*command, request);
    addModelOptions(*command, request.options);
    addDescentOptions(*command, request.options);
    addLike(*command, arguments->like);
    command->callback([arguments, &terminal] { train(*arguments, terminal); });
}

} // namespace app
