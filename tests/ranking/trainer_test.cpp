#include "core/error.h"
#include "core/progress.h"
#include "core/ranking/spearman.h"
#include "core/ranking/trainer.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace core {
namespace {

/// Quick settings with λ given, so that nothing is searched.
TrainingOptions quick(int popular, int unpopular, int epochs)
{
    TrainingOptions options;
    options.popularSenses = popular;
    options.unpopularSenses = unpopular;
    options.epochs = epochs;
    options.batch = 20;
    options.regularisation = 1e-4;
    options.threads = 1;
    return options;
}

class TrainerTest : public testing::Test {
protected:
    Random random{17};
    MemoryRows rows = randomRows(400, 24, random);
    TrainingData data = halfPredictable(rows, 300, random);
};

double rhoOnValidation(const TrainingData& data, const SenseModel& model)
{
    const auto scores = respond(*data.rows, data.validation, model).scores();
    return spearmanRho(std::vector<double>(scores.begin(), scores.end()), data.validationY).value();
}

TEST_F(TrainerTest, LearnsWhatCanBeLearned)
{
    const auto result = train(data, quick(1, 0, 20));
    EXPECT_GT(rhoOnValidation(data, result.model), 0.75); // noise leaves about 0.88
    EXPECT_LT(result.epochs.back().loss, result.epochs.front().loss);
    EXPECT_EQ(result.reason, StopReason::Finished);
}

TEST_F(TrainerTest, KeepsTheModelOfTheBestValidationRho)
{
    const auto result = train(data, quick(3, 3, 30));
    ASSERT_EQ(result.epochs.size(), 30U);
    const auto best = std::ranges::max_element(result.epochs, {}, &EpochReport::validationRho);
    EXPECT_EQ(result.bestEpoch, best->epoch);
    EXPECT_TRUE(best->best);
    EXPECT_EQ(rhoOnValidation(data, result.model), best->validationRho.value());
}

TEST_F(TrainerTest, WithoutValidationKeepsTheLastEpoch)
{
    data.validation.clear();
    data.validationY.clear();
    const auto result = train(data, quick(2, 2, 3));
    EXPECT_EQ(result.bestEpoch, 3);
    EXPECT_EQ(result.epochs.back().validationRho, std::nullopt);
    EXPECT_FALSE(result.epochs.back().best);
}

TEST_F(TrainerTest, SameSeedSameModelAndAnotherSeedAnother)
{
    auto options = quick(3, 2, 3);
    const auto first = train(data, options).model;
    EXPECT_EQ(first.popular, train(data, options).model.popular);
    options.seed = 2;
    EXPECT_NE(first.popular, train(data, options).model.popular);
}

TEST(Trainer, AnyNumberOfThreadsGivesTheSameBits)
{
    Random random(3);
    const auto rows = randomRows(300, 1030, random);
    const auto data = halfPredictable(rows, 250, random);
    for (const auto initialisation : {Initialisation::KMeans, Initialisation::Random}) {
        auto options = quick(5, 4, 4);
        options.batch = 60;
        options.initialisation = initialisation;
        const auto alone = train(data, options);
        for (const int threads : {2, 3, 8}) {
            options.threads = threads;
            const auto shared = train(data, options);
            EXPECT_EQ(alone.model.popular, shared.model.popular) << threads << " threads";
            EXPECT_EQ(alone.model.unpopular, shared.model.unpopular) << threads << " threads";
            EXPECT_EQ(alone.epochs.back().loss, shared.epochs.back().loss);
        }
    }
}

TEST(Trainer, RowsThatDoNotFitInMemoryGiveTheSameBitsOnAnyThreadsToo)
{
    Random random(3);
    const auto rows = randomRows(300, 1030, random);
    const auto data = halfPredictable(rows, 250, random);
    auto options = quick(5, 4, 4);
    options.batch = 30;
    const auto whole = train(data, options);
    options.memory = 500000; // of 618,000 bytes: windows of 40 rows
    const auto alone = train(data, options);
    EXPECT_NE(alone.model.popular, whole.model.popular) << "another order";
    EXPECT_EQ(alone.epochs.back().steps, whole.epochs.back().steps);
    for (const int threads : {2, 3, 8}) {
        options.threads = threads;
        const auto shared = train(data, options);
        EXPECT_EQ(alone.model.popular, shared.model.popular) << threads << " threads";
        EXPECT_EQ(alone.model.unpopular, shared.model.unpopular) << threads << " threads";
    }
}

TEST_F(TrainerTest, LearnsAsMuchFromRowsThatDoNotFitInMemory)
{
    auto options = quick(2, 2, 20);
    const double whole = rhoOnValidation(data, train(data, options).model);
    options.memory = 15000; // of 19,200 bytes
    EXPECT_NEAR(rhoOnValidation(data, train(data, options).model), whole, 0.05);
}

TEST_F(TrainerTest, MemoryThatSufficesChangesNothing)
{
    auto options = quick(2, 2, 3);
    const auto unbounded = train(data, options);
    options.memory = rows.rows() * rows.columns() * sizeof(Half);
    EXPECT_EQ(train(data, options).model.popular, unbounded.model.popular);
}

TEST_F(TrainerTest, RunsTenEpochsOrTwoThousandSteps)
{
    auto options = quick(1, 0, 1);
    options.epochs.reset();
    const auto result = train(data, options);
    EXPECT_EQ(result.epochs.size(), 134U); // 15 steps an epoch
    EXPECT_EQ(result.epochs.back().steps, 134U * 15U);
    EXPECT_EQ(result.epochs.front().epochs, 134);
}

TEST_F(TrainerTest, ACommonPowerOfTwoOfAllFeaturesChangesNothing)
{
    const auto before = train(data, quick(3, 3, 3));
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t c = 0; c < rows.columns(); ++c)
            rows.set(i, c, 4.0 * rows.value(i, c));
    const auto after = train(data, quick(3, 3, 3));
    EXPECT_EQ(before.model.popular, after.model.popular);
    EXPECT_EQ(before.epochs.back().validationRho, after.epochs.back().validationRho);
}

