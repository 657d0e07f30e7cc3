#include "core/study/file_names.h"

#include "core/error.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace core {

namespace fs = std::filesystem;

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '_' || c == '+' || c == '-';
}

fs::path unfinishedName(const fs::path& file)
{
    static std::atomic<unsigned> counter{0};
    return file.parent_path()
           / ("." + file.filename().string() + "." + std::to_string(getpid()) + "."
              + std::to_string(counter++));
}

} // namespace

std::string fileNameFrom(std::string_view text)
{
    constexpr std::size_t kLongest = 100;
    std::string name(text.substr(0, kLongest));
    std::ranges::replace_if(
        name, [](char c) { return !isPlain(c); }, '-');
    if (name.empty() || name.front() == '.')
        name.insert(name.begin(), '-');
    return name;
}

void replaceFile(const fs::path& file, const std::function<void(std::ostream&)>& write)
{
    const auto unfinished = unfinishedName(file);
    std::error_code error;
    try {
        std::ofstream out(unfinished, std::ios::binary);
        write(out);
        out.close();
        if (!out)
            throw Error(file.string()
                        + " could not be written: check that the folder can be written to and that "
                          "the disk has room.");
    } catch (...) {
        fs::remove(unfinished, error);
        throw;
    }
    fs::rename(unfinished, file, error);
    if (error) {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        throw Error(file.string() + " could not be replaced (" + error.message()
                    + "): choose another name or folder.");
    }
}

void makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder))
        throw Error(folder.string() + " could not be made ("
                    + (error ? error.message() : std::string("a file of that name is there"))
                    + "): choose another folder.");
}

} // namespace core
