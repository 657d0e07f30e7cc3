#include "core/error.h"
#include "core/ranking/spearman.h"
#include "core/ranking/support_vector_regression.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace core {
namespace {

class SupportVectorRegression : public testing::Test {
protected:
    Random random{17};
    MemoryRows rows = randomRows(400, 24, random);
    TrainingData data = halfPredictable(rows, 300, random);

    double rhoOn(const SenseModel& model, const std::vector<std::size_t>& wanted,
                 const std::vector<double>& y) const
    {
        const auto scores = respond(rows, wanted, model).scores();
        return spearmanRho(std::vector<double>(scores.begin(), scores.end()), y).value();
    }
};

/// The gradient of the objective in the header, term by term.
Vector gradient(const MemoryRows& rows, const TrainingData& data, const Vector& w,
                const RegressionOptions& options)
{
    const auto n = static_cast<Eigen::Index>(data.training.size());
    Matrix x(n, static_cast<Eigen::Index>(rows.columns()));
    for (Eigen::Index i = 0; i < n; ++i)
        for (Eigen::Index j = 0; j < x.cols(); ++j)
            x(i, j) =
                rows.value(data.training[static_cast<std::size_t>(i)], static_cast<std::size_t>(j));
    x.rowwise() -= x.colwise().mean().eval();
    x.rowwise().normalize();
    const Eigen::Map<const Vector> y(data.trainingY.data(), n);
    Vector sum = w;
    for (Eigen::Index i = 0; i < n; ++i) {
        const double residual = x.row(i).dot(w) - (y[i] - y.mean());
        const double beyond = std::max(0.0, std::abs(residual) - options.tube);
        sum += 2.0 * *options.cost * std::copysign(beyond, residual) * x.row(i).transpose();
    }
    return sum;
}

TEST_F(SupportVectorRegression, EndsWhereTheGradientVanishes)
{
    for (const double tube : {0.0, 0.1, 0.8}) {
        const RegressionOptions options{.cost = 0.7, .tube = tube, .tolerance = 1e-5};
        const auto result = trainRegression(data, options);
        ASSERT_EQ(result.model.popular.rows(), 1);
        EXPECT_EQ(result.model.unpopular.rows(), 0);
        const Vector w = result.model.popular.row(0).cast<double>();
        const Vector start = Vector::Zero(w.size());
        EXPECT_LT(gradient(rows, data, w, options).norm(),
                  1e-4 * gradient(rows, data, start, options).norm());
    }
}

TEST_F(SupportVectorRegression, LearnsWhatCanBeLearned)
{
    const auto result = trainRegression(data);
    EXPECT_GT(rhoOn(result.model, data.validation, data.validationY), 0.75);
    EXPECT_EQ(result.images, 300U);
}

TEST_F(SupportVectorRegression, ChoosesTheCostThatIsBestOnValidation)
{
    const auto searched = trainRegression(data);
    double best = -1.0;
    double bestCost = 0.0;
    for (const double cost : {0.001, 0.01, 0.1, 1.0}) {
        const auto model = trainRegression(data, {.cost = cost}).model;
        const double rho = rhoOn(model, data.validation, data.validationY);
        if (rho > best) {
            best = rho;
            bestCost = cost;
        }
    }
    EXPECT_EQ(searched.cost, bestCost);
    EXPECT_EQ(rhoOn(searched.model, data.validation, data.validationY), best);
    auto alone = data;
    alone.validation.clear();
    alone.validationY.clear();
    EXPECT_EQ(trainRegression(alone).cost, 0.1);
}

TEST_F(SupportVectorRegression, IsTheSameAtAnyThreadCountAndShiftOfY)
{
    const auto one = trainRegression(data, {.threads = 1});
    EXPECT_EQ(one.model.popular, trainRegression(data, {.threads = 3}).model.popular);
    auto shifted = data;
    for (auto& y : shifted.trainingY)
        y += 4.0;
    const auto other = trainRegression(shifted, {.cost = one.cost});
    EXPECT_LT((other.model.popular - one.model.popular).norm(), 1e-3F * one.model.popular.norm());
}

TEST_F(SupportVectorRegression, HoldsNoMoreValuesThanItMay)
{
    const auto few = trainRegression(data, {.maxValues = 50 * rows.columns()});
    EXPECT_EQ(few.images, 50U);
    EXPECT_GT(rhoOn(few.model, data.validation, data.validationY), 0.4);
    const auto other = trainRegression(data, {.maxValues = 50 * rows.columns(), .seed = 2});
    EXPECT_NE(few.model.popular, other.model.popular);
}

TEST_F(SupportVectorRegression, RejectsWhatTheCallerGotWrongAndStops)
{
    EXPECT_THROW(trainRegression(data, {.cost = 0.0}), std::invalid_argument);
    EXPECT_THROW(trainRegression(data, {.tube = -0.1}), std::invalid_argument);
    EXPECT_THROW(trainRegression(data, {.tolerance = 0.0}), std::invalid_argument);
    auto constant = data;
    std::ranges::fill(constant.trainingY, 2.0);
    EXPECT_THROW(trainRegression(constant), Error);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(trainRegression(data, {}, source.get_token()), Cancelled);
}

TEST_F(SupportVectorRegression, TellsHowFarItIs)
{
    std::size_t last = 0;
    trainRegression(data, {.observe = [&](const Progress& progress) {
                        EXPECT_EQ(progress.total, 4U);
                        last = progress.done;
                    }});
    EXPECT_EQ(last, 4U);
}

} // namespace
} // namespace core
