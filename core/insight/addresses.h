#pragma once

#include <string>

namespace core {

/// Overwrites with spaces what is no word of a caption but an address: web addresses (with a
/// scheme, www., or a host and a path; bare hosts of the usual domains), mail addresses, @names.
///
/// text    UTF-16 in lower case; its length stays. Cost: O(n).
void blankAddresses(std::u16string& text);

} // namespace core
