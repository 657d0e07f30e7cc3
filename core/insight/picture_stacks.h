#pragma once

#include "core/images/fingerprint.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core {

/// A picture of a ranked list, and how many further down it stands for.
struct PictureStack {
    std::size_t position = 0; ///< in the list, of its best picture
    std::size_t others = 0;   ///< near-identical to that one, below it in the list

    friend bool operator==(const PictureStack&, const PictureStack&) = default;
};

/// The near-identical pictures of a ranked list put together: each joins the first stack whose best
/// picture it nearly equals, or begins one. The list is read down to where a stack would begin that
/// is one too many. An unknown picture is like no other.
///
/// Returns at most `most` stacks, best first. Cost: O(pictures read × stacks).
std::vector<PictureStack> stackPictures(std::span<const Fingerprint> ranked, std::size_t most);

} // namespace core
