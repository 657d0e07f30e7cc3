#include "core/catalogue/query.h"

#include "core/catalogue/date.h"
#include "core/catalogue/folding.h"
#include "core/catalogue/query_line.h"
#include "core/error.h"
#include "core/progress.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace core {

namespace {

/// One mark an image: whether it is selected.
using Marks = std::vector<bool>;

bool holds(Comparison comparison, auto left, auto right)
{
    switch (comparison) {
    case Comparison::Equal:
        return left == right;
    case Comparison::Unequal:
        return left != right;
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    case Comparison::Contains:
        return false;
    }
    return false;
}

/// Evaluates the terms of one line on one collection.
class Evaluator {
public:
    Evaluator(const Catalogue& catalogue, const Collection& collection, const std::stop_token& stop)
        : m_catalogue(catalogue)
        , m_collection(collection)
        , m_stop(stop)
    {
    }

    // NOLINTNEXTLINE(misc-no-recursion): as deep as the line's parentheses, which are limited
    Marks marks(const QueryNode& node) const
    {
        throwIfStopped(m_stop);
        if (node.kind == QueryNode::Kind::Term)
            return term(node);
        auto result = marks(*node.operands.front());
        if (node.kind == QueryNode::Kind::Not) {
            result.flip();
            return result;
        }
        const auto other = marks(*node.operands.back());
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] =
                node.kind == QueryNode::Kind::And ? result[i] && other[i] : result[i] || other[i];
        return result;
    }

    /// Images whose text, id or author contain each word.
    Marks containing(std::string_view words) const
    {
        Marks all(m_collection.size(), true);
        for (std::size_t at = 0; at < words.size();) {
            const auto end = std::min(words.find_first_of(" \t\r\n", at), words.size());
            if (end > at) {
                const auto word = folded(words.substr(at, end - at));
                auto found = inTexts(word);
                for (std::size_t i = 0; i < all.size(); ++i)
                    all[i] = all[i]
                             && (found[i] || contains(m_collection.ids[i], word)
                                 || contains(authorOf(i), word));
            }
            at = end + 1;
        }
        return all;
    }

private:
    static bool contains(std::string_view text, const std::string& foldedWord)
    {
        return !text.empty() && folded(text).find(foldedWord) != std::string::npos;
    }

    std::string_view authorOf(std::size_t i) const
    {
        const auto author = m_collection.authors[i];
        return author < 0 ? std::string_view()
                          : m_collection.authorNames[static_cast<std::size_t>(author)];
    }

    template <typename Holds>
    Marks each(Holds holdsFor) const
    {
        Marks marks(m_collection.size());
        for (std::size_t i = 0; i < marks.size(); ++i)
            marks[i] = holdsFor(i);
        return marks;
    }

    Marks inTexts(const std::string& foldedWord) const
    {
        Marks marks(m_collection.size());
        m_catalogue.visitTexts(
            [&](ImageKey key, std::string_view text) {
                const auto i = static_cast<std::size_t>(key);
                if (i < marks.size() && !marks[i])
                    marks[i] = contains(text, foldedWord);
            },
            m_stop);
        return marks;
    }

    template <typename TextOf>
    Marks words(const QueryNode& node, TextOf textOf) const
    {
        const auto value = folded(node.value);
        switch (node.comparison) {
        case Comparison::Contains:
            return each([&](std::size_t i) { return contains(textOf(i), value); });
        case Comparison::Equal:
            return each([&](std::size_t i) { return folded(textOf(i)) == value; });
        case Comparison::Unequal:
            return each([&](std::size_t i) { return folded(textOf(i)) != value; });
        default:
            throw Error("\"" + node.field + "\" is a text and has no order: use =, != or ~.");
        }
    }

    Marks texts(const QueryNode& node) const
    {
        const auto value = folded(node.value);
        if (node.comparison == Comparison::Contains)
            return inTexts(value);
        if (node.comparison != Comparison::Equal && node.comparison != Comparison::Unequal)
            throw Error(R"("text" has no order: use text ~ ")" + node.value + "\".");
        Marks marks(m_collection.size());
        m_catalogue.visitTexts(
            [&](ImageKey key, std::string_view text) {
                if (folded(text) == value)
                    marks.at(static_cast<std::size_t>(key)) = true;
            },
            m_stop);
        if (node.comparison == Comparison::Unequal)
            marks.flip();
        return marks;
    }

    Marks dates(const QueryNode& node) const
    {
        const auto span = parseTimeSpan(node.value);
        if (!span)
            throw Error("\"" + node.value
                        + "\" is no date: write it as 2013-02-28, 2013-02 or "
                          "2013.");
        return each([&](std::size_t i) {
            const auto date = m_collection.dates[i];
            if (!date)
                return false;
            // Within the span counts as equal to it.
            const int order = *date < span->from ? -1 : *date >= span->to ? 1 : 0;
            return holds(node.comparison, order, 0);
        });
    }

    Marks counts(const QueryNode& node, const std::vector<std::int64_t>& column) const
    {
        std::int64_t value = 0;
        const char* const end = node.value.data() + node.value.size();
        const auto [stopped, fault] = std::from_chars(node.value.data(), end, value);
        if (fault != std::errc() || stopped != end || node.comparison == Comparison::Contains)
            throw Error("\"" + node.field + "\" counts, so it is compared with a whole number: "
                        + node.field + " > 100.");
        return each([&](std::size_t i) { return holds(node.comparison, column[i], value); });
    }

    Marks term(const QueryNode& node) const
    {
        const auto field = folded(node.field);
        for (std::size_t m = 0; m < m_collection.measures.size(); ++m) {
            if (folded(m_collection.measures[m].name) == field)
                return counts(node, m_collection.counts[m]);
        }
        if (field == "text")
            return texts(node);
        if (field == "id")
            return words(node,
                         [&](std::size_t i) -> std::string_view { return m_collection.ids[i]; });
        if (field == "path")
            return words(node,
                         [&](std::size_t i) -> std::string_view { return m_collection.paths[i]; });
        if (field == "author")
            return words(node, [&](std::size_t i) { return authorOf(i); });
        if (field == "split" && !m_collection.tableSplit.empty())
            return words(node,
                         [&](std::size_t i) { return splitName(m_collection.tableSplit[i]); });
        if (field == "date")
            return dates(node);
        throw Error("\"" + node.field + "\" is no field of this collection; there are " + fields()
                    + ".");
    }

    std::string fields() const
    {
        std::string names;
        for (const auto& measure : m_collection.measures)
            names += measure.name + ", ";
        return names + "id, text, author, date"
               + (m_collection.tableSplit.empty() ? " and path" : ", split and path");
    }

    const Catalogue& m_catalogue;
    const Collection& m_collection;
    const std::stop_token& m_stop;
};

} // namespace

std::vector<ImageKey> selectImages(const Catalogue& catalogue, const Collection& collection,
                                   std::string_view query, const std::stop_token& stop)
{
    const Evaluator evaluator(catalogue, collection, stop);
    const auto marks =
        isQueryLine(query) ? evaluator.marks(*parseQueryLine(query)) : evaluator.containing(query);
    std::vector<ImageKey> keys;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i])
            keys.push_back(static_cast<ImageKey>(i));
    }
    return keys;
}

} // namespace core
