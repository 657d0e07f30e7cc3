#include "core/ingest/named_pictures.h"

#include "core/ingest/picture_names.h"
#include "core/ingest/utf8.h"
#include "core/progress.h"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTold = 10'000;
constexpr std::size_t kStopEvery = 256; ///< files

/// The names of the pictures in a folder, without those below it.
std::vector<std::string> picturesIn(const fs::path& folder, const std::stop_token& stop)
{
    std::vector<std::string> names;
    std::error_code fault;
    std::size_t seen = 0;
    for (auto entry = fs::directory_iterator(folder, fault);
         !fault && entry != fs::directory_iterator(); entry.increment(fault)) {
        if (seen++ % kStopEvery == 0)
            throwIfStopped(stop);
        auto name = entry->path().filename().string();
        if (!name.starts_with('.') && isPictureName(name) && isUtf8Text(name))
            names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

void NamedPictures::add(const std::string& path)
{
    const auto slash = path.rfind('/');
    const auto folder = slash == std::string::npos ? std::string() : path.substr(0, slash);
    if (!m_folders.contains(folder))
        m_folders.insert(folder);
    m_names.push_back(std::hash<std::string_view>()(path));
}

std::size_t NamedPictures::eachOther(const fs::path& root, const std::stop_token& stop,
                                     const std::function<void(const std::string&)>& other)
{
    std::ranges::sort(m_names);
    std::size_t count = 0;
    for (const auto& folder : m_folders) {
        const auto prefix = folder.empty() ? std::string() : folder + "/";
        for (const auto& name : picturesIn(root / folder, stop)) {
            const auto path = prefix + name;
            if (std::ranges::binary_search(m_names, std::hash<std::string_view>()(path)))
                continue;
            if (++count <= kMostTold)
                other(path);
        }
    }
    return count;
}

} // namespace core
