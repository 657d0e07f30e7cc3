#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace bench {

/// How many pictures there are: each image of a made catalogue has one of them.
inline constexpr std::size_t kPictures = 2048;
std::string pictureName(std::size_t image); ///< relative to the pictures' folder

/// A project of `images` images with five counts, a caption, an author and a date, at random; no
/// features. Same images, same project.
void writeCatalogue(const std::filesystem::path& project, const std::filesystem::path& pictures,
                    std::size_t images);

} // namespace bench
