#include "core/error.h"
#include "core/study/documents.h"
#include "core/study/export_run.h"
#include "core/study/overview.h"
#include "core/study/predict.h"
#include "core/study/senses.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace core {
namespace {

namespace fs = std::filesystem;

class SensesTest : public testing::Test {
protected:
    SmallCollection small{200};
    Project project = small.extracted();
    LoadedRun run = trainRun(project, SmallCollection::quick("first"));
};

TEST_F(SensesTest, ShareTheSplitBetweenThem)
{
    const auto senses = browseSenses(project, run);
    ASSERT_EQ(senses.senses.size(), 4U);
    EXPECT_EQ(senses.images, 40U);
    EXPECT_NEAR(senses.senses[0].share + senses.senses[1].share, 1.0, 1e-9);
    EXPECT_NEAR(senses.senses[2].share + senses.senses[3].share, 1.0, 1e-9);
    EXPECT_EQ(senses.senses[0].id.name(), "+1");
    EXPECT_EQ(senses.senses[3].id.name(), "-2");
}

TEST_F(SensesTest, ShowImagesOfTheirSplitBestFirst)
{
    const auto split = splitOf(project, std::nullopt);
    for (const auto& sense : browseSenses(project, run, {.split = Split::Train}).senses) {
        for (const auto& image : sense.top)
            EXPECT_EQ(split[static_cast<std::size_t>(image.key)], Split::Train);
        EXPECT_TRUE(std::ranges::is_sorted(sense.top, std::ranges::greater(), &SenseImage::score));
    }
}

TEST_F(SensesTest, TellTheWordsOfWhatTheyShow)
{
    const auto senses = browseSenses(
        project, run,
        {.wordImages = 10, .wordClass = WordClass::All, .wordWeight = WordWeight::Frequency});
    const auto strongest = std::ranges::max_element(senses.senses, {}, [](const Sense& sense) {
        return sense.id.polarity == Polarity::Popular ? sense.share : -1.0;
    });
    ASSERT_FALSE(strongest->words.words.empty());
    const auto& words = strongest->words.words;
    EXPECT_TRUE(std::ranges::any_of(words, [](const WordScore& w) { return w.word == "sunset"; }));
    EXPECT_EQ(strongest->words.documents, 10U);
}

TEST_F(SensesTest, OfAModelOfOneSenseHaveLogOddsInPlaceOfTfIdf)
{
    auto request = SmallCollection::quick("linear");
    request.options.popularSenses = 1;
    request.options.unpopularSenses = 0;
    const auto linear = trainRun(project, request);
    EXPECT_EQ(browseSenses(project, linear).wordWeight, WordWeight::LogOdds);
    EXPECT_EQ(browseSenses(project, run).wordWeight, WordWeight::TfIdf);
}

TEST_F(SensesTest, KeepTheNamesThatTheyAreGiven)
{
    nameSense(project, "first", run.model.senses()[1], "sunsets");
    EXPECT_EQ(browseSenses(project, run).senses[1].givenName, "sunsets");
    EXPECT_EQ(browseSenses(project, run).senses[0].givenName, "");
}

TEST_F(SensesTest, ScoreAnImageAsTheSplitIsScored)
{
    const auto predicted = predictions(project, run, Split::Test);
    const auto score = scoreImage(project, run, predicted.keys[5]).value();
    EXPECT_NEAR(score.score, predicted.scores[5], 1e-5);
    EXPECT_EQ(score.responses.size(), 4U);
    EXPECT_EQ(std::ranges::count_if(score.responses, &ImageResponse::responding), 2);
}

TEST_F(SensesTest, HaveMeanImagesAndContactSheets)
{
    const auto means = senseMeans(project, run, {.count = 10});
    ASSERT_EQ(means.size(), 4U);
    std::size_t used = 0;
    for (const auto& mean : means)
        used += mean.used;
    EXPECT_GT(used, 0U);
    const auto files =
        exportContactSheets(project, browseSenses(project, run), small.folder() / "sheets");
    ASSERT_FALSE(files.empty());
    for (const auto& file : files)
        EXPECT_FALSE(pictureFault(file).has_value()) << file;
}

/// Each picture four times over, and no two others alike.
class StackedSenses : public testing::Test {
protected:
    StackedSenses()
    {
        for (int i = 0; i < small.images(); ++i) {
            Random random(static_cast<std::uint64_t>(i / 4));
            Bitmap coarse{.width = 6, .height = 6, .pixels = {}};
            for (int p = 0; p < 6 * 6 * 3; ++p)
                coarse.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
            writePng(small.picture(i), stretched(coarse, 64, 64));
        }
        project = small.extracted();
        run = trainRun(project, SmallCollection::quick("stacked"));
    }

