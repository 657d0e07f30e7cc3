#pragma once

#include "core/features/extractor.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// How a picture becomes a network's input: scaled to width × height, then
/// (value − mean) · scale of each channel, values in [0, 255].
struct ConvNetInput {
    int width = 224;
    int height = 224;
    bool cutMiddle = false; ///< what does not fit the proportions is cut off; false: squeezed
    bool blueFirst = false; ///< channels B, G, R instead of R, G, B
    std::array<float, 3> mean{};
    std::array<float, 3> scale = {1.0F, 1.0F, 1.0F}; ///< both in the network's order of channels

    friend bool operator==(const ConvNetInput&, const ConvNetInput&) = default;
};

/// What networks trained elsewhere expect: "imagenet-pytorch", "imagenet-caffe" or "clip", with an
/// input of 224 × 224. Throws std::invalid_argument on any other name.
ConvNetInput convNetPreset(std::string_view name);
inline constexpr std::array kConvNetPresets = {"imagenet-pytorch", "imagenet-caffe", "clip"};

/// A network and the layer whose answer is a picture's features.
struct ConvNetOptions {
    std::filesystem::path model;      ///< .onnx or .caffemodel
    std::filesystem::path definition; ///< the .prototxt of a .caffemodel; empty: the one beside it,
                                      ///< of the same name or deploy.prototxt
    ConvNetInput input;
    std::string layer; ///< empty: the one that the last layer with weights, the classifier, reads
    std::string name;  ///< of the features; empty: the model's file name without its ending
};

struct ConvNetLayer {
    std::string name;
    std::string type;       ///< "Convolution", "Pooling", …
    std::vector<int> shape; ///< of one picture's answer: [channels] or [channels, height, width]
};

/// Features from a network in a file, run by OpenCV. A map of channels × height × width is averaged
/// over its places to one value a channel.
class ConvNet final : public Extractor {
public:
    /// Reads the network and tries it on a picture of its own, in a process of its own and then
    /// here: twice the time.
    ///
    /// Throws Error naming the file where it is missing, larger than 2 GB, no network that OpenCV
    /// reads in 4 GB of memory, does not take the input, has no such layer (the message lists
    /// some), or multiplies computed tensors with one another, as attention does: OpenCV 4.6 works
    /// that out wrongly without a word.
    explicit ConvNet(const ConvNetOptions& options);
    ConvNet(const ConvNet&) = delete;
    ConvNet& operator=(const ConvNet&) = delete;
    ConvNet(ConvNet&&) = delete;
    ConvNet& operator=(ConvNet&&) = delete;
    ~ConvNet() override;

    std::string name() const override;
    std::size_t dimension() const override;
    int leastSide() const override;
    void extract(const Bitmap& picture, std::span<float> row) const override;

    /// As given, the layer and the definition filled in.
    const ConvNetOptions& options() const;
    /// Those that can be chosen, from the input to the end.
    std::vector<ConvNetLayer> layers() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace core
