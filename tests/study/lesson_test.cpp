#include "core/error.h"
#include "core/study/data_fingerprint.h"
#include "core/study/lesson.h"
#include "core/study/target_rhos.h"
#include "tests/ranking/memory_rows.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

namespace core {
namespace {

using testing::HasSubstr;

constexpr std::int64_t kDay = 86'400;

std::string messageOf(const std::function<void()>& function)
{
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// 40 images by 8 authors, one a day, the last without a date; the table has no split.
std::shared_ptr<Collection> madeCollection()
{
    auto collection = std::make_shared<Collection>();
    collection->measures = {{"views", Engagement::Low}};
    collection->counts.resize(1);
    for (std::int64_t i = 0; i < 40; ++i) {
        collection->ids.push_back(std::to_string(i));
        collection->paths.emplace_back();
        collection->counts[0].push_back(i * i % 37);
        collection->authors.push_back(static_cast<std::int32_t>(i % 8));
        collection->dates.emplace_back(i * kDay);
        collection->broken.emplace_back();
    }
    collection->dates.back().reset();
    for (int a = 0; a < 8; ++a)
        collection->authorNames.push_back("author" + std::to_string(a));
    return collection;
}

class LessonTest : public testing::Test {
protected:
    Project project() const
    {
        Project made;
        made.info.splitSeed = 7;
        made.collection = collection;
        return made;
    }
    TrainRequest resolved(TrainRequest wish) const
    {
        wish.measures = {"views"};
        return withSplitAndTarget(project(), wish);
    }
    Lesson lesson(const TrainRequest& wish) const { return lessonOf(project(), resolved(wish)); }

    std::shared_ptr<Collection> collection = madeCollection();
};

TEST_F(LessonTest, IsTheProjectsRandomSplitAndRawPopularityWhereNothingIsSaid)
{
    const auto request = resolved({});
    EXPECT_EQ(request.splitRule, SplitRule::Random);
    EXPECT_EQ(request.splitSeed, 7U);
    EXPECT_EQ(request.collected, std::nullopt);
    const auto made = lesson({});
    const auto drawn = randomSplit(40, 7);
    EXPECT_TRUE(std::ranges::equal(made.splits, drawn));
    EXPECT_EQ(made.y, popularity(collection->counts[0]));
}

TEST_F(LessonTest, IsTheTablesSplitWhereItHasOneAndNoSeedIsNamed)
{
    collection->tableSplit.assign(40, Split::Train);
    collection->tableSplit[3] = Split::Test;
    EXPECT_EQ(resolved({}).splitRule, SplitRule::Column);
    EXPECT_EQ(resolved({}).splitSeed, std::nullopt);
    EXPECT_EQ(lesson({}).splits[3], Split::Test);
    TrainRequest drawn;
    drawn.splitSeed = 2;
    EXPECT_EQ(resolved(drawn).splitRule, SplitRule::Random);
}

TEST_F(LessonTest, OfAuthorsHasNoneOnTwoSides)
{
    TrainRequest wish;
    wish.splitRule = SplitRule::Author;
    const auto splits = lesson(wish).splits;
    std::map<std::int32_t, std::set<Split>> sides;
    for (std::size_t i = 0; i < splits.size(); ++i)
        sides[collection->authors[i]].insert(splits[i].value());
    for (const auto& [author, on] : sides)
        EXPECT_EQ(on.size(), 1U) << author;
}

TEST_F(LessonTest, LeavesImagesWithoutADateOutOfSplitsAndTargetsOfTime)
{
    TrainRequest byTime;
    byTime.splitRule = SplitRule::Time;
    EXPECT_EQ(leftOut(lesson(byTime).splits), 1U);
    TrainRequest perDay;
    perDay.target = Target::Day;
    const auto made = lesson(perDay);
    EXPECT_EQ(leftOut(made.splits), 1U);
    EXPECT_EQ(made.splits[39], std::nullopt);
    // The newest date is that of image 38, eight days after image 30.
    EXPECT_EQ(resolved(perDay).collected, 38 * kDay);
    EXPECT_DOUBLE_EQ(made.y[30], std::log1p(900 % 37 / 8.0));
    perDay.collected = 130 * kDay;
    EXPECT_DOUBLE_EQ(lesson(perDay).y[30], std::log1p(900 % 37 / 100.0));
}

TEST_F(LessonTest, BeyondTheAuthorTakesTheTrainingMeansAway)
{
    TrainRequest wish;
    wish.target = Target::Author;
    const auto made = lesson(wish);
    EXPECT_EQ(made.y, authorResiduals(popularity(collection->counts[0]), collection->authors,
                                      lesson({}).splits));
}

TEST_F(LessonTest, SaysWhatIsMissingAndThatAFixedSplitHasNoSeed)
{
    TrainRequest wish;
    wish.splitRule = SplitRule::Column;
    EXPECT_THAT(messageOf([&] { resolved(wish); }), HasSubstr("--split COL"));
    wish.splitRule = SplitRule::Time;
    wish.splitSeed = 1;
    EXPECT_THAT(messageOf([&] { resolved(wish); }), HasSubstr("by time is not drawn"));
    collection->dates.assign(40, std::nullopt);
    wish = {};
    wish.target = Target::Day;
    EXPECT_THAT(messageOf([&] { resolved(wish); }), HasSubstr("--date COL"));
    collection->authorNames.clear();
    wish.target = Target::Author;
    EXPECT_THAT(messageOf([&] { resolved(wish); }), HasSubstr("--author COL"));
}

TEST_F(LessonTest, HasAFingerprintThatAnyRowCountSplitOrDateChanges)
{
    Random random(1);
    MemoryRows rows(40, 33, random);
    TrainRequest wish;
    wish.target = Target::Day;
    const auto fingerprint = [&] {
        const auto request = resolved(wish);
        return dataFingerprint(project(), request, lessonOf(project(), request), rows);
    };
    const auto before = fingerprint();
    EXPECT_EQ(before.size(), 16U);
    EXPECT_EQ(fingerprint(), before);
    std::set<std::string> seen{before};
    const auto isNew = [&] { return seen.insert(fingerprint()).second; };
    rows.set(39, 32, 9.0);
    EXPECT_TRUE(isNew());
    for (std::size_t column = 0; column < 33; ++column)
        std::swap(rows.at(5, column), rows.at(6, column));
    EXPECT_TRUE(isNew());
    collection->counts[0][0] += 1;
    EXPECT_TRUE(isNew());
    wish.splitSeed = 8;
    EXPECT_TRUE(isNew());
    collection->dates[4] = 4 * kDay + 1;
    EXPECT_TRUE(isNew());
    collection->ids[2] = "two";
    EXPECT_TRUE(isNew());
}

TEST(Runs, LearnEveryTargetOnEverySplitAndAreEvaluatedAgainstIt)
{
    const SmallCollection small;
    const auto project = small.extracted();
    auto wish = SmallCollection::quick("by author");
    wish.splitRule = SplitRule::Author;
    wish.target = Target::Author;
    const auto run = trainRun(project, wish);
    EXPECT_EQ(run.info.request.splitRule, SplitRule::Author);
    EXPECT_EQ(run.info.request.splitSeed, 1U);
    EXPECT_EQ(run.info.request.target, Target::Author);
    EXPECT_EQ(run.info.train.images % 16, 0U); // five authors of 16 images each
    EXPECT_EQ(run.info.train.images + run.info.validation.images + run.info.test.images, 80U);

    const auto rhos = targetRhos(project, run, Split::Test);
    EXPECT_EQ(rhos.author, run.info.test.rho);
    EXPECT_TRUE(rhos.raw.has_value());
    EXPECT_FALSE(rhos.day.has_value()); // the table has no dates
    const auto learned = predictions(project, run, Split::Test);
    EXPECT_LT(*std::ranges::min_element(learned.y), 0.0); // residuals, not logarithms of counts

    wish.name = "raw";
    wish.target = Target::Raw;
    const auto raw = trainRun(project, wish);
    EXPECT_EQ(targetRhos(project, raw, Split::Test).raw, raw.info.test.rho);
    EXPECT_EQ(run.info.train.zeroShare, raw.info.train.zeroShare); // of the counts in both
    EXPECT_GT(run.info.train.zeroShare, 0.0);
    EXPECT_THAT(messageOf([&] { compareRuns(project, run, raw); }), HasSubstr("different targets"));
}

} // namespace
} // namespace core
