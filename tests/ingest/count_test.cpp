#include "core/ingest/count.h"

#include <gmock/gmock.h>

#include <limits>

namespace core {
namespace {

using testing::HasSubstr;

std::int64_t countOf(std::string_view cell)
{
    const auto count = parseCount(cell);
    const auto* value = std::get_if<std::int64_t>(&count);
    return value == nullptr ? -1 : *value;
}

std::string faultOf(std::string_view cell)
{
    const auto count = parseCount(cell);
    const auto* fault = std::get_if<std::string>(&count);
    return fault == nullptr ? "a count" : *fault;
}

TEST(Count, TakesWholeNumbers)
{
    EXPECT_EQ(countOf("0"), 0);
    EXPECT_EQ(countOf("00012"), 12);
    EXPECT_EQ(countOf(" \t7 "), 7);
    EXPECT_EQ(countOf("+3"), 3);
    EXPECT_EQ(countOf("-0"), 0);
    EXPECT_EQ(countOf("12.0"), 12);
    EXPECT_EQ(countOf("12.000"), 12);
}

TEST(Count, EndsAtTwoToTheSixtyThird)
{
    EXPECT_EQ(countOf("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
    EXPECT_THAT(faultOf("9223372036854775808"), HasSubstr("is too large (9223372036854775808)"));
    EXPECT_THAT(faultOf("18446744073709551617"), HasSubstr("too large")) << "2⁶⁴ + 1";
    EXPECT_THAT(faultOf("-9223372036854775809"), HasSubstr("too large"));
    EXPECT_EQ(countOf(std::string(500, '0') + "5"), 5);
}

TEST(Count, SaysWhatIsWrongAndWhatToDo)
{
    EXPECT_THAT(faultOf("-3"), HasSubstr("is negative (-3): counts begin at 0"));
    EXPECT_THAT(faultOf("2.5"), HasSubstr("is a fraction (2.5): counts are whole numbers"));
    EXPECT_THAT(faultOf("-0.5"), HasSubstr("fraction"));
    EXPECT_THAT(faultOf(""), HasSubstr("is empty: write 0"));
    EXPECT_THAT(faultOf(" \t "), HasSubstr("is empty"));
    for (const char* text : {"many", "1,000", "1 000", "1e6", "0x10", "12.", ".5", ".", "-", "+-3",
                             "--3", "1.0.0", "NaN", "inf", "5k", "٣"})
        EXPECT_THAT(faultOf(text), HasSubstr("is no whole number")) << text;
}

TEST(Count, ShowsOnlyTheBeginningOfALongCell)
{
    EXPECT_LT(faultOf(std::string(1'000'000, 'x')).size(), 200U);
    EXPECT_THAT(faultOf(std::string(41, 'x')), HasSubstr("x…)"));
}

} // namespace
} // namespace core
