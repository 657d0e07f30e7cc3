#include "core/features/convnet.h"

#include "core/error.h"
#include "core/features/other_process.h"
#include "core/features/signature.h"
#include "core/images/opencv_setup.h"

#include <opencv2/dnn.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = std::uintmax_t{2} << 30U;
constexpr int kMostSide = 4096;
constexpr int kChannels = 3;

using Bytes = std::vector<unsigned char>;

Bytes bytesOf(const fs::path& file)
{
    std::error_code fault;
    if (!fs::is_regular_file(file, fault))
        throw Error(file.string() + " is not there: check the name of the network's file.");
    const auto size = fs::file_size(file, fault);
    if (fault || size > kMostBytes)
        throw Error(file.string() + " is larger than 2 GB: choose a smaller network.");
    Bytes bytes(static_cast<std::size_t>(size));
    std::ifstream stream(file, std::ios::binary);
    void* to = bytes.data();
    stream.read(static_cast<char*>(to), static_cast<std::streamsize>(size));
    if (!stream)
        throw Error(file.string() + " cannot be read: check its permissions.");
    return bytes;
}

bool isCaffe(const fs::path& model)
{
    return model.extension() == ".caffemodel";
}

fs::path definitionOf(const ConvNetOptions& options)
{
    if (!isCaffe(options.model) || !options.definition.empty())
        return options.definition;
    auto sameName = options.model;
    sameName.replace_extension(".prototxt");
    const auto deploy = options.model.parent_path() / "deploy.prototxt";
    for (const auto& candidate : {sameName, deploy}) {
        if (fs::exists(candidate))
            return candidate;
    }
    throw Error(options.model.string() + " needs its definition, and neither "
                + sameName.filename().string() + " nor deploy.prototxt lies beside it: name the "
                + ".prototxt file (--definition).");
}

/// What OpenCV says of a fault, without its own file names and line numbers.
std::string reasonOf(const std::exception& fault)
{
    const auto* own = dynamic_cast<const cv::Exception*>(&fault);
    std::string reason = own != nullptr ? own->err : fault.what();
    std::ranges::replace(reason, '\n', ' ');
    constexpr std::size_t kShown = 200;
    return reason.substr(0, kShown);
}

/// A network as it was read, with what is asked of its graph.
class Graph {
public:
    Graph(cv::dnn::Net& net, const ConvNetInput& input)
        : m_net(net)
    {
        const std::vector<int> shape = {1, kChannels, input.height, input.width};
        std::vector<int> ids;
        std::vector<std::vector<cv::dnn::MatShape>> inputs;
        std::vector<std::vector<cv::dnn::MatShape>> outputs;
        m_net.getLayersShapes(shape, ids, inputs, outputs);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (ids[i] == 0 || outputs[i].empty())
                continue;
            m_ids.push_back(ids[i]);
            m_shapes[ids[i]] = outputs[i].front();
        }
    }

    const std::vector<int>& ids() const { return m_ids; }
    cv::Ptr<cv::dnn::Layer> layer(int id) const { return m_net.getLayer(id); }

    std::vector<int> readBy(int id) const
    {
        std::vector<int> ids;
        for (const auto& source : m_net.getLayerInputs(id))
            ids.push_back(m_net.getLayerId(source->name));
        return ids;
    }

    /// [channels] or [channels, height, width]; empty where its answer is nothing of the kind.
    std::vector<int> featureShape(int id) const
    {
        const auto& shape = m_shapes.at(id);
        const bool map = shape.size() == 4;
        if ((!map && shape.size() != 2) || shape.front() != 1)
            return {};
        return {shape.begin() + 1, shape.end()};
    }

    /// The layer that the classifier reads: the input of the last layer with weights, before what
    /// changes no value.
    int embedding() const
    {
        static const std::set<std::string> kPassive = {"Dropout", "Identity", "Flatten", "Reshape",
                                                       "Split"};
        const auto weighted = std::ranges::find_if(m_ids.rbegin(), m_ids.rend(), [&](int id) {
            const auto at = layer(id);
            return !at->blobs.empty() && (at->type == "Convolution" || at->type == "InnerProduct");
        });
        if (weighted == m_ids.rend())
            return m_ids.back();
        int id = *weighted;
        for (auto before = readBy(id); before.size() == 1 && before.front() != 0;
             before = readBy(id)) {
            id = before.front();
            if (!kPassive.contains(layer(id)->type) && !featureShape(id).empty())
                return id;
        }
        return m_ids.back();
    }

    /// What OpenCV works out wrongly, empty where there is nothing.
    std::string untrusted() const
    {
        for (const int id : m_ids) {
            const auto at = layer(id);
            if ((at->type == "InnerProduct" || at->type == "MatMul") && at->blobs.empty())
                return "the layer \"" + at->name + "\" multiplies two computed tensors";
        }
        return {};
    }

