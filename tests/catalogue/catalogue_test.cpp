#include "core/catalogue/catalogue.h"
#include "core/catalogue/written_out.h"
#include "core/error.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <unistd.h>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

CollectionInfo info()
{
    return {.title = "posts",
            .root = "pictures",
            .measures = {{"views", Engagement::Low}, {"comments", Engagement::High}},
            .textColumns = {"caption", "tags"},
            .splitSeed = 7,
            .synthetic = true};
}

NewImage image(const std::string& id, std::int64_t views)
{
    return {.id = id,
            .path = id + ".png",
            .counts = {views, 1},
            .texts = {"caption of " + id, ""},
            .author = {},
            .date = {},
            .split = {}};
}

RunRecord runRecord(const std::string& name)
{
    RunRecord run;
    run.name = name;
    run.featureSet = "descriptor";
    run.settings = run.curve = run.snapshots = run.results = "{}";
    run.popularSenses = 2;
    run.popular = {1, 2, 3, 4, 5, 6};
    run.mean = {0.5F, 0.25F, 0.125F};
    return run;
}

std::string messageOf(const std::function<void()>& function)
{
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << "no Error was thrown";
    return {};
}

class CatalogueTest : public testing::Test {
protected:
    CatalogueTest() { fs::remove_all(folder); }
    void TearDown() override
    {
        std::error_code ignored;
        fs::permissions(folder, fs::perms::owner_all, ignored);
        fs::remove_all(folder, ignored);
    }

    Catalogue withImages(int count) const
    {
        auto catalogue = Catalogue::create(project);
        auto import = catalogue.beginImport(info());
        for (int i = 0; i < count; ++i)
            import.add(image("p" + std::to_string(i), i));
        import.commit();
        return catalogue;
    }