TEST_F(TrainerTest, AConstantAddedToAllRowsChangesNothing)
{
    // Values on a grid that float16 holds with the constant added.
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t c = 0; c < rows.columns(); ++c)
            rows.set(i, c, std::round(rows.value(i, c) * 64.0) / 64.0);
    auto options = quick(2, 2, 2);
    options.initialisation = Initialisation::Random;
    options.learningRate = 0.2;
    const auto before = train(data, options);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t c = 0; c < rows.columns(); ++c)
            rows.set(i, c, rows.value(i, c) + static_cast<double>(c % 3));
    const auto after = train(data, options);
    EXPECT_TRUE(before.model.popular.isApprox(after.model.popular, 1e-3F));
    EXPECT_TRUE(before.model.unpopular.isApprox(after.model.unpopular, 1e-3F));
}

TEST_F(TrainerTest, ABatchMayBeLargerThanTheCollection)
{
    auto options = quick(2, 1, 5);
    options.batch = 1000;
    const auto result = train(data, options);
    EXPECT_EQ(result.epochs.back().steps, 5U);
    EXPECT_TRUE(result.model.popular.allFinite());
}

TEST_F(TrainerTest, WorksWithFewerImagesThanSenses)
{
    data.training.resize(3);
    data.trainingY = {0.0, 1.0, 2.0};
    const auto result = train(data, quick(5, 5, 3));
    EXPECT_TRUE(result.model.popular.allFinite());
    EXPECT_EQ(result.model.unpopular.rows(), 5);
}

TEST_F(TrainerTest, AStopCostsAtMostOneBatchAndKeepsAUsableModel)
{
    std::stop_source source;
    int asked = 0;
    TrainingObserver observer;
    observer.waitWhilePaused = [&] {
        if (++asked == 40)
            source.request_stop();
    };
    const auto result = train(data, quick(2, 2, 1000), source.get_token(), observer);
    EXPECT_EQ(result.reason, StopReason::Stopped);
    EXPECT_EQ(asked, 40);
    EXPECT_EQ(result.epochs.size(), 2U); // 15 steps each, and 9 of the third
    EXPECT_EQ(result.snapshots.back().step, 39U);
    EXPECT_TRUE(result.model.popular.allFinite());
    EXPECT_GT(rhoOnValidation(data, result.model), 0.3);
}

TEST_F(TrainerTest, AnExceptionOfAnObserverEndsTheRun)
{
    auto options = quick(5, 5, 10);
    options.threads = 2;
    TrainingObserver observer;
    observer.waitWhilePaused = [] { throw std::runtime_error("enough"); };
    EXPECT_THROW(train(data, options, {}, observer), std::runtime_error);
}

