#include "core/error.h"
#include "core/study/experiment_tables.h"
#include "core/study/experiments.h"
#include "tests/study/small_collection.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace core {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

ExperimentOptions quickOptions()
{
    return {
        .featureSet = {}, .seeds = 2, .threads = 0, .epochs = 2, .bootstrap = {.resamples = 40}};
}

/// Every file of the tables with its bytes.
std::map<std::string, std::string> tablesIn(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    if (!std::filesystem::exists(folder))
        return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[entry.path().filename().string()] = readFile(entry.path());
    }
    return files;
}

class ExperimentsTest : public testing::Test {
protected:
    SmallCollection small;
    Project project = small.extracted();

    std::filesystem::path folderOf(const std::string& name) const { return small.folder() / name; }

    Experiments run(const std::string& name, const ExperimentOptions& options = quickOptions(),
                    const std::stop_token& stop = {}, const ProgressObserver& observe = {}) const
    {
        auto experiments =
            runExperiments(project, folderOf(name) / "cells", options, stop, observe);
        writePaperTables(paperTables(experiments), folderOf(name));
        return experiments;
    }

    /// Ends in the middle of the cell after the first `cells`.
    void stopAfter(std::size_t cells, const std::string& name) const
    {
        std::stop_source stop;
        EXPECT_THROW(run(name, quickOptions(), stop.get_token(),
                         [&](const Progress& progress) {
                             if (progress.done > cells * 100)
                                 stop.request_stop();
                         }),
                     Cancelled);
    }
};

TEST_F(ExperimentsTest, TrainEachModelOnceWhateverTablesItStandsIn)
{
    const auto models = experimentModels(*project.collection);
    for (std::size_t m = 0; m < models.size(); ++m)
        EXPECT_EQ(std::ranges::count(models, models[m]), 1) << m;
    // Table 3: 8, Table 4: low and high, Table 5: 5 + 5, Table 6: regression; the authors.
    EXPECT_THAT(models, SizeIs(8 + 2 + 1 + 1 + 1));
}

TEST_F(ExperimentsTest, StoppedAnywhereAndBegunAgainGiveTheTablesOfOneThatNeverWas)
{
    EXPECT_EQ(run("whole").reused, 0U);
    const auto expected = tablesIn(folderOf("whole"));
    ASSERT_THAT(expected, SizeIs(7 * 3 + 1));
    for (const std::size_t cells : {0U, 1U, 13U, 23U}) {
        const auto name = "stopped-" + std::to_string(cells);
        stopAfter(cells, name);
        EXPECT_THAT(tablesIn(folderOf(name)), IsEmpty()) << cells;
        EXPECT_EQ(run(name).reused, cells);
        EXPECT_EQ(tablesIn(folderOf(name)), expected) << cells;
    }
}

TEST_F(ExperimentsTest, DoACellAgainThatIsDamaged)
{
    run("a");
    const auto expected = tablesIn(folderOf("a"));
    std::size_t damaged = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folderOf("a") / "cells")) {
        auto bytes = readFile(entry.path());
        if (damaged == 0)
            bytes.clear();
        else if (damaged == 1)
            bytes.pop_back();
        else if (damaged == 2)
            bytes[bytes.size() - 20] ^= 1;
        else
            break;
        writeFile(entry.path(), bytes);
        ++damaged;
    }
    ASSERT_EQ(damaged, 3U);
    EXPECT_EQ(run("a").reused, 24U - 3U);
    EXPECT_EQ(tablesIn(folderOf("a")), expected);
}

TEST_F(ExperimentsTest, TakeNoCellOfOtherSettingsOrOtherData)
{
    run("a");
    auto longer = quickOptions();
    longer.epochs = 3;
    EXPECT_EQ(run("a", longer).reused, 0U);

    run("a");
    auto other = std::make_shared<Collection>(*project.collection);
    other->counts[0][7] += 1; // of the low measure: high engagement learns from the same
    project.collection = other;
    EXPECT_EQ(run("a").reused, 2U);
}

TEST_F(ExperimentsTest, HoldTheRhoThatTheSameRunHas)
{
    auto options = quickOptions();
    options.seeds = 1;
    const auto experiments = run("a", options);
    TrainRequest request;
    request.splitRule = SplitRule::Random;
    request.splitSeed = 1;
    request.options.popularSenses = 5;
    request.options.unpopularSenses = 5;
    request.options.epochs = 2;
    request.options.seed = 1;
    const auto run = trainRun(project, request);
    const auto* result = experiments.find(ExperimentModel::senses(5, 5));
    ASSERT_TRUE(result != nullptr && result->rho);
    EXPECT_DOUBLE_EQ(result->rho->mean, run.info.test.rho.value());
    EXPECT_EQ(experiments.testImages, run.info.test.images);
}

TEST_F(ExperimentsTest, SayWhichLevelIsMissing)
{
    auto collection = std::make_shared<Collection>(*project.collection);
    for (auto& measure : collection->measures)
        measure.engagement = Engagement::Low;
    project.collection = collection;
    const auto tables = paperTables(run("a"));
    EXPECT_THAT(tables[3].rows, SizeIs(1));
    EXPECT_THAT(tables[3].notes.back(), HasSubstr("no measure of high engagement"));
}

TEST_F(ExperimentsTest, RefuseWhatHasNothingToCompare)
{
    auto collection = std::make_shared<Collection>(*project.collection);
    collection->measures.clear();
    collection->counts.clear();
    auto uncounted = project;
    uncounted.collection = collection;
    EXPECT_THROW(runExperiments(uncounted, folderOf("a"), quickOptions()), Error);
    auto featureless = project;
    featureless.featureSets.clear();
    EXPECT_THROW(runExperiments(featureless, folderOf("a"), quickOptions()), Error);
    EXPECT_FALSE(std::filesystem::exists(folderOf("a")));
}

TEST_F(ExperimentsTest, WarnWhereAnAuthorTellsMoreThanThePictures)
{
    auto experiments = run("a");
    for (auto& result : experiments.results)
        result.rho = RepeatedRho{.mean = result.model.scorer == Scorer::AuthorAlone ? 0.8 : 0.2,
                                 .deviation = 0.01,
                                 .interval = {0.1, 0.3}};
    EXPECT_THAT(paperTables(experiments)[5].notes.back(), HasSubstr("Warning: the author alone"));
}

} // namespace
} // namespace core
