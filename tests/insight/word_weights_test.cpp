#include "core/insight/words.h"
#include "tests/golden/draws.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace core {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kWords = 12;

std::string wordNamed(std::size_t index)
{
    return "w" + std::to_string(index);
}

/// One set of documents of tests/golden/insight.py, drawn as there.
std::vector<WordCounts> drawnDocuments(std::uint64_t seed)
{
    Draws draws(seed);
    std::vector<WordCounts> documents(2 + seed % 5);
    for (auto& document : documents) {
        for (std::size_t w = 0; w < kWords; ++w) {
            const auto factor = draws.below(3);
            const auto range = 1 + draws.below(40);
            if (const auto count = factor * draws.below(range) + (w == 0 ? 1 : 0); count > 0)
                document[wordNamed(w)] = count;
        }
    }
    return documents;
}

double weightIn(const std::vector<WordScore>& scores, std::size_t word, double WordScore::*field)
{
    const auto found = std::ranges::find(scores, wordNamed(word), &WordScore::word);
    return found == scores.end() ? 0.0 : (*found).*field;
}

TEST(WordWeights, AgreeWithNumPyOnRandomDocuments)
{
    const auto golden = Json::parse(
        std::ifstream(std::filesystem::path(SENSESCOPE_SOURCE_DIR) / "tests/golden/insight.json"));
    ASSERT_EQ(golden.size(), 1000U);
    for (std::size_t seed = 0; seed < golden.size(); ++seed) {
        const auto documents = drawnDocuments(seed);
        WordCounts rest;
        for (std::size_t d = 1; d < documents.size(); ++d)
            for (const auto& [word, count] : documents[d])
                rest[word] += count;
        const auto tfIdfs = tfIdf(documents, kWords).front();
        const auto shares = frequencies(documents.front(), kWords);
        const auto odds = logOdds(documents.front(), rest, kWords);
        const auto& answers = golden.at(seed);
        for (std::size_t w = 0; w < kWords; ++w) {
            SCOPED_TRACE(wordNamed(w) + " of set " + std::to_string(seed));
            const auto expected = [&](std::size_t row) {
                return answers.at(row).at(w).get<double>();
            };
            ASSERT_NEAR(weightIn(tfIdfs, w, &WordScore::weight), expected(0), 1e-9);
            ASSERT_NEAR(weightIn(shares, w, &WordScore::weight), expected(1), 1e-9);
            ASSERT_NEAR(weightIn(odds, w, &WordScore::weight), expected(2), 1e-9);
            ASSERT_NEAR(weightIn(odds, w, &WordScore::z), expected(3), 1e-9);
        }
        ASSERT_TRUE(std::ranges::is_sorted(tfIdfs, std::ranges::greater(), &WordScore::weight));
        ASSERT_TRUE(std::ranges::is_sorted(shares, std::ranges::greater(), &WordScore::weight));
        ASSERT_TRUE(std::ranges::is_sorted(odds, std::ranges::greater(), &WordScore::z));
    }
}

TEST(TfIdf, MatchesAWorkedExample)
{
    const std::vector<WordCounts> documents{{{"dog", 3}, {"beach", 1}}, {{"beach", 2}}};
    const auto lists = tfIdf(documents, 10);
    ASSERT_EQ(lists.size(), 2U);
    ASSERT_EQ(lists[0].size(), 1U) << "a word of every document weighs nothing";
    EXPECT_EQ(lists[0][0].word, "dog");
    EXPECT_EQ(lists[0][0].count, 3U);
    EXPECT_DOUBLE_EQ(lists[0][0].weight, 0.75 * std::log(2.0));
    EXPECT_TRUE(lists[1].empty());
}

TEST(TfIdf, OfOneDocumentIsEmptyForEveryIdfIsZero)
{
    EXPECT_TRUE(tfIdf(std::vector<WordCounts>{{{"dog", 3}}}, 10).front().empty());
    EXPECT_TRUE(tfIdf({}, 10).empty());
}

TEST(Frequencies, GoTheMostFrequentFirstThenAlphabeticallyAndNoFurtherThanAsked)
{
    const auto scores = frequencies({{"cat", 2}, {"ant", 2}, {"dog", 5}, {"bee", 1}}, 3);
    ASSERT_EQ(scores.size(), 3U);
    EXPECT_EQ(scores[0].word, "dog");
    EXPECT_DOUBLE_EQ(scores[0].weight, 0.5);
    EXPECT_EQ(scores[1].word, "ant");
    EXPECT_EQ(scores[2].word, "cat");
    EXPECT_TRUE(frequencies({}, 3).empty());
}

TEST(LogOdds, TurnTheirSignWithTheSides)
{
    const WordCounts here{{"dog", 20}, {"sea", 5}, {"car", 10}};
    const WordCounts there{{"dog", 4}, {"sea", 30}, {"car", 9}};
    const auto ours = logOdds(here, there, 3);
    const auto theirs = logOdds(there, here, 3);
    for (const auto& score : ours) {
        const auto other = *std::ranges::find(theirs, score.word, &WordScore::word);
        EXPECT_DOUBLE_EQ(score.z, -other.z);
        EXPECT_DOUBLE_EQ(score.weight, -other.weight);
    }
    EXPECT_EQ(ours.front().word, "dog");
    EXPECT_GT(ours.front().z, 1.96);
}

TEST(LogOdds, OfOneWordInAllSayNothing)
{
    const auto scores = logOdds({{"dog", 4}}, {{"dog", 9}}, 5);
    ASSERT_EQ(scores.size(), 1U);
    EXPECT_EQ(scores[0].weight, 0.0);
    EXPECT_EQ(scores[0].z, 0.0);
    EXPECT_TRUE(logOdds({}, {{"dog", 9}}, 5).empty());
    EXPECT_TRUE(std::isfinite(logOdds({{"dog", 4}, {"cat", 1}}, {}, 5)[0].z)) << "no rest at all";
}

} // namespace
} // namespace core
