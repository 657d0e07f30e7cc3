#include "core/error.h"
#include "core/study/extract_features.h"
#include "core/study/networks.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

ConvNetOptions options(const fs::path& model, const std::string& layer = {})
{
    ConvNetOptions made;
    made.model = model;
    made.layer = layer;
    made.input.width = 32;
    made.input.height = 24;
    return made;
}

class Networks : public testing::Test {
protected:
    Networks() { fs::copy_file(kGolden / "convnet.onnx", model); }

    std::string refusal(const ConvNetOptions& wanted) const
    {
        try {
            networkOf(openProject(project.folder), wanted);
        } catch (const Error& error) {
            return error.what();
        }
        return "accepted";
    }

    static inline const fs::path kGolden = fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden";
    SmallCollection small{6};
    Project project = small.imported();
    fs::path model = project.folder.parent_path() / "net.onnx";
};

TEST_F(Networks, AreKeptWithTheFeaturesTheyGive)
{
    const auto network = networkOf(project, options(model));
    extractFeatures(project, *network);
    const auto opened = openProject(project.folder);
    ASSERT_NE(opened.findFeatureSet("net"), nullptr);
    EXPECT_EQ(opened.findFeatureSet("net")->dimension, 6);
    EXPECT_EQ(extractorOf(opened, "net")->dimension(), 6U);
    EXPECT_EQ(refusal(options(model)), "accepted") << "the same again";
}

TEST_F(Networks, AreRefusedUnderTheNameOfOthers)
{
    EXPECT_EQ(refusal(options(model, "onnx_node!/classes/Gemm")), "accepted");
    EXPECT_EQ(refusal(options(model)), "accepted") << "no features came of the first";
    extractFeatures(project, *networkOf(project, options(model)));
    EXPECT_THAT(refusal(options(model, "onnx_node!/classes/Gemm")), HasSubstr("--name"));
    auto wider = options(model);
    wider.input.width = 40;
    EXPECT_THAT(refusal(wider), HasSubstr("--name"));
    wider.name = "wider";
    EXPECT_EQ(refusal(wider), "accepted");
    for (const auto* name : {"descriptor", "plain", "../net", ".net"}) {
        wider.name = name;
        EXPECT_THAT(refusal(wider), HasSubstr("cannot name")) << name;
    }
}

TEST_F(Networks, AreRefusedWhereTheyAnswerOtherwiseThanTheyDid)
{
    auto scaled = options(model);
    scaled.input.scale = {0.01F, 0.01F, 0.01F};
    extractFeatures(project, *networkOf(project, scaled));
    const auto kept = networkFile(project, "net");
    auto document = bytesOf(kept);
    const auto at = document.find("\"signature\"");
    ASSERT_NE(at, std::string::npos);
    const auto digit = document.find_first_of("123456789", document.find('.', at));
    document[digit] = document[digit] == '9' ? '1' : '9';
    std::ofstream(kept, std::ios::binary) << document;
    EXPECT_THAT(refusal(scaled), HasSubstr("answers otherwise"));
    EXPECT_THROW(extractorOf(project, "net"), Error);
    std::ofstream(kept, std::ios::binary) << "{";
    EXPECT_THAT(refusal(scaled), HasSubstr("damaged"));
}

TEST_F(Networks, AreAskedForInVainWhereFeaturesCameFromAFile)
{
    EXPECT_EQ(extractorOf(project, "plain")->name(), "plain");
    EXPECT_THROW(extractorOf(project, "imported"), Error);
}

} // namespace
} // namespace core
