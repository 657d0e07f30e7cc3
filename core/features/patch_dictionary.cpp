#include "core/features/patch_dictionary.h"

#include "core/features/patch_kernels.h"
#include "core/parallel.h"
#include "core/random.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

constexpr float kMiddleGrey = 128.0F;       // taken off, so that sums of float32 lose nothing
constexpr float kContrastFloor = 10.0F;     // added to the variance of a patch, in grey levels²
constexpr double kWhiteningFloor = 0.1;     // added to the variances of patches of one contrast
constexpr float kThreshold = 0.5F;          // answers below it are none
constexpr std::size_t kIterations = 10;     // of k-means: later ones move it hardly
constexpr Eigen::Index kPatchesATile = 512; // fixed, so that threads do not change the sums

/// A stretched picture's values, three a pixel.
std::vector<float> planeOf(const Bitmap& picture, int side)
{
    const Bitmap small = stretched(picture, side, side);
    std::vector<float> values(small.pixels.size());
    std::ranges::transform(small.pixels, values.begin(),
                           [](std::uint8_t value) { return float(value) - kMiddleGrey; });
    return values;
}

struct Contrast {
    float mean;
    float inverseSpread;
};

Contrast contrastOf(const float* first, const PatchShape& shape)
{
    const int run = 3 * shape.side;
    float sum = 0.0F;
    float squares = 0.0F;
    for (int y = 0; y < shape.side; ++y) {
        const float* values = first + static_cast<std::ptrdiff_t>(y) * 3 * shape.pictureSide;
        for (int i = 0; i < run; ++i) {
            sum += values[i];
            squares += values[i] * values[i];
        }
    }
    const auto count = static_cast<float>(run * shape.side);
    const float mean = sum / count;
    const float variance = std::max(squares / count - mean * mean, 0.0F);
    return {mean, 1.0F / std::sqrt(variance + kContrastFloor)};
}

/// Patches of one contrast [options.patches × 3P²].
MatrixF drawPatches(std::span<const Bitmap> pictures, const PatchShape& shape,
                    const PatchLearning& options, const std::stop_token& stop)
{
    MatrixF patches(static_cast<Eigen::Index>(options.patches), 3 * shape.side * shape.side);
    const auto positions = static_cast<std::uint64_t>(shape.pictureSide - shape.side) + 1;
    const auto share = [&](std::size_t i) { return options.patches * i / pictures.size(); };
    parallelFor(pictures.size(), {}, stop, [&](std::size_t i) {
        if (share(i) == share(i + 1))
            return;
        const auto plane = planeOf(pictures[i], shape.pictureSide);
        Random random(options.seed + i);
        for (std::size_t patch = share(i); patch < share(i + 1); ++patch) {
            const auto x = static_cast<std::ptrdiff_t>(random.below(positions));
            const auto y = static_cast<std::ptrdiff_t>(random.below(positions));
            const float* first = plane.data() + 3 * (y * shape.pictureSide + x);
            const auto contrast = contrastOf(first, shape);
            float* row = patches.row(static_cast<Eigen::Index>(patch)).data();
            for (int line = 0; line < shape.side; ++line) {
                const float* values = first + std::ptrdiff_t{3} * line * shape.pictureSide;
                row = std::transform(
                    values, values + std::ptrdiff_t{3} * shape.side, row,
                    [&](float value) { return (value - contrast.mean) * contrast.inverseSpread; });
            }
        }
    });
    return patches;
}

/// ZCA: the symmetric matrix that makes the covariance of patches the identity, about.
MatrixF whiteningOf(const MatrixF& centred)
{
    const MatrixF products = centred.transpose() * centred;
    const Matrix covariance = products.cast<double>() / static_cast<double>(centred.rows());
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance);
    const Vector scales =
        (solver.eigenvalues().array().max(0.0) + kWhiteningFloor).rsqrt().matrix();
    const Matrix whitening =
        solver.eigenvectors() * scales.asDiagonal() * solver.eigenvectors().transpose();
    return whitening.cast<float>();
}

struct Nearest {
    Eigen::Index atom = 0;
    float answer = 0.0F;
};

/// Each patch's atom of the highest answer.
std::vector<Nearest> nearestAtoms(const MatrixF& patches, const MatrixF& atoms,
                                  const std::stop_token& stop)
{
    std::vector<Nearest> nearest(static_cast<std::size_t>(patches.rows()));
    const auto tiles = (patches.rows() + kPatchesATile - 1) / kPatchesATile;
    parallelFor(static_cast<std::size_t>(tiles), {}, stop, [&](std::size_t tile) {
        const auto first = static_cast<Eigen::Index>(tile) * kPatchesATile;
        const auto count = std::min(kPatchesATile, patches.rows() - first);
        const MatrixF answers = patches.middleRows(first, count) * atoms.transpose();
        for (Eigen::Index i = 0; i < count; ++i) {
            auto& found = nearest[static_cast<std::size_t>(first + i)];
            found.answer = answers.row(i).maxCoeff(&found.atom);
        }
    });
    return nearest;
}

