#include "core/ranking/kmeans.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>

namespace core {
namespace {

MatrixF gaussianRows(Eigen::Index rows, Eigen::Index columns, Random& random)
{
    MatrixF made(rows, columns);
    for (auto& value : made.reshaped())
        value = static_cast<float>(random.normal());
    return made;
}

/// Σ of squared distances to the mean of the row's own cluster, in double.
double distortionOf(const MatrixF& rows, const std::vector<int>& cluster, int clusters)
{
    double sum = 0.0;
    for (int k = 0; k < clusters; ++k) {
        Vector centre = Vector::Zero(rows.cols());
        double count = 0.0;
        for (Eigen::Index i = 0; i < rows.rows(); ++i) {
            if (cluster[static_cast<std::size_t>(i)] != k)
                continue;
            centre += rows.row(i).cast<double>();
            ++count;
        }
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            if (cluster[static_cast<std::size_t>(i)] == k)
                sum += (rows.row(i).cast<double>().transpose() - centre / count).squaredNorm();
    }
    return sum;
}

/// The least distortion over every way to share the rows out.
double leastDistortion(const MatrixF& rows, int clusters)
{
    std::vector<int> cluster(static_cast<std::size_t>(rows.rows()), 0);
    double least = std::numeric_limits<double>::max();
    for (;;) {
        least = std::min(least, distortionOf(rows, cluster, clusters));
        auto digit = cluster.begin();
        while (digit != cluster.end() && ++*digit == clusters)
            *digit++ = 0;
        if (digit == cluster.end())
            return least;
    }
}

TEST(KMeans, FindsTheLeastDistortionOfTinyInputs)
{
    Random random(21);
    for (int clusters = 1; clusters <= 3; ++clusters) {
        for (Eigen::Index n = clusters; n <= 7; ++n) {
            const auto rows = gaussianRows(n, 2, random);
            const auto found = kMeans(rows, {.clusters = clusters, .restarts = 40}, random);
            EXPECT_NEAR(found.distortion, leastDistortion(rows, clusters), 1e-4)
                << clusters << " clusters of " << n << " rows";
        }
    }
}

TEST(KMeans, CentresAreTheMeansOfWhatIsNearestToThem)
{
    Random random(4);
    const auto rows = gaussianRows(300, 9, random);
    const auto found = kMeans(rows, {.clusters = 6, .iterations = 500}, random);
    EXPECT_NEAR(found.distortion, distortionOf(rows, found.cluster, 6), 0.01);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        Eigen::Index nearest = 0;
        (found.centres.rowwise() - rows.row(i)).rowwise().squaredNorm().minCoeff(&nearest);
        EXPECT_EQ(found.cluster[static_cast<std::size_t>(i)], nearest);
    }
}

TEST(KMeans, IsNeverWorseThanSharingTheRowsOutAtRandom)
{
    Random random(4);
    for (int clusters = 2; clusters <= 6; ++clusters) {
        const auto rows = gaussianRows(60, 3, random);
        std::vector<int> drawn(60);
        std::ranges::generate(drawn, [&] {
            return static_cast<int>(random.below(static_cast<std::uint64_t>(clusters)));
        });
        const auto found = kMeans(rows, {.clusters = clusters, .restarts = 1}, random);
        EXPECT_LT(found.distortion, distortionOf(rows, drawn, clusters));
    }
}

TEST(KMeans, SameDrawsSameResultAndMoreRestartsNoneWorse)
{
    Random random(4);
    const auto rows = gaussianRows(200, 5, random);
    const auto once = [&](int restarts) {
        Random own(7);
        return kMeans(rows, {.clusters = 8, .restarts = restarts}, own);
    };
    EXPECT_EQ(once(3).centres, once(3).centres);
    EXPECT_EQ(once(3).cluster, once(3).cluster);
    double before = once(1).distortion;
    for (int restarts = 2; restarts <= 10; ++restarts) {
        const double now = once(restarts).distortion;
        EXPECT_LE(now, before);
        before = now;
    }
    EXPECT_LT(before, once(1).distortion);
}

TEST(KMeans, ManyEqualRowsLeaveCentresOfLengthOneOver)
{
    // Two distinct rows for five clusters.
    MatrixF rows(40, 400);
    rows.topRows(25).setConstant(0.05F);
    rows.bottomRows(15).setConstant(-0.05F);
    Random random(4);
    const auto found = kMeans(rows, {.clusters = 5}, random);
    EXPECT_NEAR(found.distortion, 0.0, 1e-3);
    EXPECT_EQ(std::set(found.cluster.begin(), found.cluster.end()).size(), 2U);
    EXPECT_TRUE(found.centres.allFinite());
    for (Eigen::Index k = 0; k < 5; ++k)
        EXPECT_NEAR(found.centres.row(k).norm(), 1.0F, 0.2F);
}

TEST(KMeans, TakesAsManyClustersAsRowsAndMore)
{
    Random random(4);
    const auto rows = gaussianRows(4, 3, random);
    EXPECT_NEAR(kMeans(rows, {.clusters = 4}, random).distortion, 0.0, 1e-5);
    const auto more = kMeans(rows, {.clusters = 9}, random);
    EXPECT_EQ(more.centres.rows(), 9);
    EXPECT_TRUE(more.centres.allFinite());
}

TEST(KMeans, RejectsNothingToCluster)
{
    Random random(4);
    EXPECT_THROW(kMeans(MatrixF(0, 3), {}, random), std::invalid_argument);
    EXPECT_THROW(kMeans(MatrixF::Zero(3, 3), {.clusters = 0}, random), std::invalid_argument);
    EXPECT_THROW(kMeans(MatrixF::Zero(3, 3), {.restarts = 0}, random), std::invalid_argument);
}

TEST(GaussianRow, HasLengthOneInTheMean)
{
    Random random(4);
    double squared = 0.0;
    for (int i = 0; i < 400; ++i)
        squared += static_cast<double>(gaussianRow(50, random).squaredNorm()) / 400.0;
    EXPECT_NEAR(squared, 1.0, 0.03);
}

} // namespace
} // namespace core
