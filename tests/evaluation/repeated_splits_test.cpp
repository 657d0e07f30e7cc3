#include "core/evaluation/repeated_splits.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace core {
namespace {

constexpr std::size_t kImages = 60;

/// Every third image and then some, scored with `skill` between 0 and 1.
RepeatedScores madeScores(std::uint64_t seed, double skill, std::size_t splits = 3)
{
    RepeatedScores scores(splits);
    for (std::size_t s = 0; s < splits; ++s) {
        Random truth(100 + s); // of the split, whoever scores it
        Random noise(seed + s);
        for (std::uint32_t image = 0; image < kImages; ++image) {
            if (image % 3 != s && image % 5 != 0)
                continue;
            const double y = std::floor(truth.uniform() * 10.0);
            scores[s].images.push_back(image);
            scores[s].truth.push_back(y);
            scores[s].predicted.push_back(skill * y + (1.0 - skill) * noise.normal() * 5.0);
        }
    }
    return scores;
}

std::vector<double> valuesOf(const std::vector<double>& values,
                             const std::vector<std::size_t>& places)
{
    std::vector<double> chosen;
    chosen.reserve(places.size());
    for (const auto place : places)
        chosen.push_back(values[place]);
    return chosen;
}

TEST(RepeatedSplits, OfOneWholeSplitAreTheBootstrapOfOneRun)
{
    RepeatedScores scores = madeScores(7, 0.5, 1);
    std::iota(scores[0].images.begin(), scores[0].images.end(), 0U);
    const BootstrapOptions options{.resamples = 200, .seed = 3};
    const auto resamples =
        resampleRepeated(std::span(&scores, 1), scores[0].images.size(), {}, options);
    const auto repeated = repeatedRho(scores, resamples[0], options);
    const auto interval = bootstrapRho(scores[0].predicted, scores[0].truth, {}, options);
    ASSERT_TRUE(repeated && interval);
    EXPECT_DOUBLE_EQ(repeated->mean, *spearmanRho(scores[0].predicted, scores[0].truth));
    EXPECT_DOUBLE_EQ(repeated->interval.low, interval->low);
    EXPECT_DOUBLE_EQ(repeated->interval.high, interval->high);
    EXPECT_EQ(repeated->deviation, 0.0);
}

// Items are written out as often as they were drawn; the draws are read off a model whose
// "means" tell nothing else: the oracle draws them itself from the same seeds.
TEST(RepeatedSplits, AgreeWithResamplesWrittenOut)
{
    const auto scores = madeScores(11, 0.4);
    const BootstrapOptions options{.resamples = 25, .seed = 9};
    const auto fast = resampleRepeated(std::span(&scores, 1), kImages, {}, options);
    Random seeds(options.seed);
    for (int b = 0; b < options.resamples; ++b) {
        Random draw(seeds.next());
        std::vector<int> times(kImages, 0);
        for (std::size_t k = 0; k < kImages;) {
            const std::uint64_t product = (draw.next() >> 32U) * kImages;
            if (static_cast<std::uint32_t>(product) < (0U - std::uint32_t{kImages}) % kImages)
                continue;
            ++times[product >> 32U];
            ++k;
        }
        double sum = 0.0;
        for (const auto& split : scores) {
            std::vector<std::size_t> places;
            for (std::size_t i = 0; i < split.images.size(); ++i)
                places.insert(places.end(), static_cast<std::size_t>(times[split.images[i]]), i);
            sum += spearmanRho(valuesOf(split.predicted, places), valuesOf(split.truth, places))
                       .value();
        }
        EXPECT_NEAR(fast[0].means[static_cast<std::size_t>(b)], sum / 3.0, 1e-12) << b;
    }
}

TEST(RepeatedSplits, OfAModelAgainstItselfDifferByNothing)
{
    const std::vector models{madeScores(1, 0.6), madeScores(1, 0.6)};
    const BootstrapOptions options{.resamples = 100};
    const auto resamples = resampleRepeated(models, kImages, {}, options);
    const auto same = compareRepeated(models[0], resamples[0], models[1], resamples[1], options);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->difference, 0.0);
    EXPECT_EQ(same->interval.low, 0.0);
    EXPECT_EQ(same->interval.high, 0.0);
    EXPECT_EQ(same->p, 1.0);
}

TEST(RepeatedSplits, TellASkilledModelFromAnUnskilledOne)
{
    const std::vector models{madeScores(1, 0.9), madeScores(2, 0.0)};
    const BootstrapOptions options{.resamples = 300};
    const auto resamples = resampleRepeated(models, kImages, {}, options);
    const auto ours = compareRepeated(models[0], resamples[0], models[1], resamples[1], options);
    const auto theirs = compareRepeated(models[1], resamples[1], models[0], resamples[0], options);
    ASSERT_TRUE(ours && theirs);
    EXPECT_GT(ours->interval.low, 0.0);
    EXPECT_DOUBLE_EQ(ours->p, 1.0 / 301.0);
    EXPECT_DOUBLE_EQ(ours->difference, -theirs->difference);
    EXPECT_DOUBLE_EQ(ours->interval.low, -theirs->interval.high);
}

TEST(RepeatedSplits, DoNotDependOnTheNumberOfThreads)
{
    const std::vector models{madeScores(1, 0.3), madeScores(2, 0.5)};
    const std::vector<std::int32_t> authors = [] {
        std::vector<std::int32_t> made(kImages);
        for (std::size_t i = 0; i < kImages; ++i)
            made[i] = static_cast<std::int32_t>(i / 4);
        return made;
    }();
    const auto one = resampleRepeated(models, kImages, authors, {.resamples = 50, .threads = 1});
    const auto three = resampleRepeated(models, kImages, authors, {.resamples = 50, .threads = 3});
    EXPECT_EQ(one[0].means, three[0].means);
    EXPECT_EQ(one[1].means, three[1].means);
}

TEST(RepeatedSplits, AreUndefinedWhereAScorerSaysTheSameOfAll)
{
    auto scores = madeScores(1, 0.5);
    scores[1].predicted.assign(scores[1].predicted.size(), 2.0);
    const BootstrapOptions options{.resamples = 10};
    const auto resamples = resampleRepeated(std::span(&scores, 1), kImages, {}, options);
    EXPECT_TRUE(std::isnan(resamples[0].means[0]));
    EXPECT_FALSE(repeatedRho(scores, resamples[0], options));
    EXPECT_FALSE(compareRepeated(scores, resamples[0], scores, resamples[0], options));
}

TEST(RepeatedSplits, RefuseListsThatDoNotFit)
{
    auto scores = madeScores(1, 0.5);
    const BootstrapOptions options{.resamples = 2};
    EXPECT_THROW(resampleRepeated(std::span(&scores, 1), 5, {}, options), std::invalid_argument);
    EXPECT_THROW(
        resampleRepeated(std::span(&scores, 1), kImages, std::vector<std::int32_t>(3), options),
        std::invalid_argument);
    scores[0].truth.pop_back();
    EXPECT_THROW(resampleRepeated(std::span(&scores, 1), kImages, {}, options),
                 std::invalid_argument);
}

} // namespace
} // namespace core
