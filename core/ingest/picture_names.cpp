#include "core/ingest/picture_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace core {

bool isPictureName(std::string_view name)
{
    static constexpr std::array<std::string_view, 13> kEndings = {
        "jpg",  "jpeg", "jpe",  "jfif", "png",  "webp", "gif",
        "heic", "heif", "avif", "tif",  "tiff", "bmp"};
    const auto point = name.rfind('.');
    if (point == std::string_view::npos)
        return false;
    std::string ending(name.substr(point + 1));
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

} // namespace core
