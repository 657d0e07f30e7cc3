#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

namespace ui {

/// What a person pointed at: a table and the folder of its pictures, or a folder of pictures.
struct ImportSource {
    std::optional<std::filesystem::path> table;
    std::filesystem::path pictures;
    std::vector<std::filesystem::path> otherTables; ///< of the folder, not taken
};

/// source   a file (taken to be a table), or a folder: where it holds one table, or several of
///          which one is posts.csv (as the samples are written), that table is meant
ImportSource importSource(const std::filesystem::path& source);

/// Picture files (by their ending) in and under a folder, counted without opening any.
struct PictureCount {
    std::size_t pictures = 0;
    bool all = true; ///< false: there was more than a moment's looking
};
PictureCount countPictures(const std::filesystem::path& folder, std::size_t mostEntries = 20'000);

/// The first of posts.sensescope, posts-2.sensescope, … that does not exist, beside the table or
/// the folder of pictures; in the user's documents where nothing can be written there.
std::filesystem::path freeProjectFolder(const ImportSource& source);

/// Rows of a table, from those that were read and, where they are not all, from its size.
struct RowCount {
    std::size_t rows = 0;
    bool exact = true;
};
/// read        rows that were read of at most `asked`
/// readBytes   their length in the file, about
RowCount estimateRows(const std::filesystem::path& table, std::size_t read, std::size_t asked,
                      std::size_t readBytes);

} // namespace ui
