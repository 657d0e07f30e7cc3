#include "core/insight/words.h"
#include "core/random.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kSenses = 10;
constexpr std::size_t kCaptions = 10'000;
constexpr std::size_t kWords = 12;

/// Lemmas of WordNet's noun index, the words of the captions.
std::vector<std::string> vocabulary()
{
    std::ifstream in("/usr/share/wordnet/index.noun");
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);) {
        const auto word = line.substr(0, line.find(' '));
        if (word.size() > 2
            && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; }))
            words.push_back(word);
    }
    return words;
}

/// Captions whose words are as unequal as those of people (Zipf); of the next sense others are
/// frequent.
std::vector<std::vector<std::string>> madeCaptions()
{
    const auto words = vocabulary();
    core::Random random(5);
    std::vector<std::vector<std::string>> senses(kSenses);
    for (std::size_t s = 0; s < kSenses; ++s) {
        for (std::size_t i = 0; i < kCaptions; ++i) {
            std::string caption = "The";
            for (std::size_t w = 0; w < kWords; ++w) {
                const double rank =
                    std::pow(static_cast<double>(words.size()), random.uniform()) - 1.0;
                caption +=
                    " " + words[(static_cast<std::size_t>(rank) * 7919 + s * 131) % words.size()];
            }
            senses[s].push_back(caption + ".");
        }
    }
    return senses;
}

/// With a path in SENSESCOPE_CAPTIONS they are written there too, a caption a line, for
/// tfidf_rival.py.
const std::vector<std::vector<std::string>>& captions()
{
    static const auto made = [] {
        auto all = madeCaptions();
        if (const char* file = std::getenv("SENSESCOPE_CAPTIONS")) {
            std::ofstream out(file);
            for (const auto& sense : all) {
                for (const auto& caption : sense)
                    out << caption << '\n';
            }
        }
        return all;
    }();
    return made;
}

void wordListsOf(benchmark::State& state, core::WordClass wordClass)
{
    const auto& senses = captions();
    const auto lexicon = core::Lexicon::openInstalled();
    for (auto _ : state) {
        const auto documents = core::countWords(senses, wordClass, lexicon.get(), {});
        benchmark::DoNotOptimize(core::tfIdf(documents, 20));
    }
}

void wordListsOfNouns(benchmark::State& state)
{
    wordListsOf(state, core::WordClass::Noun);
}

void wordListsOfAllWords(benchmark::State& state)
{
    wordListsOf(state, core::WordClass::All);
}

BENCHMARK(wordListsOfNouns)->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(wordListsOfAllWords)->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
