#pragma once

#include "core/catalogue/collection.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace core {

/// Which image each row of a table belongs to, by its id; each image once.
class ImageIds {
public:
    /// collection   outlives this
    explicit ImageIds(const Collection& collection);

    bool knows(std::string_view id) const { return m_keys.contains(id); }
    /// The image of this id, or why the row cannot be used: no image has it, or an earlier row.
    std::variant<ImageKey, std::string> claim(std::string_view id);
    std::size_t claimed() const { return m_claimedCount; }
    std::vector<ImageKey> unclaimed() const; ///< ascending

private:
    std::unordered_map<std::string_view, ImageKey> m_keys; ///< into the collection's ids
    std::vector<bool> m_claimed;                           ///< by image
    std::size_t m_claimedCount = 0;
};

} // namespace core
