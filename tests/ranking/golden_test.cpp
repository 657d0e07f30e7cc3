#include "core/ranking/centring.h"
#include "core/ranking/descent.h"
#include "core/ranking/kernels.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace core {
namespace {

using Json = nlohmann::json;

/// The data of tests/golden/trainer.json, prepared as the trainer prepares its own.
struct Golden {
    Json file;
    MemoryRows rows;
    std::vector<std::size_t> members; ///< images in ascending order of y
    std::vector<double> y;
    VectorF mean;
    std::vector<float> norms;

    explicit Golden(Json read)
        : file(std::move(read))
        , rows(file.at("rows").size(), file.at("rows").at(0).size())
        , members(rowNumbers(rows.rows()))
    {
        for (std::size_t i = 0; i < rows.rows(); ++i)
            for (std::size_t c = 0; c < rows.columns(); ++c)
                rows.at(i, c) =
                    Eigen::numext::bit_cast<Half>(file.at("rows").at(i).at(c).get<std::uint16_t>());
        const auto counts = file.at("counts").get<std::vector<double>>();
        std::ranges::stable_sort(members, {}, [&](std::size_t i) { return counts[i]; });
        for (const auto image : members)
            y.push_back(std::log(counts[image] + 1.0));
        mean = meanRow(rows, rowNumbers(rows.rows()), {.threads = 1});
        norms = inverseNorms(rows, members, mean, {.threads = 1});
    }

    DescentData data() const
    {
        return {.rows = &rows, .members = members, .y = y, .inverseNorms = norms};
    }

    /// The batches one after another, as places among the members.
    std::vector<std::uint32_t> order() const
    {
        std::vector<std::uint32_t> placeOf(members.size());
        for (std::uint32_t place = 0; place < members.size(); ++place)
            placeOf[members[place]] = place;
        std::vector<std::uint32_t> places;
        for (const auto& batch : file.at("batches")) {
            const auto first = static_cast<std::ptrdiff_t>(places.size());
            for (const auto& image : batch)
                places.push_back(placeOf.at(image.get<std::size_t>()));
            std::sort(places.begin() + first, places.end());
        }
        return places;
    }

    SenseModel start(const Json& which) const
    {
        const auto weights = [&](const char* half, Eigen::Index senses) {
            MatrixF matrix(senses, static_cast<Eigen::Index>(rows.columns()));
            const auto unit = file.at("start_unit").get<float>();
            for (Eigen::Index s = 0; s < senses; ++s)
                for (Eigen::Index c = 0; c < matrix.cols(); ++c)
                    matrix(s, c) = unit
                                   * file.at(half)
                                         .at(static_cast<std::size_t>(s))
                                         .at(static_cast<std::size_t>(c))
                                         .get<float>();
            return matrix;
        };
        return {.popular = weights("start_popular", which.at("popular").get<Eigen::Index>()),
                .unpopular = weights("start_unpopular", which.at("unpopular").get<Eigen::Index>()),
                .mean = mean};
    }
};

const Golden& golden()
{
    static const Golden read(Json::parse(
        std::ifstream(std::filesystem::path(SENSESCOPE_SOURCE_DIR) / "tests/golden/trainer.json")));
    return read;
}

DescentOptions optionsOf(const Json& which)
{
    const auto margin = which.at("margin").get<std::string>();
    return {.margin = margin == "fixed"        ? Margin::Fixed
                      : margin == "difference" ? Margin::Difference
                                               : Margin::Soft,
            .alpha = which.at("alpha").get<double>(),
            .regularisation = which.at("lambda").get<double>()};
}

/// One case of the golden file, by a team of its own.
struct Outcome {
    SenseModel model;
    DescentTally tally;

