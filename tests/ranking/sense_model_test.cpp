#include "core/progress.h"
#include "core/ranking/centring.h"
#include "core/ranking/sense_model.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace core {
namespace {

MatrixF gaussian(Eigen::Index rows, Eigen::Index columns, Random& random)
{
    MatrixF made(rows, columns);
    for (auto& value : made.reshaped())
        value = static_cast<float>(random.normal());
    return made;
}

SenseModel randomModel(Eigen::Index popular, Eigen::Index unpopular, Eigen::Index columns,
                       Random& random)
{
    return {.popular = gaussian(popular, columns, random),
            .unpopular = gaussian(unpopular, columns, random),
            .mean = gaussian(1, columns, random).row(0)};
}

/// w·x' by the definition, in double.
double responseByDefinition(const MemoryRows& rows, std::size_t row, const SenseModel& model,
                            const MatrixF& weights, Eigen::Index sense)
{
    double product = 0.0;
    double squared = 0.0;
    for (std::size_t c = 0; c < rows.columns(); ++c) {
        const auto column = static_cast<Eigen::Index>(c);
        const double centred = rows.value(row, c) - static_cast<double>(model.mean[column]);
        product += centred * static_cast<double>(weights(sense, column));
        squared += centred * centred;
    }
    return squared == 0.0 ? 0.0 : product / std::sqrt(squared);
}

TEST(Respond, AgreesWithTheDefinitionForEveryShape)
{
    Random random(1);
    for (const std::size_t columns : {1U, 3U, 15U, 16U, 17U, 40U, 129U, 300U}) {
        for (const Eigen::Index popular : {1, 2, 3, 4, 5, 6, 11}) {
            const Eigen::Index unpopular = popular % 4;
            const auto rows = randomRows(67, columns, random);
            const auto model =
                randomModel(popular, unpopular, static_cast<Eigen::Index>(columns), random);
            const auto responses = respond(rows, rowNumbers(67), model, 1);
            for (std::size_t i = 0; i < 67; ++i) {
                const auto row = static_cast<Eigen::Index>(i);
                for (Eigen::Index s = 0; s < popular; ++s)
                    ASSERT_NEAR(static_cast<double>(responses.popular(row, s)),
                                responseByDefinition(rows, i, model, model.popular, s), 2e-5);
                for (Eigen::Index s = 0; s < unpopular; ++s)
                    ASSERT_NEAR(static_cast<double>(responses.unpopular(row, s)),
                                responseByDefinition(rows, i, model, model.unpopular, s), 2e-5);
            }
        }
    }
}

TEST(Respond, GivesARowTheSameBitsInAnyCompanyAndOnAnyThreads)
{
    Random random(4);
    const auto rows = randomRows(500, 130, random);
    const auto model = randomModel(5, 3, 130, random);
    const auto all = respond(rows, rowNumbers(500), model, 1);
    const auto threaded = respond(rows, rowNumbers(500), model, 3);
    EXPECT_EQ(all.popular, threaded.popular);
    EXPECT_EQ(all.unpopular, threaded.unpopular);
    for (const std::size_t i : {0U, 77U, 499U}) {
        const std::vector<std::size_t> alone{i};
        EXPECT_EQ(respond(rows, alone, model).popular.row(0),
                  all.popular.row(static_cast<Eigen::Index>(i)));
    }
}

TEST(Respond, ARowEqualToTheMeanRespondsWithNothing)
{
    Random random(4);
    auto rows = randomRows(2, 50, random);
    auto model = randomModel(2, 2, 50, random);
    for (std::size_t c = 0; c < 50; ++c)
        model.mean[static_cast<Eigen::Index>(c)] = static_cast<float>(rows.at(1, c));
    const auto responses = respond(rows, rowNumbers(2), model);
    EXPECT_TRUE(responses.popular.row(1).isZero(0.0F));
    EXPECT_FALSE(responses.popular.row(0).isZero(0.0F));
    EXPECT_EQ(responses.score(1), 0.0F);
}

TEST(Respond, RejectsRowsThatDoNotFitAndStops)
{
    Random random(4);
    const auto rows = randomRows(3, 8, random);
    const auto model = randomModel(1, 0, 9, random);
    EXPECT_THROW(respond(rows, rowNumbers(3), model), std::invalid_argument);
    const auto fitting = randomModel(1, 0, 8, random);
    EXPECT_THROW(respond(rows, rowNumbers(4), fitting), std::invalid_argument);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(respond(rows, rowNumbers(3), fitting, 1, source.get_token()), Cancelled);
    EXPECT_EQ(respond(rows, {}, fitting).rows(), 0U);
}

TEST(Responses, ScoreIsThePopularMaximumLessTheUnpopularOne)
{
    Responses responses{.popular = MatrixF(1, 3), .unpopular = MatrixF(1, 2)};
    responses.popular << 1.0F, 4.0F, 4.0F;
    responses.unpopular << -3.0F, -1.0F;
    EXPECT_EQ(responses.score(0), 5.0F);
    EXPECT_EQ(responses.scores(), std::vector{5.0F});
    EXPECT_EQ(responses.responding(0, Polarity::Popular), 1) << "the first of equals";
    EXPECT_EQ(responses.responding(0, Polarity::Unpopular), 1);
    responses.unpopular.resize(1, 0);
    EXPECT_EQ(responses.score(0), 4.0F);
}

TEST(SenseId, IsNamedBySignAndNumber)
{
    EXPECT_EQ((SenseId{Polarity::Popular, 0}.name()), "+1");
    EXPECT_EQ((SenseId{Polarity::Unpopular, 2}.name()), "-3");
}

TEST(SenseModel, ListsThePopularSensesFirst)
{
    Random random(4);
    const auto senses = randomModel(2, 1, 4, random).senses();
    ASSERT_EQ(senses.size(), 3U);
    EXPECT_EQ(senses[1].name(), "+2");
    EXPECT_EQ(senses[2].name(), "-1");
}

TEST(Centring, TheMeanIsThatOfTheAskedForRows)
{
    MemoryRows rows(4, 3);
    for (std::size_t c = 0; c < 3; ++c) {
        rows.set(0, c, 1.0);
        rows.set(1, c, 500.0);
        rows.set(2, c, 2.0 * static_cast<double>(c));
        rows.set(3, c, 3.0);
    }
    const std::vector<std::size_t> wanted{3, 0, 2};
    const VectorF mean = meanRow(rows, wanted, {.threads = 2});
    EXPECT_FLOAT_EQ(mean[0], 4.0F / 3.0F);
    EXPECT_FLOAT_EQ(mean[2], 8.0F / 3.0F);
}

TEST(Centring, TheMeanHasTheSameBitsOnAnyThreads)
{
    Random random(8);
    const auto rows = randomRows(700, 1100, random);
    EXPECT_EQ(meanRow(rows, rowNumbers(700), {.threads = 1}),
              meanRow(rows, rowNumbers(700), {.threads = 4}));
}

TEST(Centring, ARowThatIsTheMeanButForRoundingCountsAsTheMean)
{
    MemoryRows rows(1, 3);
    for (std::size_t c = 0; c < 3; ++c)
        rows.set(0, c, 10.0);
    VectorF mean = VectorF::Constant(3, 10.0F);
    mean[1] = std::nextafter(10.0F, 11.0F);
    EXPECT_EQ(InverseNorm(mean)(rows.row(0)), 0.0F);
    mean[1] = 10.01F;
    EXPECT_NEAR(InverseNorm(mean)(rows.row(0)), 100.0F, 0.1F);
}

} // namespace
} // namespace core
