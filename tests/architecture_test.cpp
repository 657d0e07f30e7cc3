#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Who may include whom, as in README.md's arrow diagram. What a room may include, it may include
/// through others too. "core" is core/*.h alone.
const std::map<std::string, std::vector<std::string>> kMayInclude = {
    {"core", {}},
    {"core/catalogue", {"core"}},
    {"core/ingest", {"core/catalogue"}},
    {"core/images", {"core/catalogue"}},
    {"core/features", {"core/catalogue", "core/images"}},
    {"core/ranking", {"core"}},
    {"core/evaluation", {"core/ranking"}},
    {"core/insight", {"core/images", "core/features", "core/ranking", "core/evaluation"}},
    {"core/report", {"core/insight"}},
    {"core/study", {"core/ingest", "core/report"}},
    {"data", {"core"}},
    {"ui/theme", {"core"}},
    {"ui/charts", {"ui/theme", "core/study"}},
    {"ui/gallery", {"ui/theme", "core/study"}},
    {"ui/jobs", {"ui/theme", "core/study"}},
    {"ui/collection", {"ui/charts", "ui/gallery", "ui/jobs"}},
    {"ui/training", {"ui/charts", "ui/gallery", "ui/jobs"}},
    {"ui/senses", {"ui/charts", "ui/gallery", "ui/jobs"}},
    {"ui/comparison", {"ui/charts", "ui/gallery", "ui/jobs"}},
    {"ui/session", {"ui/jobs", "data"}},
    {"ui", {"ui/session", "ui/collection", "ui/training", "ui/senses", "ui/comparison", "data"}},
    {"app", {"ui", "data", "core/study"}},
};

struct Include {
    fs::path file; ///< relative to the source folder
    int line = 0;
    std::string target; ///< "core/ranking/trainer.h", or "QWidget" of a bracketed one
    bool quoted = false;
};

const fs::path& sourceFolder()
{
    static const fs::path folder = SENSESCOPE_SOURCE_DIR;
    return folder;
}

std::string roomOf(const fs::path& relative)
{
    return relative.parent_path().generic_string();
}

/// The room that the table knows: data/emoji counts as data.
std::string knownRoom(std::string room)
{
    while (!kMayInclude.contains(room)) {
        const auto slash = room.rfind('/');
        if (slash == std::string::npos)
            return {};
        room.resize(slash);
    }
    return room;
}

std::vector<fs::path> sources()
{
    std::vector<fs::path> files;
    for (const char* top : {"core", "data", "ui", "app"}) {
        if (!fs::exists(sourceFolder() / top))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / top)) {
            const auto extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp")
                files.push_back(fs::relative(entry.path(), sourceFolder()));
        }
    }
    return files;
}

std::vector<Include> includesOf(const fs::path& file)
{
    static const std::regex pattern(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
    std::vector<Include> found;
    std::ifstream in(sourceFolder() / file);
    std::string text;
    for (int line = 1; std::getline(in, text); ++line) {
        std::smatch match;
        if (std::regex_search(text, match, pattern))
            found.push_back({file, line, match[2], match[1] == "\""});
    }
    return found;
}

void addReachable(const std::string& room, std::set<std::string>& reachable)
{
    if (!reachable.insert(room).second)
        return;
    for (const auto& next : kMayInclude.at(room))
        addReachable(next, reachable);
}

std::set<std::string> allowedFrom(const std::string& room)
{
    std::set<std::string> reachable{"core"};
    addReachable(room, reachable);
    return reachable;
}

std::string placeOf(const Include& include)
{
    return include.file.generic_string() + ":" + std::to_string(include.line);
}

TEST(Architecture, EveryFolderIsARoom)
{
    for (const auto& file : sources())
        EXPECT_FALSE(knownRoom(roomOf(file)).empty()) << file << " stands in no room of the table";
}

TEST(Architecture, EveryArrowIsAllowed)
{
    for (const auto& file : sources()) {
        const auto allowed = allowedFrom(knownRoom(roomOf(file)));
        for (const auto& include : includesOf(file)) {
            if (!include.quoted)
                continue;
            const auto target = knownRoom(roomOf(include.target));
            ASSERT_FALSE(target.empty())
                << placeOf(include) << " includes " << include.target
                << ": give the path from the top of the source, as in \"core/error.h\"";
            EXPECT_TRUE(allowed.contains(target))
                << placeOf(include) << " includes " << include.target << ", but " << roomOf(file)
                << " may not include " << target;
        }
    }
}

TEST(Architecture, CoreSeesNoQt)
{
    for (const auto& file : sources()) {
        if (*file.begin() != "core")
            continue;
        for (const auto& include : includesOf(file))
            EXPECT_FALSE(include.target.starts_with("Qt") || include.target.front() == 'Q')
                << placeOf(include) << " includes " << include.target;
    }
}

TEST(Architecture, ChartsLibraryIsSeenByTheChartsFolderAlone)
{
    for (const auto& file : sources()) {
        if (roomOf(file) == "ui/charts")
            continue;
        for (const auto& include : includesOf(file))
            EXPECT_FALSE(include.target.starts_with("QtCharts")
                         || (include.target.starts_with("QChart") || include.target == "QLineSeries"
                             || include.target == "QValueAxis" || include.target == "QBarSet"))
                << placeOf(include) << " includes " << include.target;
    }
}

TEST(Architecture, OnlyFourStationsOpenFiles)
{
    const std::set<std::string> mayOpen{"core/catalogue", "core/ingest", "core/images",
                                        "core/features", "core/study"};
    for (const auto& file : sources()) {
        const auto room = roomOf(file);
        // The dictionary of words is data of the program, not of a project.
        if (!room.starts_with("core") || mayOpen.contains(room) || file.stem() == "lexicon")
            continue;
        for (const auto& include : includesOf(file))
            EXPECT_FALSE(include.target == "fstream" || include.target.starts_with("SQLiteCpp")
                         || include.target == "sqlite3.h")
                << placeOf(include) << " includes " << include.target;
    }
}

TEST(Architecture, NoFileIsNamedAfterNothing)
{
    const std::set<std::string> banned{"util", "utils", "helper",  "helpers", "common",
                                       "misc", "tools", "manager", "base"};
    for (const auto& file : sources())
        EXPECT_FALSE(banned.contains(file.stem().string())) << file;
}

TEST(Architecture, TheTableHasNoCycle)
{
    for (const auto& [room, targets] : kMayInclude) {
        for (const auto& target : targets) {
            std::set<std::string> reachable;
            addReachable(target, reachable);
            EXPECT_FALSE(reachable.contains(room)) << room << " and " << target;
        }
    }
}

} // namespace
