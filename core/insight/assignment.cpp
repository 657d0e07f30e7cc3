#include "core/insight/assignment.h"

#include <cstddef>
#include <limits>
#include <stdexcept>

namespace core {

namespace {

constexpr Eigen::Index kNobody = -1;

/// Rows and columns with their potentials; the costs are the gains, negated.
struct Matching {
    explicit Matching(const Matrix& of)
        : gain(of)
        , rowPotential(Vector::Zero(of.rows()))
        , columnPotential(Vector::Zero(of.cols()))
        , owner(static_cast<std::size_t>(of.cols()), kNobody)
    {
    }

    double slack(Eigen::Index row, std::size_t column) const
    {
        const auto c = static_cast<Eigen::Index>(column);
        return -gain(row, c) - rowPotential(row) - columnPotential(c);
    }

    const Matrix& gain;
    Vector rowPotential;
    Vector columnPotential;
    std::vector<Eigen::Index> owner; ///< row of each column
};

/// The cheapest path from a new row over owned columns to a free one, along which all move on.
class Path {
public:
    Path(Matching& matching, Eigen::Index row)
        : m_matching(matching)
        , m_row(row)
        , m_distance(matching.owner.size(), std::numeric_limits<double>::infinity())
        , m_before(matching.owner.size(), kNobody)
        , m_reached(matching.owner.size(), false)
    {
    }

    void follow()
    {
        Eigen::Index from = kNobody; // the column come from
        Eigen::Index row = m_row;
        while (row != kNobody) {
            look(row, from);
            const auto column = nearest();
            shift(m_distance[column]);
            m_reached[column] = true;
            from = static_cast<Eigen::Index>(column);
            row = m_matching.owner[column];
        }
        moveOn(from);
    }

private:
    /// What columns cost from `row`, which is come to by column `from`.
    void look(Eigen::Index row, Eigen::Index from)
    {
        for (std::size_t c = 0; c < m_distance.size(); ++c) {
            const double slack = m_matching.slack(row, c);
            if (m_reached[c] || slack >= m_distance[c])
                continue;
            m_distance[c] = slack;
            m_before[c] = from;
        }
    }

    std::size_t nearest() const
    {
        std::size_t best = m_distance.size();
        for (std::size_t c = 0; c < m_distance.size(); ++c) {
            if (!m_reached[c] && (best == m_distance.size() || m_distance[c] < m_distance[best]))
                best = c;
        }
        return best;
    }

    /// Takes `step` off what is left to go.
    void shift(double step)
    {
        m_matching.rowPotential(m_row) += step;
        for (std::size_t c = 0; c < m_distance.size(); ++c) {
            if (m_reached[c]) {
                m_matching.rowPotential(m_matching.owner[c]) += step;
                m_matching.columnPotential(static_cast<Eigen::Index>(c)) -= step;
            } else {
                m_distance[c] -= step;
            }
        }
    }

    void moveOn(Eigen::Index last)
    {
        for (auto at = last; at != kNobody;) {
            const auto column = static_cast<std::size_t>(at);
            at = m_before[column];
            m_matching.owner[column] =
                at == kNobody ? m_row : m_matching.owner[static_cast<std::size_t>(at)];
        }
    }

    Matching& m_matching;
    Eigen::Index m_row;
    std::vector<double> m_distance;     ///< to each column that is not reached
    std::vector<Eigen::Index> m_before; ///< the column before it on its path
    std::vector<bool> m_reached;
};

} // namespace

std::vector<Eigen::Index> bestAssignment(const Matrix& gain)
{
    if (gain.rows() > gain.cols())
        throw std::invalid_argument("bestAssignment: more rows than columns");
    if (!gain.allFinite())
        throw std::invalid_argument("bestAssignment: a gain that is not finite");
    Matching matching(gain);
    for (Eigen::Index row = 0; row < gain.rows(); ++row)
        Path(matching, row).follow();
    std::vector<Eigen::Index> columns(static_cast<std::size_t>(gain.rows()), 0);
    for (std::size_t c = 0; c < matching.owner.size(); ++c) {
        if (matching.owner[c] != kNobody)
            columns[static_cast<std::size_t>(matching.owner[c])] = static_cast<Eigen::Index>(c);
    }
    return columns;
}

} // namespace core
