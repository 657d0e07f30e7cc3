#include "data/output_folder.h"

#include "core/error.h"

#include <string>
#include <system_error>
#include <utility>

namespace samples {

namespace fs = std::filesystem;

namespace {

/// True where the folder had to be made.
bool makeFolder(const fs::path& path)
{
    std::error_code failure;
    const bool made = fs::create_directories(path, failure);
    if (failure)
        throw core::Error("The folder " + path.string() + " cannot be made (" + failure.message()
                          + "); choose a place that you may write to.");
    return made;
}

} // namespace

OutputFolder::OutputFolder(fs::path path)
    : m_path(std::move(path))
{
    std::error_code failure;
    const auto status = fs::status(m_path, failure);
    if (fs::exists(status) && !fs::is_directory(status))
        throw core::Error(m_path.string() + " is a file; choose an empty folder for the sample.");
    m_made = makeFolder(m_path);
    const bool empty = fs::is_empty(m_path, failure);
    if (failure)
        throw core::Error("The folder " + m_path.string() + " cannot be read (" + failure.message()
                          + "); choose another folder for the sample.");
    if (!empty)
        throw core::Error("The folder " + m_path.string()
                          + " is not empty; choose an empty folder for the sample.");
}

OutputFolder::~OutputFolder()
{
    if (m_kept)
        return;
    std::error_code ignored; // nothing better can be done than to leave what resists
    if (m_made) {
        fs::remove_all(m_path, ignored);
        return;
    }
    for (const char* name : {"images", "posts.csv", "truth.csv", "README.txt"})
        fs::remove_all(m_path / name, ignored);
}

fs::path OutputFolder::makeImagesFolder() const
{
    auto images = m_path / "images";
    makeFolder(images);
    return images;
}

} // namespace samples
