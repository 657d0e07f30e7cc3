#include "core/catalogue/folding.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace core {

std::string folded(std::string_view text)
{
    const bool ascii =
        std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
    std::string result(text);
    if (!ascii) {
        auto unicode = icu::UnicodeString::fromUTF8(
            icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
        result.clear();
        unicode.foldCase().toUTF8String(result);
        return result;
    }
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

} // namespace core
