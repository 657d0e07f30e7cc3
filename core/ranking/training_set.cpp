#include "core/ranking/training_set.h"

#include "core/error.h"
#include "core/ranking/centring.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace core {

namespace {

void check(const TrainingData& data)
{
    if (data.rows == nullptr || data.training.size() != data.trainingY.size()
        || data.validation.size() != data.validationY.size())
        throw std::invalid_argument("train: lists of different length");
    requireRows(*data.rows, data.training, "train");
    requireRows(*data.rows, data.validation, "train");
    const auto undefined = [](double y) { return !std::isfinite(y); };
    if (std::ranges::any_of(data.trainingY, undefined)
        || std::ranges::any_of(data.validationY, undefined))
        throw std::invalid_argument("train: a popularity is not a number");
    if (data.training.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument("train: too many images");
    if (data.training.size() < 2)
        throw Error("There is nothing to learn from: training needs at least two images with "
                    "features and counts. Import more images, or extract their features first.");
    const auto [least, most] = std::ranges::minmax(data.trainingY);
    if (least == most)
        throw Error("All training images are equally popular, so there is no order to learn. "
                    "Choose another measure of popularity, or import images whose counts differ.");
    if (data.rows->columns() == 0)
        throw Error("The images have no features: extract or import features first.");
}

} // namespace

bool exceedsMemory(const FeatureRows& rows, std::optional<std::size_t> memory)
{
    return memory && rows.rows() * rows.columns() * sizeof(Half) > *memory;
}

TrainingSet prepareTraining(const TrainingData& data, int threads, const std::stop_token& stop,
                            bool bounded)
{
    check(data);
    std::vector<std::size_t> order(data.training.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return data.trainingY[i]; });

    const RowScan scan{.threads = threads, .bounded = bounded};
    TrainingSet set{.data = &data,
                    .members = {},
                    .y = {},
                    .inverseNorms = {},
                    .validationNorms = {},
                    .mean = meanRow(*data.rows, data.training, scan, stop),
                    .bounded = bounded};
    set.members.reserve(order.size());
    set.y.reserve(order.size());
    for (const auto i : order) {
        set.members.push_back(data.training[i]);
        set.y.push_back(data.trainingY[i]);
    }
    set.inverseNorms = inverseNorms(*data.rows, set.members, set.mean, scan, stop);
    set.validationNorms = inverseNorms(*data.rows, data.validation, set.mean, scan, stop);
    return set;
}

} // namespace core
