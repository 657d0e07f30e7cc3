#include "core/ranking/starting_model.h"

#include "core/random.h"
#include "core/ranking/kmeans.h"

#include <algorithm>
#include <numeric>

namespace core {

namespace {

constexpr std::size_t kImagesClustered = 1000;

/// The `count` places at one end of the ascending y; of those that tie at the border, some drawn.
std::vector<std::size_t> extremePlaces(const std::vector<double>& y, std::size_t count, bool top,
                                       Random& random)
{
    const double border = top ? y[y.size() - count] : y[count - 1];
    const auto [first, last] = std::equal_range(y.begin(), y.end(), border);
    const auto tiesBegin = static_cast<std::size_t>(first - y.begin());
    const auto tiesEnd = static_cast<std::size_t>(last - y.begin());

    std::vector<std::size_t> places(tiesEnd - tiesBegin);
    std::iota(places.begin(), places.end(), tiesBegin);
    random.shuffle(std::span(places));
    places.resize(top ? count - (y.size() - tiesEnd) : count - tiesBegin);
    for (std::size_t i = top ? tiesEnd : 0; i < (top ? y.size() : tiesBegin); ++i)
        places.push_back(i);
    std::ranges::sort(places);
    return places;
}

MatrixF gaussianRows(int count, Eigen::Index columns, Random& random)
{
    MatrixF rows(count, columns);
    for (Eigen::Index i = 0; i < count; ++i)
        rows.row(i) = gaussianRow(columns, random);
    return rows;
}

MatrixF centres(const TrainingSet& set, int senses, bool top, Random& random)
{
    if (senses == 0)
        return MatrixF::Zero(0, set.mean.size());
    const std::size_t count = std::min(kImagesClustered, (set.y.size() + 1) / 2);
    const auto places = extremePlaces(set.y, count, top, random);
    return kMeans(centredRows(set, places), {.clusters = senses}, random).centres;
}

} // namespace

MatrixF centredRows(const TrainingSet& set, std::span<const std::size_t> places)
{
    const Eigen::Index columns = set.mean.size();
    MatrixF rows(static_cast<Eigen::Index>(places.size()), columns);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Half* raw = set.data->rows->row(set.members[places[i]]);
        const float r = set.inverseNorms[places[i]];
        auto row = rows.row(static_cast<Eigen::Index>(i));
        for (Eigen::Index c = 0; c < columns; ++c)
            row[c] = (static_cast<float>(raw[c]) - set.mean[c]) * r;
    }
    return rows;
}

SenseModel startingModel(const TrainingSet& set, const TrainingOptions& options)
{
    Random random(options.seed);
    SenseModel model;
    model.mean = set.mean;
    if (options.initialisation == Initialisation::Random) {
        model.popular = gaussianRows(options.popularSenses, set.mean.size(), random);
        model.unpopular = gaussianRows(options.unpopularSenses, set.mean.size(), random);
    } else {
        model.popular = centres(set, options.popularSenses, true, random);
        model.unpopular = centres(set, options.unpopularSenses, false, random);
    }
    return model;
}

} // namespace core
