#pragma once

#include <QString>

#include <filesystem>

namespace ui {

/// Hands the file to the program that the desktop opens such files with.
void openPicture(const std::filesystem::path& file);
/// Opens the folder that the file is in, with the desktop's file manager.
void showInFolder(const std::filesystem::path& file);

} // namespace ui
