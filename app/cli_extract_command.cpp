#include "app/cli_commands.h"
#include "app/cli_terminal.h"
#include "core/features/extractor.h"
#include "core/study/documents.h"
#include "core/study/extract_features.h"
#include "core/study/learn_descriptor.h"
#include "core/study/networks.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace app {

namespace {

struct ExtractArguments {
    std::string project;
    std::string extractor = "descriptor";
    core::ConvNetOptions network{};
    std::string preset = "imagenet-pytorch";
    std::vector<int> size{};
    std::string channels{};
    std::vector<float> mean{};
    std::vector<float> scale{};
    bool crop = false;
    bool listLayers = false;
};

/// The preset, and over it what was named.
core::ConvNetInput inputOf(const ExtractArguments& arguments)
{
    auto input = core::convNetPreset(arguments.preset);
    if (!arguments.size.empty()) {
        input.width = arguments.size.front();
        input.height = arguments.size.back();
    }
    if (!arguments.channels.empty())
        input.blueFirst = arguments.channels == "bgr";
    if (!arguments.mean.empty())
        std::ranges::copy(arguments.mean, input.mean.begin());
    if (!arguments.scale.empty())
        std::ranges::copy(arguments.scale, input.scale.begin());
    input.cutMiddle = arguments.crop;
    return input;
}

void listLayers(const core::ConvNetOptions& options, Terminal& terminal)
{
    const core::ConvNet network(options);
    auto layers = nlohmann::json::array();
    for (const auto& layer : network.layers()) {
        layers.push_back({{"name", layer.name}, {"type", layer.type}, {"shape", layer.shape}});
        std::string shape;
        for (const int side : layer.shape)
            shape += (shape.empty() ? "" : " × ") + std::to_string(side);
        terminal.print(
            layer.name + "  " + layer.type + "  " + shape
            + (layer.name == network.options().layer ? "  (chosen where none is named)" : ""));
    }
    terminal.print(nlohmann::json{{"layers", layers}, {"chosen", network.options().layer}});
}

std::unique_ptr<core::Extractor> extractorFor(const core::Project& project,
                                              const ExtractArguments& arguments, Terminal& terminal)
{
    if (!arguments.network.model.empty()) {
        auto network = core::networkOf(project, arguments.network);
        terminal.note("Features from the layer \"" + network->options().layer + "\"");
        return network;
    }
    if (arguments.extractor == "plain")
        return core::makePlainDescriptor();
    return core::descriptorOf(project, terminal.stop(), terminal.observer());
}

void extract(ExtractArguments arguments, Terminal& terminal)
{
    arguments.network.input = inputOf(arguments);
    if (arguments.listLayers) {
        listLayers(arguments.network, terminal);
        return;
    }
    const auto project = core::openProject(arguments.project);
    const auto extractor = extractorFor(project, arguments, terminal);
    const auto report =
        core::extractFeatures(project, *extractor, terminal.stop(), terminal.observer());
    terminal.print(core::documentOf(report));
    terminal.print(std::to_string(report.images) + " images × " + std::to_string(report.dimension)
                   + " features, " + std::to_string(report.broken.size())
                   + " pictures could not be read");
    for (const auto& broken : report.broken)
        terminal.print("  " + broken.reason);
}

void addNetworkOptions(CLI::App& command, ExtractArguments& arguments)
{
    auto* model = command.add_option("--model", arguments.network.model,
                                     "A network: .onnx, or .caffemodel with its .prototxt");
    const auto add = [&](const char* name, auto& value, const char* help) {
        return command.add_option(name, value, help)->needs(model);
    };
    add("--definition", arguments.network.definition, "The .prototxt, where it is not beside");
    add("--layer", arguments.network.layer,
        "Layer whose answer is taken (default: what the classifier reads)");
    add("--name", arguments.network.name,
        "What the features are called (default: the file's name)");
    add("--preset", arguments.preset, "Size, channels, mean and scale that the network expects")
        ->check(CLI::IsMember(
            std::vector<std::string>(core::kConvNetPresets.begin(), core::kConvNetPresets.end())))
        ->capture_default_str();
    add("--input-size", arguments.size, "Side of its input in pixels, or width and height")
        ->expected(1, 2)
        ->check(CLI::Range(1, 4096));
    add("--channels", arguments.channels, "Their order")->check(CLI::IsMember({"rgb", "bgr"}));
    add("--mean", arguments.mean, "Subtracted from each channel, of 0 to 255")->expected(3);
    add("--scale", arguments.scale, "What each channel is multiplied by then")->expected(3);
    command
        .add_flag("--crop", arguments.crop,
                  "Cut the middle out of pictures of other proportions instead of squeezing them")
        ->needs(model);
    command.add_flag("--layers", arguments.listLayers, "List the network's layers and do no more")
        ->needs(model);
}

} // namespace

void addExtractCommand(CLI::App& line, Terminal& terminal)
{
    auto arguments = std::make_shared<ExtractArguments>();
    auto* command = line.add_subcommand("extract", "Compute features of every picture");
    command->add_option("PROJECT", arguments->project, "Project folder")->required();
    auto* extractor =
        command
            ->add_option("--extractor", arguments->extractor,
                         "descriptor: learned from the pictures; plain: nothing learned")
            ->check(CLI::IsMember({"descriptor", "plain"}))
            ->capture_default_str();
    addNetworkOptions(*command, *arguments);
    command->get_option("--model")->excludes(extractor);
    command->callback([arguments, &terminal] { extract(*arguments, terminal); });
}

} // namespace app
