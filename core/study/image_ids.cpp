#include "core/study/image_ids.h"

namespace core {

ImageIds::ImageIds(const Collection& collection)
    : m_claimed(collection.size())
{
    for (std::size_t i = 0; i < collection.size(); ++i)
        m_keys.emplace(collection.ids[i], static_cast<ImageKey>(i));
}

std::variant<ImageKey, std::string> ImageIds::claim(std::string_view id)
{
    const auto found = m_keys.find(id);
    if (found == m_keys.end())
        return "No image of the project has the id \"" + std::string(id)
               + "\": check the id column.";
    const auto image = static_cast<std::size_t>(found->second);
    if (m_claimed[image])
        return "The id \"" + std::string(id)
               + "\" stands in an earlier row: give each row its own.";
    m_claimed[image] = true;
    ++m_claimedCount;
    return found->second;
}

std::vector<ImageKey> ImageIds::unclaimed() const
{
    std::vector<ImageKey> keys;
    for (std::size_t i = 0; i < m_claimed.size(); ++i) {
        if (!m_claimed[i])
            keys.push_back(static_cast<ImageKey>(i));
    }
    return keys;
}

} // namespace core
