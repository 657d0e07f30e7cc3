#include "core/insight/neighbours.h"

#include "core/insight/top_images.h"
#include "core/ranking/centring.h"

#include <algorithm>
#include <stdexcept>

namespace core {

namespace {

constexpr std::size_t kAtOnce = 10;

/// Wanted rows [first, first + count), centred and of length 1, as senses: what such a sense
/// responds to a row is the cosine of the two.
SenseModel likenessTo(const FeatureRows& wanted, std::size_t first, std::size_t count,
                      const VectorF& mean)
{
    const auto columns = static_cast<Eigen::Index>(wanted.columns());
    const InverseNorm inverseNorm(mean);
    SenseModel model{.popular = MatrixF(static_cast<Eigen::Index>(count), columns),
                     .unpopular = {},
                     .mean = mean};
    for (std::size_t i = 0; i < count; ++i) {
        const Half* row = wanted.row(first + i);
        const float scale = inverseNorm(row);
        for (Eigen::Index c = 0; c < columns; ++c)
            model.popular(static_cast<Eigen::Index>(i), c) =
                (static_cast<float>(row[c]) - mean[c]) * scale;
    }
    return model;
}

} // namespace

std::vector<std::vector<Neighbour>> nearestRows(const FeatureRows& rows, const NearestQuery& query,
                                                const std::stop_token& stop)
{
    const FeatureRows& wanted = *query.wanted;
    if (wanted.columns() != rows.columns()
        || static_cast<std::size_t>(query.mean->size()) != rows.columns())
        throw std::invalid_argument("nearestRows: rows of different dimension");
    std::vector<std::vector<Neighbour>> nearest(wanted.rows());
    if (query.most == 0)
        return nearest;
    for (std::size_t first = 0; first < wanted.rows(); first += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, wanted.rows() - first);
        const auto responses =
            respond(rows, query.among, likenessTo(wanted, first, count, *query.mean), 0, stop);
        for (std::size_t i = 0; i < count; ++i) {
            const SenseId sense{Polarity::Popular, static_cast<int>(i)};
            for (const auto& image : topResponses(responses, sense, query.most))
                nearest[first + i].push_back({query.among[image.position], image.score});
        }
    }
    return nearest;
}

} // namespace core
