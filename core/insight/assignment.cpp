#include "core/insight/assignment.h"

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

    Eigen::Index ownerOf(Eigen::Index column) const
    {
        return owner[static_cast<std::size_t>(column)];
    }
    double slack(Eigen::Index row, Eigen::Index column) const
    {
        return -gain(row, column) - rowPotential(row) - columnPotential(column);
    }

    void add(Eigen::Index row);

    const Matrix& gain;
    Vector rowPotential;
    Vector columnPotential;
    std::vector<Eigen::Index> owner; ///< row of each column
};

/// The cheapest path from `row` over owned columns to a free one, along which all move on.
void Matching::add(Eigen::Index row)
{
    const auto columns = gain.cols();
    Vector distance = Vector::Constant(columns, std::numeric_limits<double>::infinity());
    std::vector<Eigen::Index> before(static_cast<std::size_t>(columns), kNobody);
    std::vector<bool> reached(static_cast<std::size_t>(columns), false);
    Eigen::Index at = kNobody; // the column come from
    Eigen::Index here = row;
    for (;;) {
        Eigen::Index nearest = kNobody;
        for (Eigen::Index c = 0; c < columns; ++c) {
            const auto place = static_cast<std::size_t>(c);
            if (reached[place])
                continue;
            if (const double slackHere = slack(here, c); slackHere < distance(c)) {
                distance(c) = slackHere;
                before[place] = at;
            }
            if (nearest == kNobody || distance(c) < distance(nearest))
                nearest = c;
        }
        const double step = distance(nearest);
        rowPotential(row) += step;
        for (Eigen::Index c = 0; c < columns; ++c) {
            if (!reached[static_cast<std::size_t>(c)]) {
                distance(c) -= step;
                continue;
            }
            rowPotential(ownerOf(c)) += step;
            columnPotential(c) -= step;
        }
        reached[static_cast<std::size_t>(nearest)] = true;
        at = nearest;
        if (ownerOf(at) == kNobody)
            break;
        here = ownerOf(at);
    }
    for (; at != kNobody;) {
        const auto from = before[static_cast<std::size_t>(at)];
        owner[static_cast<std::size_t>(at)] = from == kNobody ? row : ownerOf(from);
        at = from;
    }
}

} // namespace

std::vector<Eigen::Index> bestAssignment(const Matrix& gain)
{
    if (gain.rows() > gain.cols())
        throw std::invalid_argument("bestAssignment: more rows than columns");
    if (!gain.allFinite())
        throw std::invalid_argument("bestAssignment: a gain that is not finite");
    Matching matching(gain);
    for (Eigen::Index row = 0; row < gain.rows(); ++row)
        matching.add(row);
    std::vector<Eigen::Index> columns(static_cast<std::size_t>(gain.rows()), 0);
    for (Eigen::Index c = 0; c < gain.cols(); ++c) {
        if (matching.ownerOf(c) != kNobody)
            columns[static_cast<std::size_t>(matching.ownerOf(c))] = c;
    }
    return columns;
}

} // namespace core
