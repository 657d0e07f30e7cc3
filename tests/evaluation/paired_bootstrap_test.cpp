#include "core/evaluation/rank_correlation.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace core {
namespace {

constexpr int kSimulations = 500;

struct Design {
    int authors = 200;
    int each = 1;                            ///< images of each author
    std::pair<double, double> correlation{}; ///< of truth with the scores of either run
};

/// Two runs on the same images. Half of what is wrong with their scores is the same in both, as
/// with two models that look at one picture; where an author has several images, these share 0.4 of
/// every variance.
class TwoRuns {
public:
    TwoRuns(const Design& design, Random& random)
    {
        for (int author = 0; author < design.authors; ++author) {
            const Draw shared(random);
            for (int i = 0; i < design.each; ++i) {
                const Draw own(random);
                add(design, design.each > 1 ? mixed(shared, own) : own);
                m_authors.push_back(author);
            }
        }
        if (design.each == 1)
            m_authors.clear();
    }

    Interval interval(std::uint64_t seed) const
    {
        return compareRho({m_first, m_second}, m_truth, m_authors,
                          {.resamples = 250, .seed = seed, .threads = 1})
            .value()
            .interval;
    }

private:
    /// Independent Gaussians of one image or of one author.
    struct Draw {
        double truth;
        double common;
        double first;
        double second;

        explicit Draw(Random& random)
            : truth(random.normal())
            , common(random.normal())
            , first(random.normal())
            , second(random.normal())
        {
        }
    };

    static Draw mixed(const Draw& shared, const Draw& own)
    {
        const auto mix = [](double a, double b) { return std::sqrt(0.4) * a + std::sqrt(0.6) * b; };
        Draw draw = own;
        draw.truth = mix(shared.truth, own.truth);
        draw.common = mix(shared.common, own.common);
        draw.first = mix(shared.first, own.first);
        draw.second = mix(shared.second, own.second);
        return draw;
    }

    void add(const Design& design, const Draw& draw)
    {
        const auto score = [&](double correlation, double own) {
            const double error = std::sqrt(0.5) * (draw.common + own);
            return correlation * draw.truth + std::sqrt(1.0 - correlation * correlation) * error;
        };
        m_truth.push_back(draw.truth);
        m_first.push_back(score(design.correlation.first, draw.first));
        m_second.push_back(score(design.correlation.second, draw.second));
    }

    std::vector<double> m_truth;
    std::vector<double> m_first;
    std::vector<double> m_second;
    std::vector<std::int32_t> m_authors;
};

/// ρ of a population of Gaussian pairs of this correlation.
double populationRho(double correlation)
{
    return 6.0 / std::numbers::pi * std::asin(0.5 * correlation);
}

/// How often the interval contains the difference of the population.
double coverage(const Design& design, std::uint64_t seed)
{
    const double difference =
        populationRho(design.correlation.first) - populationRho(design.correlation.second);
    Random random(seed);
    int hits = 0;
    for (int i = 0; i < kSimulations; ++i) {
        const TwoRuns runs(design, random);
        const auto interval = runs.interval(random.next());
        hits += interval.low <= difference && difference <= interval.high ? 1 : 0;
    }
    return static_cast<double>(hits) / kSimulations;
}

// Each bound is twice the standard error of 500 simulations from what an interval of 95% promises.

TEST(PairedBootstrapOnSimulatedRuns, FindsADifferenceThatIsNotThereInFivePercent)
{
    const double excluded = 1.0 - coverage({.correlation = {0.4, 0.4}}, 20);
    EXPECT_GE(excluded, 0.03);
    EXPECT_LE(excluded, 0.07);
}

TEST(PairedBootstrapOnSimulatedRuns, ContainsTheTrueDifferenceInNinetyFivePercent)
{
    const double covered = coverage({.correlation = {0.5, 0.25}}, 21);
    EXPECT_GE(covered, 0.93);
    EXPECT_LE(covered, 0.97);
}

TEST(PairedBootstrapOnSimulatedRuns, DoesSoWhereAuthorsAreDrawn)
{
    const Design design{.authors = 200, .each = 2, .correlation = {0.4, 0.4}};
    const double excluded = 1.0 - coverage(design, 22);
    EXPECT_GE(excluded, 0.03);
    EXPECT_LE(excluded, 0.07);
    auto different = design;
    different.correlation = {0.5, 0.25};
    const double covered = coverage(different, 23);
    EXPECT_GE(covered, 0.93);
    EXPECT_LE(covered, 0.97);
}

} // namespace
} // namespace core
