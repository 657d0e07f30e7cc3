#include "core/study/project.h"

#include <algorithm>

namespace core {

std::filesystem::path Project::featureFile(const std::string& featureSet) const
{
    return folder / "features" / (featureSet + ".npy");
}

std::filesystem::path Project::thumbnailFolder() const
{
    return folder / "thumbnails";
}

std::filesystem::path Project::pictureOf(ImageKey key) const
{
    const auto& path = collection->paths.at(static_cast<std::size_t>(key));
    return path.empty() ? std::filesystem::path() : info.root / path;
}

const FeatureSet* Project::findFeatureSet(const std::string& name) const
{
    const auto found = std::ranges::find(featureSets, name, &FeatureSet::name);
    return found == featureSets.end() ? nullptr : &*found;
}

Project openProject(const std::filesystem::path& folder)
{
    const auto catalogue = Catalogue::open(folder);
    return {.folder = folder,
            .info = catalogue.info(),
            .collection = std::make_shared<const Collection>(catalogue.readCollection()),
            .featureSets = catalogue.featureSets()};
}

std::vector<Split> splitOf(const Project& project, std::optional<std::uint64_t> seed)
{
    const auto& collection = *project.collection;
    if (!seed && !collection.tableSplit.empty())
        return collection.tableSplit;
    return randomSplit(collection.size(), seed.value_or(project.info.splitSeed));
}

} // namespace core