    Outcome(const Json& which, int threads)
    {
        WorkerTeam team(threads);
        Descent descent(golden().data(), golden().start(which), optionsOf(which), team);
        const auto order = golden().order();
        const auto rate = golden().file.at("learning_rate").get<double>();
        const std::size_t epoch = golden().members.size();
        const auto batch = golden().file.at("batch").get<std::size_t>();
        const double fall = rate / static_cast<double>(golden().file.at("batches").size());
        std::size_t steps = 0;
        for (std::size_t first = 0; first < order.size(); first += epoch)
            steps += descent.run({.order = std::span(order).subspan(first, epoch),
                                  .batch = batch,
                                  .learningRate = rate - fall * static_cast<double>(steps),
                                  .fall = fall});
        EXPECT_EQ(steps, 200U);
        model = descent.model();
        tally = descent.takeTally();
    }
};

double farthest(const SenseModel& model, const Json& weights)
{
    MatrixF all(model.popular.rows() + model.unpopular.rows(), model.popular.cols());
    all << model.popular, model.unpopular;
    double most = 0.0;
    for (Eigen::Index s = 0; s < all.rows(); ++s)
        for (Eigen::Index c = 0; c < all.cols(); ++c)
            most = std::max(most, std::abs(static_cast<double>(all(s, c))
                                           - weights.at(static_cast<std::size_t>(s))
                                                 .at(static_cast<std::size_t>(c))
                                                 .get<double>()));
    return most;
}

class GoldenTest : public testing::TestWithParam<std::size_t> {
protected:
    const Json& result = golden().file.at("results").at(GetParam());
};

std::string caseName(const testing::TestParamInfo<std::size_t>& parameter)
{
    const auto& which = golden().file.at("results").at(parameter.param).at("case");
    return which.at("margin").get<std::string>() + std::to_string(which.at("popular").get<int>())
           + "And" + std::to_string(which.at("unpopular").get<int>());
}

TEST_P(GoldenTest, TheWeightsAreThoseOfALoopOverPairsInDouble)
{
    ASSERT_EQ(result.at("weights").size(),
              result.at("case").at("popular").get<std::size_t>()
                  + result.at("case").at("unpopular").get<std::size_t>());
    for (const int threads : {1, 2}) {
        const Outcome outcome(result.at("case"), threads);
        EXPECT_LT(farthest(outcome.model, result.at("weights")), 1e-4) << result.at("case");
    }
}

TEST_P(GoldenTest, TheLossThePairsAndTheWinnersAreThoseOfALoopOverPairs)
{
    const auto tally = Outcome(result.at("case"), 1).tally;
    const auto hinges = result.at("hinge_sum").get<double>();
    EXPECT_EQ(tally.viable, result.at("pairs").get<std::size_t>());
    EXPECT_NEAR(tally.hingeSum, hinges, 1e-5 * hinges);
    EXPECT_EQ(tally.wins, result.at("wins").get<std::vector<std::size_t>>());
    EXPECT_EQ(tally.examples, 40 * golden().members.size());
}

INSTANTIATE_TEST_SUITE_P(Trainer, GoldenTest, testing::Range<std::size_t>(0, 7), caseName);

/// Lets the kernels run on one instruction set of this machine's only.
class OnlyOneTarget {
public:
    explicit OnlyOneTarget(std::int64_t target)
    {
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(target);
    }
    OnlyOneTarget(const OnlyOneTarget&) = delete;
    OnlyOneTarget& operator=(const OnlyOneTarget&) = delete;
    OnlyOneTarget(OnlyOneTarget&&) = delete;
    OnlyOneTarget& operator=(OnlyOneTarget&&) = delete;
    ~OnlyOneTarget()
    {
        hwy::SetSupportedTargetsForTest(0);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
};

TEST(GoldenData, AreReachedOnEveryInstructionSetOfThisMachine)
{
    const auto& result = golden().file.at("results").back();
    std::set<std::string> used;
    for (const auto target : hwy::SupportedAndGeneratedTargets()) {
        const OnlyOneTarget only(target);
        used.insert(instructionSetName());
        EXPECT_EQ(instructionSetName(), hwy::TargetName(target));
        EXPECT_LT(farthest(Outcome(result.at("case"), 1).model, result.at("weights")), 1e-4)
            << instructionSetName();
    }
    EXPECT_TRUE(used.contains(instructionSetName()));
}

TEST(GoldenData, HoldWhatRealDataHold)
{
    const auto& data = golden();
    ASSERT_EQ(data.file.at("results").size(), 7U);
    ASSERT_EQ(data.file.at("batches").size(), 200U);
    EXPECT_EQ(std::ranges::count(data.norms, 0.0F), 1) << "the row equal to the mean";
    EXPECT_GT(std::ranges::count(data.y, 0.0), 60);
    EXPECT_EQ(data.file.at("batches").at(4).size(), 16U) << "a short last batch";
    const auto counts = data.file.at("counts").get<std::vector<int>>();
    const auto ordersNothing = [&](const Json& batch) {
        return std::ranges::all_of(batch, [&](const Json& i) { return counts[i] == 0; });
    };
    EXPECT_TRUE(std::ranges::any_of(data.file.at("batches"), ordersNothing));
}

} // namespace
} // namespace core
