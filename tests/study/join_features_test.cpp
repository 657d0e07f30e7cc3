#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/study/import_collection.h"
#include "core/study/join_features.h"
#include "core/study/networks.h"
#include "core/study/project.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <string>

namespace core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A project of four images, a to d; row 2 of its table was rejected.
class JoinFeaturesTest : public testing::Test {
protected:
    JoinFeaturesTest()
    {
        ImportRequest request;
        request.project = project;
        request.table =
            writeFile(folder / "posts.csv", std::string("id,views\na,1\nx,none\nb,2\nc,3\nd,4\n"));
        request.roles.id = "id";
        request.roles.low = {"views"};
        importCollection(request);
    }

    TemporaryFolder folder;
    std::filesystem::path project = folder / "p.sensescope";

    JoinFeaturesRequest request(const std::string& features, const std::string& ids = {}) const
    {
        JoinFeaturesRequest wanted;
        wanted.project = project;
        wanted.features = writeFile(folder / "vgg.csv", features);
        if (!ids.empty())
            wanted.ids = writeFile(folder / "ids.txt", ids);
        return wanted;
    }

    /// The first value of each image, as it is stored.
    std::vector<float> firstValues(const std::string& name = "vgg") const
    {
        const auto store = FeatureStore::open(openProject(project).featureFile(name));
        std::vector<float> values;
        for (std::size_t i = 0; i < store->rows(); ++i)
            values.push_back(static_cast<float>(store->row(i)[0]));
        return values;
    }

    std::string refusalOf(const JoinFeaturesRequest& wanted) const
    {
        try {
            joinFeatures(wanted);
        } catch (const Error& error) {
            EXPECT_THAT(openProject(project).featureSets, SizeIs(0));
            EXPECT_FALSE(std::filesystem::exists(openProject(project).featureFile("vgg")));
            return error.what();
        }
        return "joined";
    }
};

TEST_F(JoinFeaturesTest, FindsImagesByAColumnOfIdsWhereverItStands)
{
    const auto report = joinFeatures(request("f1,id,f2\n3,c,7\n1,a,8\n4,d,9\n2,b,6\n"));
    EXPECT_EQ(report.featureSet, "vgg");
    EXPECT_EQ(report.dimension, 2U);
    EXPECT_EQ(report.images, 4U);
    EXPECT_EQ(report.missing, 0U);
    EXPECT_EQ(report.rejectedCount, 0U);
    EXPECT_THAT(firstValues(), ElementsAre(1, 2, 3, 4));
    const auto sets = openProject(project).featureSets;
    ASSERT_THAT(sets, SizeIs(1));
    EXPECT_EQ(sets[0].name, "vgg");
    EXPECT_EQ(sets[0].dimension, 2);
    EXPECT_THAT(sets[0].missing, IsEmpty());
}

TEST_F(JoinFeaturesTest, RejectsRowsOfNoImageAndNotesImagesWithoutARow)
{
    auto wanted = request("photo;f1\nd;4\nstrange;5\na;1\nd;6\n\"b\";2\n");
    wanted.id = "photo";
    wanted.name = "other";
    const auto report = joinFeatures(wanted);
    EXPECT_EQ(report.images, 3U);
    EXPECT_EQ(report.missing, 1U);
    ASSERT_THAT(report.rejected, SizeIs(2));
    EXPECT_EQ(report.rejected[0].row, 2);
    EXPECT_THAT(report.rejected[0].reason, HasSubstr("\"strange\""));
    EXPECT_EQ(report.rejected[1].row, 4);
    EXPECT_THAT(report.rejected[1].reason, HasSubstr("earlier row"));
    EXPECT_THAT(openProject(project).featureSets[0].missing, ElementsAre(2));
    EXPECT_THAT(firstValues("other"), ElementsAre(1, 2, 0, 4));
}

TEST_F(JoinFeaturesTest, ReadsTablesAsOtherProgramsWriteThem)
{
    // Columns that are called by numbers, an id that holds the separator and a quote.
    const auto report =
        joinFeatures(request("id,0,1\na,1,9\n\"no, \"\"body\"\"\",5,5\n\"b\",2,9\nc,3,9\nd,4,9\n"));
    EXPECT_EQ(report.dimension, 2U);
    EXPECT_THAT(firstValues(), ElementsAre(1, 2, 3, 4));
    ASSERT_THAT(report.rejected, SizeIs(1));
    EXPECT_THAT(report.rejected[0].reason, HasSubstr("no, \"body\""));
}

