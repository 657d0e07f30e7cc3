#include "tests/app/command_line.h"

#include <gmock/gmock.h>

namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string kNetwork = SENSESCOPE_SOURCE_DIR "/tests/golden/convnet.onnx";

/// A project P of a hundred drawn pictures, whose features come from a small network.
class NetworkCommandTest : public CommandLineTest {
protected:
    NetworkCommandTest()
    {
        run("sample S --collection street --images 100");
        document("import P --table S/posts.csv --images S --json");
    }

    static std::string extraction(const std::string& more = {})
    {
        return "extract P --model '" + kNetwork + "' --input-size 32 24 " + more;
    }
};

TEST_F(NetworkCommandTest, TakesFeaturesFromANetworkAndPredictsByThem)
{
    const auto extracted = document(extraction("--name net --json"));
    EXPECT_EQ(extracted["features"], "net");
    EXPECT_EQ(extracted["dimension"], 6);
    EXPECT_EQ(extracted["images"], 100);
    document("train P --name r --popular 2 --unpopular 2 --epochs 2 --batch 20 --json");

    const auto predicted = document("predict P r S/images/* nothing.png --similar 3 --json");
    EXPECT_EQ(predicted["run"], "r");
    ASSERT_EQ(predicted["images"].size(), 101U);
    const auto& first = predicted["images"][0];
    EXPECT_GE(first["percentile"].get<double>(), 0.0);
    EXPECT_EQ(first["responses"].size(), 4U);
    EXPECT_EQ(first["popular_sense"].get<std::string>().front(), '+');
    ASSERT_EQ(first["similar"].size(), 3U);
    EXPECT_GT(first["similar"][0]["similarity"].get<double>(), 0.999) << "itself";
    EXPECT_THAT(predicted["images"][100]["failure"].get<std::string>(), HasSubstr("nothing.png"));
}

TEST_F(NetworkCommandTest, ListsTheLayersOfANetwork)
{
    const auto layers = document(extraction("--layers --json"));
    EXPECT_EQ(layers["layers"][0]["type"], "Convolution");
    EXPECT_EQ(layers["layers"][0]["shape"], json({4, 11, 15}));
    EXPECT_THAT(layers["chosen"].get<std::string>(), HasSubstr("ReduceMean"));
}

TEST_F(NetworkCommandTest, SaysWhatIsWrong)
{
    const auto refused = run(extraction("--layer none"));
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_THAT(refused.errors, HasSubstr("has no layer \"none\""));
    EXPECT_EQ(run("extract P --layer none").exitCode, 2) << "of no network";
    EXPECT_EQ(run(extraction("--mean 1 2")).exitCode, 2);
    EXPECT_EQ(run(extraction("--extractor plain")).exitCode, 2);
    const auto missing = run("predict P r nothing.png");
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.errors, HasSubstr("no run"));
}

} // namespace
