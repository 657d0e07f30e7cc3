#include "core/features/extractor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

constexpr int kSide = 128; ///< the whole picture is stretched to kSide × kSide
constexpr int kCells = 8;  ///< the finest grid is kCells × kCells
constexpr int kCellSide = kSide / kCells;
constexpr int kOrientations = 9;             ///< of a gradient without its sign, over half a turn
constexpr std::array kLevels = {8, 4, 2, 1}; ///< cells a side, each level of the pyramid
constexpr int kLightnessBins = 4;
constexpr int kChromaBins = 8; ///< of a and of b

// Rows are brought to one length before they are learned from, so what a block weighs is how far
// its values spread. As measured, colours of cells spread six times as far as they should beside
// gradients, and histograms a little less: mean validation ρ on 845 emoji (20 splits) 0.586 without
// these weights, 0.643 with them.
constexpr float kLayoutWeight = 0.16F;
constexpr float kHistogramWeight = 1.3F;

constexpr std::size_t kLayoutSize = std::size_t{3} * kCells * kCells;
constexpr std::size_t kPyramidSize = std::size_t{kOrientations} * (64 + 16 + 4 + 1);
constexpr std::size_t kHistogramSize = std::size_t{kLightnessBins} * kChromaBins * kChromaBins;

/// The picture in CIE Lab (D65), a plane a channel, each about in [0, 1] (L) or [-1, 1] (a, b).
struct Lab {
    std::array<std::vector<float>, 3> planes;
};

float linearOf(int value)
{
    const double srgb = value / 255.0;
    return static_cast<float>(srgb <= 0.04045 ? srgb / 12.92
                                              : std::pow((srgb + 0.055) / 1.055, 2.4));
}

const std::array<float, 256>& linearTable()
{
    static const auto table = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = linearOf(static_cast<int>(i));
        return values;
    }();
    return table;
}

/// Lab's cube root, from a table that is linear between 4,096 steps.
class CubeRoot {
public:
    CubeRoot()
    {
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            const double t = static_cast<double>(i) / kSteps;
            m_values[i] = static_cast<float>(t > 216.0 / 24389.0 ? std::cbrt(t)
                                                                 : (t * 24389.0 / 27.0 + 16) / 116);
        }
    }

    float operator()(float t) const
    {
        const float at = t * kSteps;
        const auto below = static_cast<std::size_t>(at);
        const float part = at - static_cast<float>(below);
        return m_values[below] + part * (m_values[below + 1] - m_values[below]);
    }

private:
    static constexpr int kSteps = 4096;
    std::array<float, kSteps + 3> m_values{};
};

Lab labOf(const Bitmap& picture)
{
    static const CubeRoot cubeRoot;
    const auto& linear = linearTable();
    const std::size_t count = picture.pixels.size() / 3;
    Lab lab;
    for (auto& plane : lab.planes)
        plane.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float r = linear[picture.pixels[3 * i]];
        const float g = linear[picture.pixels[3 * i + 1]];
        const float b = linear[picture.pixels[3 * i + 2]];
        const float x = cubeRoot(0.433953F * r + 0.376220F * g + 0.189828F * b);
        const float y = cubeRoot(0.212671F * r + 0.715160F * g + 0.072169F * b);
        const float z = cubeRoot(0.017758F * r + 0.109477F * g + 0.872766F * b);
        lab.planes[0][i] = 1.16F * y - 0.16F;
        lab.planes[1][i] = 5.0F * (x - y);
        lab.planes[2][i] = 2.0F * (y - z);
    }
    return lab;
}

std::size_t pixelAt(int x, int y)
{
    return static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x);
}

std::size_t cellAt(int x, int y, int cells)
{
    const int cellSide = kSide / cells;
    return static_cast<std::size_t>(y / cellSide) * static_cast<std::size_t>(cells)
           + static_cast<std::size_t>(x / cellSide);
}

/// Scaled to length `length`; a block of zeros stays.
void scaleTo(float length, std::span<float> block)
{
    float sum = 0.0F;
    for (const float value : block)
        sum += value * value;
    if (sum <= 0.0F)
        return;
    const float factor = length / std::sqrt(sum);
    for (float& value : block)
        value *= factor;
}

/// Large counts say less than their size: the root makes a histogram's distance Hellinger's.
void takeRoots(std::span<float> block)
{
    for (float& value : block)
        value = std::sqrt(value);
}

