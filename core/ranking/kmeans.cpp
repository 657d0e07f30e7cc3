#include "core/ranking/kmeans.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace core {

namespace {

// Squared distances below this share of the rows' squared length are rounding.
constexpr float kRounding = 1e-6F;

/// k-means++: each next centre is a row drawn by its squared distance to the nearest one so far.
MatrixF seedCentres(const MatrixF& rows, const VectorF& lengths, int clusters, Random& random)
{
    MatrixF centres(clusters, rows.cols());
    VectorF distances = VectorF::Constant(rows.rows(), std::numeric_limits<float>::max());
    auto chosen = static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(rows.rows())));
    for (int k = 0; k < clusters; ++k) {
        if (chosen == rows.rows()) {
            centres.row(k) = gaussianRow(rows.cols(), random);
            continue;
        }
        centres.row(k) = rows.row(chosen);
        const VectorF products = rows * rows.row(chosen).transpose();
        const VectorF fresh = (lengths - 2.0F * products).array() + lengths[chosen];
        distances = distances.cwiseMin(fresh);
        distances = (distances.array() > kRounding * lengths.array()).select(distances, 0.0F);
        const double total = distances.cast<double>().sum();
        double left = random.uniform() * total;
        chosen = total > 0.0 ? 0 : rows.rows();
        for (Eigen::Index i = 0; i < rows.rows() && chosen < rows.rows(); ++i) {
            if (distances[i] == 0.0F)
                continue;
            chosen = i;
            left -= static_cast<double>(distances[i]);
            if (left < 0.0)
                break;
        }
    }
    return centres;
}

/// Puts each row to its nearest centre (the first of equals); returns each squared distance.
VectorF assign(const MatrixF& rows, const VectorF& lengths, KMeansResult& result)
{
    const VectorF half = 0.5F * result.centres.rowwise().squaredNorm();
    const MatrixF products = rows * result.centres.transpose();
    VectorF distances(rows.rows());
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        Eigen::Index best = 0;
        const float gain = (products.row(i).transpose() - half).maxCoeff(&best);
        result.cluster[static_cast<std::size_t>(i)] = static_cast<int>(best);
        distances[i] = std::max(0.0F, lengths[i] - 2.0F * gain);
    }
    result.distortion = distances.cast<double>().sum();
    return distances;
}

void moveCentres(const MatrixF& rows, VectorF distances, KMeansResult& result)
{
    MatrixF sums = MatrixF::Zero(result.centres.rows(), result.centres.cols());
    VectorF counts = VectorF::Zero(result.centres.rows());
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const int k = result.cluster[static_cast<std::size_t>(i)];
        sums.row(k) += rows.row(i);
        counts[k] += 1.0F;
    }
    for (Eigen::Index k = 0; k < sums.rows(); ++k) {
        if (counts[k] > 0.0F) {
            result.centres.row(k) = sums.row(k) / counts[k];
            continue;
        }
        Eigen::Index farthest = 0;
        if (distances.maxCoeff(&farthest) <= kRounding * rows.row(farthest).squaredNorm())
            continue; // every row sits on its centre: none to spare
        result.centres.row(k) = rows.row(farthest);
        distances[farthest] = 0.0F;
    }
}

KMeansResult runOnce(const MatrixF& rows, const VectorF& lengths, const KMeansOptions& options,
                     Random& random)
{
    KMeansResult result{.centres = seedCentres(rows, lengths, options.clusters, random),
                        .cluster = std::vector<int>(static_cast<std::size_t>(rows.rows()), -1),
                        .distortion = 0.0};
    VectorF distances = assign(rows, lengths, result);
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        const auto before = result.cluster;
        moveCentres(rows, std::move(distances), result);
        distances = assign(rows, lengths, result);
        if (result.cluster == before)
            break;
    }
    return result;
}

} // namespace

VectorF gaussianRow(Eigen::Index columns, Random& random)
{
    VectorF row(columns);
    const double scale = 1.0 / std::sqrt(static_cast<double>(columns));
    for (auto& value : row)
        value = static_cast<float>(random.normal() * scale);
    return row;
}

KMeansResult kMeans(const MatrixF& rows, const KMeansOptions& options, Random& random)
{
    if (rows.rows() == 0 || options.clusters < 1 || options.restarts < 1)
        throw std::invalid_argument("kMeans: no rows, clusters or restarts");
    const VectorF lengths = rows.rowwise().squaredNorm();
    KMeansResult best = runOnce(rows, lengths, options, random);
    for (int restart = 1; restart < options.restarts; ++restart) {
        KMeansResult next = runOnce(rows, lengths, options, random);
        if (next.distortion < best.distortion)
            best = std::move(next);
    }
    return best;
}

} // namespace core
