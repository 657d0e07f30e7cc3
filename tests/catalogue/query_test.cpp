#include "core/catalogue/date.h"
#include "core/catalogue/query.h"
#include "core/error.h"

#include <gmock/gmock.h>

#include <string>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class QueryTest : public testing::Test {
protected:
    QueryTest()
    {
        auto import = catalogue.beginImport(
            {.title = "t",
             .root = {},
             .measures = {{"views", Engagement::Low}, {"Total likes", Engagement::Low}},
             .textColumns = {"caption"},
             .splitSeed = 1,
             .synthetic = false});
        import.add(post("a1", 5, "A Cat on a mat", "Ann", "2013-02-28"));
        import.add(post("a2", 500, "Dogs & cats", "Bob", "2013-03-01"));
        import.add(post("b1", 50, "ÉTÉ à Paris", "Ann", ""));
        import.add(post("b2", 500, "", "", "2014-01-01T12:00:00Z"));
        import.commit();
        collection = catalogue.readCollection();
    }

    static NewImage post(const std::string& id, std::int64_t views, const std::string& caption,
                         const std::string& author, const std::string& date)
    {
        return {.id = id,
                .path = "x/" + id + ".jpg",
                .counts = {views, views / 5},
                .texts = {caption},
                .author = author,
                .date = parseMoment(date),
                .split = {}};
    }

    std::vector<ImageKey> select(const std::string& query) const
    {
        return selectImages(catalogue, collection, query);
    }

    std::string refusalOf(const std::string& query) const
    {
        try {
            select(query);
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

    Catalogue catalogue = Catalogue::inMemory();
    Collection collection;
};

TEST_F(QueryTest, SelectsAllWithAnEmptyLine)
{
    EXPECT_THAT(select(""), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(select("   "), ElementsAre(0, 1, 2, 3));
}

TEST_F(QueryTest, ComparesCounts)
{
    EXPECT_THAT(select("views > 50"), ElementsAre(1, 3));
    EXPECT_THAT(select("views>=50"), ElementsAre(1, 2, 3));
    EXPECT_THAT(select("views != 500"), ElementsAre(0, 2));
    EXPECT_THAT(select("\"total likes\" = 1"), ElementsAre(0));
}

TEST_F(QueryTest, LooksIntoTextsWithoutRegardToCase)
{
    EXPECT_THAT(select("text ~ \"cat\""), ElementsAre(0, 1));
    EXPECT_THAT(select("text ~ été"), ElementsAre(2));
    EXPECT_THAT(select("text = \"dogs & CATS\""), ElementsAre(1));
    EXPECT_THAT(select("author = ann"), ElementsAre(0, 2));
    EXPECT_THAT(select("id ~ b"), ElementsAre(2, 3));
    EXPECT_THAT(select("path ~ \"x/a\""), ElementsAre(0, 1));
}

TEST_F(QueryTest, BindsAndCloserThanOr)
{
    EXPECT_THAT(select("views = 5 or views = 500 and text ~ dogs"), ElementsAre(0, 1));
    EXPECT_THAT(select("(views = 5 or views = 500) and text ~ dogs"), ElementsAre(1));
    EXPECT_THAT(select("not views = 500"), ElementsAre(0, 2));
    EXPECT_THAT(select("NOT (author = ann OR id = a2)"), ElementsAre(3));
}

TEST_F(QueryTest, TakesADateAsItsWholeDayMonthOrYear)
{
    EXPECT_THAT(select("date = 2013"), ElementsAre(0, 1));
    EXPECT_THAT(select("date = 2013-02"), ElementsAre(0));
    EXPECT_THAT(select("date > 2013-02-28"), ElementsAre(1, 3));
    EXPECT_THAT(select("date <= 2013-02-28"), ElementsAre(0));
    EXPECT_THAT(select("date = 2014-01-01"), ElementsAre(3)) << "at noon of that day";
}

TEST_F(QueryTest, TakesWordsWithoutAnOperatorAsFreeText)
{
    EXPECT_THAT(select("cat"), ElementsAre(0, 1));
    EXPECT_THAT(select("cat mat"), ElementsAre(0));
    EXPECT_THAT(select("ann"), ElementsAre(0, 2)) << "authors too";
    EXPECT_THAT(select("zebra"), IsEmpty());
}

TEST_F(QueryTest, SaysWhatItDoesNotUnderstand)
{
    EXPECT_THAT(refusalOf("vievs > 3"), HasSubstr("\"vievs\" is no field"));
    EXPECT_THAT(refusalOf("vievs > 3"), HasSubstr("views"));
    EXPECT_THAT(refusalOf("views > many"), HasSubstr("whole number"));
    EXPECT_THAT(refusalOf("views >"), HasSubstr("value is expected"));
    EXPECT_THAT(refusalOf("(views > 3"), HasSubstr("not closed"));
    EXPECT_THAT(refusalOf("text ~ \"cat"), HasSubstr("has no end"));
    EXPECT_THAT(refusalOf("views > 3 text ~ cat"), HasSubstr("follows"));
    EXPECT_THAT(refusalOf("author < ann"), HasSubstr("no order"));
    EXPECT_THAT(refusalOf("date = yesterday"), HasSubstr("no date"));
    EXPECT_THAT(refusalOf("split = test"), HasSubstr("no field")) << "the table had none";
    EXPECT_THAT(refusalOf(std::string(5000, '(') + "views > 3"), HasSubstr("parentheses"));
}

TEST(Dates, AreReadInTheFormsOfExports)
{
    EXPECT_EQ(parseMoment("1970-01-02"), 86'400);
    EXPECT_EQ(parseMoment("2013-02-28T10:20:30Z"), 1'362'046'830);
    EXPECT_EQ(parseMoment("2013-02-28 10:20:30.250+01:00"), 1'362'043'230);
    EXPECT_EQ(parseMoment("Thu Feb 28 10:20:30 +0000 2013"), 1'362'046'830);
    EXPECT_EQ(parseMoment("2017-08-01 16:23:56 +0000"), 1'501'604'636);
    EXPECT_EQ(parseMoment("1362046830"), 1'362'046'830);
    for (const char* wrong : {"", "2013-02-30", "28.2.2013", "2013-02-28T25:00", "soon", "12",
                              "2013-02-28x", "-2013-1-1"})
        EXPECT_EQ(parseMoment(wrong), std::nullopt) << wrong;
    EXPECT_EQ(isoDay(1'362'046'830), "2013-02-28");
    EXPECT_EQ(isoDay(-1), "1969-12-31");
}

} // namespace
} // namespace core
