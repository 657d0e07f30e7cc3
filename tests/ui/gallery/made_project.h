#pragma once

#include "core/study/project.h"

#include <memory>
#include <numeric>
#include <string>
#include <vector>

/// A project of `images` images without pictures, in memory alone: ids "a0", "a1" and so on.
inline core::Project numberedProject(int images)
{
    auto collection = std::make_shared<core::Collection>();
    for (int i = 0; i < images; ++i)
        collection->ids.push_back("a" + std::to_string(i));
    collection->paths.resize(collection->ids.size());
    collection->broken.resize(collection->ids.size());
    core::Project project;
    project.folder = "/no such folder";
    project.collection = collection;
    return project;
}

/// The keys of its images.
inline std::vector<core::ImageKey> allKeys(int images)
{
    std::vector<core::ImageKey> keys(static_cast<std::size_t>(images));
    std::iota(keys.begin(), keys.end(), core::ImageKey{0});
    return keys;
}