/// The mean colour of each cell, times its weight.
void writeLayout(const Lab& lab, std::span<float> block)
{
    constexpr float kShare = kLayoutWeight / (kCellSide * kCellSide);
    std::fill(block.begin(), block.end(), 0.0F);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto plane = block.subspan(channel * kCells * kCells, std::size_t{kCells} * kCells);
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x)
                plane[cellAt(x, y, kCells)] += kShare * lab.planes[channel][pixelAt(x, y)];
        }
    }
}

/// Adds a gradient to the two orientations that it lies between, by its strength.
void vote(float dx, float dy, std::span<float> cell)
{
    const float strength = std::sqrt(dx * dx + dy * dy);
    if (strength <= 0.0F)
        return;
    constexpr float kBinsARadian = kOrientations / std::numbers::pi_v<float>;
    const float turned = std::atan2(dy, dx) * kBinsARadian + kOrientations; // in [0, 2 · bins]
    const float below = std::floor(turned);
    const float part = turned - below;
    const auto bin = static_cast<std::size_t>(below);
    cell[bin % kOrientations] += strength * (1.0F - part);
    cell[(bin + 1) % kOrientations] += strength * part;
}

/// Gradients of lightness by orientation, in the finest grid and summed to the coarser ones; each
/// level has the same length.
void writePyramid(const Lab& lab, std::span<float> block)
{
    const auto& lightness = lab.planes[0];
    std::fill(block.begin(), block.end(), 0.0F);
    for (int y = 1; y + 1 < kSide; ++y) {
        for (int x = 1; x + 1 < kSide; ++x) {
            const float dx = lightness[pixelAt(x + 1, y)] - lightness[pixelAt(x - 1, y)];
            const float dy = lightness[pixelAt(x, y + 1)] - lightness[pixelAt(x, y - 1)];
            vote(dx, dy, block.subspan(cellAt(x, y, kCells) * kOrientations, kOrientations));
        }
    }
    auto finest = block.first(std::size_t{kCells} * kCells * kOrientations);
    auto rest = block.subspan(finest.size());
    for (std::size_t level = 1; level < kLevels.size(); ++level) {
        const int cells = kLevels[level];
        const auto coarse = rest.first(static_cast<std::size_t>(cells * cells) * kOrientations);
        for (int y = 0; y < kSide; y += kCellSide) {
            for (int x = 0; x < kSide; x += kCellSide) {
                for (std::size_t bin = 0; bin < kOrientations; ++bin)
                    coarse[cellAt(x, y, cells) * kOrientations + bin] +=
                        finest[cellAt(x, y, kCells) * kOrientations + bin];
            }
        }
        rest = rest.subspan(coarse.size());
        takeRoots(coarse);
        scaleTo(1.0F, coarse);
    }
    takeRoots(finest);
    scaleTo(1.0F, finest);
}

std::size_t binOf(float value, float low, float high, int bins)
{
    const float at = (value - low) / (high - low) * static_cast<float>(bins);
    return static_cast<std::size_t>(std::clamp(static_cast<int>(at), 0, bins - 1));
}

void writeHistogram(const Lab& lab, std::span<float> block)
{
    std::fill(block.begin(), block.end(), 0.0F);
    for (std::size_t i = 0; i < lab.planes[0].size(); ++i) {
        const std::size_t l = binOf(lab.planes[0][i], 0.0F, 1.0F, kLightnessBins);
        const std::size_t a = binOf(lab.planes[1][i], -1.0F, 1.0F, kChromaBins);
        const std::size_t b = binOf(lab.planes[2][i], -1.0F, 1.0F, kChromaBins);
        block[(l * kChromaBins + a) * kChromaBins + b] += 1.0F;
    }
    takeRoots(block);
    scaleTo(kHistogramWeight, block);
}

class PlainDescriptor final : public Extractor {
public:
    std::string name() const override { return "plain"; }
    std::size_t dimension() const override { return kLayoutSize + kPyramidSize + kHistogramSize; }
    int leastSide() const override { return kSide; }

    void extract(const Bitmap& picture, std::span<float> row) const override
    {
        if (row.size() != dimension())
            throw std::invalid_argument("the row does not have the descriptor's dimension");
        const Lab lab = labOf(stretched(picture, kSide, kSide));
        writeLayout(lab, row.first(kLayoutSize));
        writePyramid(lab, row.subspan(kLayoutSize, kPyramidSize));
        writeHistogram(lab, row.last(kHistogramSize));
    }
};

} // namespace

std::unique_ptr<Extractor> makePlainDescriptor()
{
    return std::make_unique<PlainDescriptor>();
}

} // namespace core
