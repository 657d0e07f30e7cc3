#include "core/error.h"
#include "core/study/import_collection.h"
#include "core/study/join_counts.h"
#include "core/study/project.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// A project of three images with views (low) and comments (high).
class JoinCountsTest : public testing::Test {
protected:
    JoinCountsTest()
    {
        ImportRequest request;
        request.project = project;
        request.table = writeFile(folder / "posts.csv",
                                  std::string("id,views,comments\na,1,10\nb,2,20\nc,3,30\n"));
        request.roles.id = "id";
        request.roles.low = {"views"};
        request.roles.high = {"comments"};
        importCollection(request);
    }

    TemporaryFolder folder;
    std::filesystem::path project = folder / "p.sensescope";

    JoinRequest request(const std::string& text) const
    {
        JoinRequest wanted;
        wanted.project = project;
        wanted.table = writeFile(folder / "more.csv", text);
        wanted.id = "id";
        return wanted;
    }

    Collection collection() const { return *openProject(project).collection; }

    std::string refusalOf(const JoinRequest& wanted) const
    {
        const auto before = collection().counts;
        try {
            joinCounts(wanted);
        } catch (const Error& error) {
            EXPECT_EQ(collection().counts, before) << "nothing is half done";
            return error.what();
        }
        return "joined";
    }
};

TEST_F(JoinCountsTest, AddsAMeasureAndReplacesAnotherById)
{
    auto wanted = request("shares,id,views\n7,c,3\n5,a,100\n6,b,2\n");
    wanted.low = {"views"};
    wanted.high = {"shares"};
    const auto report = joinCounts(wanted);
    EXPECT_EQ(report.images, 3U);
    EXPECT_EQ(report.changed, 3U);
    EXPECT_THAT(report.measures, ElementsAre("views", "comments", "shares"));
    const auto joined = collection();
    EXPECT_THAT(joined.counts,
                ElementsAre(ElementsAre(100, 2, 3), ElementsAre(10, 20, 30), ElementsAre(5, 6, 7)));
    EXPECT_EQ(joined.measures[2].engagement, Engagement::High);
    EXPECT_TRUE(Catalogue::open(project).check().empty());
}

TEST_F(JoinCountsTest, TheSameTableOnceMoreChangesNothing)
{
    auto wanted = request("id,views,shares\na,9,1\nb,8,1\nc,7,1\n");
    wanted.low = {"views"};
    wanted.high = {"shares"};
    joinCounts(wanted);
    const auto once = readFile(project / "catalogue.sqlite");
    EXPECT_EQ(joinCounts(wanted).changed, 0U);
    EXPECT_EQ(readFile(project / "catalogue.sqlite"), once);
}

TEST_F(JoinCountsTest, SaysWhichRowsFoundNoImage)
{
    auto wanted = request("id,views\na,5\nz,1\na,6\nb,-1\n");
    wanted.low = {"views"};
    const auto report = joinCounts(wanted);
    EXPECT_EQ(report.images, 1U);
    EXPECT_EQ(report.changed, 1U);
    EXPECT_EQ(report.missing, 2U);
    EXPECT_EQ(report.rejectedCount, 3U);
    ASSERT_THAT(report.rejected, SizeIs(3));
    EXPECT_EQ(report.rejected[0].row, 3);
    EXPECT_THAT(report.rejected[0].reason, HasSubstr("has the id \"z\""));
    EXPECT_THAT(report.rejected[1].reason, HasSubstr("stands in an earlier row"));
    EXPECT_THAT(report.rejected[2].reason, HasSubstr("negative"));
    EXPECT_THAT(collection().counts[0], ElementsAre(5, 2, 3));
}

TEST_F(JoinCountsTest, DoesNotGuessTheCountsOfImagesThatTheTableLacks)
{
    auto wanted = request("id,shares\na,5\n");
    wanted.high = {"shares"};
    EXPECT_THAT(refusalOf(wanted), HasSubstr("no usable row for 2 images"));
    wanted.missingAsZero = true;
    joinCounts(wanted);
    EXPECT_THAT(collection().counts[2], ElementsAre(5, 0, 0));
}

TEST_F(JoinCountsTest, ChangesALevelOfEngagement)
{
    auto wanted = request("id,views\na,1\nb,2\nc,3\n");
    wanted.high = {"views"};
    EXPECT_EQ(joinCounts(wanted).changed, 0U);
    EXPECT_EQ(collection().measures[0].engagement, Engagement::High);
}

TEST_F(JoinCountsTest, GuessesWhatIsNotNamedAndLeavesMeasuresAtTheirLevel)
{
    // By its name "likes" would be of low engagement, "comments" of high.
    auto first = request("id,likes\na,1\nb,2\nc,3\n");
    first.high = {"likes"};
    joinCounts(first);
    auto wanted = request("id,likes,comments,shares\na,5,6,7\nb,5,6,7\nc,5,6,7\n");
    wanted.id.clear();
    const auto report = joinCounts(wanted);
    EXPECT_EQ(report.request.id, "id");
    EXPECT_THAT(report.request.low, testing::IsEmpty());
    EXPECT_THAT(report.request.high, ElementsAre("likes", "comments", "shares"));
    EXPECT_EQ(report.changed, 3U);
}

TEST_F(JoinCountsTest, RefusesATableOfOtherImages)
{
    auto wanted = request("id,views\nx,1\ny,2\n");
    wanted.low = {"views"};
    EXPECT_THAT(refusalOf(wanted),
                testing::AllOf(HasSubstr("more.csv names no image"), HasSubstr("Row 2: ")));
    wanted.id = "name";
    EXPECT_THAT(refusalOf(wanted), HasSubstr("there is no column \"name\""));
    std::stop_source stop;
    stop.request_stop();
    auto sound = request("id,views\na,9\n");
    sound.low = {"views"};
    EXPECT_THROW(joinCounts(sound, stop.get_token()), Cancelled);
    EXPECT_THAT(collection().counts[0], ElementsAre(1, 2, 3));
}

} // namespace
} // namespace core
