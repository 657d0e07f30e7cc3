#include "core/insight/neighbours.h"

#include "core/insight/top_images.h"
#include "core/ranking/centring.h"

#include <stdexcept>

namespace core {

namespace {

/// Each wanted row, centred and of length 1, as a sense: what such a sense responds to a row is the
/// cosine of the two.
SenseModel likenessTo(const FeatureRows& wanted, const VectorF& mean)
{
    const auto columns = static_cast<Eigen::Index>(wanted.columns());
    const InverseNorm inverseNorm(mean);
    SenseModel model{.popular = MatrixF(static_cast<Eigen::Index>(wanted.rows()), columns),
                     .unpopular = {},
                     .mean = mean};
    for (std::size_t i = 0; i < wanted.rows(); ++i) {
        const Half* row = wanted.row(i);
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
    if (wanted.rows() == 0)
        return {};
    const auto responses = respond(rows, query.among, likenessTo(wanted, *query.mean), 0, stop);
    std::vector<std::vector<Neighbour>> nearest(wanted.rows());
    for (std::size_t i = 0; i < wanted.rows(); ++i) {
        const SenseId sense{Polarity::Popular, static_cast<int>(i)};
        for (const auto& image : topResponses(responses, sense, query.most))
            nearest[i].push_back({query.among[image.position], image.score});
    }
    return nearest;
}

} // namespace core
