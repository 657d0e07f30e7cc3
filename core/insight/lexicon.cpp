#include "core/error.h"
#include "core/insight/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <functional>
#include <system_error>
#include <utility>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 64U << 20U;
constexpr std::size_t kLongestLemma = 255;

[[noreturn]] void refuse(const fs::path& file, const std::string& what)
{
    throw Error("The dictionary " + file.string() + " " + what
                + ": install the package wordnet-base (WordNet 3.0), or again if it is there.");
}

std::string read(const fs::path& file)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error))
        refuse(file, "is missing");
    const auto size = fs::file_size(file, error);
    if (error || size > kLargestFile)
        refuse(file, "is too large to be WordNet's");
    std::string content(size, '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in.read(content.data(), static_cast<std::streamsize>(size)))
        refuse(file, "cannot be read");
    return content;
}

/// Calls visit(line) for every line that is not of the licence; where it answers false, refuses.
template <typename Visit>
void forEachLine(const fs::path& file, std::string_view content, const Visit& visit)
{
    for (std::size_t number = 1; !content.empty(); ++number) {
        const auto length = std::min(content.find('\n'), content.size());
        auto line = content.substr(0, length);
        content.remove_prefix(std::min(length + 1, content.size()));
        while (line.ends_with(' ') || line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line.starts_with("  "))
            continue;
        if (!visit(line))
            refuse(file, "is damaged at line " + std::to_string(number));
    }
}

enum PartOfSpeech : std::uint8_t { Noun, Verb, Adjective, Adverb, PartCount };

struct Lemma {
    std::uint32_t offset = 0; ///< of its letters
    std::uint8_t length = 0;
    std::array<bool, PartCount> is{};
    std::array<std::uint32_t, PartCount> tags{}; ///< how often it was that in WordNet's texts
};

/// All one-word lemmas in one block of letters, found by an open hash table.
class LemmaTable {
public:
    const Lemma* find(std::string_view word) const
    {
        const auto index = m_slots.empty() ? 0 : m_slots[slotOf(word)];
        return index == 0 ? nullptr : &m_lemmas[index - 1];
    }

    Lemma* find(std::string_view word)
    {
        const auto index = m_slots.empty() ? 0 : m_slots[slotOf(word)];
        return index == 0 ? nullptr : &m_lemmas[index - 1];
    }

    Lemma& findOrAdd(std::string_view word)
    {
        if (2 * m_lemmas.size() >= m_slots.size())
            grow();
        auto& slot = m_slots[slotOf(word)];
        if (slot == 0) {
            Lemma lemma;
            lemma.offset = static_cast<std::uint32_t>(m_letters.size());
            lemma.length = static_cast<std::uint8_t>(word.size());
            m_lemmas.push_back(lemma);
            m_letters += word;
            slot = static_cast<std::uint32_t>(m_lemmas.size());
        }
        return m_lemmas[slot - 1];
    }

    std::size_t size() const { return m_lemmas.size(); }

private:
    std::string_view lettersOf(const Lemma& lemma) const
    {
        return std::string_view(m_letters).substr(lemma.offset, lemma.length);
    }

    std::size_t slotOf(std::string_view word) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = std::hash<std::string_view>()(word) & mask;
        while (m_slots[slot] != 0 && lettersOf(m_lemmas[m_slots[slot] - 1]) != word)
            slot = (slot + 1) & mask;
        return slot;
    }

    void grow()
    {
        constexpr std::size_t kFirstSize = std::size_t{1} << 17U;
        m_slots.assign(std::max(kFirstSize, 2 * m_slots.size()), 0);
        for (std::size_t i = 0; i < m_lemmas.size(); ++i)
            m_slots[slotOf(lettersOf(m_lemmas[i]))] = static_cast<std::uint32_t>(i + 1);
    }

    std::string m_letters;
    std::vector<Lemma> m_lemmas;
    std::vector<std::uint32_t> m_slots; ///< 1 + index of a lemma; 0: free
};

/// Irregular forms and their lemmas, in the order of the forms.
using Exceptions = std::vector<std::pair<std::string, std::string>>;

void readIndex(const fs::path& file, PartOfSpeech part, char letter, LemmaTable& lemmas)
{
    const std::string content = read(file);
    const std::size_t before = lemmas.size();
    forEachLine(file, content, [&](std::string_view line) {
        const auto end = line.find(' ');
        if (end == std::string_view::npos || end == 0 || end > kLongestLemma
            || end + 2 >= line.size() || line[end + 1] != letter || line[end + 2] != ' ')
            return false;
        const auto lemma = line.substr(0, end);
        if (lemma.find('_') == std::string_view::npos)
            lemmas.findOrAdd(lemma).is.at(part) = true;
        return true;
    });
    if (lemmas.size() == before)
        refuse(file, "holds no words");
}

