#include "tests/bench/eigen_epoch.h"

#include <Eigen/Core>

#include <algorithm>

namespace bench {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using HalfRow = Eigen::Matrix<Eigen::half, 1, Eigen::Dynamic>;
using Eigen::Index;

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
            const auto* half = reinterpret_cast<const Eigen::half*>(raw);
            m_x.row(i) = Eigen::Map<const HalfRow>(half, m_columns).cast<float>();
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
