#include "core/ranking/kernels.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace core {
namespace {

constexpr float kUnwritten = -1e9F;
constexpr std::size_t kTailed = 1100; // columns of two tiles, the last not of whole vectors

/// Rows and weights to score them by.
class Ground {
public:
    Ground(std::size_t images, std::size_t senses)
        : m_random(images + 1000 * senses)
        , m_rows(images, kTailed, m_random)
        , m_senses(senses)
        , m_weights(senses * padded(kTailed))
        , m_tiles(columnTiles(kTailed))
    {
        for (std::size_t s = 0; s < senses; ++s)
            for (std::size_t c = 0; c < kTailed; ++c)
                m_weights[s * padded(kTailed) + c] = static_cast<float>(m_random.normal());
        for (std::size_t i = 0; i < images; ++i)
            m_pointers.push_back(m_rows.row(i));
    }

    /// [tile × sense × image], by one call or by two of which the first fetches for the second.
    std::vector<float> score(std::size_t fetched = 0, std::size_t left = 0) const
    {
        const std::size_t images = m_pointers.size();
        std::vector<float> out(m_tiles.size() * m_senses * images, kUnwritten);
        const SenseRows<const float> senses{m_weights.data(), padded(kTailed), m_senses};
        scoreColumns({.rows = m_pointers, .fetched = fetched, .next = left}, m_tiles, senses,
                     {out.data(), images, m_senses * images});
        EXPECT_EQ(std::ranges::count(out, kUnwritten), m_tiles.size() * m_senses * left);
        scoreColumns({.rows = rows().last(left), .fetched = left}, m_tiles, senses,
                     {out.data() + images - left, images, m_senses * images});
        return out;
    }

    /// The same by definition.
    std::vector<double> sums() const
    {
        std::vector<double> out;
        for (const auto& tile : m_tiles)
            for (std::size_t s = 0; s < m_senses; ++s)
                for (std::size_t i = 0; i < m_pointers.size(); ++i) {
                    double sum = 0.0;
                    for (std::size_t c = tile.first; c < tile.first + tile.count; ++c)
                        sum += m_rows.value(i, c)
                               * static_cast<double>(m_weights[s * padded(kTailed) + c]);
                    out.push_back(sum);
                }
        return out;
    }

    /// The weights after two rows of every three have pulled at two senses.
    std::vector<float> descend(std::span<const Half* const> next) const
    {
        std::vector<float> weights = m_weights;
        const std::vector<float> mean(padded(kTailed), 0.5F);
        const std::vector<float> meanWeight(m_senses, 0.25F);
        std::vector<RowPull> pulls;
        for (std::size_t i = 0; i < m_pointers.size(); ++i)
            if (i % 3 != 0)
                pulls.push_back({.row = m_pointers[i],
                                 .popular = i < m_pointers.size() / 2 ? 0U : 1U,
                                 .unpopular = static_cast<std::uint32_t>(m_senses - 1),
                                 .popularWeight = 0.1F,
                                 .unpopularWeight = -0.1F});
        for (const auto& tile : m_tiles)
            descendColumns({weights.data(), padded(kTailed), m_senses}, tile,
                           {.decay = 0.9F,
                            .mean = mean.data(),
                            .meanWeight = meanWeight.data(),
                            .pulls = pulls,
                            .unpopular = true,
                            .next = next});
        return weights;
    }

    std::span<const Half* const> rows() const { return m_pointers; }

private:
    Random m_random;
    MemoryRows m_rows;
    std::size_t m_senses;
    std::vector<float> m_weights; ///< [senses × padded columns]
    std::vector<ColumnRange> m_tiles;
    std::vector<const Half*> m_pointers;
};

TEST(Kernels, ScoreAnyNumberOfRowsByAnyNumberOfSenses)
{
    for (const std::size_t images : {1U, 2U, 7U, 10U, 23U}) {
        for (const std::size_t senses : {1U, 2U, 3U, 4U, 5U, 6U, 10U, 13U}) {
            const Ground ground(images, senses);
            const auto scores = ground.score();
            const auto expected = ground.sums();
            ASSERT_EQ(scores.size(), expected.size());
            for (std::size_t k = 0; k < scores.size(); ++k)
                EXPECT_NEAR(static_cast<double>(scores[k]), expected[k], 1e-3)
                    << images << " images, " << senses << " senses, value " << k;
        }
    }
}

TEST(Kernels, WhatIsAskedOfMemoryMeanwhileChangesNoBit)
{
    const Ground ground(47, 10);
    const auto scores = ground.score();
    for (const std::size_t fetched : {1U, 20U, 46U, 47U, 100U})
        EXPECT_EQ(ground.score(fetched), scores) << fetched << " rows fetched before";
    for (const std::size_t left : {1U, 10U, 46U, 47U})
        EXPECT_EQ(ground.score(0, left), scores) << left << " rows left to the next call";
    const auto weights = ground.descend({});
    for (const std::size_t next : {1U, 20U, 47U})
        EXPECT_EQ(ground.descend(ground.rows().first(next)), weights) << next << " rows next";
}

} // namespace
} // namespace core
