#include "core/evaluation/rank_correlation.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace core {
namespace {

/// Gaussian scores and truths, of which authors share a part.
struct Sample {
    std::vector<double> scores;
    std::vector<double> truth;
    std::vector<std::int32_t> authors;

    /// correlation   of scores and truth of every item
    /// shared        part of both variances that an author's items have in common
    Sample(int authorCount, int each, double correlation, double shared, Random& random)
    {
        for (int author = 0; author < authorCount; ++author) {
            const auto [ownScore, ownTruth] = pair(correlation, random);
            for (int i = 0; i < each; ++i) {
                const auto [score, popularity] = pair(correlation, random);
                scores.push_back(std::sqrt(shared) * ownScore + std::sqrt(1.0 - shared) * score);
                truth.push_back(std::sqrt(shared) * ownTruth
                                + std::sqrt(1.0 - shared) * popularity);
                authors.push_back(author);
            }
        }
    }

private:
    static std::pair<double, double> pair(double correlation, Random& random)
    {
        const double x = random.normal();
        const double rest = std::sqrt(1.0 - correlation * correlation);
        return {x, correlation * x + rest * random.normal()};
    }
};

/// ρ of the population from which Sample draws.
double truthOf(double correlation)
{
    return 6.0 / std::numbers::pi * std::asin(0.5 * correlation);
}

bool contains(const Interval& interval, double value)
{
    return interval.low <= value && value <= interval.high;
}

bool operator==(const Interval& a, const Interval& b)
{
    return a.low == b.low && a.high == b.high;
}

TEST(Bootstrap, ContainsTheTruthAsOftenAsItSays)
{
    Random random(95);
    constexpr int kSimulations = 300;
    for (const double level : {0.8, 0.95}) {
        int hits = 0;
        for (int i = 0; i < kSimulations; ++i) {
            const Sample sample(120, 1, 0.4, 0.0, random);
            const BootstrapOptions options{
                .resamples = 300, .level = level, .seed = random.next(), .threads = 1};
            hits += contains(bootstrapRho(sample.scores, sample.truth, {}, options).value(),
                             truthOf(0.4))
                        ? 1
                        : 0;
        }
        // Three standard errors, and the little that a percentile interval lacks.
        EXPECT_NEAR(static_cast<double>(hits) / kSimulations, level, 0.07) << level;
    }
}

TEST(Bootstrap, ByAuthorContainsTheTruthWhereByImageDoesNot)
{
    Random random(5);
    constexpr int kSimulations = 200;
    int byAuthor = 0;
    int byImage = 0;
    for (int i = 0; i < kSimulations; ++i) {
        const Sample sample(40, 10, 0.3, 0.8, random);
        const BootstrapOptions options{.resamples = 200, .seed = random.next(), .threads = 1};
        const auto authors =
            bootstrapRho(sample.scores, sample.truth, sample.authors, options).value();
        const auto images = bootstrapRho(sample.scores, sample.truth, {}, options).value();
        byAuthor += contains(authors, truthOf(0.3)) ? 1 : 0;
        byImage += contains(images, truthOf(0.3)) ? 1 : 0;
    }
    EXPECT_GT(byAuthor, 175);
    EXPECT_LT(byImage, 140);
}

TEST(Bootstrap, TheSeedDecidesAndTheThreadsDoNot)
{
    Random random(5);
    const Sample sample(50, 5, 0.3, 0.5, random);
    const auto interval = [&](std::uint64_t seed, int threads) {
        return bootstrapRho(sample.scores, sample.truth, sample.authors,
                            {.resamples = 101, .seed = seed, .threads = threads})
            .value();
    };
    const auto alone = interval(3, 1);
    for (const int threads : {1, 2, 3, 5})
        EXPECT_TRUE(alone == interval(3, threads)) << threads << " threads";
    EXPECT_FALSE(alone == interval(4, 1));
}

TEST(Bootstrap, ImagesWithoutAKnownAuthorAreAuthorsOfTheirOwn)
{
    Random random(5);
    const Sample sample(30, 4, 0.3, 0.5, random);
    const auto interval = [&](const std::vector<std::int32_t>& authors) {
        return bootstrapRho(sample.scores, sample.truth, authors, {.resamples = 60}).value();
    };
    std::vector<std::int32_t> apart(120);
    std::iota(apart.begin(), apart.end(), 7);
    EXPECT_TRUE(interval({}) == interval(std::vector<std::int32_t>(120, -1)));
    EXPECT_TRUE(interval({}) == interval(apart));
    EXPECT_FALSE(interval({}) == interval(sample.authors));
}

TEST(Bootstrap, IsNarrowerOnMoreImagesAndWiderAtAHigherLevel)
{
    Random random(6);
    const Sample few(60, 1, 0.4, 0.0, random);
    const Sample many(3000, 1, 0.4, 0.0, random);
    const auto width = [](const Sample& sample, double level) {
        const auto interval =
            bootstrapRho(sample.scores, sample.truth, {}, {.resamples = 200, .level = level});
        return interval.value().high - interval.value().low;
    };
    EXPECT_LT(width(many, 0.95), 0.3 * width(few, 0.95));
    EXPECT_LT(width(few, 0.5), width(few, 0.95));
}

TEST(Bootstrap, LeavesOutResamplesThatOrderNothing)
{
    // Three images: one resample in nine draws one of them alone.
    const std::vector scores{1.0, 2.0, 3.0};
    const std::vector truth{0.0, 0.0, 1.0};
    const auto interval = bootstrapRho(scores, truth, {}, {.resamples = 500}).value();
    EXPECT_TRUE(std::isfinite(interval.low));
    EXPECT_LE(interval.high, 1.0);
    EXPECT_EQ(bootstrapRho(scores, std::vector{2.0, 2.0, 2.0}, {}, {}).has_value(), false);
    // All of one author: every resample is the whole sample.
    const std::vector<std::int32_t> one(3, 4);
    const auto whole = bootstrapRho(scores, truth, one, {.resamples = 20}).value();
    EXPECT_DOUBLE_EQ(whole.low, spearmanRho(scores, truth).value());
    EXPECT_DOUBLE_EQ(whole.high, whole.low);
}

TEST(PairedBootstrap, TurnsItsSignWhenTheScorersChangePlaces)
{
    Random random(8);
    const Sample sample(60, 3, 0.5, 0.4, random);
    const Sample other(60, 3, 0.0, 0.0, random);
    for (const bool known : {false, true}) {
        const auto authors = known ? sample.authors : std::vector<std::int32_t>();
        const BootstrapOptions options{.resamples = 200};
        const auto there =
            compareRho({sample.scores, other.scores}, sample.truth, authors, options).value();
        const auto back =
            compareRho({other.scores, sample.scores}, sample.truth, authors, options).value();
        EXPECT_DOUBLE_EQ(there.difference, -back.difference);
        EXPECT_NEAR(there.interval.low, -back.interval.high, 1e-12);
        EXPECT_NEAR(there.interval.high, -back.interval.low, 1e-12);
        EXPECT_EQ(there.p, back.p);
        EXPECT_GT(there.interval.low, 0.0);
        EXPECT_EQ(there.p, 1.0 / 201.0) << "no resample says otherwise";
    }
}

TEST(PairedBootstrap, AScorerDoesNotDifferFromItselfOrFromWhatOrdersAlike)
{
    Random random(8);
    const Sample sample(100, 1, 0.5, 0.0, random);
    auto stretched = sample.scores;
    for (auto& score : stretched)
        score = std::exp(score);
    const auto comparison =
        compareRho({sample.scores, stretched}, sample.truth, {}, {.resamples = 100}).value();
    EXPECT_EQ(comparison.difference, 0.0);
    EXPECT_TRUE((comparison.interval == Interval{0.0, 0.0}));
    EXPECT_EQ(comparison.p, 1.0);
}

TEST(PairedBootstrap, CallsChanceADifferenceAsRarelyAsItSays)
{
    Random random(8);
    int found = 0;
    constexpr int kSimulations = 300;
    for (int i = 0; i < kSimulations; ++i) {
        const Sample sample(100, 1, 0.0, 0.0, random);
        const Sample other(100, 1, 0.0, 0.0, random);
        const BootstrapOptions options{.resamples = 200, .seed = random.next(), .threads = 1};
        found +=
            compareRho({sample.scores, other.scores}, sample.truth, {}, options).value().p < 0.1
                ? 1
                : 0;
    }
    EXPECT_NEAR(static_cast<double>(found) / kSimulations, 0.1, 0.06);
}

TEST(PairedBootstrap, SeesMoreThanTwoIntervalsThatOverlap)
{
    // Two scorers that share nearly everything: each ρ is uncertain, their difference is not.
    Random random(4);
    const Sample sample(150, 1, 0.4, 0.0, random);
    auto better = sample.scores;
    for (std::size_t i = 0; i < better.size(); ++i)
        better[i] += 0.15 * sample.truth[i];
    const BootstrapOptions options{.resamples = 300};
    const auto lower = bootstrapRho(sample.scores, sample.truth, {}, options).value();
    const auto upper = bootstrapRho(better, sample.truth, {}, options).value();
    EXPECT_GT(lower.high, upper.low);
    EXPECT_GT(compareRho({better, sample.scores}, sample.truth, {}, options).value().interval.low,
              0.0);
}

TEST(Bootstrap, RejectsWhatTheCallerGotWrongAndStops)
{
    const std::vector x{1.0, 2.0, 3.0};
    const std::vector y{1.0, 3.0, 2.0};
    const std::vector one{1.0};
    const std::vector<std::int32_t> two{1, 2};
    EXPECT_THROW(bootstrapRho(x, y, two, {}), std::invalid_argument);
    EXPECT_THROW(bootstrapRho(x, y, {}, {.resamples = 0}), std::invalid_argument);
    EXPECT_THROW(bootstrapRho(x, y, {}, {.level = 1.0}), std::invalid_argument);
    EXPECT_THROW(bootstrapRho(x, std::vector{1.0}, {}, {}), std::invalid_argument);
    EXPECT_THROW(compareRho({x, one}, y, {}, {}), std::invalid_argument);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(bootstrapRho(x, y, {}, {}, source.get_token()), Cancelled);
}

TEST(Bootstrap, TellsHowFarItIs)
{
    Random random(4);
    const Sample sample(50, 1, 0.4, 0.0, random);
    std::size_t last = 0;
    const BootstrapOptions options{
        .resamples = 37, .threads = 2, .observe = [&](const Progress& progress) {
            EXPECT_EQ(progress.total, 37U);
            EXPECT_GE(progress.done, last);
            last = progress.done;
        }};
    bootstrapRho(sample.scores, sample.truth, {}, options);
    EXPECT_LE(last, 37U);
}

} // namespace
} // namespace core