    SmallCollection small{160};
    Project project;
    LoadedRun run;
};

TEST_F(StackedSenses, ShowNearIdenticalImagesOnceWithTheirNumber)
{
    for (const auto& sense : browseSenses(project, run, {.split = Split::Train}).senses) {
        std::vector<ImageKey> kinds;
        std::size_t images = 0;
        for (const auto& image : sense.top) {
            kinds.push_back(image.key / 4);
            images += 1 + image.alike;
        }
        std::ranges::sort(kinds);
        EXPECT_EQ(std::ranges::adjacent_find(kinds), kinds.end()) << sense.id.name();
        EXPECT_EQ(images, sense.won) << "none is lost";
    }
}

TEST_F(StackedSenses, FillTheirPlacesFromFurtherDown)
{
    const SensesOptions all{.split = Split::Train};
    const SensesOptions few{.split = Split::Train, .top = 3};
    const auto whole = browseSenses(project, run, all);
    const auto some = browseSenses(project, run, few);
    for (std::size_t s = 0; s < some.senses.size(); ++s) {
        const auto& top = some.senses[s].top;
        ASSERT_EQ(top.size(), std::min<std::size_t>(3, whole.senses[s].top.size()));
        for (std::size_t i = 0; i < top.size(); ++i)
            EXPECT_EQ(top[i].key, whole.senses[s].top[i].key);
    }
}

TEST_F(StackedSenses, HaveMeansOfEachPictureOnce)
{
    const auto senses = browseSenses(project, run, {.split = Split::Train});
    const auto means = senseMeans(project, run, {.split = Split::Train});
    for (std::size_t s = 0; s < means.size(); ++s)
        EXPECT_EQ(means[s].used, senses.senses[s].top.size());
}

TEST_F(SensesTest, AreDocumentedByTheContract)
{
    const auto senses = browseSenses(project, run);
    const auto document = sensesDocument(project, senses);
    const auto& first = document.at("senses").at(0);
    EXPECT_EQ(first.at("sense"), "+1");
    EXPECT_EQ(first.at("polarity"), "popular");
    EXPECT_TRUE(first.at("share").is_number());
    EXPECT_TRUE(first.at("top").at(0).at("image").is_string());
    EXPECT_TRUE(first.at("top").at(0).contains("score"));
    EXPECT_TRUE(first.at("top").at(0).contains("count"));
    EXPECT_EQ(first.at("top").at(0).at("alike"), 0);
    const auto words = wordsDocument(senses).at("senses").at(0).at("words");
    for (const auto& word : words)
        EXPECT_TRUE(word.contains("word") && word.contains("weight") && word.contains("count"));

    const auto evaluation = evaluationDocument("first", Split::Test, run.info.test);
    for (const char* field :
         {"run", "split", "images", "rho", "rho_interval", "rho_eq6", "rho_eq6_null", "rho_ceiling",
          "kendall_tau_b", "zero_share", "binarised_accuracy", "auc", "ndcg", "precision_1",
          "precision_10", "ordered_pairs", "baselines"})
        EXPECT_TRUE(evaluation.contains(field) && !evaluation.at(field).is_null()) << field;
    const auto training = trainingDocument(run);
    for (const char* field : {"run", "seconds", "epochs", "examples_per_second"})
        EXPECT_TRUE(training.contains(field)) << field;
    for (const char* field : {"epoch", "loss", "validation_rho", "seconds"})
        EXPECT_TRUE(training.at("epochs").at(0).contains(field)) << field;
}

TEST_F(SensesTest, AreExportedWithTheRun)
{
    const auto folder = small.folder() / "exported";
    const auto files = exportRun(project, run, folder);
    for (const char* name : {"popular.npy", "unpopular.npy", "mean.npy", "scores.csv", "words.csv",
                             "words.json", "run.json"})
        EXPECT_TRUE(fs::exists(folder / name)) << name;
    EXPECT_EQ(files.size(), 7U);
    EXPECT_EQ(std::ranges::count(bytesOf(folder / "scores.csv"), '\n'), 1 + small.images());
    EXPECT_EQ(fs::file_size(folder / "mean.npy") % 64, run.model.dimension() * 4 % 64);
}

TEST_F(SensesTest, AreNotExportedIntoAPlaceThatCannotBeWritten)
{
    EXPECT_THROW(exportRun(project, run, small.table() / "below-a-file"), Error);
}

TEST(Statistics, AreThoseOfAWorkedExample)
{
    const SmallCollection small(10);
    const auto project = small.imported();
    const auto statistics = collectionStatistics(project);
    EXPECT_EQ(statistics.images, 10U);
    EXPECT_EQ(statistics.authors, 5U);
    ASSERT_EQ(statistics.measures.size(), 3U);
    EXPECT_EQ(statistics.measures[2].name, "views + comments");
    EXPECT_NEAR(statistics.measures[2].mean,
                statistics.measures[0].mean + statistics.measures[1].mean, 1e-9);
}

TEST(CountHistogram, PutsEachCountInOneBin)
{
    const auto histogram = countHistogram({0, 0, 1, 1, 2, 9, 10, 99, 100, 12'345});
    EXPECT_EQ(histogram.zeros, 2U);
    const auto total =
        std::accumulate(histogram.images.begin(), histogram.images.end(), std::size_t{0});
    EXPECT_EQ(total, 8U);
    EXPECT_EQ(histogram.edges.size(), histogram.images.size() + 1);
    EXPECT_EQ(histogram.edges.front(), 1.0);
    EXPECT_GT(histogram.edges.back(), 12'345.0);
    EXPECT_TRUE(std::ranges::is_sorted(histogram.edges));
    EXPECT_EQ(countHistogram({}).images.size(), 0U);
    EXPECT_EQ(countHistogram({0, 0}).zeros, 2U);
}

TEST(PopularityPercentiles, ShareTiesAndSpanTheScale)
{
    EXPECT_THAT(popularityPercentiles({5, 0, 0, 9, 7}),
                testing::ElementsAre(50.0, 12.5, 12.5, 100.0, 75.0));
    EXPECT_THAT(popularityPercentiles({3}), testing::ElementsAre(50.0));
}

TEST(CollectionMeans, ShowWarmAboveAndColdBelow)
{
    const SmallCollection small(40);
    const auto means = collectionMeans(small.imported(), EngagementChoice::Combined, {.count = 10});
    EXPECT_EQ(means.popular.used, 10U);
    EXPECT_GT(means.popular.picture.pixels[0], means.unpopular.picture.pixels[0]); // red
    EXPECT_LT(means.popular.picture.pixels[2], means.unpopular.picture.pixels[2]); // blue
}

} // namespace
} // namespace core
