#include "core/insight/words.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace core {

namespace {

double wordsIn(const WordCounts& document)
{
    double words = 0.0;
    for (const auto& [word, count] : document)
        words += static_cast<double>(count);
    return words;
}

/// The `top` best by `key`, best first, then alphabetically.
void keepTop(std::vector<WordScore>& scores, std::size_t top, double WordScore::*key)
{
    const auto better = [key](const WordScore& a, const WordScore& b) {
        return a.*key > b.*key || (a.*key == b.*key && a.word < b.word);
    };
    const auto kept = static_cast<std::ptrdiff_t>(std::min(top, scores.size()));
    std::partial_sort(scores.begin(), scores.begin() + kept, scores.end(), better);
    scores.resize(static_cast<std::size_t>(kept));
}

} // namespace

std::vector<std::vector<WordScore>> tfIdf(std::span<const WordCounts> documents, std::size_t top)
{
    std::unordered_map<std::string_view, std::size_t> documentsWith;
    for (const auto& document : documents) {
        for (const auto& [word, count] : document)
            documentsWith[word] += count > 0 ? 1 : 0;
    }
    std::vector<std::vector<WordScore>> result;
    const auto all = static_cast<double>(documents.size());
    for (const auto& document : documents) {
        const double words = wordsIn(document);
        auto& scores = result.emplace_back();
        for (const auto& [word, count] : document) {
            const auto with = documentsWith.at(word);
            if (count == 0 || with == documents.size())
                continue; // idf is 0
            const double tf = static_cast<double>(count) / words;
            const double idf = std::log(all / static_cast<double>(with));
            scores.push_back({.word = word, .weight = tf * idf, .count = count});
        }
        keepTop(scores, top, &WordScore::weight);
    }
    return result;
}

std::vector<WordScore> frequencies(const WordCounts& document, std::size_t top)
{
    const double words = wordsIn(document);
    std::vector<WordScore> scores;
    for (const auto& [word, count] : document) {
        if (count > 0)
            scores.push_back(
                {.word = word, .weight = static_cast<double>(count) / words, .count = count});
    }
    keepTop(scores, top, &WordScore::weight);
    return scores;
}

std::vector<WordScore> logOdds(const WordCounts& document, const WordCounts& rest, std::size_t top)
{
    const double words = wordsIn(document);
    const double restWords = wordsIn(rest);
    const double priorWords = words + restWords;
    std::vector<WordScore> scores;
    for (const auto& [word, count] : document) {
        if (count == 0)
            continue;
        const auto found = rest.find(word);
        const auto y = static_cast<double>(count);
        const double restY = found == rest.end() ? 0.0 : static_cast<double>(found->second);
        const double prior = y + restY;
        WordScore score{.word = word, .count = count};
        // Without a second word there are no odds: the word says nothing.
        if (prior < priorWords) {
            score.weight = std::log((y + prior) / (words + priorWords - y - prior))
                           - std::log((restY + prior) / (restWords + priorWords - restY - prior));
            score.z = score.weight / std::sqrt(1.0 / (y + prior) + 1.0 / (restY + prior));
        }
        scores.push_back(std::move(score));
    }
    keepTop(scores, top, &WordScore::z);
    return scores;
}

} // namespace core
