#include "core/error.h"
#include "core/study/documents.h"
#include "core/study/predict.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace core {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Predict : public testing::Test {
protected:
    SmallCollection small;
    Project project = small.extracted();
    LoadedRun run = trainRun(project, SmallCollection::quick("run"));
};

TEST_F(Predict, SaysOfAnImageOfTheProjectWhatTheInspectorSays)
{
    const auto images = predictImages(project, run, {{small.picture(3), small.picture(4)}, 5});
    ASSERT_THAT(images, SizeIs(2));
    for (const ImageKey key : {3, 4}) {
        const auto& image = images[static_cast<std::size_t>(key - 3)];
        EXPECT_THAT(image.failure, IsEmpty());
        const auto inside = scoreImage(project, run, key);
        ASSERT_TRUE(inside.has_value());
        EXPECT_EQ(image.score.score, inside->score);
        EXPECT_EQ(image.score.percentile, inside->percentile);
        ASSERT_THAT(image.similar, SizeIs(5));
        EXPECT_EQ(image.similar.front().key, key);
        EXPECT_NEAR(image.similar.front().similarity, 1.0F, 1e-4F);
    }
}

TEST_F(Predict, NamesAPictureThatCannotBeReadAndGoesOn)
{
    const auto broken = small.folder() / "broken.png";
    std::ofstream(broken) << "no picture";
    const auto images = predictImages(project, run, {{broken, small.picture(0)}, 0});
    EXPECT_THAT(images[0].failure, HasSubstr("broken.png"));
    EXPECT_THAT(images[1].failure, IsEmpty());
    EXPECT_THAT(images[1].similar, IsEmpty());

    const auto document = predictionDocument(project, "run", images);
    EXPECT_THAT(document["images"][0]["failure"].get<std::string>(), HasSubstr("broken.png"));
    EXPECT_FALSE(document["images"][0].contains("percentile"));
    EXPECT_THAT(document["images"][1]["popular_sense"].get<std::string>(),
                testing::StartsWith("+"));
}

TEST_F(Predict, FindsImagesThatAreSimilarButNotTheImageItself)
{
    const auto similar = similarImages(project, run, 7, 6);
    ASSERT_THAT(similar, SizeIs(6));
    EXPECT_TRUE(std::ranges::none_of(similar, [](const auto& image) { return image.key == 7; }));
    EXPECT_TRUE(std::ranges::is_sorted(similar, std::ranges::greater(), &SimilarImage::similarity));
    const auto images = predictImages(project, run, {{small.picture(7)}, 7});
    for (std::size_t i = 0; i < similar.size(); ++i)
        EXPECT_EQ(similar[i].key, images[0].similar[i + 1].key);
}

TEST_F(Predict, MapsWhatTheSensesLookAtWhereThatIsAskedFor)
{
    const PredictionRequest wanted{.files = {small.picture(2)}, .similar = 0, .occlusionPlaces = 6};
    const auto images = predictImages(project, run, wanted);
    ASSERT_TRUE(images[0].occlusion.has_value());
    const auto& map = *images[0].occlusion;
    EXPECT_EQ(map.columns, 6);
    EXPECT_EQ(map.rows, 4) << "a picture of 24 x 16";
    EXPECT_NEAR(map.whole.score(0), images[0].score.score, 1e-5F);
    const auto entry = predictionDocument(project, "run", images)["images"][0];
    EXPECT_EQ(entry["occlusion"]["columns"], 6);
    EXPECT_THAT(entry["occlusion"]["change"], SizeIs(2));
    EXPECT_THAT(entry["occlusion"]["change"][entry["popular_sense"].get<std::string>()],
                SizeIs(24));
    EXPECT_FALSE(predictImages(project, run, {{small.picture(2)}, 0})[0].occlusion.has_value());
}

TEST_F(Predict, RefusesFeaturesThatCannotBeMade)
{
    auto other = run;
    other.info.request.featureSet = "imported";
    EXPECT_THROW(predictImages(project, other, {{small.picture(0)}, 1}), Error);
}

} // namespace
} // namespace core
