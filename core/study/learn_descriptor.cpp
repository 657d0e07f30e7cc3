#include "core/study/learn_descriptor.h"

#include "core/error.h"
#include "core/features/descriptor.h"
#include "core/images/decoder.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kSample = 4000; // pictures: later ones change hardly anything
constexpr std::uint64_t kSeed = 1;

std::vector<ImageKey> sampleOf(const Project& project)
{
    std::vector<ImageKey> keys;
    for (std::size_t i = 0; i < project.collection->size(); ++i) {
        if (!project.collection->paths[i].empty())
            keys.push_back(static_cast<ImageKey>(i));
    }
    Random random(kSeed);
    random.shuffle(std::span(keys));
    keys.resize(std::min(keys.size(), kSample));
    std::ranges::sort(keys);
    return keys;
}

/// reasons   of each picture looked at; empty where it could be read
std::string whyTooFew(std::size_t read, const std::vector<std::string>& reasons)
{
    const std::string looked = std::to_string(reasons.size());
    const auto first = std::ranges::find_if_not(reasons, &std::string::empty);
    if (reasons.empty())
        return "This collection has no pictures to extract features from: import features together "
               "with the table (import --features FILE.npy).";
    if (read == 0)
        return "None of the " + looked + " pictures could be read. The first: " + *first;
    return "The descriptor learns from two pictures at least, and of the " + looked
           + " looked at only one could be read."
           + (first == reasons.end() ? "" : " The first that could not: " + *first);
}

/// Those of the sample that can be read, in its order, as small as the descriptor takes them.
std::vector<Bitmap> readSample(const Project& project, int side, const std::stop_token& stop,
                               const ProgressObserver& observe)
{
    const auto keys = sampleOf(project);
    std::vector<Bitmap> pictures(keys.size());
    std::vector<std::string> reasons(keys.size());
    const ParallelOptions parallel{.stage = "Reading pictures to learn from", .observe = observe};
    parallelFor(keys.size(), parallel, stop, [&](std::size_t i) {
        try {
            pictures[i] = stretched(decodePicture(project.pictureOf(keys[i]), side), side, side);
        } catch (const Error& error) {
            reasons[i] = error.what();
        }
    });
    std::erase_if(pictures, [](const Bitmap& picture) { return picture.empty(); });
    if (pictures.size() < 2)
        throw Error(whyTooFew(pictures.size(), reasons));
    return pictures;
}

} // namespace

std::filesystem::path descriptorModelFile(const Project& project)
{
    return project.folder / "features" / "descriptor.model";
}

std::unique_ptr<Extractor> descriptorOf(const Project& project, const std::stop_token& stop,
                                        const ProgressObserver& observe)
{
    const auto file = descriptorModelFile(project);
    if (std::filesystem::exists(file))
        return makeDescriptor(std::make_shared<DescriptorModel>(readDescriptorModel(file)));
    const auto pictures = readSample(project, makePlainDescriptor()->leastSide(), stop, observe);
    auto model = std::make_shared<DescriptorModel>(learnDescriptor(pictures, kSeed, stop, observe));
    writeDescriptorModel(*model, file);
    return makeDescriptor(std::move(model));
}

} // namespace core
