#include "core/ranking/revival.h"

#include "core/ranking/starting_model.h"

#include <algorithm>
#include <numeric>

namespace core {

namespace {

constexpr std::size_t kImagesEach = 100;

/// Places of the `count` images that should respond more than they do by the most pairs.
std::vector<std::size_t> worstRanked(std::span<const float> coefficients, std::size_t count)
{
    std::vector<std::size_t> places(coefficients.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    count = std::min(count, places.size());
    // The loss falls as a response rises where its coefficient is negative.
    std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(count),
                              [&](std::size_t a, std::size_t b) {
                                  return coefficients[a] != coefficients[b]
                                             ? coefficients[a] < coefficients[b]
                                             : a < b;
                              });
    places.resize(count);
    return places;
}

void reviveHalf(Descent& descent, const TrainingSet& set, const std::vector<SenseId>& dead)
{
    const SenseModel model = descent.model();
    const auto& weights =
        dead.front().polarity == Polarity::Popular ? model.popular : model.unpopular;
    const float length = weights.rowwise().norm().mean();
    const auto worst =
        worstRanked(descent.lastCoefficients(dead.front().polarity), kImagesEach * dead.size());
    for (std::size_t k = 0; k < dead.size(); ++k) {
        std::vector<std::size_t> own;
        for (std::size_t i = k; i < worst.size(); i += dead.size())
            own.push_back(worst[i]);
        if (own.empty())
            continue;
        const VectorF direction = centredRows(set, own).colwise().mean();
        if (direction.norm() > 0.0F)
            descent.setSense(dead[k], direction * (length / direction.norm()));
    }
}

} // namespace

std::vector<SenseId> deadSenses(const DescentTally& tally, const SenseModel& model)
{
    std::vector<SenseId> dead;
    const auto senses = model.senses();
    for (std::size_t s = 0; s < senses.size(); ++s)
        if (static_cast<double>(tally.wins[s]) < kDeadShare * static_cast<double>(tally.examples))
            dead.push_back(senses[s]);
    return dead;
}

void reviveSenses(Descent& descent, const TrainingSet& set, const std::vector<SenseId>& dead)
{
    for (const auto polarity : {Polarity::Popular, Polarity::Unpopular}) {
        std::vector<SenseId> half;
        std::ranges::copy_if(dead, std::back_inserter(half),
                             [&](const SenseId& sense) { return sense.polarity == polarity; });
        if (!half.empty())
            reviveHalf(descent, set, half);
    }
}

} // namespace core
