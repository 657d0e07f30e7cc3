#include "core/error.h"
#include "core/insight/words.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace core {
namespace {

using Words = std::vector<std::string>;

TEST(WordsOf, AreLowerCaseWithTheirApostrophesAndWithoutThePossessive)
{
    EXPECT_EQ(wordsOf("The CAT’s whiskers don't O'Neill"),
              (Words{"the", "cat", "whiskers", "don't", "o'neill"}));
    EXPECT_EQ(wordsOf("‘quoted’ 'single'"), (Words{"quoted", "single"}));
}

TEST(WordsOf, AreComposedAlikeHoweverTheyWereTyped)
{
    EXPECT_EQ(wordsOf("Café CAFE\u0301 ΣΊΣΥΦΟΣ"), (Words{"café", "café", "σίσυφος"}));
}

TEST(WordsOf, ComeOfScriptsWithoutSpaces)
{
    EXPECT_EQ(wordsOf("東京 猫"), (Words{"東京", "猫"})) << "one ideograph is a word";
    EXPECT_EQ(wordsOf("ไทยภาษา"), (Words{"ไทย", "ภาษา"}));
    EXPECT_EQ(wordsOf("한국어 사진"), (Words{"한국어", "사진"}));
}

TEST(WordsOf, AreNotEmojiNumbersOrSingleLetters)
{
    EXPECT_EQ(wordsOf("I ❤️ 🐶 dog😂cat 👩‍👩‍👧 2015 1,000 a x"),
              (Words{"dog", "cat"}));
    EXPECT_EQ(wordsOf("a 4K x-ray"), (Words{"4k", "ray"}));
}

TEST(WordsOf, AreNotAddressesOrNamesButTheWordsOfTags)
{
    EXPECT_EQ(wordsOf("see https://t.co/AbC1 and www.foo.org/bar, foo.com. mail me@x.org"),
              (Words{"see", "and", "mail"}));
    EXPECT_EQ(wordsOf("love.it"), (Words{"love", "it"}));
    EXPECT_EQ(wordsOf("@neymarjr hi @bob's #TBT #new_york_city .@you"),
              (Words{"hi", "tbt", "new", "york", "city"}));
    EXPECT_EQ(wordsOf("sunset...beach:cats"), (Words{"sunset", "beach", "cats"}));
}

TEST(WordsOf, SurviveWhatIsNotText)
{
    EXPECT_EQ(wordsOf(""), Words());
    EXPECT_EQ(wordsOf(" \n\t "), Words());
    EXPECT_EQ(wordsOf("\xff\xfe bad \xc3 bytes \xf0\x9f"), (Words{"bad", "bytes"}));
    EXPECT_EQ(wordsOf("@"), Words());
    EXPECT_EQ(wordsOf(std::string(100000, 'a')).size(), 1U);
}

class LexiconTest : public testing::Test {
protected:
    std::shared_ptr<const Lexicon> lexicon = Lexicon::openInstalled();
};

TEST_F(LexiconTest, KnowsTheLemmasOfNouns)
{
    for (const auto& [form, lemma] :
         std::vector<std::pair<std::string, std::string>>{{"dog", "dog"},
                                                          {"dogs", "dog"},
                                                          {"feet", "foot"},
                                                          {"children", "child"},
                                                          {"women", "woman"},
                                                          {"boxes", "box"},
                                                          {"beaches", "beach"},
                                                          {"cities", "city"},
                                                          {"glasses", "glasses"},
                                                          {"data", "data"}})
        EXPECT_EQ(lexicon->noun(form), lemma) << form;
}

TEST_F(LexiconTest, DoesNotTakeForANounWhatIsMoreOftenSomethingElse)
{
    for (const char* word : {"in", "have", "be", "go", "beautiful", "good", "new", "red", "run"})
        EXPECT_EQ(lexicon->noun(word), "") << word;
    for (const char* word : {"selfie", "", "ss5", "日本"})
        EXPECT_EQ(lexicon->noun(word), "") << word;
}

TEST_F(LexiconTest, KnowsAdjectivesAndTheirDegrees)
{
    EXPECT_EQ(lexicon->adjective("beautiful"), "beautiful");
    EXPECT_EQ(lexicon->adjective("happier"), "happy");
    EXPECT_EQ(lexicon->adjective("biggest"), "big");
    EXPECT_EQ(lexicon->adjective("better"), "good");
    EXPECT_EQ(lexicon->adjective("dog"), "");
    EXPECT_EQ(lexicon->adjective("number"), "") << "not the comparative of numb";
}

TEST_F(LexiconTest, FunctionWordsAreNoNounsOfADocument)
{
    const Words texts{"A dog in it has a ball", "I have two dogs, as it was", "Can US will it?"};
    EXPECT_EQ(countWords(texts, WordClass::Noun, lexicon.get()),
              (WordCounts{{"ball", 1}, {"dog", 2}}));
}

TEST_F(LexiconTest, CountsAdjectivesAsLemmasAndAllWordsAsTheyStand)
{
    const Words texts{"Bigger dogs, big selfie dogs"};
    EXPECT_EQ(countWords(texts, WordClass::Adjective, lexicon.get()), (WordCounts{{"big", 2}}));
    EXPECT_EQ(countWords(texts, WordClass::All, nullptr),
              (WordCounts{{"big", 1}, {"bigger", 1}, {"dogs", 2}, {"selfie", 1}}));
    EXPECT_THROW(countWords(texts, WordClass::Noun, nullptr), std::invalid_argument);
    const std::vector documents{texts, std::vector<std::string>(), texts};
    const auto counts = countWords(documents, WordClass::Noun, lexicon.get(), {});
    const auto one = countWords(texts, WordClass::Noun, lexicon.get());
    EXPECT_EQ(counts, (std::vector{one, WordCounts(), one}));
}

TEST(Lexicon, SaysWhichPackageIsMissing)
{
    try {
        Lexicon::open("/nowhere");
        FAIL() << "a dictionary out of nothing";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("wordnet-base"), std::string::npos);
    }
}

} // namespace
} // namespace core
