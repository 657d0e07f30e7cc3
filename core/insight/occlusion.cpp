#include "core/insight/occlusion.h"

#include "core/features/held_rows.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace core {

namespace {

constexpr std::uint8_t kGrey = 128;
constexpr std::size_t kChannels = 3;

/// Where the patch goes.
struct Grid {
    Grid(const Bitmap& picture, const OcclusionOptions& options)
        : width(picture.width)
        , height(picture.height)
    {
        const int longer = std::max(width, height);
        const auto along = [&](int side) {
            const double places = static_cast<double>(options.places) * side / longer;
            return std::max(1, static_cast<int>(std::lround(places)));
        };
        columns = along(width);
        rows = along(height);
        patch = std::max(1, static_cast<int>(std::lround(options.patchShare * longer)));
    }

    std::size_t places() const
    {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    /// First pixel of the patch along a side, may be below 0.
    int start(int place, int places, int side) const
    {
        return static_cast<int>(std::lround((place + 0.5) * side / places - 0.5 * patch));
    }

    int width;
    int height;
    int columns = 1;
    int rows = 1;
    int patch = 1; ///< pixels
};

Bitmap covered(const Bitmap& picture, const Grid& grid, std::size_t place)
{
    const auto columns = static_cast<std::size_t>(grid.columns);
    const int left = grid.start(static_cast<int>(place % columns), grid.columns, grid.width);
    const int top = grid.start(static_cast<int>(place / columns), grid.rows, grid.height);
    const auto from = static_cast<std::size_t>(std::max(left, 0));
    const auto to = static_cast<std::size_t>(std::clamp(left + grid.patch, 0, grid.width));
    Bitmap result = picture;
    for (int y = std::max(top, 0); y < std::min(top + grid.patch, grid.height); ++y) {
        const auto line = static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width);
        std::fill(result.pixels.begin() + static_cast<std::ptrdiff_t>((line + from) * kChannels),
                  result.pixels.begin() + static_cast<std::ptrdiff_t>((line + to) * kChannels),
                  kGrey);
    }
    return result;
}

void check(const Bitmap& picture, const PictureResponder& responder,
           const OcclusionOptions& options)
{
    if (picture.empty())
        throw std::invalid_argument("occlusionMap: the picture is empty");
    if (responder.extractor.dimension() != responder.model.dimension())
        throw std::invalid_argument("occlusionMap: the model is not of these features");
    if (options.places < 1 || !(options.patchShare > 0.0 && options.patchShare <= 1.0))
        throw std::invalid_argument("occlusionMap: options out of range");
}

} // namespace

std::vector<float> OcclusionMap::change(const SenseId& sense) const
{
    const bool popular = sense.polarity == Polarity::Popular;
    const MatrixF& before = popular ? whole.popular : whole.unpopular;
    const MatrixF& after = popular ? covered.popular : covered.unpopular;
    if (sense.index < 0 || sense.index >= before.cols())
        throw std::invalid_argument("occlusionMap: the model has no sense " + sense.name());
    std::vector<float> changes;
    changes.reserve(static_cast<std::size_t>(after.rows()));
    for (Eigen::Index place = 0; place < after.rows(); ++place)
        changes.push_back(before(0, sense.index) - after(place, sense.index));
    return changes;
}

OcclusionMap occlusionMap(const Bitmap& picture, const PictureResponder& responder,
                          const OcclusionOptions& options, const std::stop_token& stop,
                          const ProgressObserver& observe)
{
    check(picture, responder, options);
    const Grid grid(picture, options);
    const auto places = grid.places();
    // One row a place, the last one of the picture as it is.
    HeldRows features(places + 1, responder.extractor.dimension());
    const ParallelOptions parallel{
        .threads = options.threads, .stage = "Covering the picture", .observe = observe};
    parallelFor(places + 1, parallel, stop, [&](std::size_t i) {
        std::vector<float> row(responder.extractor.dimension());
        responder.extractor.extract(i == places ? picture : covered(picture, grid, i), row);
        features.setRow(i, row, responder.scale);
    });
    std::vector<std::size_t> patched(places);
    std::iota(patched.begin(), patched.end(), std::size_t{0});
    const std::vector<std::size_t> whole = {places};
    return {.columns = grid.columns,
            .rows = grid.rows,
            .whole = respond(features, whole, responder.model, options.threads, stop),
            .covered = respond(features, patched, responder.model, options.threads, stop)};
}

} // namespace core
