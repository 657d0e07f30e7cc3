#include "core/ranking/descent.h"

#include "core/ranking/descent_member.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <stdexcept>
#include <utility>

namespace core {

void DescentTally::add(const DescentTally& more)
{
    hingeSum += more.hingeSum;
    viable += more.viable;
    examples += more.examples;
    wins.resize(std::max(wins.size(), more.wins.size()));
    for (std::size_t s = 0; s < more.wins.size(); ++s)
        wins[s] += more.wins[s];
}

double DescentTally::loss() const
{
    return viable == 0 ? 0.0 : hingeSum / static_cast<double>(viable);
}

struct Descent::State {
    State(const DescentData& from, SenseModel model, const DescentOptions& with, WorkerTeam& on)
        : start(std::move(model))
        , board(from, with, start, on)
    {
        members.reserve(static_cast<std::size_t>(on.members()));
        for (int member = 0; member < on.members(); ++member)
            members.emplace_back(board, start, member);
        if (with.keepCoefficients)
            for (auto& half : board.lastCoefficients)
                half.assign(from.members.size(), 0.0F);
        board.tally.wins.assign(board.senses(), 0);
    }

    SenseModel start; ///< the weights of now are with the members
    DescentBoard board;
    std::vector<DescentMember> members;
};

Descent::Descent(const DescentData& data, const SenseModel& start, const DescentOptions& options,
                 WorkerTeam& team)
{
    if (data.members.size() != data.y.size() || data.members.size() != data.inverseNorms.size()
        || data.members.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument("Descent: lists of different length");
    if (start.dimension() != data.rows->columns() || start.popular.rows() == 0)
        throw std::invalid_argument("Descent: the model does not fit the rows");
    if (!std::ranges::is_sorted(data.y))
        throw std::invalid_argument("Descent: y does not ascend");
    m_state = std::make_unique<State>(data, start, options, team);
}

Descent::~Descent() = default;

std::size_t Descent::run(const DescentPlan& plan, const std::function<bool()>& goOn)
{
    DescentBoard& board = m_state->board;
    board.beginRun(plan);
    std::exception_ptr thrown;
    const std::function<bool()> guarded = [&] {
        try {
            return !goOn || goOn();
        } catch (...) {
            thrown = std::current_exception();
            return false;
        }
    };
    board.team->run([&](int member) {
        m_state->members[static_cast<std::size_t>(member)].run(member == 0 ? &guarded : nullptr);
    });
    if (thrown)
        std::rethrow_exception(thrown);
    return board.done;
}

SenseModel Descent::model() const
{
    SenseModel model = m_state->start;
    for (const auto& member : m_state->members)
        member.copyWeights(model);
    return model;
}

DescentTally Descent::takeTally()
{
    DescentTally empty;
    empty.wins.assign(m_state->board.senses(), 0);
    return std::exchange(m_state->board.tally, empty);
}

std::span<const float> Descent::lastCoefficients(Polarity polarity) const
{
    return m_state->board.lastCoefficients.at(polarity == Polarity::Popular ? 0 : 1);
}

void Descent::setSense(const SenseId& sense, const VectorF& weights)
{
    const std::size_t offset = sense.polarity == Polarity::Popular ? 0 : m_state->board.popular;
    for (auto& member : m_state->members)
        member.setSense(offset + static_cast<std::size_t>(sense.index), weights);
}

} // namespace core
