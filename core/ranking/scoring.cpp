#include "core/ranking/scoring.h"

#include "core/parallel.h"
#include "core/ranking/centring.h"
#include "core/ranking/sense_weights.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kRowsAtOnce = 120; // a multiple of the kernels' tiles
constexpr std::size_t kBlocksAhead = 32; // some thousands of rows in the disk's hand

/// A block of rows on one thread.
class BlockScorer {
public:
    BlockScorer(const ScoringRows& wanted, const SenseWeights& weights, const SenseModel& model)
        : m_wanted(wanted)
        , m_weights(weights)
        , m_inverseNorm(model.mean)
        , m_offsets(weights.senses())
    {
        scoreVector(weights.mean(), columns(), weights.rows(), {m_offsets.data(), 1});
    }

    void score(std::size_t block, Responses& out) const
    {
        if (m_wanted.onDisk) {
            if (block < kBlocksAhead)
                expect(block);
            expect(block + kBlocksAhead);
        }
        const std::size_t first = block * kRowsAtOnce;
        const std::size_t count = std::min(kRowsAtOnce, m_wanted.indices.size() - first);
        std::array<const Half*, kRowsAtOnce> rows{};
        for (std::size_t i = 0; i < count; ++i)
            rows.at(i) = m_wanted.rows->row(m_wanted.indices[first + i]);
        std::vector<float> raw(m_weights.senses() * kRowsAtOnce);
        const std::array tiles{columns()};
        scoreColumns(std::span(rows).first(count), tiles, m_weights.rows(),
                     {raw.data(), kRowsAtOnce});
        for (std::size_t i = 0; i < count; ++i) {
            const float r = m_wanted.inverseNorms.empty() ? m_inverseNorm(rows.at(i))
                                                          : m_wanted.inverseNorms[first + i];
            for (std::size_t s = 0; s < m_weights.senses(); ++s)
                place(out, first + i, s) = (raw[s * kRowsAtOnce + i] - m_offsets[s]) * r;
        }
    }

private:
    /// Asks for rows one by one: of a file of which they are a small part no more is read.
    void expect(std::size_t block) const
    {
        const std::size_t first = std::min(block * kRowsAtOnce, m_wanted.indices.size());
        const std::size_t count = std::min(kRowsAtOnce, m_wanted.indices.size() - first);
        for (const auto index : m_wanted.indices.subspan(first, count))
            m_wanted.rows->willNeed(index, 1);
    }

    ColumnRange columns() const { return {0, m_weights.dimension()}; }

    float& place(Responses& out, std::size_t i, std::size_t s) const
    {
        const auto row = static_cast<Eigen::Index>(i);
        const std::size_t popular = m_weights.popularSenses();
        return s < popular ? out.popular(row, static_cast<Eigen::Index>(s))
                           : out.unpopular(row, static_cast<Eigen::Index>(s - popular));
    }

    const ScoringRows& m_wanted;
    const SenseWeights& m_weights;
    InverseNorm m_inverseNorm;
    std::vector<float> m_offsets; ///< w·μ of each sense
};

} // namespace

Responses scoreRows(const ScoringRows& wanted, const SenseModel& model, int threads,
                    const std::stop_token& stop)
{
    const auto d = static_cast<Eigen::Index>(wanted.rows->columns());
    if (model.mean.size() != d || model.popular.cols() != d || model.popular.rows() == 0
        || (model.unpopular.rows() > 0 && model.unpopular.cols() != d))
        throw std::invalid_argument("respond: the model is of another dimension than the rows");
    requireRows(*wanted.rows, wanted.indices, "respond");
    throwIfStopped(stop);

    const auto n = static_cast<Eigen::Index>(wanted.indices.size());
    Responses responses{.popular = MatrixF(n, model.popular.rows()),
                        .unpopular = MatrixF(n, model.unpopular.rows())};
    const SenseWeights weights(model);
    const BlockScorer scorer(wanted, weights, model);
    const std::size_t blocks = (wanted.indices.size() + kRowsAtOnce - 1) / kRowsAtOnce;
    parallelFor(blocks, {.threads = threads, .grain = 4, .stage = {}, .observe = {}}, stop,
                [&](std::size_t block) { scorer.score(block, responses); });
    return responses;
}

} // namespace core
