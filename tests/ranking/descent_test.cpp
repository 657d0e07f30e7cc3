#include "core/ranking/centring.h"
#include "core/ranking/descent.h"
#include "core/ranking/kmeans.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace core {
namespace {

/// Images in ascending order of popularity with many ties, in one batch after another.
struct Lesson {
    MemoryRows rows;
    std::vector<std::size_t> members;
    std::vector<double> y;
    VectorF mean;
    std::vector<float> norms;
    std::vector<std::uint32_t> order;

    Lesson(std::size_t images, std::size_t columns, Random& random)
        : rows(images, columns, random)
        , members(rowNumbers(images))
        , mean(meanRow(rows, members, {.threads = 1}))
        , norms(inverseNorms(rows, members, mean, {.threads = 1}))
        , order(images)
    {
        for (std::size_t i = 0; i < images; ++i)
            y.push_back(std::log1p(
                std::max(0.0, static_cast<double>(i) - 0.6 * static_cast<double>(images))));
        std::iota(order.begin(), order.end(), 0U);
    }

    DescentData data() const
    {
        return {.rows = &rows, .members = members, .y = y, .inverseNorms = norms};
    }

    SenseModel gaussianModel(int popular, int unpopular, Random& random) const
    {
        SenseModel model{.popular = MatrixF(popular, mean.size()),
                         .unpopular = MatrixF(unpopular, mean.size()),
                         .mean = mean};
        for (auto* half : {&model.popular, &model.unpopular})
            for (Eigen::Index s = 0; s < half->rows(); ++s)
                half->row(s) = gaussianRow(mean.size(), random);
        return model;
    }

    SenseModel learn(const SenseModel& start, const DescentOptions& options,
                     const DescentPlan& plan, int threads = 1) const
    {
        WorkerTeam team(threads);
        Descent descent(data(), start, options, team);
        descent.run(plan);
        return descent.model();
    }
};

/// Equation 4 over all images, its mean over the viable pairs, and ½λ‖W‖²; by definition.
class Loss {
public:
    Loss(const Lesson& lesson, const DescentOptions& options)
        : m_lesson(lesson)
        , m_options(options)
        , m_rows(static_cast<Eigen::Index>(lesson.rows.rows()), lesson.mean.size())
    {
        for (Eigen::Index i = 0; i < m_rows.rows(); ++i) {
            for (Eigen::Index c = 0; c < m_rows.cols(); ++c)
                m_rows(i, c) =
                    lesson.rows.value(static_cast<std::size_t>(i), static_cast<std::size_t>(c))
                    - static_cast<double>(lesson.mean[c]);
            m_rows.row(i).normalize();
        }
    }

    double operator()(const Matrix& popular, const Matrix& unpopular) const
    {
        double sum = 0.0;
        std::size_t viable = 0;
        const Vector up = highest(popular);
        const Vector down = highest(unpopular);
        for (Eigen::Index i = 0; i < m_rows.rows(); ++i) {
            for (Eigen::Index j = 0; j < m_rows.rows(); ++j) {
                const double gap = yOf(i) - yOf(j);
                if (gap <= 0.0)
                    continue;
                ++viable;
                sum += std::max(0.0, marginOf(gap) - up[i] + up[j]);
                if (unpopular.rows() > 0)
                    sum += std::max(0.0, marginOf(gap) - down[j] + down[i]);
            }
        }
        return sum / static_cast<double>(viable)
               + 0.5 * m_options.regularisation * (popular.squaredNorm() + unpopular.squaredNorm());
    }

private:
    Vector highest(const Matrix& weights) const
    {
        if (weights.rows() == 0)
            return {};
        return (m_rows * weights.transpose()).rowwise().maxCoeff();
    }
    double yOf(Eigen::Index i) const { return m_lesson.y[static_cast<std::size_t>(i)]; }
    double marginOf(double gap) const
    {
        switch (m_options.margin) {
        case Margin::Fixed:
            return 1.0;
        case Margin::Difference:
            return gap;
        case Margin::Soft:
            break;
        }
        return std::max(m_options.alpha, gap);
    }

