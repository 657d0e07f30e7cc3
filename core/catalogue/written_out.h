#pragma once

#include <filesystem>
#include <stop_token>

namespace core {

/// Has the disk take what the system still holds back of a file's contents, piece by piece, so that
/// it can be stopped: at most two megabytes are then on their way. Promises nothing; it is there
/// to leave synchronise(), which cannot be stopped, little to do. Throws Cancelled.
void writePages(const std::filesystem::path& file, const std::stop_token& stop);

/// Returns when the disk has all of a file. Throws Error naming the file where it does not take it.
void synchronise(const std::filesystem::path& file);

} // namespace core
