#include "core/features/signature.h"

#include <cstdint>

namespace core {

namespace {

constexpr int kSide = 256;
constexpr double kTolerance = 1e-3;

/// Ramps of three lengths and directions, one a channel, under a bright disc: edges, gradients and
/// flat ground. In whole numbers, so that it is the same everywhere.
Bitmap signaturePicture()
{
    Bitmap picture{.width = kSide, .height = kSide, .pixels = {}};
    picture.pixels.reserve(std::size_t{3} * kSide * kSide);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int dx = x - kSide / 3;
            const int dy = y - kSide / 2;
            const bool disc = dx * dx + dy * dy < kSide * kSide / 25;
            const int red = disc ? 250 : (x * 2) % kSide;
            const int green = disc ? 230 : (y * 3 + x) % kSide;
            const int blue = disc ? 40 : ((x ^ y) * 2) % kSide;
            for (const int value : {red, green, blue})
                picture.pixels.push_back(static_cast<std::uint8_t>(value));
        }
    }
    return picture;
}

} // namespace

std::vector<float> signatureOf(const Extractor& extractor)
{
    std::vector<float> row(extractor.dimension());
    extractor.extract(signaturePicture(), row);
    return row;
}

bool sameSignature(std::span<const float> first, std::span<const float> second)
{
    if (first.size() != second.size())
        return false;
    double length = 0.0;
    double difference = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double one = first[i];
        const double apart = one - static_cast<double>(second[i]);
        length += one * one;
        difference += apart * apart;
    }
    return difference <= kTolerance * kTolerance * length;
}

} // namespace core
