#include "core/ranking/schedule.h"
#include "core/ranking/starting_model.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace core {
namespace {

TEST(Schedule, IsTenEpochsOrTwoThousandStepsWhicheverIsMore)
{
    EXPECT_EQ(stepsPerEpoch(42000, 100), 420U);
    EXPECT_EQ(plannedEpochs(std::nullopt, 420), 10);
    EXPECT_EQ(plannedEpochs(std::nullopt, 200), 10);
    EXPECT_EQ(plannedEpochs(std::nullopt, 199), 11);
    EXPECT_EQ(stepsPerEpoch(592, 100), 6U) << "the last of 92 images";
    EXPECT_EQ(plannedEpochs(std::nullopt, 6), 334);
    EXPECT_EQ(plannedEpochs(std::nullopt, 1), 2000);
    EXPECT_EQ(plannedEpochs(3, 1), 3) << "what a person asks for";
}

TEST(BatchDealer, DealsEveryImageOnceAnEpochAndEachBatchInAscendingOrder)
{
    for (const std::size_t images : {2U, 99U, 100U, 101U, 457U}) {
        BatchDealer dealer(images, 100, 5);
        for (int epoch = 0; epoch < 3; ++epoch) {
            const auto order = dealer.deal();
            ASSERT_EQ(order.size(), images);
            EXPECT_EQ(std::set(order.begin(), order.end()).size(), images);
            EXPECT_EQ(*std::ranges::max_element(order), images - 1);
            for (std::size_t first = 0; first < images; first += 100)
                EXPECT_TRUE(std::ranges::is_sorted(
                    order.subspan(first, std::min<std::size_t>(100, images - first))));
        }
    }
}

TEST(BatchDealer, DealsAnewEveryEpochAndAlikeForOneSeed)
{
    BatchDealer dealer(500, 50, 5);
    BatchDealer same(500, 50, 5);
    BatchDealer other(500, 50, 6);
    const auto copy = [](std::span<const std::uint32_t> order) {
        return std::vector(order.begin(), order.end());
    };
    const auto first = copy(dealer.deal());
    EXPECT_EQ(first, copy(same.deal()));
    EXPECT_NE(first, copy(other.deal()));
    EXPECT_NE(first, copy(dealer.deal()));
}

TEST(BatchDealer, PutsAnImageIntoEveryBatchEquallyOften)
{
    BatchDealer dealer(10, 2, 1);
    std::vector<int> times(5, 0);
    for (int epoch = 0; epoch < 5000; ++epoch) {
        const auto order = dealer.deal();
        ++times[static_cast<std::size_t>(std::ranges::find(order, 3U) - order.begin()) / 2];
    }
    for (const int count : times)
        EXPECT_NEAR(count, 1000, 120); // more than four standard deviations
}

/// Two looks among the popular images, two others among the ignored, and two thirds in between.
class StartingModelTest : public testing::Test {
protected:
    static constexpr std::size_t kImages = 600;
    MemoryRows rows{kImages, 12};
    TrainingData data{.rows = &rows,
                      .training = rowNumbers(kImages),
                      .trainingY = std::vector<double>(kImages, 1.0),
                      .validation = {},
                      .validationY = {}};
    Random random{8};

    StartingModelTest()
    {
        for (std::size_t i = 0; i < kImages; ++i) {
            for (std::size_t c = 0; c < 12; ++c)
                rows.set(i, c, 0.05 * random.normal());
            const bool popular = i % 2 == 0;
            data.trainingY[i] = popular ? 2.0 + random.uniform() : 1.0 - random.uniform();
            const std::size_t look = (popular ? 0U : 2U) + random.below(2);
            rows.set(i, look, 3.0);
        }
    }

    static int axisOf(const MatrixF& weights, Eigen::Index sense)
    {
        Eigen::Index axis = 0;
        weights.row(sense).maxCoeff(&axis);
        return static_cast<int>(axis);
    }
};

TEST_F(StartingModelTest, HasAPopularSenseForEachLookOfThePopularAndAnUnpopularOneForTheOthers)
{
    const auto set = prepareTraining(data, 1);
    TrainingOptions options;
    options.popularSenses = 2;
    options.unpopularSenses = 2;
    const auto model = startingModel(set, options);
    EXPECT_EQ((std::set{axisOf(model.popular, 0), axisOf(model.popular, 1)}), (std::set{0, 1}));
    EXPECT_EQ((std::set{axisOf(model.unpopular, 0), axisOf(model.unpopular, 1)}), (std::set{2, 3}));
    EXPECT_EQ(model.mean, set.mean);
}

TEST_F(StartingModelTest, DrawsAmongImagesThatTieByTheSeed)
{
    // Far more zeros than the images that are clustered.
    for (auto& y : data.trainingY)
        y = y < 1.5 ? 0.0 : std::round(2.0 * y);
    std::fill_n(data.trainingY.begin(), 400, 0.0);
    const auto set = prepareTraining(data, 1);
    TrainingOptions options;
    const auto first = startingModel(set, options);
    EXPECT_EQ(first.unpopular, startingModel(set, options).unpopular);
    options.seed = 2;
    EXPECT_NE(first.unpopular, startingModel(set, options).unpopular);
}

TEST_F(StartingModelTest, MayBeOfGaussianRowsOrOfThePopularHalfAlone)
{
    const auto set = prepareTraining(data, 1);
    TrainingOptions options;
    options.initialisation = Initialisation::Random;
    options.popularSenses = 200;
    options.unpopularSenses = 0;
    const auto model = startingModel(set, options);
    EXPECT_EQ(model.unpopular.rows(), 0);
    EXPECT_EQ(model.unpopular.cols(), 12);
    EXPECT_NEAR(model.popular.rowwise().squaredNorm().mean(), 1.0F, 0.1F);
    options.initialisation = Initialisation::KMeans;
    options.popularSenses = 1;
    EXPECT_EQ(startingModel(set, options).popular.rows(), 1);
}

TEST_F(StartingModelTest, CentredRowsHaveLengthOneAndThoseEqualToTheMeanNone)
{
    for (std::size_t c = 0; c < 12; ++c) {
        for (std::size_t i = 0; i < kImages; ++i)
            rows.set(i, c, i % 2 == 0 ? 1.0 : 3.0);
        rows.set(4, c, 2.0);
        rows.set(5, c, 2.0);
    }
    const auto set = prepareTraining(data, 1);
    std::vector<std::size_t> places(kImages);
    for (std::size_t i = 0; i < kImages; ++i)
        places[i] = i;
    const auto centred = centredRows(set, places);
    for (std::size_t i = 0; i < kImages; ++i) {
        const bool mean = set.members[i] == 4 || set.members[i] == 5;
        EXPECT_NEAR(centred.row(static_cast<Eigen::Index>(i)).norm(), mean ? 0.0F : 1.0F, 1e-5F);
    }
}

} // namespace
} // namespace core
