#include "core/ingest/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace core {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, TakesEveryLengthOfCharacter)
{
    for (const auto text : {""sv, "plain\t\r\n"sv, "caf\xC3\xA9"sv, "\xE2\x82\xAC"sv,
                            "\xF0\x9F\x98\x80"sv, "\xEF\xBB\xBFid"sv, "\xF4\x8F\xBF\xBF"sv})
        EXPECT_TRUE(isUtf8Text(text)) << text;
}

TEST(Utf8, RefusesOtherEncodings)
{
    for (const auto text : {"caf\xE9"sv,                              // Latin-1
                            "\x93quoted\x94"sv,                       // Windows-1252
                            "\x83\x65\x83\x58"sv,                     // Shift JIS
                            "\xC3"sv, "\xE2\x82"sv, "\xF0\x9F\x98"sv, // cut short
                            "\xA9"sv,                                 // a continuation of nothing
                            "\xC0\xAF"sv,                             // longer than it need be
                            "\xED\xA0\x80"sv,                         // half of a surrogate pair
                            "\xF4\x90\x80\x80"sv,                     // beyond Unicode
                            "\xFF"sv})
        EXPECT_FALSE(isUtf8Text(text)) << text;
}

TEST(Utf8, RefusesANulWhereverItStands)
{
    EXPECT_FALSE(isUtf8Text("\0"sv));
    EXPECT_FALSE(isUtf8Text("a\0b"sv));
    EXPECT_FALSE(isUtf8Text("caf\xC3\xA9\0"sv));
}

} // namespace
} // namespace core