Exceptions readExceptions(const fs::path& file)
{
    const std::string content = read(file);
    Exceptions exceptions;
    forEachLine(file, content, [&](std::string_view line) {
        auto end = std::min(line.find(' '), line.size());
        const auto form = line.substr(0, end);
        while (end < line.size()) {
            line.remove_prefix(end + 1);
            end = std::min(line.find(' '), line.size());
            if (end > 0)
                exceptions.emplace_back(form, line.substr(0, end));
        }
        return !exceptions.empty() && exceptions.back().first == form;
    });
    std::stable_sort(exceptions.begin(), exceptions.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return exceptions;
}

/// lemma%ss_type:…, the number of the sense, how often it was tagged. Satellites are adjectives.
void readTagCounts(const fs::path& file, LemmaTable& lemmas)
{
    const std::string content = read(file);
    constexpr std::array kParts{Noun, Verb, Adjective, Adverb, Adjective};
    forEachLine(file, content, [&](std::string_view line) {
        const auto percent = line.find('%');
        const auto lastSpace = line.rfind(' ');
        if (percent == std::string_view::npos || lastSpace == std::string_view::npos
            || lastSpace < percent + 2)
            return false;
        const auto type = static_cast<std::size_t>(line[percent + 1] - '1');
        std::uint32_t tags = 0;
        const auto* end = line.data() + line.size();
        const auto parsed = std::from_chars(line.data() + lastSpace + 1, end, tags);
        if (type >= kParts.size() || parsed.ec != std::errc() || parsed.ptr != end)
            return false;
        if (auto* lemma = lemmas.find(line.substr(0, percent)))
            lemma->tags.at(kParts.at(type)) += tags;
        return true;
    });
}

struct Ending {
    std::string_view form;
    std::string_view lemma;
};
constexpr auto kNounEndings = std::to_array<Ending>({{"s", ""},
                                                     {"ses", "s"},
                                                     {"xes", "x"},
                                                     {"zes", "z"},
                                                     {"ches", "ch"},
                                                     {"shes", "sh"},
                                                     {"men", "man"},
                                                     {"ies", "y"}});
constexpr auto kAdjectiveEndings =
    std::to_array<Ending>({{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}});

class WordNet final : public Lexicon {
public:
    explicit WordNet(const fs::path& folder)
        : m_nounExceptions(readExceptions(folder / "noun.exc"))
        , m_adjectiveExceptions(readExceptions(folder / "adj.exc"))
    {
        readIndex(folder / "index.noun", Noun, 'n', m_lemmas);
        readIndex(folder / "index.adj", Adjective, 'a', m_lemmas);
        readTagCounts(folder / "cntlist.rev", m_lemmas);
    }

    std::string noun(std::string_view word) const override
    {
        auto [text, lemma] = lemmaOf(word, Noun, m_nounExceptions, kNounEndings);
        const bool nounFirst =
            lemma != nullptr
            && lemma->tags[Noun] == *std::max_element(lemma->tags.begin(), lemma->tags.end());
        return nounFirst ? std::move(text) : std::string();
    }

    std::string adjective(std::string_view word) const override
    {
        auto [text, lemma] = lemmaOf(word, Adjective, m_adjectiveExceptions, kAdjectiveEndings);
        if (lemma == nullptr)
            return {};
        const auto& tags = lemma->tags;
        const bool overNoun = !lemma->is[Noun] || tags[Adjective] > tags[Noun];
        const bool first =
            overNoun && tags[Adjective] == *std::max_element(tags.begin(), tags.end());
        return first ? std::move(text) : std::string();
    }

private:
    struct Found {
        std::string text;
        const Lemma* lemma = nullptr;
    };

    const Lemma* find(std::string_view word, PartOfSpeech part) const
    {
        const auto* lemma = m_lemmas.find(word);
        return lemma != nullptr && lemma->is.at(part) ? lemma : nullptr;
    }

    /// WordNet's morphology: irregular forms, the word itself, then endings. Where a word is both
    /// an irregular form and a lemma (feet, data), the more frequent lemma is meant.
    Found lemmaOf(std::string_view word, PartOfSpeech part, const Exceptions& exceptions,
                  std::span<const Ending> endings) const
    {
        Found best;
        const auto consider = [&](std::string_view text) {
            const auto* lemma = find(text, part);
            if (lemma != nullptr
                && (best.lemma == nullptr || lemma->tags.at(part) > best.lemma->tags.at(part)))
                best = {std::string(text), lemma};
        };
        auto exception = std::lower_bound(
            exceptions.begin(), exceptions.end(), word,
            [](const auto& entry, std::string_view form) { return entry.first < form; });
        for (; exception != exceptions.end() && exception->first == word; ++exception)
            consider(exception->second);
        consider(word);
        // A lemma of another part (number, overseas) is not a form of this one (numb, oversea).
        if (best.lemma != nullptr || m_lemmas.find(word) != nullptr)
            return best;
        return withoutEnding(word, part, endings);
    }

    Found withoutEnding(std::string_view word, PartOfSpeech part,
                        std::span<const Ending> endings) const
    {
        if (word.size() < 3 || word.size() > kLongestLemma || word.ends_with("ss"))
            return {};
        for (const auto& ending : endings) {
            if (!word.ends_with(ending.form))
                continue;
            std::string text(word.substr(0, word.size() - ending.form.size()));
            text += ending.lemma;
            if (const auto* lemma = find(text, part))
                return {std::move(text), lemma};
        }
        return {};
    }

    LemmaTable m_lemmas;
    Exceptions m_nounExceptions;
    Exceptions m_adjectiveExceptions;
};

} // namespace

std::shared_ptr<const Lexicon> Lexicon::open(const fs::path& folder)
{
    return std::make_shared<WordNet>(folder);
}

std::shared_ptr<const Lexicon> Lexicon::openInstalled()
{
    const std::array<fs::path, 2> folders{"/usr/share/wordnet", "/usr/local/share/wordnet"};
    for (const auto& folder : folders) {
        std::error_code error;
        if (fs::is_directory(folder, error))
            return open(folder);
    }
    throw Error("The dictionary for telling nouns and adjectives is not installed: install the "
                "package wordnet-base (WordNet 3.0).");
}

} // namespace core
