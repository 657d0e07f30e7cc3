#include "core/ingest/utf8.h"

#include <unicode/ustring.h>

#include <algorithm>
#include <cstdint>

namespace core {

bool isUtf8Text(std::string_view text)
{
    const bool plain = std::ranges::all_of(
        text, [](char c) { return c != 0 && static_cast<unsigned char>(c) < 0x80; });
    if (plain)
        return true;
    if (text.find('\0') != std::string_view::npos)
        return false;
    // Asked for the length alone; ill-formed bytes are an error of their own.
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status) != 0;
}

} // namespace core
