#include "core/error.h"
#include "core/ingest/text_encoding.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace core {
namespace {

using namespace std::string_view_literals;

TEST(GuessEncoding, KnowsMarksAndNuls)
{
    EXPECT_EQ(guessEncoding(""), "UTF-8");
    EXPECT_EQ(guessEncoding("plain,text\n"), "UTF-8");
    EXPECT_EQ(guessEncoding("\xFF\xFEx\0"sv), "UTF-16LE");
    EXPECT_EQ(guessEncoding("\xFE\xFF\0x"sv), "UTF-16BE");
    EXPECT_EQ(guessEncoding("i\0d\0\n\0\x31\0"sv), "UTF-16LE");
    EXPECT_EQ(guessEncoding("\0i\0d\0\n\0\x31"sv), "UTF-16BE");
}

TEST(GuessEncoding, StaysWithUtf8WhereAFewRowsAreDamaged)
{
    EXPECT_EQ(guessEncoding("caf\xC3\xA9, na\xC3\xAFve, caf\xE9"), "UTF-8");
    EXPECT_EQ(guessEncoding("\xE2\x82"), "UTF-8") << "a character may be cut off at the end";
    EXPECT_EQ(guessEncoding("\xF0\x9F\x98\x80 caf\xE9"), "UTF-8");
}

TEST(GuessEncoding, KnowsTheTextsOfOtherCountries)
{
    EXPECT_EQ(guessEncoding("caf\xE9 cr\xE8me, d\xE9j\xE0 vu, \x80 5"), "windows-1252");
    // "Это самая обыкновенная строка на русском языке"
    EXPECT_EQ(
        guessEncoding("\xDD\xF2\xEE \xF1\xE0\xEC\xE0\xFF \xEE\xE1\xFB\xEA\xED\xEE\xE2\xE5\xED\xED"
                      "\xE0\xFF \xF1\xF2\xF0\xEE\xEA\xE0 \xED\xE0 \xF0\xF3\xF1\xF1\xEA\xEE\xEC "
                      "\xFF\xE7\xFB\xEA\xE5"),
        "windows-1251");
}

std::string decoded(const std::string& encoding, const std::vector<std::string>& pieces)
{
    TextDecoder decoder(encoding);
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        decoder.decode(pieces[i], i + 1 == pieces.size(), text);
    return text;
}

TEST(TextDecoder, PutsCharactersTogetherThatWereCutInTwo)
{
    // "a€😀" in UTF-16LE, cut at each of its bytes.
    const std::string wide("a\0\xAC\x20\x3D\xD8\x00\xDE", 8);
    for (std::size_t cut = 0; cut <= wide.size(); ++cut)
        EXPECT_EQ(decoded("UTF-16LE", {wide.substr(0, cut), wide.substr(cut)}),
                  "a\xE2\x82\xAC\xF0\x9F\x98\x80")
            << cut;
}

TEST(TextDecoder, GivesLongTextsWhole)
{
    Random random(3);
    std::string western;
    std::string expected;
    for (int i = 0; i < 200'000; ++i) {
        const bool accent = random.next() % 3 == 0;
        western += accent ? "\xE9" : "e";
        expected += accent ? "\xC3\xA9" : "e";
    }
    EXPECT_EQ(decoded("windows-1252", {western}), expected);
}

TEST(TextDecoder, MarksWhatIsNoCharacterAndRefusesUnknownNames)
{
    EXPECT_EQ(decoded("UTF-16LE", {std::string("a\0\0\xDE", 4)}), "a\xEF\xBF\xBD");
    EXPECT_EQ(decoded("UTF-8", {"\xE9"}), "\xE9") << "UTF-8 passes as it is";
    EXPECT_THROW(TextDecoder("klingon"), Error);
}

} // namespace
} // namespace core
