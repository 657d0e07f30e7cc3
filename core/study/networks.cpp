#include "core/study/networks.h"

#include "core/error.h"
#include "core/features/signature.h"
#include "core/study/file_names.h"
#include "core/study/learn_descriptor.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <optional>
#include <ostream>

namespace core {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// What is kept of a network.
struct Kept {
    ConvNetOptions options;
    std::vector<float> signature;
};

json documentOf(const Kept& kept)
{
    const auto& input = kept.options.input;
    return {{"model", kept.options.model.string()},
            {"definition", kept.options.definition.string()},
            {"layer", kept.options.layer},
            {"width", input.width},
            {"height", input.height},
            {"cut_middle", input.cutMiddle},
            {"blue_first", input.blueFirst},
            {"mean", input.mean},
            {"scale", input.scale},
            {"signature", kept.signature}};
}

Kept keptIn(const json& document, const std::string& name)
{
    Kept kept;
    auto& options = kept.options;
    options.model = document.at("model").get<std::string>();
    options.definition = document.at("definition").get<std::string>();
    options.layer = document.at("layer").get<std::string>();
    options.name = name;
    options.input.width = document.at("width").get<int>();
    options.input.height = document.at("height").get<int>();
    options.input.cutMiddle = document.at("cut_middle").get<bool>();
    options.input.blueFirst = document.at("blue_first").get<bool>();
    options.input.mean = document.at("mean").get<std::array<float, 3>>();
    options.input.scale = document.at("scale").get<std::array<float, 3>>();
    kept.signature = document.at("signature").get<std::vector<float>>();
    return kept;
}

std::optional<Kept> readKept(const fs::path& file, const std::string& name)
{
    if (!fs::exists(file))
        return std::nullopt;
    try {
        std::ifstream stream(file);
        return keptIn(json::parse(stream), name);
    } catch (const json::exception&) {
        throw Error(file.string() + " is damaged: delete it, and extract the features again.");
    }
}

void requireSame(const ConvNet& network, const Kept& kept)
{
    const auto& options = network.options();
    if (options.layer != kept.options.layer || options.input != kept.options.input)
        throw Error("Features called \"" + options.name
                    + "\" are there already, from another layer or input of a network: choose "
                      "another name (--name).");
    if (!sameSignature(kept.signature, signatureOf(network)))
        throw Error(options.model.string()
                    + " answers otherwise than the network that gave the features \"" + options.name
                    + "\": bring that one back, or extract under another name (--name).");
}

} // namespace

fs::path networkFile(const Project& project, const std::string& featureSet)
{
    return project.folder / "features" / (featureSet + ".network");
}

std::unique_ptr<ConvNet> networkOf(const Project& project, ConvNetOptions options)
{
    options.model = fs::absolute(options.model).lexically_normal();
    if (options.name.empty())
        options.name = fileNameFrom(options.model.stem().string());
    if (options.name != fileNameFrom(options.name) || options.name == "descriptor"
        || options.name == "plain")
        throw Error("\"" + options.name
                    + "\" cannot name a network's features: use letters, digits, '.', '_', '+' and "
                      "'-', and none of the built-in names.");
    const auto file = networkFile(project, options.name);
    const auto kept = readKept(file, options.name);
    const bool used = project.findFeatureSet(options.name) != nullptr; // not merely tried once
    if (!kept && used)
        throw Error("Features called \"" + options.name
                    + "\" are there already, and come from a file: choose another name (--name).");
    auto network = std::make_unique<ConvNet>(options);
    if (kept && used)
        requireSame(*network, *kept);
    makeFolder(project.folder / "features");
    // Again where it was kept: its file may have moved.
    replaceFile(file, [&](std::ostream& out) {
        out << documentOf(
                   {network->options(), kept && used ? kept->signature : signatureOf(*network)})
                   .dump(1);
    });
    return network;
}

std::unique_ptr<Extractor> extractorOf(const Project& project, const std::string& featureSet)
{
    if (featureSet == "plain")
        return makePlainDescriptor();
    if (featureSet == "descriptor")
        return descriptorOf(project);
    const auto kept = readKept(networkFile(project, featureSet), featureSet);
    if (!kept)
        throw Error("The features \"" + featureSet
                    + "\" came from a file, so that none can be made for a new picture: train on "
                      "features that Sensescope extracts.");
    auto network = std::make_unique<ConvNet>(kept->options);
    requireSame(*network, *kept);
    return network;
}

} // namespace core
