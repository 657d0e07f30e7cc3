#include "core/error.h"
#include "core/features/convnet.h"
#include "core/features/other_process.h"
#include "core/features/signature.h"
#include "core/parallel.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::FloatNear;
using testing::HasSubstr;
using testing::Pointwise;

const fs::path kGolden = fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "golden";
constexpr int kWidth = 32;
constexpr int kHeight = 24;

/// The network and the input of tests/golden/convnet.py.
ConvNetOptions goldenOptions(const std::string& layer = {})
{
    ConvNetOptions options;
    options.model = kGolden / "convnet.onnx";
    options.layer = layer;
    options.input.width = kWidth;
    options.input.height = kHeight;
    options.input.mean = {10.0F, 20.0F, 30.0F};
    options.input.scale = {0.01F, 0.02F, 0.03F};
    return options;
}

/// Its picture, of this width, shifted to the right by `shift`.
Bitmap picture(int width = kWidth, int shift = 0)
{
    Bitmap made{.width = width, .height = kHeight, .pixels = {}};
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                made.pixels.push_back(
                    static_cast<std::uint8_t>((7 * (x - shift + 256) + 13 * y + 50 * c) % 256));
    return made;
}

std::vector<float> featuresOf(const ConvNet& network, const Bitmap& seen)
{
    std::vector<float> row(network.dimension());
    network.extract(seen, row);
    return row;
}

std::vector<float> golden(const char* name)
{
    std::ifstream stream(kGolden / "convnet.json");
    return nlohmann::json::parse(stream).at(name).get<std::vector<float>>();
}

