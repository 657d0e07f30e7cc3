#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core {

enum class WordClass { Noun, Adjective, All };
enum class WordWeight { TfIdf, Frequency, LogOdds };

struct WordScore {
    std::string word;
    double weight = 0.0; ///< of the asked-for kind
    double z = 0.0;      ///< of the log-odds ratio; 0 for the other weights
    std::size_t count = 0;
};

/// WordNet's dictionary, for telling nouns and adjectives and for lemmas.
class Lexicon {
public:
    /// Reads WordNet's index, exception and cntlist files from `folder` (Debian:
    /// /usr/share/wordnet). Throws Error naming the package wordnet-base if they are not there or
    /// are no dictionary. Cost: some 30 ms, 3 MB.
    static std::shared_ptr<const Lexicon> open(const std::filesystem::path& folder);
    /// The first of the folders where systems keep it; Error as above if it is in none.
    static std::shared_ptr<const Lexicon> openInstalled();

    Lexicon() = default;
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;
    Lexicon(Lexicon&&) = delete;
    Lexicon& operator=(Lexicon&&) = delete;
    virtual ~Lexicon() = default;

    /// The noun that `word` (lower case) is a form of, "" if that lemma is more often something
    /// else (by WordNet's tag counts) or WordNet does not know it. May be called from any thread.
    virtual std::string noun(std::string_view word) const = 0;
    /// The same for adjectives; a lemma that is as often a noun is a noun.
    virtual std::string adjective(std::string_view word) const = 0;
};

/// The words of a text: Unicode word boundaries (ICU), lower case (root locale), letters needed;
/// web and mail addresses, @names, words of one letter (not of one ideograph) and the possessive 's
/// dropped; a #tag gives its word or, by its underscores, words. ’ becomes '.
/// Pure; UTF-8 in and out; what is not UTF-8 is skipped.
std::vector<std::string> wordsOf(std::string_view text);

/// A document: how often each word stands in it.
using WordCounts = std::map<std::string, std::size_t>;
/// The words of `texts` that are of `wordClass` (as lemmas for nouns and adjectives; function words
/// are left out always). `lexicon` may be null for WordClass::All. A word that WordNet does not
/// know (a name, a coined tag) counts in WordClass::All alone.
/// Throws std::invalid_argument where a lexicon is needed and null.
WordCounts countWords(std::span<const std::string> texts, WordClass wordClass,
                      const Lexicon* lexicon);
/// The same of several documents, each the texts of one, on all cores. Throws Cancelled as well.
std::vector<WordCounts> countWords(std::span<const std::vector<std::string>> documents,
                                   WordClass wordClass, const Lexicon* lexicon,
                                   const std::stop_token& stop);

/// tf-idf of each document against all (science.md, "Words"): tf = occurrences/words, idf =
/// ln(S/df). documents [S]; result [S] with the `top` highest weights above 0, highest first, then
/// alphabetically.
std::vector<std::vector<WordScore>> tfIdf(std::span<const WordCounts> documents, std::size_t top);
/// The share of a document's words that each word is, highest first (the paper's Figure 6a).
std::vector<WordScore> frequencies(const WordCounts& document, std::size_t top);
/// Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi, Quinn 2008) of a document
/// against the rest, prior from both together: the `top` words of the document by z, highest first,
/// then alphabetically. Where there is but one word in all, its weight and z are 0.
std::vector<WordScore> logOdds(const WordCounts& document, const WordCounts& rest, std::size_t top);

} // namespace core