TEST_F(TrainerTest, ReportsEveryEpochAndTheSensesTakingShape)
{
    std::vector<int> epochs;
    std::vector<TrainingSnapshot> seen;
    TrainingObserver observer;
    observer.epoch = [&](const EpochReport& report) { epochs.push_back(report.epoch); };
    observer.snapshot = [&](const TrainingSnapshot& snapshot) { seen.push_back(snapshot); };
    observer.snapshotInterval = std::chrono::hours(1);
    const auto result = train(data, quick(2, 1, 4), {}, observer);
    EXPECT_EQ(epochs, (std::vector{1, 2, 3, 4}));
    ASSERT_EQ(seen.size(), 2U); // the first and the last
    EXPECT_EQ(result.snapshots.size(), 2U);
    EXPECT_EQ(seen[0].epoch, 0);
    EXPECT_EQ(seen[0].step, 0U);
    EXPECT_EQ(seen[1].step, 60U);
    ASSERT_EQ(seen[1].topRows.size(), 3U);
    EXPECT_DOUBLE_EQ(seen[1].share[0] + seen[1].share[1], 1.0);
    EXPECT_DOUBLE_EQ(seen[1].share[2], 1.0);
    EXPECT_EQ(seen[1].topRows[2].size(), static_cast<std::size_t>(kSnapshotTop));
    EXPECT_EQ(seen[1].validationRho, result.epochs.back().validationRho);
    std::set<std::size_t> validation(data.validation.begin(), data.validation.end());
    for (const auto& sense : seen[1].topRows)
        for (const auto row : sense)
            EXPECT_TRUE(validation.contains(row));
}

TEST_F(TrainerTest, SnapshotsComeAtEachEpochsEndWhereTheyMay)
{
    TrainingObserver observer;
    observer.snapshotInterval = std::chrono::milliseconds(0);
    const auto result = train(data, quick(2, 1, 4), {}, observer);
    std::vector<std::size_t> ends;
    for (const auto& snapshot : result.snapshots)
        if (snapshot.step % 15 == 0)
            ends.push_back(snapshot.step);
    for (const std::size_t end : {0U, 15U, 30U, 45U, 60U})
        EXPECT_TRUE(std::ranges::count(ends, end) > 0) << end;
}

TEST_F(TrainerTest, SmallCollectionsSearchTheRegularisation)
{
    auto options = quick(1, 0, 3);
    options.regularisation.reset();
    std::vector<int> searched;
    int epochs = 0;
    TrainingObserver observer;
    observer.searching = [&](int done, int total) {
        EXPECT_EQ(total, 4);
        searched.push_back(done);
    };
    observer.epoch = [&](const EpochReport&) { ++epochs; };
    const auto found = train(data, options, {}, observer);
    EXPECT_EQ(searched, (std::vector{0, 1, 2, 3, 4}));
    EXPECT_EQ(epochs, 3) << "only the run after the search is followed";

    double best = -2.0;
    for (const double candidate : {1e-6, 1e-4, 1e-3, 1e-2}) {
        options.regularisation = candidate;
        best = std::max(best, rhoOnValidation(data, train(data, options).model));
    }
    EXPECT_EQ(rhoOnValidation(data, found.model), best);
    options.regularisation = found.regularisation;
    EXPECT_EQ(train(data, options).model.popular, found.model.popular);
}

TEST_F(TrainerTest, SearchesBothSettingsAndSaysWhatItTried)
{
    auto options = quick(1, 0, 2);
    options.searchSettings = true;
    int runs = 0;
    TrainingObserver observer;
    observer.searching = [&](int done, int total) {
        EXPECT_EQ(total, 8);
        runs = done;
    };
    const auto found = train(data, options, {}, observer);
    EXPECT_EQ(runs, 8);
    ASSERT_EQ(found.search.size(), 8U);
    const auto best =
        std::ranges::max_element(found.search, {}, &SearchTrial::validationRho); // first of equals
    EXPECT_EQ(found.learningRate, best->learningRate);
    EXPECT_EQ(found.regularisation, best->regularisation);
    std::set<std::pair<double, double>> tried;
    for (const auto& trial : found.search) {
        tried.emplace(trial.learningRate, trial.regularisation);
        options.searchSettings = false;
        options.learningRate = trial.learningRate;
        options.regularisation = trial.regularisation;
        EXPECT_EQ(rhoOnValidation(data, train(data, options).model), trial.validationRho);
    }
    EXPECT_EQ(tried.size(), 8U);
}

TEST_F(TrainerTest, SearchesNothingWithoutImagesToJudgeBy)
{
    auto options = quick(1, 0, 2);
    options.searchSettings = true;
    data.validation.clear();
    data.validationY.clear();
    EXPECT_THROW(train(data, options), Error);
}

