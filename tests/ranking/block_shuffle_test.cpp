#include "core/ranking/block_shuffle.h"
#include "tests/ranking/memory_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace core {
namespace {

/// Rows that note which of them are in memory.
class WatchedRows final : public FeatureRows {
public:
    explicit WatchedRows(std::size_t rows)
        : m_row(1)
        , m_present(rows, false)
    {
    }

    std::size_t rows() const override { return m_present.size(); }
    std::size_t columns() const override { return 1; }
    const Half* row(std::size_t /*index*/) const override { return m_row.data(); }

    void load(std::size_t first, std::size_t count) const override
    {
        const std::scoped_lock lock(m_mutex);
        mark(first, count, true);
        m_most = std::max(m_most, presentRows());
    }
    void release(std::size_t first, std::size_t count) const override
    {
        const std::scoped_lock lock(m_mutex);
        mark(first, count, false);
    }

    bool present(const RowBlock& block) const
    {
        const std::scoped_lock lock(m_mutex);
        return std::all_of(m_present.begin() + static_cast<std::ptrdiff_t>(block.first),
                           m_present.begin()
                               + static_cast<std::ptrdiff_t>(block.first + block.count),
                           [](bool there) { return there; });
    }
    std::size_t most() const { return m_most; }
    std::size_t left() const { return presentRows(); }

private:
    void mark(std::size_t first, std::size_t count, bool there) const
    {
        for (std::size_t i = first; i < std::min(first + count, m_present.size()); ++i)
            m_present[i] = there;
    }
    std::size_t presentRows() const
    {
        return static_cast<std::size_t>(std::ranges::count(m_present, true));
    }

    std::vector<Half> m_row;
    mutable std::mutex m_mutex;
    mutable std::vector<bool> m_present;
    mutable std::size_t m_most = 0;
};

/// Every third row is of another split; the order is that of popularity, not of rows.
std::vector<std::size_t> scatteredMembers(std::size_t rows)
{
    Random random(4);
    std::vector<std::size_t> members;
    for (const auto row : randomOrder(rows, random))
        if (row % 3 != 0)
            members.push_back(row);
    return members;
}

TEST(BlockPlan, HasBlocksOfFourMegabytesAndSixWindowsInTheMemory)
{
    const auto plan = blockPlan(4096, std::size_t{600} << 20U);
    EXPECT_EQ(plan.rowsPerBlock, 512U) << "of 8 KB";
    EXPECT_EQ(plan.blocksPerWindow, 25U) << "of 100 MB";
}

TEST(BlockPlan, HasARowAtLeastInEachBlockAndABlockInEachWindow)
{
    const auto plan = blockPlan(4096, 1);
    EXPECT_EQ(plan.rowsPerBlock, 1U);
    EXPECT_EQ(plan.blocksPerWindow, 1U);
}

TEST(BlockDealer, DealsEveryImageOnceAndEachBatchInAscendingOrder)
{
    for (const std::size_t rows : {2U, 150U, 151U, 1000U}) {
        const auto members = scatteredMembers(rows);
        BlockDealer dealer(members, 20, {.rowsPerBlock = 7, .blocksPerWindow = 3}, 5);
        for (int epoch = 0; epoch < 3; ++epoch) {
            const auto order = dealer.deal();
            ASSERT_EQ(order.size(), members.size());
            EXPECT_EQ(std::set(order.begin(), order.end()).size(), members.size());
            for (std::size_t first = 0; first < order.size(); first += 20)
                EXPECT_TRUE(std::ranges::is_sorted(
                    order.subspan(first, std::min<std::size_t>(20, order.size() - first))));
        }
    }
}

TEST(BlockDealer, TakesTheImagesOfAWindowFromItsBlocksOrTheLastOnes)
{
    const auto members = scatteredMembers(1000);
    BlockDealer dealer(members, 20, {.rowsPerBlock = 10, .blocksPerWindow = 4}, 5);
    auto order = dealer.deal();
    std::set<std::size_t> last;
    std::size_t blocks = 0;
    for (const auto& window : dealer.windows()) {
        std::set<std::size_t> rows;
        for (const auto& block : window.blocks)
            for (std::size_t row = block.first; row < block.first + block.count; ++row)
                rows.insert(row);
        blocks += window.blocks.size();
        for (const auto place : order.first(window.images))
            EXPECT_TRUE(rows.contains(members[place]) || last.contains(members[place]));
        order = order.subspan(window.images);
        last = rows;
    }
    EXPECT_TRUE(order.empty());
    EXPECT_EQ(blocks, 100U) << "each is read once";
}

TEST(BlockDealer, DealsAnewEveryEpochAndAlikeForOneSeed)
{
    const auto members = scatteredMembers(500);
    const BlockPlan plan{.rowsPerBlock = 10, .blocksPerWindow = 4};
    BlockDealer dealer(members, 20, plan, 5);
    BlockDealer same(members, 20, plan, 5);
    BlockDealer other(members, 20, plan, 6);
    const auto copy = [](std::span<const std::uint32_t> order) {
        return std::vector(order.begin(), order.end());
    };
    const auto first = copy(dealer.deal());
    const auto block = dealer.windows()[0].blocks[0].first;
    EXPECT_EQ(first, copy(same.deal()));
    EXPECT_NE(first, copy(other.deal()));
    EXPECT_NE(first, copy(dealer.deal()));
    EXPECT_NE(block, dealer.windows()[0].blocks[0].first) << "blocks are drawn too";
}

TEST(WindowReader, HasTheWindowInMemoryAndAtMostThreeOfThem)
{
    constexpr std::size_t kRows = 1000;
    const WatchedRows rows(kRows);
    const auto members = rowNumbers(kRows);
    BlockDealer dealer(members, 20, {.rowsPerBlock = 10, .blocksPerWindow = 4}, 5);
    dealer.deal();
    {
        WindowReader reader(rows, dealer.windows());
        for (std::size_t i = 0; i < dealer.windows().size(); ++i) {
            reader.enter(i);
            for (const auto& block : dealer.windows()[i].blocks)
                EXPECT_TRUE(rows.present(block)) << "window " << i;
        }
    }
    EXPECT_LE(rows.most(), 3U * 40U);
    EXPECT_EQ(rows.left(), 0U) << "all is let go of in the end";
}

TEST(WindowReader, StopsInTheMiddle)
{
    const WatchedRows rows(1000);
    const auto members = rowNumbers(1000);
    BlockDealer dealer(members, 20, {.rowsPerBlock = 10, .blocksPerWindow = 4}, 5);
    dealer.deal();
    {
        WindowReader reader(rows, dealer.windows());
        reader.enter(0);
        reader.enter(1);
    }
    EXPECT_EQ(rows.left(), 0U);
    const WindowReader unused(rows, dealer.windows());
}

} // namespace
} // namespace core
