#pragma once

#include "core/report/tables.h"
#include "core/study/senses.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace core {

/// The senses' words as the exports hold them.
std::vector<SenseWordList> wordListsOf(const Senses& senses);

/// Writes into `folder` (made if missing): popular.npy, unpopular.npy, mean.npy (float32),
/// scores.csv (id, split, count, score, percentile, responding senses), words.csv, words.json,
/// run.json. model.onnx follows in a later version. Each file is replaced atomically.
/// Returns the files. Throws Error naming the file, Cancelled.
std::vector<std::filesystem::path> exportRun(const Project& project, const LoadedRun& run,
                                             const std::filesystem::path& folder,
                                             const std::stop_token& stop = {},
                                             const ProgressObserver& observe = {});

/// A contact sheet PNG of every sense's top images: "sense+1.png", …
std::vector<std::filesystem::path> exportContactSheets(const Project& project, const Senses& senses,
                                                       const std::filesystem::path& folder,
                                                       const std::stop_token& stop = {});

} // namespace core
