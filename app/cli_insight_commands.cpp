#include "app/cli_commands.h"
#include "app/cli_numbers.h"
#include "app/cli_run_argument.h"
#include "app/cli_terminal.h"
#include "core/images/decoder.h"
#include "core/study/documents.h"
#include "core/study/export_run.h"
#include "core/study/file_names.h"
#include "core/study/overview.h"
#include "core/study/senses.h"
#include "core/study/trust.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <map>
#include <memory>

namespace app {

namespace {

namespace fs = std::filesystem;

std::string percent(double share)
{
    return std::to_string(std::lround(100.0 * share)) + " %";
}

std::string headOf(const core::Sense& sense)
{
    return "sense " + sense.id.name()
           + (sense.givenName.empty() ? "" : " \"" + sense.givenName + "\"") + ", wins "
           + percent(sense.share);
}

/// What is known of how far the sense can be trusted, for its line.
std::string trustText(const core::SenseTrust& trust)
{
    std::string text = trust.dead ? " (dead)" : "";
    if (trust.typicalInterval)
        text += ", typical percentile " + std::to_string(std::lround(*trust.typicalPercentile))
                + " [" + std::to_string(std::lround(trust.typicalInterval->low)) + ", "
                + std::to_string(std::lround(trust.typicalInterval->high)) + "]";
    if (trust.authors)
        text += ", top " + std::to_string(trust.topImages) + " by " + std::to_string(*trust.authors)
                + " authors";
    if (trust.sibling)
        text += ", most like " + trust.sibling->id.name() + " (cosine "
                + number(trust.sibling->cosine) + ")";
    if (trust.stability)
        text += ", found again " + percent(*trust.stability);
    return text;
}

nlohmann::json filesDocument(const std::vector<fs::path>& files)
{
    nlohmann::json list = nlohmann::json::array();
    for (const auto& file : files)
        list.push_back(file.string());
    return list;
}

void addSenses(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        RunArgument run;
        core::SensesOptions options{.words = 0};
        core::TrustOptions trust;
        std::string output;
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command = line.add_subcommand("senses", "The senses of a run and their top images");
    arguments->run.addTo(*command);
    command->add_option("--top", arguments->options.top, "Images a sense")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_option("--output", arguments->output, "Folder for a contact sheet of each sense");
    command
        ->add_option("--stability", arguments->trust.seeds,
                     "Train with so many other seeds and say how well each sense is found again")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command->callback([arguments, &terminal] {
        const auto [project, run] = arguments->run.load();
        const auto senses = core::browseSenses(project, run, arguments->options, terminal.stop(),
                                               terminal.observer());
        const auto trust = core::trustInSenses(project, run, arguments->trust, terminal.stop(),
                                               terminal.observer());
        auto document = core::sensesDocument(project, senses);
        const auto trusted = core::documentOf(trust);
        for (std::size_t s = 0; s < trust.size(); ++s)
            document["senses"][s].update(trusted[s]);
        if (!arguments->output.empty())
            document["files"] = filesDocument(
                core::exportContactSheets(project, senses, arguments->output, terminal.stop()));
        terminal.print(document);
        for (std::size_t s = 0; s < trust.size(); ++s) {
            const auto& sense = senses.senses[s];
            terminal.print(headOf(sense) + trustText(trust[s]));
            for (const auto& image : sense.top)
                terminal.print(
                    "  " + project.collection->ids[static_cast<std::size_t>(image.key)] + "  "
                    + std::to_string(image.score) + "  " + std::to_string(image.count)
                    + (image.alike == 0
                           ? ""
                           : "  and " + std::to_string(image.alike) + " nearly the same"));
        }
    });
}

void addWords(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        RunArgument run;
        core::SensesOptions options{.top = 0};
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command = line.add_subcommand("words", "The words of the images of each sense");
    arguments->run.addTo(*command);
    const std::map<std::string, core::WordWeight> weights{
        {"tfidf", core::WordWeight::TfIdf},
        {"frequency", core::WordWeight::Frequency},
        {"log-odds", core::WordWeight::LogOdds}};
    const std::map<std::string, core::WordClass> classes{{"noun", core::WordClass::Noun},
                                                         {"adjective", core::WordClass::Adjective},
                                                         {"all", core::WordClass::All}};
    command->add_option("--top", arguments->options.words, "Words a sense")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_option("--weight", arguments->options.wordWeight, "tfidf, frequency or log-odds")
        ->transform(CLI::CheckedTransformer(weights))
        ->default_str("tfidf");
    command->add_option("--class", arguments->options.wordClass, "noun, adjective or all")
        ->transform(CLI::CheckedTransformer(classes))
        ->default_str("noun");
    command->callback([arguments, &terminal] {
        const auto [project, run] = arguments->run.load();
        const auto senses = core::browseSenses(project, run, arguments->options, terminal.stop(),
                                               terminal.observer());
        terminal.print(core::wordsDocument(senses));
        for (const auto& sense : senses.senses) {
            std::string words;
            for (const auto& word : sense.words.words)
                words += " " + word.word;
            terminal.print(headOf(sense) + ":" + words);
        }
    });
}

void writeMean(const fs::path& file, const core::MeanImage& mean, nlohmann::json& document)
{
    if (mean.picture.empty())
        return;
    core::writePng(file, mean.picture);
    document.push_back({{"file", file.string()}, {"images", mean.used}, {"skipped", mean.skipped}});
}

void addMeans(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        std::string project;
        std::string output;
        std::string run;
        std::size_t count = 10'000;
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command = line.add_subcommand("means", "Mean of popular, unpopular and random images");
    command->add_option("PROJECT", arguments->project, "Project folder")->required();
    command->add_option("--output", arguments->output, "Folder for the pictures")->required();
    command->add_option("--count", arguments->count, "Images a mean")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    command->add_option("--run", arguments->run, "A run: a mean of each of its senses as well");
    command->callback([arguments, &terminal] {
        const auto project = core::openProject(arguments->project);
        const fs::path folder = arguments->output;
        nlohmann::json document = nlohmann::json::array();
        const auto means = core::collectionMeans(project, core::EngagementChoice::Combined,
                                                 {.count = arguments->count}, terminal.stop(),
                                                 terminal.observer());
        core::makeFolder(folder);
        writeMean(folder / "popular.png", means.popular, document);
        writeMean(folder / "unpopular.png", means.unpopular, document);
        writeMean(folder / "random.png", means.random, document);
        if (!arguments->run.empty()) {
            const auto run = core::loadRun(project, arguments->run);
            const auto senses = core::senseMeans(project, run, {.count = arguments->count},
                                                 terminal.stop(), terminal.observer());
            const auto ids = run.model.senses();
            for (std::size_t s = 0; s < senses.size(); ++s)
                writeMean(folder / ("sense" + ids[s].name() + ".png"), senses[s], document);
        }
        terminal.print(nlohmann::json{{"means", document}});
        for (const auto& mean : document)
            terminal.print(mean["file"].get<std::string>() + "  mean of "
                           + std::to_string(mean["images"].get<std::size_t>()) + " images");
    });
}

void addExport(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        RunArgument run;
        std::string output;
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command = line.add_subcommand("export", "Weights, scores and words of a run as files");
    arguments->run.addTo(*command);
    command->add_option("--output", arguments->output, "Folder for the files")->required();
    command->callback([arguments, &terminal] {
        const auto [project, run] = arguments->run.load();
        const auto files =
            core::exportRun(project, run, arguments->output, terminal.stop(), terminal.observer());
        terminal.print(nlohmann::json{{"files", filesDocument(files)}});
        for (const auto& file : files)
            terminal.print(file.string());
    });
}

} // namespace

void addInsightCommands(CLI::App& line, Terminal& terminal)
{
    addSenses(line, terminal);
    addWords(line, terminal);
    addMeans(line, terminal);
    addExport(line, terminal);
}

} // namespace app
