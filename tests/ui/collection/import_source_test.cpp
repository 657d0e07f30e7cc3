#include "tests/study/small_collection.h"
#include "ui/collection/column_role.h"
#include "ui/collection/import_source.h"
#include "ui/collection/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using testing::ElementsAre;

TEST(EstimateRows, CountsWhatWasReadToTheEnd)
{
    const SmallCollection posts(3);
    const auto rows = estimateRows(posts.table(), 3, 50, 90);
    EXPECT_EQ(rows.rows, 3U);
    EXPECT_TRUE(rows.exact);
}

TEST(EstimateRows, RoundsWhatItTakesFromTheSizeOfTheFile)
{
    const SmallCollection posts(3);
    std::ofstream(posts.table()) << std::string(123'456, 'x');
    // 50 rows in 1,000 bytes: 123,456 bytes hold 6,172.8 rows, said as 6,200.
    const auto rows = estimateRows(posts.table(), 50, 50, 1'000);
    EXPECT_EQ(rows.rows, 6'200U);
    EXPECT_FALSE(rows.exact);
}

TEST(CountPictures, StopsWhereLookingTakesLong)
{
    const SmallCollection posts(12);
    const auto all = countPictures(posts.folder());
    EXPECT_EQ(all.pictures, 12U);
    EXPECT_TRUE(all.all);
    const auto some = countPictures(posts.folder(), 5);
    EXPECT_LE(some.pictures, 5U);
    EXPECT_FALSE(some.all);
}

TEST(ProjectFolder, IsTheFirstThatIsFree)
{
    const SmallCollection posts(1);
    const ImportSource source{posts.table(), posts.folder(), {}};
    for (const char* name : {"posts.sensescope", "posts-2.sensescope", "posts-3.sensescope"}) {
        EXPECT_EQ(freeProjectFolder(source), posts.folder() / name);
        std::filesystem::create_directory(posts.folder() / name);
    }
}

TEST(ProjectFolder, OfPicturesStandsBesideThem)
{
    const SmallCollection posts(1);
    const auto expected = posts.folder() / "pictures.sensescope";
    EXPECT_EQ(freeProjectFolder({std::nullopt, posts.folder() / "pictures", {}}), expected);
    EXPECT_EQ(freeProjectFolder({std::nullopt, posts.folder() / "pictures" / "", {}}), expected);
}

TEST(ColumnRoles, SurviveTheWayThroughTheColumns)
{
    const std::vector<std::string> header{"id", "file", "text", "who", "when", "part", "a", "b"};
    core::ColumnRoles roles;
    roles.id = "id";
    roles.image = "file";
    roles.texts = {"text"};
    roles.author = "who";
    roles.date = "when";
    roles.split = "part";
    roles.low = {"a"};
    roles.high = {"b"};
    EXPECT_EQ(namedRoles(header, rolesOf(header, roles)), roles);
    EXPECT_EQ(namedRoles(header, rolesOf(header, {})), core::ColumnRoles{});
}

TEST(ColumnRoles, OfANameThatStandsTwiceGoToTheFirst)
{
    core::ColumnRoles roles;
    roles.low = {"views"};
    EXPECT_THAT(rolesOf({"views", "views"}, roles),
                ElementsAre(ColumnRole::LowCount, ColumnRole::NotUsed));
}

TEST(ColumnRoles, AreUsedOnceUnlessTheyAreTextsOrCounts)
{
    for (int i = 0; i < kColumnRoles; ++i) {
        const auto role = static_cast<ColumnRole>(i);
        const bool many = role == ColumnRole::NotUsed || role == ColumnRole::Text
                          || role == ColumnRole::LowCount || role == ColumnRole::HighCount;
        EXPECT_EQ(singleUse(role), !many) << roleName(role).toStdString();
        EXPECT_FALSE(roleName(role).isEmpty());
    }
}

TEST(Wording, ListsAndCountsLikeAPerson)
{
    EXPECT_EQ(listed({}), QString());
    EXPECT_EQ(listed({QStringLiteral("views")}), QStringLiteral("views"));
    EXPECT_EQ(listed({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
              QStringLiteral("a, b and c"));
    EXPECT_EQ(counted(1, QStringLiteral("one"), QStringLiteral("%1 rows")), QStringLiteral("one"));
    EXPECT_EQ(counted(0, QStringLiteral("one"), QStringLiteral("%1 rows")),
              QStringLiteral("0 rows"));
}

TEST(Wording, CutsTextFromOutsideToOneLine)
{
    EXPECT_EQ(oneLine(QStringLiteral(" a\n\tb "), 10), QStringLiteral("a b"));
    EXPECT_EQ(oneLine(QStringLiteral("abcdef"), 4), QStringLiteral("abc…"));
    EXPECT_EQ(oneLine(QStringLiteral("abcd"), 4), QStringLiteral("abcd"));
    EXPECT_EQ(oneLine(QString(1'000'000, QLatin1Char('x')), 4), QStringLiteral("xxx…"));
}

} // namespace
} // namespace ui