    fs::path folder = fs::temp_directory_path()
                      / (std::string("sensescope-catalogue-")
                         + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::path project = folder / "p.sensescope";
};

class CatalogueOfSize : public testing::TestWithParam<std::int64_t> {};

TEST_P(CatalogueOfSize, GivesBackTheCountsAndTextsOfEveryImage)
{
    auto catalogue = Catalogue::inMemory();
    auto import = catalogue.beginImport(info());
    for (std::int64_t i = 0; i < GetParam(); ++i) {
        auto added = image(std::to_string(i), i);
        if (i % 3 == 0)
            added.texts[1] = "tag";
        EXPECT_EQ(import.add(added), i);
        EXPECT_EQ(import.add(added), std::nullopt) << "its id is taken";
    }
    import.commit();

    const auto collection = catalogue.readCollection();
    ASSERT_THAT(collection.paths, SizeIs(GetParam()));
    for (std::int64_t i = 0; i < GetParam(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        EXPECT_EQ(collection.counts[0][place], i);
        EXPECT_THAT(catalogue.textsOf(i),
                    ElementsAre("caption of " + std::to_string(i), i % 3 == 0 ? "tag" : ""));
    }
}

// Around the number of rows that are inserted together.
INSTANTIATE_TEST_SUITE_P(Catalogue, CatalogueOfSize, testing::Values(1, 63, 64, 65, 300));

TEST_F(CatalogueTest, GivesBackWhatWasImported)
{
    auto catalogue = Catalogue::create(project);
    auto import = catalogue.beginImport(info());
    auto first = image("a", 9'223'372'036'854'775'807);
    first.author = "Ann";
    first.date = 1'362'009'600;
    first.split = Split::Test;
    first.texts = {"a cat", "cats pets"};
    EXPECT_EQ(import.add(first), 0);
    auto second = image("b", 0);
    second.author = "Bob";
    second.split = Split::Train;
    EXPECT_EQ(import.add(second), 1);
    auto third = image("c", 3);
    third.author = "Ann";
    third.split = Split::Validation;
    EXPECT_EQ(import.add(third), 2);
    import.reject({kUnmatchedPicture, "x.png"});
    import.reject({5, "no reason"});
    import.setUnmatchedCount(7);
    import.commit();

    const auto reopened = Catalogue::open(project);
    const auto collection = reopened.readCollection();
    EXPECT_THAT(collection.ids, ElementsAre("a", "b", "c"));
    EXPECT_THAT(collection.paths, ElementsAre("a.png", "b.png", "c.png"));
    EXPECT_THAT(collection.counts[0], ElementsAre(9'223'372'036'854'775'807, 0, 3));
    EXPECT_THAT(collection.counts[1], ElementsAre(1, 1, 1));
    EXPECT_THAT(collection.authorNames, ElementsAre("Ann", "Bob"));
    EXPECT_THAT(collection.authors, ElementsAre(0, 1, 0));
    EXPECT_EQ(collection.dates[0], 1'362'009'600);
    EXPECT_EQ(collection.dates[1], std::nullopt);
    EXPECT_THAT(collection.tableSplit, ElementsAre(Split::Test, Split::Train, Split::Validation));
    EXPECT_EQ(collection.title, "posts");
    EXPECT_TRUE(collection.synthetic);
    EXPECT_EQ(reopened.info().splitSeed, 7U);
    EXPECT_EQ(reopened.info().root, "pictures");
    EXPECT_THAT(reopened.textsOf(0), ElementsAre("a cat", "cats pets"));
    EXPECT_THAT(reopened.texts(std::vector<ImageKey>{2, 0}),
                ElementsAre("caption of c", "a cat\ncats pets"));
    const auto losses = reopened.importLosses(10);
    EXPECT_EQ(losses.rejected, 1U);
    EXPECT_EQ(losses.unmatched, 7U);
    ASSERT_THAT(losses.listed, SizeIs(2));
    EXPECT_EQ(losses.listed[0].row, 5);
    EXPECT_EQ(losses.listed[1].row, kUnmatchedPicture) << "the last, wherever it was noted";
    EXPECT_THAT(reopened.importLosses(0).listed, IsEmpty());
    EXPECT_THAT(reopened.check(), IsEmpty());
}

TEST_F(CatalogueTest, LeavesOutASplitThatIsNotComplete)
{
    auto catalogue = Catalogue::inMemory();
    auto import = catalogue.beginImport(info());
    auto first = image("a", 1);
    first.split = Split::Test;
    import.add(first);
    import.add(image("b", 2));
    import.commit();
    EXPECT_THAT(catalogue.readCollection().tableSplit, IsEmpty());
}

TEST_F(CatalogueTest, RefusesADuplicateIdWithoutUsingAKey)
{
    auto catalogue = Catalogue::inMemory();
    auto import = catalogue.beginImport(info());
    EXPECT_EQ(import.add(image("a", 1)), 0);
    EXPECT_EQ(import.add(image("a", 2)), std::nullopt);
    EXPECT_EQ(import.add(image("b", 3)), 1);
    import.commit();
    EXPECT_THAT(catalogue.readCollection().counts[0], ElementsAre(1, 3));
}

TEST_F(CatalogueTest, IsUnchangedByACommitThatIsCancelled)
{
    auto catalogue = Catalogue::create(project);
    {
        auto import = catalogue.beginImport(info());
        for (int i = 0; i < 10'000; ++i)
            import.add(image(std::to_string(i), i));
        std::stop_source source;
        source.request_stop();
        EXPECT_THROW(import.commit(source.get_token()), Cancelled);
    }
    EXPECT_EQ(catalogue.imageCount(), 0U);
    EXPECT_THAT(catalogue.check(), IsEmpty());
    EXPECT_LT(fs::file_size(project / "catalogue.sqlite"), 200'000U) << "the schema alone";
    auto again = catalogue.beginImport(info());
    again.add(image("a", 1));
    again.commit();
    EXPECT_THAT(Catalogue::open(project).readCollection().ids, ElementsAre("a"));
}

TEST_F(CatalogueTest, IsWrittenTheSafeWayAgainAfterAnImport)
{
    const auto setting = [&](const char* pragma) {
        SQLite::Database database((project / "catalogue.sqlite").string());
        return database.execAndGet(pragma).getString();
    };
    auto catalogue = Catalogue::create(project);
    {
        auto import = catalogue.beginImport(info());
        import.add(image("a", 1));
        EXPECT_EQ(setting("PRAGMA journal_mode"), "delete");
    }
    EXPECT_EQ(setting("PRAGMA journal_mode"), "wal") << "abandoned";
    auto import = catalogue.beginImport(info());
    import.add(image("a", 1));
    import.commit();
    EXPECT_EQ(setting("PRAGMA journal_mode"), "wal") << "committed";
}

TEST_F(CatalogueTest, IsWrittenOutUntilItIsCancelled)
{
    const auto catalogue = Catalogue::create(project);
    std::stop_source source;
    EXPECT_NO_THROW(writePages(project / "catalogue.sqlite", source.get_token()));
    source.request_stop();
    EXPECT_THROW(writePages(project / "catalogue.sqlite", source.get_token()), Cancelled);
}

TEST(Synchronise, NamesTheFileThatIsNotThere)
{
    const auto missing = fs::temp_directory_path() / "sensescope-none" / "gone.sqlite";
    EXPECT_NO_THROW(writePages(missing, {})) << "a hint, which promises nothing";
    EXPECT_THAT(messageOf([&] { synchronise(missing); }), HasSubstr("gone.sqlite"));
}

TEST_F(CatalogueTest, IsUnchangedByAnImportThatWasNotCommitted)
{
    auto catalogue = Catalogue::create(project);
    {
        auto import = catalogue.beginImport(info());
        import.add(image("a", 1));
        EXPECT_EQ(Catalogue::open(project).imageCount(), 0U) << "invisible before the commit";
    }
    EXPECT_EQ(catalogue.imageCount(), 0U);
    auto again = catalogue.beginImport(info());
    again.add(image("a", 1));
    again.commit();
    EXPECT_EQ(catalogue.imageCount(), 1U);
    EXPECT_THAT(messageOf([&] { catalogue.beginImport(info()); }), HasSubstr("already"));
}

TEST_F(CatalogueTest, KeepsRunsAndSaysWhichThereAre)
{
    auto catalogue = withImages(3);
    EXPECT_EQ(catalogue.freeRunName(), "run-1");
    catalogue.addRun(runRecord("run-1"));
    EXPECT_EQ(catalogue.freeRunName(), "run-2");
    const auto run = Catalogue::open(project).run("run-1");
    EXPECT_THAT(run.popular, ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_THAT(run.unpopular, IsEmpty());
    EXPECT_THAT(run.mean, ElementsAre(0.5F, 0.25F, 0.125F));
    EXPECT_THAT(run.created, testing::MatchesRegex("....-..-..T..:..:..Z"));
    EXPECT_THAT(messageOf([&] { catalogue.addRun(runRecord("run-1")); }), HasSubstr("already"));
    EXPECT_THAT(messageOf([&] { (void)catalogue.run("run-9"); }), HasSubstr("it has run-1"));
    catalogue.deleteRun("run-1");
    EXPECT_THAT(catalogue.runs(), IsEmpty());
    EXPECT_THAT(messageOf([&] { catalogue.deleteRun("run-1"); }), HasSubstr("none yet"));
}

TEST_F(CatalogueTest, RefusesARunWhoseWeightsDoNotFit)
{
    auto catalogue = withImages(1);
    catalogue.addRun(runRecord("run-1"));
    {
        SQLite::Database database((project / "catalogue.sqlite").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE runs SET popular = x'00000000'");
    }
    EXPECT_THAT(messageOf([&] { (void)catalogue.run("run-1"); }), HasSubstr("damaged"));
}

TEST_F(CatalogueTest, KeepsSenseNamesWithTheirRun)
{
    auto catalogue = withImages(1);
    catalogue.addRun(runRecord("run-1"));
    EXPECT_EQ(catalogue.senseName("run-1", "+1"), "");
    catalogue.setSenseName("run-1", "+1", "Sunsets");
    catalogue.setSenseName("run-1", "+1", "Évenings");
    EXPECT_EQ(catalogue.senseName("run-1", "+1"), "Évenings");
    catalogue.setSenseName("run-1", "+1", "");
    EXPECT_EQ(catalogue.senseName("run-1", "+1"), "");
    EXPECT_THAT(messageOf([&] { catalogue.setSenseName("nothing", "+1", "x"); }),
                HasSubstr("run-1"));
    catalogue.setSenseName("run-1", "-1", "x");
    catalogue.deleteRun("run-1");
    EXPECT_THAT(catalogue.check(), IsEmpty()) << "the name goes with the run";
}

TEST_F(CatalogueTest, ReplacesAFeatureSetOfTheSameName)
{
    auto catalogue = withImages(4);
    catalogue.storeFeatureSet(
        {.name = "descriptor", .dimension = 10, .scale = 1.0, .missing = {1}});
    catalogue.storeFeatureSet({.name = "net", .dimension = 5, .scale = 0.5, .missing = {}});
    catalogue.storeFeatureSet(
        {.name = "descriptor", .dimension = 20, .scale = 1.0, .missing = {0, 3}});
    const auto sets = catalogue.featureSets();
    ASSERT_THAT(sets, SizeIs(2));
    EXPECT_EQ(sets[1].name, "descriptor");
    EXPECT_EQ(sets[1].dimension, 20);
    EXPECT_THAT(sets[1].missing, ElementsAre(0, 3));
    EXPECT_EQ(sets[0].scale, 0.5);
}

TEST_F(CatalogueTest, MarksBrokenPictures)
{
    auto catalogue = withImages(2);
    const std::vector<std::pair<ImageKey, std::string>> reasons = {{1, "cut short"}};
    catalogue.setBroken(reasons);
    EXPECT_THAT(catalogue.readCollection().broken, ElementsAre("", "cut short"));
}

TEST_F(CatalogueTest, RefusesAFolderThatIsNoProject)
{
    EXPECT_THAT(messageOf([&] { Catalogue::open(project); }), HasSubstr("p.sensescope"));
    fs::create_directories(project);
    std::ofstream(project / "catalogue.sqlite")
        << "this is no database, only a text of some length";
    EXPECT_THAT(messageOf([&] { Catalogue::open(project); }), HasSubstr("no Sensescope project"));
    EXPECT_THAT(messageOf([&] { Catalogue::create(project); }), HasSubstr("already there"));
}

TEST_F(CatalogueTest, RefusesADatabaseOfAnotherProgramAndANewerOne)
{
    {
        const auto catalogue = withImages(1);
    }
    {
        SQLite::Database database((project / "catalogue.sqlite").string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = 99");
    }
    EXPECT_THAT(messageOf([&] { Catalogue::open(project); }), HasSubstr("newer Sensescope"));
    {
        SQLite::Database database((project / "catalogue.sqlite").string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = 1");
        database.exec("PRAGMA application_id = 1");
    }
    EXPECT_THAT(messageOf([&] { Catalogue::open(project); }), HasSubstr("another program"));
}

TEST_F(CatalogueTest, SaysWhenItsTablesAreGoneOrItsCountsDoNotFit)
{
    {
        const auto catalogue = withImages(3);
    }
    const auto execute = [&](const char* sql) {
        SQLite::Database database((project / "catalogue.sqlite").string(), SQLite::OPEN_READWRITE);
        database.exec(sql);
    };
    execute("UPDATE counts SET counts = x'00' WHERE key = 1");
    EXPECT_THAT(messageOf([&] { (void)Catalogue::open(project).readCollection(); }),
                HasSubstr("damaged"));
    execute("UPDATE meta SET value = '1x' WHERE name = 'split_seed'");
    EXPECT_THAT(messageOf([&] { (void)Catalogue::open(project).info(); }),
                HasSubstr("catalogue.sqlite is damaged (its split seed"));
    execute("DROP TABLE counts");
    EXPECT_THAT(messageOf([&] { Catalogue::open(project); }), HasSubstr("\"counts\" is gone"));
}

TEST_F(CatalogueTest, SaysWhenADatabaseIsCutShort)
{
    {
        const auto catalogue = withImages(3000);
    }
    const auto file = project / "catalogue.sqlite";
    fs::resize_file(file, fs::file_size(file) / 2);
    EXPECT_THAT(messageOf([&] { (void)Catalogue::open(project).readCollection(); }),
                HasSubstr("catalogue.sqlite"));
}

TEST_F(CatalogueTest, SaysWhenItsFolderCannotBeWritten)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THAT(messageOf([&] { Catalogue::create(project); }), HasSubstr("may write"));
}

TEST_F(CatalogueTest, BindsNamesAndNeverPastesThem)
{
    auto catalogue = Catalogue::inMemory();
    auto hostile = info();
    hostile.measures[0].name = "views'); DROP TABLE images; --";
    auto import = catalogue.beginImport(hostile);
    import.add(image("x'); DROP TABLE images; --", 1));
    import.commit();
    EXPECT_EQ(catalogue.readCollection().ids[0], "x'); DROP TABLE images; --");
    EXPECT_EQ(catalogue.info().measures[0].name, "views'); DROP TABLE images; --");
}

} // namespace
} // namespace core
