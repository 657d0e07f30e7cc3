#include "core/study/baselines.h"
#include "core/study/documents.h"
#include "core/study/run_documents.h"
#include "core/study/scored_split.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace core {
namespace {

using testing::HasSubstr;

/// Images of ten authors over a hundred days, whose popularity is what `popularity` says of the
/// author and the day; each third one is wanted, the others are known.
struct Posts {
    Collection collection;
    ScoredSplit training;
    ScoredSplit wanted;

    template <typename Popularity>
    explicit Posts(Popularity popularity)
    {
        Random random(3);
        for (ImageKey key = 0; key < 300; ++key) {
            const auto author = static_cast<std::int32_t>(random.below(10));
            const auto day = static_cast<std::int64_t>(random.below(100));
            collection.dates.emplace_back(day * 86400);
            auto& split = key % 3 == 0 ? wanted : training;
            split.keys.push_back(key);
            split.authors.push_back(author);
            split.y.push_back(popularity(author, day) + 0.1 * random.normal());
        }
    }

    Baselines baselines() const { return blindBaselines(collection, training, wanted); }
};

TEST(BlindBaselines, SeeWhoAndWhenAndNothingElse)
{
    const Posts who([](std::int32_t author, std::int64_t) { return author % 7; });
    EXPECT_GT(who.baselines().author.value(), 0.9);
    EXPECT_LT(std::abs(who.baselines().time.value()), 0.3);
    const Posts when(
        [](std::int32_t, std::int64_t day) { return 0.05 * static_cast<double>(day); });
    EXPECT_GT(when.baselines().time.value(), 0.9);
    EXPECT_LT(std::abs(when.baselines().author.value()), 0.3);
    EXPECT_EQ(when.baselines().linear, std::nullopt);
    EXPECT_EQ(when.baselines().svr, std::nullopt);
}

TEST(BlindBaselines, AreUndefinedWhereNeitherAuthorsNorDatesAreKnown)
{
    Posts posts([](std::int32_t author, std::int64_t) { return author; });
    posts.training.authors.clear();
    posts.wanted.authors.clear();
    posts.collection.dates.assign(300, std::nullopt);
    EXPECT_EQ(posts.baselines().author, std::nullopt);
    EXPECT_EQ(posts.baselines().time, std::nullopt);
    posts.training = {};
    EXPECT_EQ(posts.baselines().time, std::nullopt);
}

Evaluation evaluationOf(double rho, double author, double time)
{
    Evaluation evaluation;
    evaluation.rho = rho;
    evaluation.rhoInterval = Interval{rho - 0.1, rho + 0.1};
    evaluation.baselines.author = author;
    evaluation.baselines.time = time;
    return evaluation;
}

TEST(ConfoundWarning, NamesWhatIsBetterThanThePictures)
{
    const auto time = confoundWarning(evaluationOf(0.24, 0.5, 0.8)).value();
    EXPECT_THAT(time, HasSubstr("The date alone predicts these counts better (rho 0.80)"));
    EXPECT_THAT(time, HasSubstr("than the pictures do (0.24)"));
    EXPECT_THAT(time, HasSubstr("--split time"));
    EXPECT_THAT(confoundWarning(evaluationOf(0.24, 0.5, 0.4)).value(),
                HasSubstr("The author alone predicts these counts better (rho 0.50)"));
}

TEST(ConfoundWarning, IsSilentWhereThePicturesKeepUp)
{
    EXPECT_EQ(confoundWarning(evaluationOf(0.24, 0.30, 0.33)), std::nullopt) << "chance may do it";
    EXPECT_EQ(confoundWarning({}), std::nullopt);
    auto unsure = evaluationOf(0.3, 0.31, 0.0);
    unsure.rhoInterval.reset();
    EXPECT_EQ(confoundWarning(unsure), std::nullopt);
    unsure.baselines.author = 0.4;
    EXPECT_NE(confoundWarning(unsure), std::nullopt);
    unsure.rho.reset();
    EXPECT_EQ(confoundWarning(unsure), std::nullopt);
}

TEST(VisualBaselines, LearnWhatIsPlainAndStoreNothing)
{
    const SmallCollection small;
    const auto project = small.extracted();
    const auto run = trainRun(project, SmallCollection::quick("first"));
    const auto baselines = visualBaselines(project, run, Split::Test);
    EXPECT_GT(baselines.linear.value(), 0.5);
    EXPECT_GT(baselines.svr.value(), 0.5);
    EXPECT_EQ(baselines.author, std::nullopt);
    EXPECT_EQ(listRuns(project).size(), 1U);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(visualBaselines(project, run, Split::Test, {}, source.get_token()), Cancelled);
}

TEST(Baselines, AreKeptWithTheRunAndDocumented)
{
    const SmallCollection small;
    const auto project = small.extracted();
    trainRun(project, SmallCollection::quick("first"));
    const auto run = loadRun(project, "first");
    ASSERT_TRUE(run.info.test.baselines.author.has_value());
    EXPECT_EQ(run.info.test.baselines.time, std::nullopt) << "no image has a date";
    EXPECT_EQ(run.info.train.baselines.author, std::nullopt) << "it knows the answers";

    auto evaluation = run.info.test;
    evaluation.baselines.time = 0.9999;
    evaluation.rhoInterval = Interval{0.1, 0.9};
    const auto document = evaluationDocument("first", Split::Test, evaluation);
    EXPECT_EQ(document.at("baselines").at("author"), *evaluation.baselines.author);
    EXPECT_EQ(document.at("baselines").at("time"), 0.9999);
    EXPECT_TRUE(document.at("baselines").at("linear").is_null());
    EXPECT_TRUE(document.at("baselines").at("svr").is_null());
    EXPECT_THAT(document.at("warning").get<std::string>(), HasSubstr("The date alone"));
    evaluation.baselines = {};
    EXPECT_TRUE(evaluationDocument("first", Split::Test, evaluation).at("warning").is_null());
}

TEST(Baselines, ARunOfAnEarlierVersionIsReadWithoutThem)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto record = recordOf(trainRun(project, SmallCollection::quick("first")));
    auto results = nlohmann::json::parse(record.results);
    for (const char* split : {"train", "validation", "test"})
        for (const char* field :
             {"auc", "ndcg", "precision_1", "precision_10", "ordered_pairs", "baselines"})
            EXPECT_EQ(results[split].erase(field), 1U) << field;
    record.results = results.dump();
    const auto run = runOf(record);
    EXPECT_TRUE(run.info.test.rho.has_value());
    EXPECT_EQ(run.info.test.auc, std::nullopt);
    EXPECT_EQ(run.info.test.baselines.author, std::nullopt);
}

} // namespace
} // namespace core
