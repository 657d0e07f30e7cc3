#pragma once

#include "core/progress.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace samples {

enum class Collection {
    Emoji, ///< real: 845 emoji and how often each was used on Twitter
    Street ///< synthetic: drawn pictures with planted themes of popularity
};

struct SampleOptions {
    Collection collection = Collection::Emoji;
    std::size_t images = 6000; ///< of Street; Emoji has its own number
    std::uint64_t seed = 1;    ///< of Street; Emoji is the same always
};

struct SampleReport {
    std::size_t images = 0;
    std::filesystem::path table; ///< posts.csv
    /// Which columns are what, as a person would choose in the import dialog.
    std::vector<std::string> lowMeasures;
    std::vector<std::string> highMeasures;
    bool synthetic = false;
};

/// Draws a sample collection into `folder` (made if missing; must be empty): images/, posts.csv,
/// README.txt and, for Street, truth.csv. Same options, same files byte for byte on one machine.
/// Needs a QGuiApplication; makes a hidden offscreen one where there is none (then call it from
/// the main thread). May be called from a worker thread otherwise.
/// Throws core::Error (a folder that is not empty or cannot be written, a full disk, the colour
/// emoji font missing: names its Debian package); core::Cancelled when stopped. In both cases what
/// was written is removed.
SampleReport writeSample(const std::filesystem::path& folder, const SampleOptions& options,
                         const std::stop_token& stop = {},
                         const core::ProgressObserver& observe = {});

} // namespace samples
