#include "core/evaluation/evaluation.h"

#include "core/evaluation/head_ranking.h"

#include <algorithm>

namespace core {

namespace {

constexpr double kClearly = 0.02; // where nothing is known of chance

} // namespace

Evaluation evaluate(std::span<const double> scores, std::span<const double> y,
                    std::span<const std::int32_t> groups, const BootstrapOptions& options,
                    const std::stop_token& stop)
{
    Evaluation result;
    result.images = y.size();
    result.rho = spearmanRho(scores, y);
    result.rhoEq6 = equation6Rho(scores, y);
    result.rhoEq6Null = equation6Null(y);
    result.rhoCeiling = rhoCeiling(y);
    result.kendallTauB = kendallTauB(scores, y);
    result.orderedPairs = orderedPairs(scores, y);
    result.auc = auc(scores, y);
    result.ndcg = ndcg(scores, y);
    result.precision1 = headPrecision(scores, y, 0.01);
    result.precision10 = headPrecision(scores, y, 0.1);
    // log(c + 1) is 0 exactly where c is.
    if (!y.empty())
        result.zeroShare = static_cast<double>(std::count(y.begin(), y.end(), 0.0))
                           / static_cast<double>(y.size());
    result.rhoInterval = bootstrapRho(scores, y, groups, options, stop);
    return result;
}

std::optional<Confounded> confoundOf(const Evaluation& evaluation)
{
    const auto& [author, time, linear, svr] = evaluation.baselines;
    if (!evaluation.rho || std::max(author, time) == std::nullopt)
        return std::nullopt;
    const Confounded best =
        time > author ? Confounded{Confound::Time, *time} : Confounded{Confound::Author, *author};
    const double most =
        evaluation.rhoInterval ? evaluation.rhoInterval->high : *evaluation.rho + kClearly;
    return best.rho > most ? std::optional(best) : std::nullopt;
}

} // namespace core