private:
    cv::dnn::Net& m_net;
    std::vector<int> m_ids;
    std::map<int, cv::dnn::MatShape> m_shapes;
};

/// [1, 3, height, width]
cv::Mat blobOf(const Bitmap& picture, const ConvNetInput& input)
{
    const Bitmap scaled = input.cutMiddle ? centredPart(picture, input.width, input.height)
                                          : stretched(picture, input.width, input.height);
    const std::array<int, 4> sizes = {1, kChannels, input.height, input.width};
    cv::Mat blob(static_cast<int>(sizes.size()), sizes.data(), CV_32F);
    const auto places =
        static_cast<std::size_t>(input.width) * static_cast<std::size_t>(input.height);
    auto* to = blob.ptr<float>();
    for (std::size_t channel = 0; channel < kChannels; ++channel) {
        const std::size_t from = input.blueFirst ? 2 - channel : channel;
        for (std::size_t i = 0; i < places; ++i)
            *to++ =
                (static_cast<float>(scaled.pixels[kChannels * i + from]) - input.mean.at(channel))
                * input.scale.at(channel);
    }
    return blob;
}

void requireInput(const ConvNetInput& input)
{
    if (input.width < 1 || input.height < 1 || input.width > kMostSide || input.height > kMostSide)
        throw std::invalid_argument("a network's input is 1 to 4096 pixels wide and high");
}

} // namespace

ConvNetInput convNetPreset(std::string_view name)
{
    constexpr float kFull = 255.0F;
    const auto standardised = [](std::array<float, 3> mean, std::array<float, 3> deviation) {
        ConvNetInput input;
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            input.mean.at(channel) = kFull * mean.at(channel);
            input.scale.at(channel) = 1.0F / (kFull * deviation.at(channel));
        }
        return input;
    };
    if (name == "imagenet-pytorch")
        return standardised({0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F});
    if (name == "clip")
        return standardised({0.48145466F, 0.4578275F, 0.40821073F},
                            {0.26862954F, 0.26130258F, 0.27577711F});
    if (name == "imagenet-caffe") {
        ConvNetInput input;
        input.blueFirst = true;
        input.mean = {104.0F, 117.0F, 123.0F};
        return input;
    }
    throw std::invalid_argument("no preset of this name");
}

struct ConvNet::State {
    ConvNetOptions options;
    Bytes definition;
    Bytes model;
    std::size_t dimension = 0;
    std::vector<ConvNetLayer> layers{};

    // A network answers one thread at a time: each takes one that is free, or makes one more.
    std::mutex mutex{};
    std::vector<cv::dnn::Net> free{}; // guarded by mutex

    explicit State(ConvNetOptions given)
        : options(std::move(given))
    {
        requireInput(options.input);
        options.definition = definitionOf(options);
        if (isCaffe(options.model))
            definition = bytesOf(options.definition);
        else if (options.model.extension() != ".onnx")
            throw Error(options.model.string()
                        + " is no network of a known kind: choose an .onnx or .caffemodel file.");
        model = bytesOf(options.model);
    }

    cv::dnn::Net read() const
    {
        try {
            auto net = isCaffe(options.model) ? cv::dnn::readNetFromCaffe(definition, model)
                                              : cv::dnn::readNetFromONNX(model);
            if (net.empty())
                throw Error(options.model.string() + " holds no network: export it again.");
            net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
            return net;
        } catch (const Error&) {
            throw;
        } catch (const std::exception& fault) { // also of memory that a damaged file asks for
            throw Error(options.model.string() + " is no network that OpenCV reads ("
                        + reasonOf(fault)
                        + "): export it again, as ONNX of opset 10 for instance.");
        }
    }

