#pragma once

#include <filesystem>

namespace samples {

/// A folder that is filled as a whole or not at all: unless keep() was called, the destructor
/// removes what was written, and the folder itself if it was made here.
class OutputFolder {
public:
    /// Makes `path` where it is missing. Throws core::Error if it is not a folder, is not empty or
    /// cannot be made.
    explicit OutputFolder(std::filesystem::path path);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    OutputFolder(OutputFolder&&) = delete;
    OutputFolder& operator=(OutputFolder&&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Makes images/ inside and returns it. Throws core::Error.
    std::filesystem::path makeImagesFolder() const;

    void keep() { m_kept = true; }

private:
    std::filesystem::path m_path;
    bool m_made = false;
    bool m_kept = false;
};

} // namespace samples
