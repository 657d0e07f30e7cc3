#pragma once

#include "core/catalogue/collection.h"
#include "core/images/fingerprint.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace core {

/// A picture whose features stand in the unfinished file.
struct ExtractedPicture {
    ImageKey key = 0;
    Fingerprint fingerprint;
};

/// What an extraction that was stopped or killed had done: features/<name>.journal, to which is
/// added whenever rows have reached the disk. One thread's.
class ExtractionJournal {
public:
    /// What the rows depend on: they are gone on with where all of it is as it was.
    struct Identity {
        std::size_t images = 0;
        std::vector<float> signature; ///< of the extractor
    };

    /// Reads what was done; nothing where the file is missing, of another identity or damaged, or
    /// where `rowsKept` is false. Throws Error naming the file where it cannot be written.
    ExtractionJournal(std::filesystem::path file, const Identity& identity, bool rowsKept);

    const std::vector<ExtractedPicture>& done() const { return m_done; }

    /// Adds pictures whose rows are on the disk, and waits until they are there too.
    /// Throws Error naming the file.
    void add(std::span<const ExtractedPicture> pictures);

    /// Deletes the file: the extraction has ended.
    void close();

private:
    std::filesystem::path m_file;
    std::vector<ExtractedPicture> m_done;
};

} // namespace core
