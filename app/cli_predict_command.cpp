#include "app/cli_commands.h"
#include "app/cli_terminal.h"
#include "core/error.h"
#include "core/study/documents.h"
#include "core/study/predict.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace app {

namespace {

std::string sentenceOf(const core::Project& project, const core::PredictedImage& image)
{
    std::string text = image.file.string() + ": ";
    if (!image.failure.empty())
        return text + image.failure;
    text += "more popular than " + std::to_string(std::lround(image.score.percentile))
            + " % of the test images";
    for (const auto& response : image.score.responses) {
        if (response.responding)
            text += ", answers to " + response.id.name()
                    + (response.givenName.empty() ? "" : " \"" + response.givenName + "\"");
    }
    if (!image.similar.empty())
        text += ", looks like";
    for (const auto& similar : image.similar)
        text += " " + project.collection->ids[static_cast<std::size_t>(similar.key)];
    return text;
}

} // namespace

void addPredictCommand(CLI::App& line, Terminal& terminal)
{
    struct Arguments {
        std::string project;
        std::string run;
        core::PredictionRequest wanted{};
    };
    auto arguments = std::make_shared<Arguments>();
    auto* command =
        line.add_subcommand("predict", "How popular a run expects new pictures to be, and why");
    command->add_option("PROJECT", arguments->project, "Project folder")->required();
    command->add_option("RUN", arguments->run, "Name of a run")->required();
    command->add_option("IMAGE", arguments->wanted.files, "Pictures; may be many")->required();
    command
        ->add_option("--similar", arguments->wanted.similar,
                     "How many images of the collection that look like it are named")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command
        ->add_option("--occlusion", arguments->wanted.occlusionPlaces,
                     "Map what the senses look at in each picture: places along its longer side "
                     "(only with --json)")
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
    command->callback([arguments, &terminal] {
        const auto project = core::openProject(arguments->project);
        const auto run = core::loadRun(project, arguments->run);
        const auto images = core::predictImages(project, run, arguments->wanted, terminal.stop(),
                                                terminal.observer());
        const auto failed = [](const core::PredictedImage& image) {
            return !image.failure.empty();
        };
        if (std::ranges::all_of(images, failed))
            throw core::Error("None of the pictures could be read. The first: "
                              + images.front().failure);
        terminal.print(core::predictionDocument(project, run.info.name, images));
        for (const auto& image : images)
            terminal.print(sentenceOf(project, image));
    });
}

} // namespace app
