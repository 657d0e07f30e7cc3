#include "core/evaluation/evaluation.h"
#include "core/evaluation/head_ranking.h"
#include "tests/golden/draws.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

namespace core {
namespace {

using Json = nlohmann::json;

/// One input of tests/golden/evaluation.py, drawn as there.
struct Lists {
    std::vector<double> predicted;
    std::vector<double> truth;
    std::vector<double> y; ///< log(truth + 1)

    explicit Lists(std::uint64_t seed)
    {
        Draws draws(seed);
        const std::uint64_t size = seed % 50 == 0 ? 300 : 1 + draws.below(40);
        const auto truthKind = draws.below(4);
        const auto predictedKind = draws.below(4);
        for (std::uint64_t i = 0; i < size; ++i) {
            truth.push_back(truthValue(draws, truthKind));
            y.push_back(std::log1p(truth.back()));
            predicted.push_back(predictedValue(draws, predictedKind, truth.back()));
        }
    }

private:
    static double truthValue(Draws& draws, std::uint64_t kind)
    {
        switch (kind) {
        case 0:
            return static_cast<double>(draws.below(3));
        case 1:
            return static_cast<double>(draws.below(1 + draws.below(9)));
        case 2: {
            const auto share = draws.below(100);
            if (share < 82)
                return share < 65 ? 0.0 : 1.0;
            return static_cast<double>(2 + draws.below(100000));
        }
        default:
            return static_cast<double>(draws.below(1000000));
        }
    }

    static double predictedValue(Draws& draws, std::uint64_t kind, double truth)
    {
        switch (kind) {
        case 0:
            return 0.25 * (static_cast<double>(draws.below(9)) - 4.0);
        case 1:
            return static_cast<double>(draws.below(0x80000000U)) / 0x1p31 - 0.5;
        case 2:
            return truth + static_cast<double>(draws.below(64)) / 4.0;
        default: {
            const double sign = draws.below(2) != 0 ? -1.0 : 1.0;
            return sign * static_cast<double>(draws.below(3)) - truth;
        }
        }
    }
};

/// Twice the sum of rank times place: another for nearly every wrong list of ranks.
double checkOf(const std::vector<double>& values)
{
    const Vector ranks = averageRanks(values);
    return 2.0 * ranks.dot(Vector::LinSpaced(ranks.size(), 1.0, static_cast<double>(ranks.size())));
}

void expectAgreement(const std::optional<double>& ours, const Json& theirs)
{
    ASSERT_EQ(ours.has_value(), !theirs.is_null());
    if (ours) {
        ASSERT_NEAR(*ours, theirs.get<double>(), 1e-9);
    }
}

Json goldenAnswers()
{
    return Json::parse(std::ifstream(std::filesystem::path(SENSESCOPE_SOURCE_DIR)
                                     / "tests/golden/evaluation.json"));
}

TEST(HeadRanking, AgreesWithScikitLearnOnTwelveHundredListsWithTies)
{
    const auto golden = goldenAnswers();
    ASSERT_EQ(golden.size(), 1200U);
    for (std::size_t seed = 0; seed < golden.size(); ++seed) {
        SCOPED_TRACE(seed);
        const Lists lists(seed);
        const auto& answers = golden.at(seed);
        if (lists.y.size() < 2)
            continue; // scikit-learn has no answer
        expectAgreement(auc(lists.predicted, lists.y), answers.at(7));
        expectAgreement(ndcg(lists.predicted, lists.y), answers.at(8));
        expectAgreement(orderedPairs(lists.predicted, lists.y), answers.at(9));
        if (HasFatalFailure())
            return;
    }
}

TEST(RankCorrelation, AgreesWithSciPyOnTwelveHundredListsWithTies)
{
    const auto golden = goldenAnswers();
    ASSERT_EQ(golden.size(), 1200U);
    for (std::size_t seed = 0; seed < golden.size(); ++seed) {
        SCOPED_TRACE(seed);
        const Lists lists(seed);
        const auto& answers = golden.at(seed);
        ASSERT_DOUBLE_EQ(checkOf(lists.predicted), answers.at(0).get<double>());
        ASSERT_DOUBLE_EQ(checkOf(lists.truth), answers.at(1).get<double>());
        expectAgreement(spearmanRho(lists.predicted, lists.truth), answers.at(2));
        expectAgreement(equation6Rho(lists.predicted, lists.truth), answers.at(3));
        expectAgreement(equation6Null(lists.truth), answers.at(4));
        expectAgreement(rhoCeiling(lists.truth), answers.at(5));
        expectAgreement(kendallTauB(lists.predicted, lists.truth), answers.at(6));
        if (HasFatalFailure())
            return;
    }
}

} // namespace
} // namespace core