    const Lesson& m_lesson;
    DescentOptions m_options;
    Matrix m_rows;
};

/// The derivative of the loss by every weight of one half, by central differences.
Matrix differences(const Loss& loss, const Matrix& popular, const Matrix& unpopular,
                   Polarity polarity)
{
    constexpr double kStep = 1e-7;
    const Matrix& half = polarity == Polarity::Popular ? popular : unpopular;
    Matrix gradient(half.rows(), half.cols());
    for (Eigen::Index s = 0; s < half.rows(); ++s) {
        for (Eigen::Index c = 0; c < half.cols(); ++c) {
            const auto lossAt = [&](double step) {
                Matrix moved = half;
                moved(s, c) += step;
                return polarity == Polarity::Popular ? loss(moved, unpopular)
                                                     : loss(popular, moved);
            };
            gradient(s, c) = (lossAt(kStep) - lossAt(-kStep)) / (2.0 * kStep);
        }
    }
    return gradient;
}

TEST(Descent, StepsAgainstTheGradientThatCentralDifferencesShow)
{
    Random random(6);
    const Lesson lesson(40, 21, random);
    for (const auto margin : {Margin::Fixed, Margin::Difference, Margin::Soft}) {
        for (const int unpopular : {0, 2}) {
            const DescentOptions options{.margin = margin, .alpha = 0.7, .regularisation = 0.05};
            const auto start = lesson.gaussianModel(3, unpopular, random);
            const auto end = lesson.learn(
                start, options, {.order = lesson.order, .batch = 40, .learningRate = 1.0});
            const Loss loss(lesson, options);
            const Matrix up = start.popular.cast<double>();
            const Matrix down = start.unpopular.cast<double>();
            const Matrix upStep = (start.popular - end.popular).cast<double>();
            const Matrix downStep = (start.unpopular - end.unpopular).cast<double>();
            const double off =
                (upStep - differences(loss, up, down, Polarity::Popular)).cwiseAbs().maxCoeff();
            EXPECT_LT(off, 2e-6);
            EXPECT_GT(upStep.cwiseAbs().maxCoeff(), 0.01);
            if (unpopular > 0) {
                EXPECT_LT((downStep - differences(loss, up, down, Polarity::Unpopular))
                              .cwiseAbs()
                              .maxCoeff(),
                          2e-6);
            }
        }
    }
}

TEST(Descent, OneAndOneFromZeroGiveTwiceTheLinearRankersScore)
{
    Random random(9);
    const Lesson lesson(230, 33, random);
    SenseModel zero{
        .popular = MatrixF::Zero(1, 33), .unpopular = MatrixF(0, 33), .mean = lesson.mean};
    const DescentPlan plan{.order = lesson.order, .batch = 230, .learningRate = 2.0, .fall = 0.0};
    for (const auto margin : {Margin::Fixed, Margin::Difference, Margin::Soft}) {
        const DescentOptions options{.margin = margin};
        const auto linear = lesson.learn(zero, options, plan);
        auto both = zero;
        both.unpopular = MatrixF::Zero(1, 33);
        both = lesson.learn(both, options, plan);
        EXPECT_FALSE(linear.popular.isZero(0.0F));
        EXPECT_EQ(both.unpopular, -both.popular);
        const auto single = respond(lesson.rows, lesson.members, linear).scores();
        const auto twice = respond(lesson.rows, lesson.members, both).scores();
        for (std::size_t i = 0; i < single.size(); ++i)
            ASSERT_EQ(twice[i], 2.0F * single[i]);
    }
}

TEST(Descent, AnyTeamLeavesTheSameBits)
{
    Random random(12);
    // One tile, three, four and five.
    for (const std::size_t columns : {200U, 700U, 1301U, 4500U}) {
        const Lesson lesson(150, columns, random);
        const auto start = lesson.gaussianModel(5, 4, random);
        // Of the sums' last bits the weights hear only where a hinge opens or shuts; its sum
        // always.
        const auto learn = [&](int threads) {
            WorkerTeam team(threads);
            Descent descent(lesson.data(), start, {}, team);
            descent.run({.order = lesson.order, .batch = 40, .learningRate = 2.0, .fall = 0.3});
            return std::pair(descent.model(), descent.takeTally().hingeSum);
        };
        const auto [alone, aloneSum] = learn(1);
        EXPECT_NE(alone.popular, start.popular);
        for (const int threads : {2, 3, 5, 8}) {
            const auto [shared, sum] = learn(threads);
            EXPECT_EQ(alone.popular, shared.popular) << columns << ", " << threads << " threads";
            EXPECT_EQ(alone.unpopular, shared.unpopular)
                << columns << ", " << threads << " threads";
            EXPECT_EQ(aloneSum, sum) << columns << ", " << threads << " threads";
        }
    }
}

TEST(Descent, EveryMemberGoesOnFromASenseThatWasReplaced)
{
    Random random(13);
    const Lesson lesson(120, 1301, random);
    const auto start = lesson.gaussianModel(3, 2, random);
    const VectorF other = gaussianRow(1301, random);
    const auto learn = [&](int threads) {
        WorkerTeam team(threads);
        Descent descent(lesson.data(), start, {}, team);
        descent.setSense({Polarity::Unpopular, 1}, other);
        EXPECT_EQ(descent.model().unpopular.row(1).transpose(), other);
        EXPECT_EQ(descent.model().unpopular.row(0), start.unpopular.row(0));
        descent.run({.order = lesson.order, .batch = 40, .learningRate = 2.0});
        return descent.model();
    };
    const auto alone = learn(1);
    EXPECT_NE(alone.unpopular.row(1).transpose(), other);
    for (const int threads : {2, 3}) {
        const auto shared = learn(threads);
        EXPECT_EQ(alone.popular, shared.popular) << threads << " threads";
        EXPECT_EQ(alone.unpopular, shared.unpopular) << threads << " threads";
    }
}

TEST(Descent, ABatchWithoutAViablePairTakesNoStepNotEvenOfDecay)
{
    Random random(3);
    const Lesson lesson(50, 10, random);
    const auto start = lesson.gaussianModel(2, 2, random);
    const auto zeros = std::span(lesson.order).first(20); // the least popular, all of count 0
    const auto end = lesson.learn(start, {.regularisation = 0.1},
                                  {.order = zeros, .batch = 20, .learningRate = 2.0});
    EXPECT_EQ(start.popular, end.popular);
    EXPECT_EQ(start.unpopular, end.unpopular);
}

TEST(Descent, TheRateFallsFromBatchToBatch)
{
    const DescentPlan plan{.order = {}, .batch = 10, .learningRate = 2.0, .fall = 0.25};
    EXPECT_EQ(plan.rateOf(0), 2.0);
    EXPECT_EQ(plan.rateOf(3), 1.25);
}

TEST(Descent, CountsWhatHappened)
{
    Random random(3);
    const Lesson lesson(50, 10, random);
    WorkerTeam team(1);
    Descent descent(lesson.data(), lesson.gaussianModel(2, 1, random), {.keepCoefficients = true},
                    team);
    EXPECT_EQ(descent.run({.order = lesson.order, .batch = 20, .learningRate = 1.0}), 3U);
    const auto tally = descent.takeTally();
    EXPECT_EQ(tally.examples, 50U);
    EXPECT_EQ(tally.wins[0] + tally.wins[1], 50U);
    EXPECT_EQ(tally.wins[2], 50U);
    EXPECT_GT(tally.loss(), 0.0);
    const auto popular = descent.lastCoefficients(Polarity::Popular);
    EXPECT_EQ(std::accumulate(popular.begin(), popular.end(), 0.0F), 0.0F);
    EXPECT_EQ(descent.takeTally().examples, 0U);
    EXPECT_EQ(descent.takeTally().loss(), 0.0);
}

TEST(Descent, RejectsWhatDoesNotFit)
{
    Random random(3);
    Lesson lesson(20, 10, random);
    WorkerTeam team(1);
    const auto model = lesson.gaussianModel(1, 1, random);
    auto narrow = model;
    narrow.mean.resize(9);
    EXPECT_THROW(Descent(lesson.data(), narrow, {}, team), std::invalid_argument);
    auto none = model;
    none.popular.resize(0, 10);
    EXPECT_THROW(Descent(lesson.data(), none, {}, team), std::invalid_argument);
    std::swap(lesson.y.front(), lesson.y.back());
    EXPECT_THROW(Descent(lesson.data(), model, {}, team), std::invalid_argument);
    lesson.y.pop_back();
    EXPECT_THROW(Descent(lesson.data(), model, {}, team), std::invalid_argument);
}

} // namespace
} // namespace core
