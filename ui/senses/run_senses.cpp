#include "ui/senses/run_senses.h"

#include <algorithm>

namespace ui {

core::Sense* RunSenses::find(const core::SenseId& id)
{
    if (!senses)
        return nullptr;
    const auto found = std::ranges::find(senses->senses, id, &core::Sense::id);
    return found == senses->senses.end() ? nullptr : &*found;
}

core::Bitmap RunSenses::meanOf(const core::SenseId& id) const
{
    if (!senses)
        return {};
    const auto found = std::ranges::find(senses->senses, id, &core::Sense::id);
    const auto position = static_cast<std::size_t>(found - senses->senses.begin());
    return position < means.size() ? means[position].picture : core::Bitmap{};
}

const core::SenseTrust* RunSenses::trustOf(const core::SenseId& id) const
{
    const auto found = std::ranges::find(trust, id, &core::SenseTrust::id);
    return found == trust.end() ? nullptr : &*found;
}

} // namespace ui