    cv::dnn::Net take()
    {
        {
            const std::scoped_lock lock(mutex);
            if (!free.empty()) {
                cv::dnn::Net net = free.back();
                free.pop_back();
                return net;
            }
        }
        return read();
    }

    void giveBack(const cv::dnn::Net& net)
    {
        const std::scoped_lock lock(mutex);
        free.push_back(net);
    }

    /// Looks at the graph: which layers there are, and which is chosen.
    void study()
    {
        auto net = read();
        try {
            const Graph graph(net, options.input);
            if (const auto why = graph.untrusted(); !why.empty())
                throw Error(options.model.string() + " cannot be trusted to OpenCV: " + why
                            + ", as attention does, which it works out wrongly. Choose a "
                              "convolutional network.");
            for (const int id : graph.ids()) {
                if (auto shape = graph.featureShape(id); !shape.empty())
                    layers.push_back(
                        {graph.layer(id)->name, graph.layer(id)->type, std::move(shape)});
            }
            if (layers.empty())
                throw Error(options.model.string() + " has no layer that answers with features.");
            if (options.layer.empty())
                options.layer = graph.layer(graph.embedding())->name;
        } catch (const Error&) {
            throw;
        } catch (const std::exception& fault) {
            throw Error(options.model.string() + " does not take an input of "
                        + std::to_string(options.input.width) + " × "
                        + std::to_string(options.input.height) + " (" + reasonOf(fault)
                        + "): give the size that it was trained for (--input-size).");
        }
        chooseLayer();
        giveBack(net);
    }

    void chooseLayer()
    {
        const auto chosen = std::ranges::find(layers, options.layer, &ConvNetLayer::name);
        if (chosen == layers.end()) {
            std::string names;
            constexpr std::size_t kNamed = 6; // the last ones are the likely ones
            for (std::size_t i = layers.size() - std::min(layers.size(), kNamed); i < layers.size();
                 ++i)
                names += (names.empty() ? "" : ", ") + layers[i].name;
            throw Error(options.model.string() + " has no layer \"" + options.layer
                        + "\" to take features from. Its last ones are: " + names + ".");
        }
        dimension = static_cast<std::size_t>(chosen->shape.front());
        if (options.name.empty())
            options.name = options.model.stem().string();
    }
};

ConvNet::ConvNet(const ConvNetOptions& options)
    : m_state(std::make_unique<State>(options))
{
    setUpOpenCv();
    const auto tryIt = [this] {
        m_state->study();
        signatureOf(*this); // a network that cannot run is refused here
    };
    // Damaged files make OpenCV crash or ask for any memory: let it be in a process of its own
    // first.
    OtherProcess trial(m_state->options.model, [&tryIt](const Speaker&) { tryIt(); });
    if (trial.next())
        trial.fail(); // it has nothing to say
    tryIt();
}

ConvNet::~ConvNet() = default;

std::string ConvNet::name() const
{
    return m_state->options.name;
}

std::size_t ConvNet::dimension() const
{
    return m_state->dimension;
}

int ConvNet::leastSide() const
{
    return std::max(m_state->options.input.width, m_state->options.input.height);
}

const ConvNetOptions& ConvNet::options() const
{
    return m_state->options;
}

std::vector<ConvNetLayer> ConvNet::layers() const
{
    return m_state->layers;
}

void ConvNet::extract(const Bitmap& picture, std::span<float> row) const
{
    if (row.size() != dimension())
        throw std::invalid_argument("the row does not have the network's dimension");
    const cv::Mat blob = blobOf(picture, m_state->options.input);
    auto net = m_state->take();
    try {
        net.setInput(blob);
        const cv::Mat answer = net.forward(m_state->options.layer);
        const std::size_t places = answer.total() / dimension();
        const auto* values = answer.ptr<float>();
        for (std::size_t channel = 0; channel < row.size(); ++channel, values += places) {
            double sum = 0.0;
            for (std::size_t i = 0; i < places; ++i)
                sum += static_cast<double>(values[i]);
            row[channel] = static_cast<float>(sum / static_cast<double>(places));
        }
    } catch (const cv::Exception& fault) {
        throw Error(m_state->options.model.string() + " cannot be run by OpenCV (" + reasonOf(fault)
                    + "): check the size of its input, or choose another network.");
    }
    m_state->giveBack(net);
}

} // namespace core
