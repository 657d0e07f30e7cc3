#pragma once

#include "core/images/bitmap.h"
#include "core/linalg.h"
#include "core/progress.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>

namespace core {

/// Where patches are cut from a picture.
struct PatchShape {
    int pictureSide = 64; ///< pixels; the whole picture is stretched to a square of this side
    int side = 8;         ///< P, pixels
    int stride = 2;       ///< pixels from a patch to its neighbour
    int cells = 2;        ///< C: answers are pooled over each of C × C parts of the picture
};

/// What patches of pictures look like, learned on pictures themselves: patches of one contrast,
/// whitened (ZCA), and their directions by spherical k-means (Coates, Ng, "Learning Feature
/// Representations with K-means", 2012). A patch is P × P pixels of three channels, row by row.
struct PatchDictionary {
    PatchShape shape;
    MatrixF filters; ///< [3P² × K]: whitening and atom in one product
    VectorF offsets; ///< [K]: what the mean patch answers

    std::size_t atoms() const { return static_cast<std::size_t>(filters.cols()); } ///< K
    std::size_t dimension() const ///< of a row of encodePatches(): C²K
    {
        return static_cast<std::size_t>(shape.cells * shape.cells) * atoms();
    }
};

struct PatchLearning {
    std::size_t atoms = 256;     ///< K, a multiple of 32
    std::size_t patches = 50000; ///< drawn from all pictures alike
    std::uint64_t seed = 1;
};

/// Same pictures, options and instruction set: the same bits at any number of threads. Takes all
/// cores; 50,000 patches of 8 × 8, 256 atoms: about 2 s.
///
/// pictures   at least one, none empty, of any size; throws std::invalid_argument otherwise
/// observe    steps of about the same length; their stage has no name
/// Throws Cancelled.
PatchDictionary learnPatches(std::span<const Bitmap> pictures, const PatchShape& shape,
                             const PatchLearning& options, const std::stop_token& stop = {},
                             const ProgressObserver& observe = {});

/// How strongly each atom answers, in the mean over each part of the picture (from the upper left,
/// line by line): the answer is max(0, w · patch − 1/2). Thread-safe.
///
/// row   [dictionary.dimension()], all of it written
void encodePatches(const PatchDictionary& dictionary, const Bitmap& picture, std::span<float> row);

} // namespace core
