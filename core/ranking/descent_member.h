#pragma once

#include "core/ranking/descent.h"
#include "core/ranking/sense_weights.h"

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace core {

/// What the members of a team share while they descend.
///
/// A batch goes so: each member scores its own columns into `partial`; all meet; each adds up the
/// partial scores, all alike, and works out the same pulls; each moves the weights of its own
/// columns and goes on to the next batch without waiting. `partial` is double, so a member that is
/// a batch ahead writes where nobody reads.
struct DescentBoard {
    DescentData data;
    DescentOptions options;
    SenseWeights* weights = nullptr;
    WorkerTeam* team = nullptr;
    std::vector<ColumnRange> tiles{};
    DescentPlan plan{};

    std::size_t room = 0;                        ///< images of a batch, padded
    std::array<std::vector<float>, 2> partial{}; ///< [tile × sense × (room + kLanePadding)]
    std::array<bool, 2> halted{};                ///< member 0 was told to halt before the batch

    // Written by member 0 alone.
    std::size_t done = 0; ///< batches
    DescentTally tally{};
    std::array<std::vector<float>, 2> lastCoefficients{};

    void beginRun(const DescentPlan& next);

    /// Where the partial scores of one sense over one tile lie; the one at `room` is that of μ.
    float* partialScores(std::size_t batch, std::size_t tile, std::size_t sense);
    std::size_t partialStride() const { return room + kLanePadding; }
};

/// One member of the team: its share of the columns and its own working space.
class DescentMember {
public:
    DescentMember(DescentBoard& board, int member);

    /// Steps over the board's plan. goOn is member 0's; the others have none.
    void run(const std::function<bool()>* goOn);

private:
    void enter(std::size_t batch);
    void score(std::size_t batch);
    void gather(std::size_t batch);
    void respond(std::size_t firstSense, std::size_t lastSense, std::vector<std::uint32_t>& sense,
                 std::vector<float>& response) const;
    void weigh(std::size_t batch);
    void sortPulls();
    void expect(std::size_t batch);
    void descend(std::size_t batch);
    void record();

    DescentBoard& m_board;
    bool m_records;
    std::span<const ColumnRange> m_tiles; ///< its own
    std::size_t m_firstTile = 0;
    PairObjective m_objective;

    // Of the batch at hand.
    std::span<const std::uint32_t> m_places;
    std::vector<const Half*> m_rows;
    std::vector<const Half*> m_nextRows; ///< of the batch after it
    std::size_t m_fetched = 0;           ///< so many of them were asked for
    std::vector<double> m_y;
    std::vector<float> m_inverseNorms;
    std::vector<float> m_responses;                    ///< [sense × room]
    std::array<std::vector<std::uint32_t>, 2> m_sense; ///< s* of each image in either half
    std::array<std::vector<float>, 2> m_response;      ///< f of each image in either half
    std::array<std::vector<float>, 2> m_coefficient;   ///< k of each image in either half
    std::vector<RowPull> m_pulls;
    std::vector<RowPull> m_unsorted;
    std::vector<std::size_t> m_starts;
    std::vector<float> m_meanWeight; ///< per sense
    PairLosses m_losses;
};

} // namespace core
