#include "core/ranking/scoring.h"

#include "core/parallel.h"
#include "core/ranking/centring.h"
#include "core/ranking/kernels.h"
#include "core/ranking/sense_weights.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kRowsAtOnce = 480; // that a thread takes
constexpr std::size_t kRowsInCache = 40; // scored, then centred; a multiple of the kernels' blocks
constexpr std::size_t kRowsAhead = 20;   // that are fetched while those before them are scored
constexpr std::size_t kBlocksAhead = 8;  // some thousands of rows in the disk's hand

/// A block of rows on one thread.
class BlockScorer {
public:
    BlockScorer(const ScoringRows& wanted, const SenseWeights& weights, const SenseModel& model)
        : m_wanted(wanted)
        , m_weights(weights)
        , m_tiles(columnTiles(weights.dimension()))
        , m_inverseNorm(model.mean)
        , m_offsets(weights.senses())
    {
        scoreVector(weights.mean(), {0, weights.dimension()}, weights.rows(),
                    {m_offsets.data(), 1});
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
        std::vector<const Half*> rows(count);
        for (std::size_t i = 0; i < count; ++i)
            rows[i] = m_wanted.rows->row(m_wanted.indices[first + i]);
        std::vector<float> raw(m_tiles.size() * m_weights.senses() * kRowsInCache);
        for (std::size_t i = 0; i < count; i += kRowsInCache) {
            const std::size_t some = std::min(kRowsInCache, count - i);
            const std::size_t next = std::min(kRowsAhead, count - i - some);
            const auto queued = std::span(rows).subspan(i, some + next);
            scoreColumns({.rows = queued, .fetched = i == 0 ? 0 : kRowsAhead, .next = next},
                         m_tiles, m_weights.rows(),
                         {raw.data(), kRowsInCache, m_weights.senses() * kRowsInCache});
            centre(queued.first(some), first + i, raw, out);
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

    /// w·x' = (w·x − w·μ)·r of rows whose products lie in `raw`; `first` is the first one's place.
    void centre(std::span<const Half* const> rows, std::size_t first, const std::vector<float>& raw,
                Responses& out) const
    {
        const std::size_t senses = m_weights.senses();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const float r = m_wanted.inverseNorms.empty() ? m_inverseNorm(rows[i])
                                                          : m_wanted.inverseNorms[first + i];
            for (std::size_t s = 0; s < senses; ++s) {
                float product = 0.0F;
                for (std::size_t tile = 0; tile < m_tiles.size(); ++tile)
                    product += raw[(tile * senses + s) * kRowsInCache + i];
                place(out, first + i, s) = (product - m_offsets[s]) * r;
            }
        }
    }

    float& place(Responses& out, std::size_t i, std::size_t s) const
    {
        const auto row = static_cast<Eigen::Index>(i);
        const std::size_t popular = m_weights.popularSenses();
        return s < popular ? out.popular(row, static_cast<Eigen::Index>(s))
                           : out.unpopular(row, static_cast<Eigen::Index>(s - popular));
    }

    const ScoringRows& m_wanted;
    const SenseWeights& m_weights;
    std::vector<ColumnRange> m_tiles;
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
    parallelFor(blocks, {.threads = threads, .grain = 1, .stage = {}, .observe = {}}, stop,
                [&](std::size_t block) { scorer.score(block, responses); });
    return responses;
}

} // namespace core
