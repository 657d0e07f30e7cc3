#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// The pictures that the rows of a table name, to find those that none does.
class NamedPictures {
public:
    /// path   relative to the picture folder, in normal form
    void add(const std::string& path);

    /// Calls `other` with each of the first 10,000 pictures (by their names' endings) that lie in a
    /// folder with a named one and are not named, folder by folder in order, and returns how many
    /// there are. Only those folders are looked at: the picture folder may be someone's home.
    /// A folder that cannot be read is passed over. Throws Cancelled.
    ///
    /// Cost: one look into each folder; 8 bytes a named picture.
    std::size_t eachOther(const std::filesystem::path& root, const std::stop_token& stop,
                          const std::function<void(const std::string&)>& other);

private:
    std::set<std::string> m_folders;
    std::vector<std::uint64_t> m_names; ///< hashes of the paths
};

} // namespace core
