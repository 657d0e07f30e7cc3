#include "core/catalogue/targets.h"
#include "core/random.h"

#include <gmock/gmock.h>

#include <cmath>
#include <stdexcept>

namespace core {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::Eq;
using testing::HasSubstr;
using testing::Optional;

constexpr std::int64_t kDay = 86'400;

TEST(PopularityPerDay, MatchesAWorkedExample)
{
    const std::vector<std::int64_t> counts{100, 100, 100, 0, 7};
    const std::vector<std::optional<std::int64_t>> dates{10 * kDay, 12 * kDay, 7 * kDay + kDay / 2,
                                                         0, std::nullopt};
    // 2 days; 0 days, which count as 1; 4.5 days; no count at all; no date.
    EXPECT_THAT(popularityPerDay(counts, dates, 12 * kDay),
                ElementsAre(Optional(DoubleEq(std::log(51.0))), Optional(DoubleEq(std::log(101.0))),
                            Optional(DoubleEq(std::log1p(100.0 / 4.5))), Optional(0.0),
                            Eq(std::nullopt)));
}

TEST(PopularityPerDay, OfPicturesNewerThanTheCountingIsTheCount)
{
    EXPECT_THAT(popularityPerDay(std::vector<std::int64_t>{9}, std::vector{std::optional(5 * kDay)},
                                 2 * kDay),
                ElementsAre(Optional(DoubleEq(std::log(10.0)))));
}

TEST(PopularityPerDay, RejectsListsOfDifferentLengthAndNegativeCounts)
{
    const std::vector<std::optional<std::int64_t>> dates{0};
    EXPECT_THROW(popularityPerDay(std::vector<std::int64_t>{1, 2}, dates, 0),
                 std::invalid_argument);
    EXPECT_THROW(popularityPerDay(std::vector<std::int64_t>{-1}, dates, 0), std::invalid_argument);
}

TEST(NewestDate, LooksPastImagesWithoutOne)
{
    using Moments = std::vector<std::optional<std::int64_t>>;
    EXPECT_EQ(newestDate(Moments{std::nullopt, -5, -9}), -5);
    EXPECT_EQ(newestDate(Moments{std::nullopt}), std::nullopt);
    EXPECT_EQ(newestDate(Moments{}), std::nullopt);
}

TEST(AuthorResiduals, MatchAWorkedExample)
{
    // Author 0 has 4 and 6, author 1 has 0 and 2: ȳ = 3, MSW = 2, MSB = 16, n₀ = 2, τ² = 7, k =
    // 2/7, so that m_0 = 3 + 2/(2 + 2/7)·2 = 4.75 and m_1 = 1.25.
    const std::vector<double> y{4, 6, 0, 2, 10, 10, 10};
    const std::vector<std::int32_t> authors{0, 0, 1, 1, 0, 2, -1};
    Splits splits(7, Split::Train);
    splits[4] = splits[5] = splits[6] = Split::Test;
    const auto residuals = authorResiduals(y, authors, splits);
    const std::vector<double> expected{-0.75, 1.25, -1.25, 0.75, 5.25, 7, 7};
    for (std::size_t i = 0; i < y.size(); ++i)
        EXPECT_NEAR(residuals[i], expected[i], 1e-12) << i;
}

TEST(AuthorResiduals, SeeTheTrainingSideAlone)
{
    Random random(1);
    std::vector<double> y(200);
    std::vector<std::int32_t> authors(200);
    Splits splits(200, Split::Train);
    for (std::size_t i = 0; i < y.size(); ++i) {
        authors[i] = static_cast<std::int32_t>(random.below(20)) - 1;
        y[i] = random.normal() + authors[i];
        if (i % 3 == 0)
            splits[i] = i % 2 == 0 ? std::optional(Split::Test) : std::nullopt;
    }
    const auto before = authorResiduals(y, authors, splits);
    auto changed = y;
    for (std::size_t i = 0; i < y.size(); i += 3)
        changed[i] += 5.0;
    const auto after = authorResiduals(changed, authors, splits);
    for (std::size_t i = 0; i < y.size(); ++i)
        EXPECT_NEAR(after[i] - before[i], i % 3 == 0 ? 5.0 : 0.0, 1e-12) << i;
}

TEST(AuthorResiduals, TakeAwayAuthorsThatDifferAndLeaveAuthorsThatDoNot)
{
    Random random(2);
    const std::size_t n = 4000;
    std::vector<double> noise(n);
    std::vector<double> different(n);
    std::vector<std::int32_t> authors(n);
    for (std::size_t i = 0; i < n; ++i) {
        authors[i] = static_cast<std::int32_t>(i % 40);
        noise[i] = random.normal();
        different[i] = noise[i] + 10.0 * authors[i];
    }
    const Splits splits(n, Split::Train);
    const auto residuals = authorResiduals(different, authors, splits);
    const auto untouched = authorResiduals(noise, authors, splits);
    for (std::size_t i = 0; i < n; ++i) {
        ASSERT_LT(std::abs(residuals[i] - noise[i]), 0.5) << i;
        ASSERT_LT(std::abs(untouched[i] - noise[i]), 0.15) << i;
    }
}

TEST(AuthorResiduals, DoNotTellAuthorsOfOneImageApart)
{
    const std::vector<double> y{1, 2, 6};
    EXPECT_THAT(authorResiduals(y, std::vector<std::int32_t>{0, 1, 2}, Splits(3, Split::Train)),
                ElementsAre(-2, -1, 3));
    EXPECT_THAT(authorResiduals(y, std::vector<std::int32_t>{0, 0, 0}, Splits(3, Split::Train)),
                ElementsAre(-2, -1, 3));
    EXPECT_THAT(authorResiduals(y, std::vector<std::int32_t>{0, 1, 2}, Splits(3, Split::Test)),
                ElementsAre(1, 2, 6));
}

TEST(AuthorResiduals, RejectListsOfDifferentLength)
{
    const std::vector<double> y{1, 2};
    EXPECT_THROW(authorResiduals(y, std::vector<std::int32_t>{0}, Splits(2)),
                 std::invalid_argument);
    EXPECT_THROW(authorResiduals(y, std::vector<std::int32_t>{0, 1}, Splits(1)),
                 std::invalid_argument);
}

TEST(Targets, SayWhichColumnIsMissing)
{
    Collection collection;
    collection.dates = {std::nullopt};
    EXPECT_EQ(missingFor(Target::Raw, collection), std::nullopt);
    EXPECT_THAT(missingFor(Target::Day, collection).value(), HasSubstr("--date COL"));
    EXPECT_THAT(missingFor(Target::Author, collection).value(), HasSubstr("--author COL"));
}

} // namespace
} // namespace core
