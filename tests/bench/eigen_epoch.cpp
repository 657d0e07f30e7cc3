#include "tests/bench/eigen_epoch.h"

#include <Eigen/Core>

#include <algorithm>
#if defined(__F16C__)
#include <immintrin.h>
#endif

namespace bench {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::Index;

/// A row as float, by the instruction for it where there is one: Eigen 3.4 converts without it
/// under GCC, thirty times slower, and a rival must be at its best.
void convert(const std::uint16_t* from, Index count, float* to)
{
    Index i = 0;
#if defined(__F16C__)
    constexpr Index kLanes = 8;
    for (; i + kLanes <= count; i += kLanes)
        _mm256_storeu_ps(
            to + i, _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i))));
#endif
    for (; i < count; ++i)
        to[i] = static_cast<float>(Eigen::numext::bit_cast<Eigen::half>(from[i]));
}

/// Working space of one epoch.
class Stepper {
public:
    explicit Stepper(const EigenEpoch& epoch)
        : m_epoch(epoch)
        , m_columns(static_cast<Index>(epoch.columns))
        , m_senses(static_cast<Index>(epoch.sensesEach))
        , m_mean(epoch.mean, m_columns)
        , m_weights(epoch.weights, 2 * m_senses, m_columns)
    {
    }

    void step(std::size_t first, std::size_t count)
    {
        read(first, static_cast<Index>(count));
        Rows scores = m_x * m_weights.transpose();
        scores.rowwise() -= (m_weights * m_mean).transpose();
        scores.array().colwise() *= m_inverseNorms.array();

        m_pulls.setZero(m_x.rows(), 2 * m_senses);
        const Index viable = pull(scores, 0, 1.0F);
        pull(scores, m_senses, -1.0F);
        if (viable == 0)
            return;
        const auto scale = static_cast<float>(m_epoch.learningRate / static_cast<double>(viable));
        m_pulls.array().colwise() *= -scale * m_inverseNorms.array();
        m_weights *= static_cast<float>(1.0 - m_epoch.learningRate * m_epoch.regularisation);
        m_weights.noalias() += m_pulls.transpose() * m_x;
        m_weights.noalias() -= m_pulls.colwise().sum().transpose() * m_mean.transpose();
    }

private:
    void read(std::size_t first, Index count)
    {
        m_x.resize(count, m_columns);
        m_y.resize(count);
        m_inverseNorms.resize(count);
        for (Index i = 0; i < count; ++i) {
            const auto place = m_epoch.order[first + static_cast<std::size_t>(i)];
            const auto* raw = m_epoch.rows + m_epoch.members[place] * m_epoch.columns;
            convert(raw, m_columns, m_x.row(i).data());
            m_y[i] = m_epoch.y[place];
            m_inverseNorms[i] = m_epoch.inverseNorms[place];
        }
    }

    /// Adds the pair coefficients of the half that begins at `sense`; returns the viable pairs.
    Index pull(const Rows& scores, Index sense, float direction)
    {
        Eigen::ArrayXf response(scores.rows());
        Eigen::ArrayXi winner(scores.rows());
        for (Index i = 0; i < scores.rows(); ++i) {
            Index best = 0;
            response[i] = direction * scores.row(i).segment(sense, m_senses).maxCoeff(&best);
            winner[i] = static_cast<int>(sense + best);
        }
        Eigen::ArrayXf coefficient = Eigen::ArrayXf::Zero(scores.rows());
        Index viable = 0;
        for (Index i = 0; i < scores.rows(); ++i) {
            const Index less = std::lower_bound(m_y.begin(), m_y.begin() + i, m_y[i]) - m_y.begin();
            const Eigen::ArrayXf violated =
                ((m_y[i] - m_y.head(less)).max(1.0F) - response[i] + response.head(less) > 0.0F)
                    .cast<float>();
            coefficient.head(less) += violated;
            coefficient[i] -= violated.sum();
            viable += less;
        }
        for (Index i = 0; i < scores.rows(); ++i)
            m_pulls(i, winner[i]) += direction * coefficient[i];
        return viable;
    }

    const EigenEpoch& m_epoch;
    Index m_columns;
    Index m_senses;
    Eigen::Map<const Eigen::VectorXf> m_mean;
    Eigen::Map<Rows> m_weights;
    Rows m_x;
    Rows m_pulls;
    Eigen::ArrayXf m_y;
    Eigen::VectorXf m_inverseNorms;
};

} // namespace

void descendWithEigen(const EigenEpoch& epoch)
{
    Eigen::setNbThreads(epoch.threads);
    Stepper stepper(epoch);
    for (std::size_t first = 0; first < epoch.images; first += epoch.batch)
        stepper.step(first, std::min(epoch.batch, epoch.images - first));
}

} // namespace bench
