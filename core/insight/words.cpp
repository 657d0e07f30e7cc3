#include "core/insight/words.h"

#include "core/insight/function_words.h"
#include "core/insight/word_scanner.h"
#include "core/parallel.h"

#include <functional>
#include <stdexcept>
#include <unordered_map>

namespace core {

namespace {

struct WordHash {
    using is_transparent = void; // finds a view without making a string of it
    std::size_t operator()(std::string_view word) const
    {
        return std::hash<std::string_view>()(word);
    }
};
using WordTable = std::unordered_map<std::string, std::size_t, WordHash, std::equal_to<>>;

WordTable countForms(std::span<const std::string> texts)
{
    WordTable forms;
    WordScanner scanner;
    for (const auto& text : texts) {
        scanner.scan(text, [&](std::string_view word) {
            const auto found = forms.find(word);
            if (found != forms.end())
                ++found->second;
            else
                forms.emplace(word, 1);
        });
    }
    return forms;
}

std::string lemmaOf(const std::string& word, WordClass wordClass, const Lexicon* lexicon)
{
    switch (wordClass) {
    case WordClass::Noun:
        return lexicon->noun(word);
    case WordClass::Adjective:
        return lexicon->adjective(word);
    case WordClass::All:
        break;
    }
    return word;
}

} // namespace

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    WordScanner().scan(text, [&](std::string_view word) { words.emplace_back(word); });
    return words;
}

WordCounts countWords(std::span<const std::string> texts, WordClass wordClass,
                      const Lexicon* lexicon)
{
    if (wordClass != WordClass::All && lexicon == nullptr)
        throw std::invalid_argument("countWords: nouns and adjectives need a lexicon");
    WordCounts counts;
    // The dictionary is asked once a distinct form, not once a word.
    for (const auto& [form, count] : countForms(texts)) {
        if (isFunctionWord(form))
            continue;
        auto lemma = lemmaOf(form, wordClass, lexicon);
        if (!lemma.empty() && !isFunctionWord(lemma))
            counts[std::move(lemma)] += count;
    }
    return counts;
}

std::vector<WordCounts> countWords(std::span<const std::vector<std::string>> documents,
                                   WordClass wordClass, const Lexicon* lexicon,
                                   const std::stop_token& stop)
{
    std::vector<WordCounts> counts(documents.size());
    parallelFor(documents.size(), {.stage = {}, .observe = {}}, stop,
                [&](std::size_t i) { counts[i] = countWords(documents[i], wordClass, lexicon); });
    return counts;
}

} // namespace core