/// Unit directions [K × 3P²] of whitened patches.
MatrixF directionsOf(const MatrixF& patches, const PatchLearning& options,
                     const std::stop_token& stop, const ProgressObserver& observe)
{
    Random random(options.seed);
    MatrixF atoms(static_cast<Eigen::Index>(options.atoms), patches.cols());
    for (Eigen::Index i = 0; i < atoms.size(); ++i)
        atoms.data()[i] = static_cast<float>(random.normal());
    atoms.rowwise().normalize();
    for (std::size_t iteration = 0; iteration < kIterations; ++iteration) {
        if (observe)
            observe({.stage = {}, .done = 1 + iteration, .total = 1 + kIterations});
        const auto nearest = nearestAtoms(patches, atoms, stop);
        MatrixF next = atoms; // damped: an atom without patches stays
        for (Eigen::Index i = 0; i < patches.rows(); ++i) {
            const auto& [atom, answer] = nearest[static_cast<std::size_t>(i)];
            next.row(atom) += answer * patches.row(i);
        }
        atoms = next;
        atoms.rowwise().normalize();
    }
    return atoms;
}

/// The patches of one line of a picture, and the contrast of each.
class Line {
public:
    explicit Line(const PatchShape& shape)
        : m_shape(shape)
        , m_positions(static_cast<std::size_t>((shape.pictureSide - shape.side) / shape.stride + 1))
        , m_means(m_positions)
        , m_inverseSpreads(m_positions)
    {
    }

    std::size_t positions() const { return m_positions; }

    /// first   the first value of the line's first patch
    void moveTo(const float* first)
    {
        m_first = first;
        for (std::size_t x = 0; x < m_positions; ++x) {
            const auto contrast = contrastOf(first + x * step(), m_shape);
            m_means[x] = contrast.mean;
            m_inverseSpreads[x] = contrast.inverseSpread;
        }
    }

    PatchLine part(std::size_t from, std::size_t to) const
    {
        return {
            .first = m_first + from * step(),
            .count = to - from,
            .step = step(),
            .runs = static_cast<std::size_t>(m_shape.side),
            .runLength = 3 * static_cast<std::size_t>(m_shape.side),
            .runStride = 3 * static_cast<std::size_t>(m_shape.pictureSide),
            .means = m_means.data() + from,
            .inverseSpreads = m_inverseSpreads.data() + from,
        };
    }

private:
    std::size_t step() const { return 3 * static_cast<std::size_t>(m_shape.stride); }

    PatchShape m_shape;
    std::size_t m_positions;
    std::vector<float> m_means;
    std::vector<float> m_inverseSpreads;
    const float* m_first = nullptr;
};

/// Where a picture's cell begins among a line's positions.
std::size_t cellStart(std::size_t positions, std::size_t cell, std::size_t cells)
{
    return positions * cell / cells;
}

/// Sums over each part of a picture to means over it.
void divideByPatches(std::span<float> row, std::size_t positions, std::size_t cells)
{
    const auto length = [&](std::size_t cell) {
        return cellStart(positions, cell + 1, cells) - cellStart(positions, cell, cells);
    };
    const std::size_t atoms = row.size() / (cells * cells);
    for (std::size_t part = 0; part < cells * cells; ++part) {
        const auto patches = length(part / cells) * length(part % cells);
        for (float& value : row.subspan(part * atoms, atoms))
            value /= static_cast<float>(patches);
    }
}

} // namespace

PatchDictionary learnPatches(std::span<const Bitmap> pictures, const PatchShape& shape,
                             const PatchLearning& options, const std::stop_token& stop,
                             const ProgressObserver& observe)
{
    if (pictures.empty() || options.patches < 2 || options.atoms % kAtomsMultiple != 0
        || options.atoms == 0)
        throw std::invalid_argument("a dictionary of patches needs pictures, patches and atoms");
    MatrixF patches = drawPatches(pictures, shape, options, stop);
    const VectorF mean = patches.colwise().mean().transpose();
    patches.rowwise() -= mean.transpose();
    const MatrixF whitening = whiteningOf(patches);
    const MatrixF whitened = patches * whitening;
    const MatrixF atoms = directionsOf(whitened, options, stop, observe);
    PatchDictionary dictionary{shape, whitening * atoms.transpose(), {}};
    dictionary.offsets = dictionary.filters.transpose() * mean;
    return dictionary;
}

void encodePatches(const PatchDictionary& dictionary, const Bitmap& picture, std::span<float> row)
{
    if (row.size() != dictionary.dimension())
        throw std::invalid_argument("the row does not have the dictionary's dimension");
    const auto& shape = dictionary.shape;
    const auto plane = planeOf(picture, shape.pictureSide);
    const VectorF sums = dictionary.filters.colwise().sum().transpose();
    const VectorF offsets = dictionary.offsets.array() + kThreshold;
    const Atoms atoms{dictionary.filters.data(), sums.data(), offsets.data(), dictionary.atoms()};

    std::ranges::fill(row, 0.0F);
    Line line(shape);
    const auto cells = static_cast<std::size_t>(shape.cells);
    const auto step = std::size_t{3} * static_cast<std::size_t>(shape.pictureSide * shape.stride);
    const auto start = [&](std::size_t cell) { return cellStart(line.positions(), cell, cells); };
    for (std::size_t cellRow = 0; cellRow < cells; ++cellRow) {
        for (std::size_t y = start(cellRow); y < start(cellRow + 1); ++y) {
            line.moveTo(plane.data() + y * step);
            for (std::size_t cell = 0; cell < cells; ++cell)
                addActivations(line.part(start(cell), start(cell + 1)), atoms,
                               row.data() + (cellRow * cells + cell) * atoms.count);
        }
    }
    divideByPatches(row, line.positions(), cells);
}

} // namespace core
