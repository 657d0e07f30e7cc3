#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/collection.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// A project as it stood when it was opened: immutable, cheap to copy, safe to hand to threads.
/// Work that changes the project returns, and the caller opens it again.
struct Project {
    std::filesystem::path folder; ///< my-study.sensescope
    CollectionInfo info;
    std::shared_ptr<const Collection> collection;
    std::vector<FeatureSet> featureSets;

    std::filesystem::path featureFile(const std::string& featureSet) const;
    std::filesystem::path thumbnailFolder() const;
    std::filesystem::path pictureOf(ImageKey key) const; ///< absolute; empty: no picture
    const FeatureSet* findFeatureSet(const std::string& name) const; ///< nullptr: none
};

/// Reads all columns (1M images: about 1 s). Throws Error as Catalogue::open does.
Project openProject(const std::filesystem::path& folder);

/// The split of each image [n]: the table's own column where it has one and no seed is named,
/// otherwise random by `seed` (unset: the project's).
std::vector<Split> splitOf(const Project& project, std::optional<std::uint64_t> seed);

} // namespace core