TEST_F(JoinFeaturesTest, TakesWhatStandsInRejectedRowsForNothing)
{
    joinFeatures(request("id,f1\nnobody,nan\na,1\nb,2\nc,3\nd,4\n"));
    EXPECT_THAT(firstValues(), ElementsAre(1, 2, 3, 4));
}

TEST_F(JoinFeaturesTest, FindsImagesByAListOfIdsBesideIt)
{
    joinFeatures(request("4\n3\n2\n1\n", "d\nc\nb\na\n"));
    EXPECT_THAT(firstValues(), ElementsAre(1, 2, 3, 4));
    auto headed = request("f\n4\n3\n", "name\nd\nc\n");
    headed.name = "headed";
    EXPECT_EQ(joinFeatures(headed).missing, 2U);
    EXPECT_THAT(firstValues("headed"), ElementsAre(0, 0, 3, 4));
    auto table = request("4\n3\n", "n,photo\n1,d\n2,c\n");
    table.id = "photo";
    table.name = "table";
    joinFeatures(table);
    EXPECT_THAT(firstValues("table"), ElementsAre(0, 0, 3, 4));
}

TEST_F(JoinFeaturesTest, GoesByTheOrderOnlyWhereThatIsSaid)
{
    auto wanted = request("1\n2\n3\n4\n");
    EXPECT_THAT(refusalOf(wanted), HasSubstr("Nothing says which image each row"));
    wanted.inOrder = true;
    joinFeatures(wanted);
    EXPECT_THAT(firstValues(), ElementsAre(1, 2, 3, 4));
}

TEST_F(JoinFeaturesTest, IsRefusedWhereRowsAndImagesAreNotAsMany)
{
    auto ordered = request("1\n2\n3\n4\n5\n");
    ordered.inOrder = true;
    EXPECT_THAT(refusalOf(ordered), HasSubstr("more than 4 rows, but there are 4"));
    EXPECT_THAT(refusalOf(request("1\n2\n3\n", "a\nb\n")), HasSubstr("there are 2 records"));
    EXPECT_THAT(refusalOf(request("1\n2\n", "a\nb\nc\n")), HasSubstr("there are 3 records"));
}

TEST_F(JoinFeaturesTest, IsRefusedWhereItWouldMeanNothing)
{
    EXPECT_THAT(refusalOf(request("id,f1\ny,1\nz,2\n")), HasSubstr("names no image"));
    EXPECT_THAT(refusalOf(request("id,f1\na,1\nb,two\n")), HasSubstr("holds \"two\""));
    EXPECT_THAT(refusalOf(request("id,f1,f2\na,1,2\nb,1\n")), HasSubstr("vgg.csv"));
    auto unknown = request("id,f1\na,1\n");
    unknown.id = "photo";
    EXPECT_THAT(refusalOf(unknown), HasSubstr("photo"));
    unknown.id = "id";
    unknown.name = "descriptor";
    EXPECT_THAT(refusalOf(unknown), HasSubstr("built-in"));
    unknown.name = "a/b";
    EXPECT_THAT(refusalOf(unknown), HasSubstr("cannot name"));
    unknown.name.clear();
    unknown.features = folder / "gone.csv";
    EXPECT_THAT(refusalOf(unknown), HasSubstr("gone.csv"));
}

TEST_F(JoinFeaturesTest, TakesNoNameTwice)
{
    const auto wanted = request("id,f1\na,1\nb,2\nc,3\nd,4\n");
    joinFeatures(wanted);
    EXPECT_THROW(joinFeatures(wanted), Error);
    EXPECT_THAT(firstValues(), ElementsAre(1, 2, 3, 4));
    writeFile(networkFile(openProject(project), "net"), std::string("{}"));
    auto network = wanted;
    network.name = "net";
    EXPECT_THROW(joinFeatures(network), Error) << "a network was to give features of this name";
}

TEST_F(JoinFeaturesTest, LeavesTheProjectWhenCancelled)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(joinFeatures(request("id,f1\na,1\n"), source.get_token()), Cancelled);
    EXPECT_THAT(openProject(project).featureSets, SizeIs(0));
}

} // namespace
} // namespace core
