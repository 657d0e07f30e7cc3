#include "core/insight/picture_stacks.h"

#include <algorithm>

namespace core {

std::vector<PictureStack> stackPictures(std::span<const Fingerprint> ranked, std::size_t most)
{
    std::vector<PictureStack> stacks;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const auto own = std::ranges::find_if(stacks, [&](const PictureStack& stack) {
            return nearIdentical(ranked[stack.position], ranked[i]);
        });
        if (own != stacks.end())
            ++own->others;
        else if (stacks.size() == most)
            break;
        else
            stacks.push_back({.position = i});
    }
    return stacks;
}

} // namespace core
