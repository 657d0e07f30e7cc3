#include "core/study/senses.h"
#include "core/study/trust.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

namespace core {
namespace {

class TrustTest : public testing::Test {
protected:
    SmallCollection small{120};
    Project project = small.extracted();
    LoadedRun run = trainRun(project, SmallCollection::quick("first"));
};

TEST_F(TrustTest, AgreesWithWhatTheSensesShow)
{
    const auto trust = trustInSenses(project, run);
    const auto senses = browseSenses(project, run);
    ASSERT_EQ(trust.size(), senses.senses.size());
    for (std::size_t s = 0; s < trust.size(); ++s) {
        EXPECT_EQ(trust[s].id, senses.senses[s].id);
        EXPECT_EQ(trust[s].share, senses.senses[s].share);
        EXPECT_EQ(trust[s].typicalPercentile, senses.senses[s].typicalPercentile);
        EXPECT_EQ(trust[s].dead, senses.senses[s].won == 0);
        EXPECT_EQ(trust[s].topImages, senses.senses[s].won); // fewer than 500
        EXPECT_EQ(trust[s].stability, std::nullopt);
        ASSERT_TRUE(trust[s].authors);
        EXPECT_LE(*trust[s].authors, trust[s].topImages);
        if (const auto& interval = trust[s].typicalInterval) {
            EXPECT_LE(interval->low, *trust[s].typicalPercentile);
            EXPECT_GE(interval->high, *trust[s].typicalPercentile);
        }
    }
    EXPECT_TRUE(trust[0].sibling && trust[0].sibling->id == trust[1].id);
}

TEST_F(TrustTest, OfARunLooksForItsSensesUnderOtherSeeds)
{
    const auto runs = listRuns(project).size();
    std::size_t told = 0;
    const auto trust = trustInSenses(project, run, {.seeds = 2}, {}, [&](const Progress& progress) {
        EXPECT_LE(progress.done, progress.total);
        told = progress.done;
    });
    EXPECT_EQ(told, 200U);
    for (const auto& sense : trust) {
        ASSERT_TRUE(sense.stability);
        EXPECT_GE(*sense.stability, 0.0);
        EXPECT_LE(*sense.stability, 1.0);
    }
    EXPECT_EQ(listRuns(project).size(), runs);
    // Warm and cold pictures are told apart whatever the seed.
    EXPECT_GT(*trust[0].stability + *trust[1].stability, 0.4);
}

TEST_F(TrustTest, IsNothingWhenStopped)
{
    std::stop_source stop;
    EXPECT_THROW(trustInSenses(project, run, {.seeds = 3}, stop.get_token(),
                               [&](const Progress&) { stop.request_stop(); }),
                 Cancelled);
}

} // namespace
} // namespace core
