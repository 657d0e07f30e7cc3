#pragma once

#include "core/ranking/descent.h"
#include "core/ranking/sense_weights.h"

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace core {

/// All that a batch asks of one of its images: together on one line of the cache, as images lie
/// anywhere.
struct alignas(32) DescentImage {
    const Half* row = nullptr;
    double y = 0.0;
    float inverseNorm = 0.0F;
};

/// What the members of a team share while they descend.
///
/// A batch goes so: each member scores its own columns and writes its part of the scores into
/// `parts`; all meet; each adds up the parts, all alike, and works out the same pulls; each moves
/// the weights of its own columns and goes on to the next batch without waiting. `parts` is double,
/// so a member that is a batch ahead writes where nobody reads.
struct DescentBoard {
    DescentBoard(const DescentData& from, const DescentOptions& with, const SenseModel& model,
                 WorkerTeam& on);

    std::vector<DescentImage> images; ///< [n]
    DescentOptions options;
    WorkerTeam* team;
    std::size_t popular;   ///< senses
    std::size_t unpopular; ///< senses
    std::vector<ColumnRange> tiles;
    std::size_t tilesInPart; ///< two, or one where there are more members than pairs of tiles
    DescentPlan plan{};

    std::size_t room = 0;                      ///< images of a batch, padded
    std::array<std::vector<float>, 2> parts{}; ///< [part × sense × stride()]
    std::array<bool, 2> halted{};              ///< member 0 was told to halt before the batch

    // Written by member 0 alone.
    std::size_t done = 0; ///< batches
    DescentTally tally{};
    std::array<std::vector<float>, 2> lastCoefficients{};

    void beginRun(const DescentPlan& next);

    std::size_t senses() const { return popular + unpopular; }
    std::size_t partCount() const { return (tiles.size() + tilesInPart - 1) / tilesInPart; }
    /// Floats from one sense's scores to the next one's; the one at `room` is that of μ.
    std::size_t stride() const { return room + kLanePadding; }
    std::size_t partSize() const { return senses() * stride(); }
    float* part(std::size_t batch, std::size_t index)
    {
        return parts.at(batch % 2).data() + index * partSize();
    }
};

/// One member of the team: its share of the columns and its own working space. Its weights and
/// scores lie apart from those of the others: the processor reads ahead, and would fetch what
/// another one is writing.
class DescentMember {
public:
    DescentMember(DescentBoard& board, const SenseModel& start, int member);

    /// Steps over the board's plan. goOn is member 0's; the others have none.
    void run(const std::function<bool()>* goOn);

    /// Writes the weights of its own columns into the model.
    void copyWeights(SenseModel& to) const;
    /// Replaces the weights of one sense, popular ones first [d].
    void setSense(std::size_t sense, const VectorF& weights);

private:
    void enter(std::size_t batch);
    void score();
    void publish(std::size_t batch);
    float sumParts(std::size_t batch, std::size_t sense, float* out);
    void gather(std::size_t batch);
    void respond(std::size_t firstSense, std::size_t lastSense, std::vector<std::uint32_t>& sense,
                 std::vector<float>& response) const;
    void weigh(std::size_t batch);
    void sortPulls();
    void expect(std::size_t batch);
    void descend(std::size_t batch);
    void record();

    DescentBoard& m_board;
    SenseWeights m_weights; ///< up to date in its own columns alone
    bool m_records;
    std::span<const ColumnRange> m_tiles; ///< its own
    std::size_t m_firstPart = 0;
    PairObjective m_objective;

    // Of the batch at hand.
    std::span<const std::uint32_t> m_places;
    std::vector<const Half*> m_rows;
    std::vector<const Half*> m_nextRows; ///< of the batch after it
    std::size_t m_fetched = 0;           ///< so many of them were asked for
    std::vector<double> m_y;
    std::vector<float> m_inverseNorms;
    std::vector<float> m_scores;                       ///< [own tile × sense × stride]
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
