#include "app/cli_commands.h"
#include "app/cli_terminal.h"
#include "core/catalogue/catalogue.h"
#include "core/error.h"
#include "core/study/documents.h"
#include "core/study/import_collection.h"
#include "core/study/join_counts.h"
#include "core/study/join_features.h"
#include "core/study/project.h"
#include "data/sample.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <memory>

namespace app {

namespace {

void addSample(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        std::string folder;
        samples::SampleOptions options;
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command = line.add_subcommand("sample", "Draw a sample collection into a new folder");
    command->add_option("FOLDER", arguments->folder, "Folder to make")->required();
    const std::map<std::string, samples::Collection> names{{"emoji", samples::Collection::Emoji},
                                                           {"street", samples::Collection::Street}};
    command
        ->add_option("--collection", arguments->options.collection,
                     "emoji (real) or street (synthetic)")
        ->transform(CLI::CheckedTransformer(names))
        ->default_str("emoji");
    command->add_option("--images", arguments->options.images, "How many pictures street has")
        ->check(CLI::Range(100, 1'000'000))
        ->capture_default_str();
    command->add_option("--seed", arguments->options.seed, "Seed of street")->capture_default_str();
    command->callback([arguments, &terminal] {
        const auto report = samples::writeSample(arguments->folder, arguments->options,
                                                 terminal.stop(), terminal.observer());
        terminal.print(nlohmann::json{{"images", report.images},
                                      {"table", report.table.string()},
                                      {"low", report.lowMeasures},
                                      {"high", report.highMeasures},
                                      {"synthetic", report.synthetic}});
        terminal.print(std::to_string(report.images) + " images and " + report.table.string()
                       + (report.synthetic ? " (synthetic)" : ""));
    });
}

/// What the person named goes before what the table's header suggests.
core::ColumnRoles completed(core::ColumnRoles named, const core::ColumnRoles& guess)
{
    const auto fill = [](auto& role, const auto& suggestion) {
        if (!role)
            role = suggestion;
    };
    fill(named.id, guess.id);
    fill(named.image, guess.image);
    fill(named.author, guess.author);
    fill(named.date, guess.date);
    fill(named.split, guess.split);
    if (named.texts.empty())
        named.texts = guess.texts;
    if (named.low.empty() && named.high.empty()) {
        named.low = guess.low;
        named.high = guess.high;
    }
    return named;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list.empty() ? "-" : list;
}

/// So that nothing is guessed in silence.
std::string described(const core::ColumnRoles& roles)
{
    return "Columns: id " + roles.id.value_or("-") + "; image " + roles.image.value_or("-")
           + "; text " + listed(roles.texts) + "; author " + roles.author.value_or("-") + "; date "
           + roles.date.value_or("-") + "; split " + roles.split.value_or("-") + "; low engagement "
           + listed(roles.low) + "; high engagement " + listed(roles.high);
}

void import(core::ImportRequest request, Terminal& terminal)
{
    if (request.table) {
        constexpr std::size_t kLookedAt = 50; // rows, to guess the columns by
        const auto preview = core::previewTable(*request.table, kLookedAt, request.encoding);
        request.encoding = preview.encoding;
        request.roles = completed(request.roles, preview.guess);
    } else if (request.images.empty()) {
        throw CLI::ValidationError("import", "give --table FILE, --images FOLDER or both");
    }
    const auto report = core::importCollection(request, terminal.stop(), terminal.observer());
    if (request.table)
        terminal.note("Encoding: " + request.encoding + ". " + described(request.roles));
    terminal.print(core::documentOf(report));
    terminal.print(std::to_string(report.images) + " images imported, "
                   + std::to_string(report.rejectedCount) + " rows rejected, "
                   + std::to_string(report.unmatchedCount) + " pictures in no row");
    for (const auto& rejection : report.rejected)
        terminal.print("  row " + std::to_string(rejection.row) + ": " + rejection.reason);
    for (const auto& picture : report.unmatched)
        terminal.print("  in no row: " + picture);
}

void addImport(CLI::App& line, Terminal& terminal)
{
    auto request = std::make_shared<core::ImportRequest>();
    auto* command =
        line.add_subcommand("import", "Make a project from a table, pictures and features");
    auto& roles = request->roles;
    command->add_option("PROJECT", request->project, "Project folder to make")->required();
    command->add_option("--table", request->table, "CSV or TSV with a header, or JSON Lines");
    command->add_option("--encoding", request->encoding,
                        "Of the table: UTF-8, UTF-16, windows-1252, … (default: guessed)");
    command->add_option("--images", request->images, "Folder that the pictures are in");
    command->add_option("--id", roles.id, "Column of unique ids");
    command->add_option("--image", roles.image, "Column of picture paths");
    command->add_option("--text", roles.texts, "Column of text; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--author", roles.author, "Column of authors");
    command->add_option("--date", roles.date, "Column of dates");
    command->add_option("--split", roles.split, "Column of train, validation and test");
    command
        ->add_option("--low", roles.low, "Count of low engagement (views, likes); may be repeated")
        ->allow_extra_args(false);
    command
        ->add_option("--high", roles.high,
                     "Count of high engagement (comments, shares); may be repeated")
        ->allow_extra_args(false);
    command->add_option("--features", request->features,
                        "Features: .npy, .npz, .csv or HDF5, a row a table row");
    command->add_option("--seed", request->splitSeed, "Seed of the project's split")
        ->capture_default_str();
    command->add_flag("--synthetic", request->synthetic,
                      "The collection is made by a program; say so wherever it is shown");
    command->callback([request, &terminal] { import(*request, terminal); });
}

void join(const core::JoinRequest& wish, Terminal& terminal)
{
    const auto report = core::joinCounts(wish, terminal.stop(), terminal.observer());
    const auto& request = report.request;
    terminal.note("Encoding: " + request.encoding + ". Columns: id " + request.id
                  + "; low engagement " + listed(request.low) + "; high engagement "
                  + listed(request.high));
    if (!report.outdatedRuns.empty())
        terminal.note("Warning: these runs learned from other counts and are judged by the new "
                      "ones from now on: "
                      + listed(report.outdatedRuns)
                      + ". Train them again (train --like RUN) to learn from the new ones.");
    terminal.print(core::documentOf(report));
    terminal.print(std::to_string(report.images) + " images found, "
                   + std::to_string(report.changed) + " changed, " + std::to_string(report.missing)
                   + " not in the table, " + std::to_string(report.rejectedCount)
                   + " rows rejected");
    for (const auto& rejection : report.rejected)
        terminal.print("  row " + std::to_string(rejection.row) + ": " + rejection.reason);
}

void joinFeatures(const core::JoinFeaturesRequest& request, Terminal& terminal)
{
    const auto report = core::joinFeatures(request, terminal.stop(), terminal.observer());
    terminal.print(core::documentOf(report));
    terminal.print("Features \"" + report.featureSet + "\" of " + std::to_string(report.images)
                   + " images, " + std::to_string(report.dimension) + " values each; "
                   + std::to_string(report.missing) + " images without, "
                   + std::to_string(report.rejectedCount) + " rows rejected");
    for (const auto& rejection : report.rejected)
        terminal.print("  row " + std::to_string(rejection.row) + ": " + rejection.reason);
}

void addJoin(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        core::JoinRequest counts;
        core::JoinFeaturesRequest features;
    };
    auto arguments = std::make_shared<Arguments>();
    auto& counts = arguments->counts;
    auto& features = arguments->features;
    auto* command =
        line.add_subcommand("join", "Join the counts of another table, or features, to a project");
    command->add_option("PROJECT", counts.project, "Project folder")->required();
    auto* what = command->add_option_group("what", "What is joined");
    auto* table = what->add_option("--table", counts.table, "CSV, TSV or JSON Lines with counts");
    auto* file =
        what->add_option("--features", features.features, "Features: .npy, .npz, .csv or HDF5");
    what->require_option(1);
    command->add_option("--id", counts.id, "Column of the ids of the project's images");
    const auto ofCounts = [&](CLI::Option* option) { option->needs(table); };
    ofCounts(command->add_option("--encoding", counts.encoding, "Of the table (default: guessed)"));
    ofCounts(command->add_option("--low", counts.low, "Count of low engagement; may be repeated")
                 ->allow_extra_args(false));
    ofCounts(command->add_option("--high", counts.high, "Count of high engagement; may be repeated")
                 ->allow_extra_args(false));
    ofCounts(
        command->add_flag("--missing-as-zero", counts.missingAsZero,
                          "Images that are not in the table have a count of 0 in new measures"));
    command
        ->add_option("--ids", features.ids,
                     "The ids of the rows of features: a table, or a text file with an id a line")
        ->needs(file);
    command
        ->add_flag("--in-order", features.inOrder,
                   "The rows of features are the images of the project in order")
        ->needs(file)
        ->excludes("--ids", "--id");
    command->add_option("--name", features.name, "Of the features (default: the file's name)")
        ->needs(file);
    command->callback([arguments, &terminal] {
        if (arguments->features.features.empty())
            return join(arguments->counts, terminal);
        arguments->features.project = arguments->counts.project;
        arguments->features.id = arguments->counts.id;
        joinFeatures(arguments->features, terminal);
    });
}

void addCheck(CLI::App& line, Terminal& terminal)
{
    auto project = std::make_shared<std::string>();
    auto* command = line.add_subcommand("check", "Check the integrity of a project");
    command->add_option("PROJECT", *project, "Project folder")->required();
    command->callback([project, &terminal] {
        const auto faults = core::Catalogue::open(*project).check();
        terminal.print(nlohmann::json{{"sound", faults.empty()}, {"faults", faults}});
        if (!faults.empty())
            throw core::Error(*project + " is damaged: " + faults.front()
                              + ". Import the collection again, or restore a copy.");
        terminal.print(*project + " is sound");
    });
}

} // namespace

void addCollectionCommands(CLI::App& line, Terminal& terminal)
{
    addSample(line, terminal);
    addImport(line, terminal);
    addJoin(line, terminal);
    addCheck(line, terminal);
}

} // namespace app