TEST_F(TrainerTest, AStopDuringASearchIsCancelledBecauseNothingWasChosen)
{
    for (const int after : {0, 1, 3}) {
        auto options = quick(1, 0, 3);
        options.regularisation.reset();
        std::stop_source stop;
        int last = -1;
        TrainingObserver observer;
        observer.searching = [&](int done, int) {
            last = done;
            if (done == after)
                stop.request_stop();
        };
        EXPECT_THROW(train(data, options, stop.get_token(), observer), Cancelled);
        EXPECT_EQ(last, after) << "no run of the search begins after the stop";
    }
}

TEST_F(TrainerTest, AStopEndsARunOfTheSearchBetweenBatches)
{
    auto options = quick(1, 0, 1'000'000);
    options.regularisation.reset();
    std::stop_source stop;
    int asked = 0;
    TrainingObserver observer;
    observer.waitWhilePaused = [&] {
        if (++asked == 40)
            stop.request_stop();
    };
    EXPECT_THROW(train(data, options, stop.get_token(), observer), Cancelled);
    EXPECT_EQ(asked, 40);
}

TEST(Trainer, SearchesNothingFromFiveThousandImagesOnOrWithoutValidation)
{
    Random random(3);
    const auto rows = randomRows(5100, 2, random);
    auto options = quick(1, 0, 1);
    options.regularisation.reset();
    const auto searchesOf = [&](std::size_t training, bool validated) {
        auto data = halfPredictable(rows, training, random);
        if (!validated) {
            data.validation.clear();
            data.validationY.clear();
        }
        int asked = 0;
        TrainingObserver observer;
        observer.searching = [&](int, int) { ++asked; };
        const auto result = train(data, options, {}, observer);
        if (asked == 0) {
            EXPECT_EQ(result.regularisation, 1e-6);
        }
        return asked;
    };
    EXPECT_EQ(searchesOf(5000, true), 0);
    EXPECT_EQ(searchesOf(4999, false), 0);
    EXPECT_EQ(searchesOf(4999, true), 5);
}

TEST_F(TrainerTest, CountsDeadSensesAndRevivesThem)
{
    // Random starts of very different use: with twenty senses on two directions some never win.
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t c = 2; c < rows.columns(); ++c)
            rows.set(i, c, 0.0);
    auto options = quick(40, 0, 12);
    options.initialisation = Initialisation::Random;
    const auto left = train(data, options);
    EXPECT_GT(left.epochs.back().deadSenses, 5);
    options.revive = true;
    const auto revived = train(data, options);
    EXPECT_LT(revived.epochs.back().deadSenses, left.epochs.back().deadSenses);
    EXPECT_TRUE(revived.model.popular.allFinite());
}

TEST_F(TrainerTest, RefusesToLearnFromEquallyPopularImages)
{
    std::ranges::fill(data.trainingY, 1.5);
    EXPECT_THROW(train(data, quick(1, 0, 1)), Error);
    data.training.resize(1);
    data.trainingY.resize(1);
    EXPECT_THROW(train(data, quick(1, 0, 1)), Error);
}

TEST_F(TrainerTest, RejectsWhatTheCallerGotWrong)
{
    const auto broken = [&](auto change) {
        auto wrong = data;
        auto options = quick(1, 0, 1);
        change(wrong, options);
        EXPECT_THROW(train(wrong, options), std::invalid_argument);
    };
    broken([](auto& d, auto&) { d.trainingY[4] = std::nan(""); });
    broken([](auto& d, auto&) { d.validationY[4] = std::nan(""); });
    broken([](auto& d, auto&) { d.trainingY.pop_back(); });
    broken([](auto& d, auto&) { d.training[0] = 400; });
    broken([](auto& d, auto&) { d.validation[0] = 400; });
    broken([](auto&, auto& o) { o.popularSenses = 0; });
    broken([](auto&, auto& o) { o.unpopularSenses = -1; });
    broken([](auto&, auto& o) { o.batch = 1; });
    broken([](auto&, auto& o) { o.epochs = 0; });
    broken([](auto&, auto& o) { o.alpha = 0.0; });
    broken([](auto&, auto& o) { o.learningRate = -1.0; });
    broken([](auto&, auto& o) { o.regularisation = -1.0; });
    broken([](auto&, auto& o) { o.threads = -1; });
}

TEST_F(TrainerTest, AStopBeforeTheFirstStepIsACancel)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(train(data, quick(1, 0, 1), source.get_token()), Cancelled);
}

} // namespace
} // namespace core