std::string refusal(const ConvNetOptions& options)
{
    try {
        const ConvNet network(options);
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(ConvNet, AnswersAsPyTorchDoes)
{
    const ConvNet classes(goldenOptions("onnx_node!/classes/Gemm"));
    EXPECT_THAT(featuresOf(classes, picture()), Pointwise(FloatNear(1e-4F), golden("classes")));
}

TEST(ConvNet, AveragesAMapOverItsPlaces)
{
    const ConvNet map(goldenOptions("onnx_node!/map/map.3/Relu"));
    EXPECT_THAT(featuresOf(map, picture()), Pointwise(FloatNear(1e-4F), golden("map")));
}

TEST(ConvNet, TakesWhatTheClassifierReadsWhereNoLayerIsNamed)
{
    const ConvNet network(goldenOptions());
    EXPECT_EQ(network.dimension(), 6U);
    EXPECT_THAT(featuresOf(network, picture()), Pointwise(FloatNear(1e-4F), golden("map")));
    EXPECT_EQ(network.name(), "convnet");
    const auto layers = network.layers();
    ASSERT_GE(layers.size(), 5U);
    EXPECT_EQ(layers.front().type, "Convolution");
    EXPECT_THAT(layers.front().shape, testing::ElementsAre(4, 11, 15));
}

TEST(ConvNet, CutsOutTheMiddleOrSqueezes)
{
    const auto wide = picture(kWidth + 20, 10);
    auto options = goldenOptions();
    options.input.cutMiddle = true;
    EXPECT_THAT(featuresOf(ConvNet(options), wide), Pointwise(FloatNear(1e-4F), golden("map")));
    options.input.cutMiddle = false;
    EXPECT_THAT(featuresOf(ConvNet(options), wide),
                testing::Not(Pointwise(FloatNear(1e-2F), golden("map"))));
}

TEST(ConvNet, ReadsChannelsInTheOrderOfTheNetwork)
{
    auto swapped = picture();
    for (std::size_t i = 0; i < swapped.pixels.size(); i += 3)
        std::swap(swapped.pixels[i], swapped.pixels[i + 2]);
    auto options = goldenOptions();
    options.input.blueFirst = true;
    EXPECT_THAT(featuresOf(ConvNet(options), swapped), Pointwise(FloatNear(1e-4F), golden("map")));
}

TEST(ConvNet, AnswersSeveralThreadsAlike)
{
    const ConvNet network(goldenOptions());
    std::vector<std::vector<float>> rows(64);
    parallelFor(rows.size(), {.threads = 4, .stage = {}, .observe = {}}, {},
                [&](std::size_t i) { rows[i] = featuresOf(network, picture()); });
    for (const auto& row : rows)
        EXPECT_EQ(row, rows.front());
}

/// A network is first tried in a forked process, which would wait for threads that it does not
/// have.
TEST(ConvNet, StaysOnTheThreadThatAsks)
{
    const auto threads = [] {
        const fs::directory_iterator tasks("/proc/self/task");
        return std::distance(begin(tasks), end(tasks));
    };
    // OpenBLAS ends its own threads at a fork.
    OtherProcess empty("none", [](const Speaker& /*silent*/) {});
    empty.next();
    const auto before = threads();
    const ConvNet network(goldenOptions());
    featuresOf(network, picture());
    EXPECT_LE(threads(), before);
}

TEST(ConvNet, IsKnownByItsSignature)
{
    const auto signature = signatureOf(ConvNet(goldenOptions()));
    EXPECT_TRUE(sameSignature(signature, signatureOf(ConvNet(goldenOptions()))));
    auto other = goldenOptions();
    other.input.scale[1] = 0.03F;
    EXPECT_FALSE(sameSignature(signature, signatureOf(ConvNet(other))));
    EXPECT_FALSE(
        sameSignature(signature, signatureOf(ConvNet(goldenOptions("onnx_node!/classes/Gemm")))));
}

TEST(ConvNet, RefusesWhatOpenCvWorksOutWrongly)
{
    auto options = goldenOptions();
    options.model = kGolden / "attention.onnx";
    EXPECT_THAT(refusal(options), HasSubstr("attention"));
}

TEST(ConvNet, SaysWhatIsWrongAndWhatToDo)
{
    auto options = goldenOptions("no such layer");
    EXPECT_THAT(refusal(options), HasSubstr("onnx_node!/classes/Gemm")) << "names some layers";
    options = goldenOptions();
    options.model = "gone.onnx";
    EXPECT_THAT(refusal(options), HasSubstr("gone.onnx is not there"));
    options.model = kGolden / "convnet.json";
    EXPECT_THAT(refusal(options), HasSubstr("choose an .onnx or .caffemodel file"));
    options = goldenOptions();
    options.input.width = options.input.height = 2;
    EXPECT_THAT(refusal(options), HasSubstr("--input-size"));
}

TEST(ConvNet, RefusesADamagedFile)
{
    const TemporaryFolder folder;
    std::ostringstream bytes;
    bytes << std::ifstream(kGolden / "convnet.onnx", std::ios::binary).rdbuf();
    const std::string whole = bytes.str();
    auto options = goldenOptions();
    options.model = folder / "cut.onnx";
    for (const std::size_t length : {std::size_t{0}, whole.size() / 3, whole.size() - 100}) {
        std::ofstream(options.model, std::ios::binary) << whole.substr(0, length);
        EXPECT_THAT(refusal(options), HasSubstr("cut.onnx")) << length;
    }
    options.model = folder / "net.caffemodel";
    std::ofstream(options.model, std::ios::binary) << "rubbish";
    EXPECT_THAT(refusal(options), HasSubstr("needs its definition"));
    std::ofstream(folder / "net.prototxt") << "rubbish";
    EXPECT_THAT(refusal(options), HasSubstr("is no network that OpenCV reads"));
}

/// Two hundred bytes that OpenCV fills five gigabytes for: in a process that has not as many.
TEST(ConvNet, RefusesOneThatAsksForTooMuchMemory)
{
    const TemporaryFolder folder;
    auto options = goldenOptions();
    options.model = folder / "large.onnx";
    fs::copy_file(fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / "network"
                      / "asks-for-five-gigabytes",
                  options.model);
    options.input.width = options.input.height = 8;
    EXPECT_THAT(refusal(options), testing::AllOf(HasSubstr("large.onnx"), HasSubstr("memory")));
}

TEST(ConvNet, HasPresets)
{
    const auto pytorch = convNetPreset("imagenet-pytorch");
    EXPECT_NEAR((255.0F - pytorch.mean[0]) * pytorch.scale[0], (1.0 - 0.485) / 0.229, 1e-5);
    EXPECT_FALSE(pytorch.blueFirst);
    EXPECT_TRUE(convNetPreset("imagenet-caffe").blueFirst);
    for (const auto* name : kConvNetPresets)
        EXPECT_EQ(convNetPreset(name).width, 224);
    EXPECT_THROW(convNetPreset("other"), std::invalid_argument);
}

} // namespace
} // namespace core
