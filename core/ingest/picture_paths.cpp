#include "core/ingest/picture_paths.h"

#include <system_error>

namespace core {

namespace fs = std::filesystem;

std::optional<std::string> pathUnder(const fs::path& root, const std::string& path)
{
    const fs::path given(path);
    auto relative =
        given.is_absolute()
            ? given.lexically_normal().lexically_relative(fs::absolute(root).lexically_normal())
            : given.lexically_normal();
    const auto text = relative.generic_string();
    if (text.empty() || text == "." || text == ".." || text.starts_with("../"))
        return std::nullopt;
    return text;
}

std::optional<std::string> pictureFaultOf(const fs::path& root, const std::string& path,
                                          const PictureCheck& check)
{
    const auto file = root / path;
    std::error_code fault;
    if (!fs::exists(file, fault))
        return "The picture " + file.string()
               + " is missing: copy it there, or choose another picture folder.";
    if (!fs::is_regular_file(file, fault))
        return "The picture " + file.string() + " is no file.";
    if (fs::file_size(file, fault) == 0)
        return "The picture " + file.string() + " is empty (0 bytes): copy it again.";
    return check ? check(file) : std::nullopt;
}

} // namespace core
