#include "core/ingest/column_guess.h"

#include "core/catalogue/date.h"
#include "core/ingest/count.h"
#include "core/ingest/picture_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_set>

namespace core {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> kIds = {
    "id", "tweet_id", "post_id", "image_id", "photo_id", "media_id", "uid", "key", "shortcode"};
constexpr std::array<std::string_view, 12> kImages = {
    "image", "image_path", "image_file", "file", "filename",   "file_name",
    "path",  "picture",    "photo",      "img",  "local_path", "jpg"};
constexpr std::array<std::string_view, 17> kTexts = {
    "caption",  "text",     "title",    "description", "tags",        "hashtags",
    "message",  "content",  "body",     "name",        "captions",    "full_text",
    "alt_text", "keywords", "overview", "tagline",     "comment_text"};
constexpr std::array<std::string_view, 20> kAuthors = {
    "author", "user", "username", "user_name", "user_id", "screen_name", "account", "creator",
    "owner", "handle", "photographer", "artist",
    // An export's objects, a level deep: "user.screen_name".
    "author_id", "author_name", "author_username", "user_username", "user_screen_name", "owner_id",
    "owner_username", "account_username"};
constexpr std::array<std::string_view, 13> kDates = {
    "date",      "created",   "created_at",   "timestamp", "time",         "datetime",   "posted",
    "posted_at", "published", "published_at", "taken_at",  "release_date", "upload_date"};
constexpr std::array<std::string_view, 5> kSplits = {"split", "fold", "partition", "subset", "set"};
// Stems: "views", "view_count", "n_views" and "num_views" are all of "view".
constexpr std::array<std::string_view, 20> kLowStems = {
    "view",     "impression", "like",  "favorite", "favourite",  "heart", "use",
    "upvote",   "play",       "reach", "click",    "vote",       "faves", "rating_count",
    "download", "visit",      "saves", "score",    "popularity", "star"};
constexpr std::array<std::string_view, 10> kHighStems = {"comment", "reply",  "replie", "retweet",
                                                         "share",   "repost", "reblog", "quote",
                                                         "forward", "answer"};
// Whole numbers that say nothing of popularity.
constexpr std::array<std::string_view, 10> kNoCounts = {
    "year", "month", "day", "hour", "width", "height", "size", "row", "index", "number"};
// What may follow a stem in its word: "user_id" is no use and "start" no star.
constexpr std::array<std::string_view, 7> kEndings = {"",      "s",      "d",     "ed",
                                                      "count", "scount", "counts"};

std::string plain(std::string_view name)
{
    std::string text(name);
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        else if (c == ' ' || c == '-' || c == '.')
            c = '_';
    }
    return text;
}

bool isOneOf(const std::string& name, Names names)
{
    return std::ranges::find(names, name) != names.end();
}

/// Whether `text` begins with a word of this stem.
bool beginsWithStem(std::string_view text, std::string_view stem)
{
    if (!text.starts_with(stem))
        return false;
    text.remove_prefix(stem.size());
    return std::ranges::find(kEndings, text.substr(0, text.find('_'))) != kEndings.end();
}

/// Whether one of the name's words is of a stem.
bool hasStem(const std::string& name, Names stems)
{
    for (std::size_t at = 0; at < name.size(); at = name.find('_', at) + 1) {
        const auto rest = std::string_view(name).substr(at);
        if (std::ranges::any_of(stems, [&](std::string_view s) { return beginsWithStem(rest, s); }))
            return true;
        if (name.find('_', at) == std::string::npos)
            break;
    }
    return false;
}

class Guesser {
public:
    Guesser(const std::vector<std::string>& header,
            const std::vector<std::vector<std::string>>& rows)
        : m_header(header)
        , m_rows(rows)
        , m_taken(header.size(), false)
    {
        for (const auto& name : header)
            m_names.push_back(plain(name));
    }

    ColumnRoles roles()
    {
        ColumnRoles roles;
        roles.image = first(kImages, [&](std::size_t c) { return eachCell(c, namesPicture); });
        roles.split = first(kSplits, [&](std::size_t c) { return eachCell(c, namesSplit); });
        roles.date = first(kDates, [&](std::size_t c) {
            return eachCell(c, [](const std::string& cell) {
                return cell.empty() || parseMoment(cell).has_value();
            });
        });
        roles.id = first(kIds, [&](std::size_t c) { return mostlyDistinct(c); });
        takeCounts(kHighStems, roles.high);
        takeCounts(kLowStems, roles.low);
        roles.author = first(kAuthors, [](std::size_t) { return true; });
        for (std::size_t c = 0; c < m_names.size(); ++c) {
            if (!m_taken[c] && isOneOf(m_names[c], kTexts) && !eachCell(c, isCount))
                roles.texts.push_back(take(c));
        }
        if (roles.low.empty() && roles.high.empty())
            takeLoneCount(roles.low);
        return roles;
    }

private:
    static bool namesPicture(const std::string& cell) { return isPictureName(cell); }

    static bool namesSplit(const std::string& cell)
    {
        const auto text = plain(cell);
        return text == "train" || text == "training" || text == "validation" || text == "val"
               || text == "test";
    }

    static bool isCount(const std::string& cell)
    {
        return std::holds_alternative<std::int64_t>(parseCount(cell));
    }

    template <typename Test>
    bool eachCell(std::size_t column, Test test) const
    {
        return std::ranges::all_of(m_rows, [&](const auto& row) { return test(row[column]); });
    }

    /// A repeated id is an error to report, a column of few values is no id.
    bool mostlyDistinct(std::size_t column) const
    {
        std::unordered_set<std::string> seen;
        for (const auto& row : m_rows)
            seen.insert(row[column]);
        return 2 * seen.size() > m_rows.size();
    }

    std::string take(std::size_t column)
    {
        m_taken[column] = true;
        return m_header[column];
    }

    /// The first column of the most usual of `names` that passes.
    template <typename Test>
    std::optional<std::string> first(Names names, Test test)
    {
        for (const auto name : names) {
            for (std::size_t c = 0; c < m_names.size(); ++c) {
                if (!m_taken[c] && m_names[c] == name && test(c))
                    return take(c);
            }
        }
        return std::nullopt;
    }

    void takeCounts(Names stems, std::vector<std::string>& into)
    {
        for (std::size_t c = 0; c < m_names.size(); ++c) {
            if (!m_taken[c] && hasStem(m_names[c], stems) && eachCell(c, isCount))
                into.push_back(take(c));
        }
    }

    /// The only column left that could be a count: whole numbers, which are no id and no year.
    void takeLoneCount(std::vector<std::string>& into)
    {
        std::vector<std::size_t> able;
        for (std::size_t c = 0; c < m_names.size(); ++c) {
            if (!m_taken[c] && !isOneOf(m_names[c], kNoCounts) && !m_names[c].ends_with("id")
                && !m_rows.empty() && eachCell(c, isCount))
                able.push_back(c);
        }
        if (able.size() == 1)
            into.push_back(take(able.front()));
    }

    const std::vector<std::string>& m_header;
    const std::vector<std::vector<std::string>>& m_rows;
    std::vector<std::string> m_names;
    std::vector<bool> m_taken;
};

} // namespace

ColumnRoles guessRoles(const std::vector<std::string>& header,
                       const std::vector<std::vector<std::string>>& rows)
{
    return Guesser(header, rows).roles();
}

} // namespace core
