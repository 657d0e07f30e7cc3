#include "core/ranking/block_shuffle.h"

#include <algorithm>
#include <numeric>

namespace core {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{4} << 20U;

// Three windows are in memory at once; as much again is left to those who read the disk.
constexpr std::size_t kWindowsInMemory = 6;

} // namespace

BlockPlan blockPlan(std::size_t columns, std::size_t memory)
{
    const std::size_t rowBytes = std::max<std::size_t>(1, columns * sizeof(Half));
    const std::size_t window = memory / kWindowsInMemory;
    const std::size_t block = std::max(rowBytes, std::min(kBlockBytes, window));
    return {.rowsPerBlock = block / rowBytes,
            .blocksPerWindow = std::max<std::size_t>(1, window / block)};
}

BlockDealer::BlockDealer(std::span<const std::size_t> members, int batch, const BlockPlan& plan,
                         std::uint64_t seed)
    : m_batch(static_cast<std::size_t>(batch))
    , m_plan(plan)
    , m_random(seed)
    , m_places(members.size())
{
    const std::size_t rows = members.empty() ? 0 : *std::ranges::max_element(members) + 1;
    m_starts.assign((rows + plan.rowsPerBlock - 1) / plan.rowsPerBlock + 1, 0);
    for (const auto row : members)
        ++m_starts[row / plan.rowsPerBlock + 1];
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
    for (std::uint32_t block = 0; block + 1 < m_starts.size(); ++block)
        if (m_starts[block] < m_starts[block + 1])
            m_blocks.push_back(block);
    auto next = m_starts;
    for (std::uint32_t place = 0; place < members.size(); ++place)
        m_places[next[members[place] / plan.rowsPerBlock]++] = place;
}

std::span<const std::uint32_t> BlockDealer::deal()
{
    m_order.clear();
    m_windows.clear();
    m_random.shuffle(std::span(m_blocks));
    std::vector<std::uint32_t> pool;
    for (std::size_t first = 0; first < m_blocks.size(); first += m_plan.blocksPerWindow) {
        const std::size_t end = std::min(first + m_plan.blocksPerWindow, m_blocks.size());
        auto& window = m_windows.emplace_back();
        const std::size_t left = pool.size();
        for (std::size_t i = first; i < end; ++i) {
            const std::size_t block = m_blocks[i];
            window.blocks.push_back({block * m_plan.rowsPerBlock, m_plan.rowsPerBlock});
            for (std::size_t k = m_starts[block]; k < m_starts[block + 1]; ++k)
                pool.push_back(m_places[k]);
        }
        // What is left from the last window comes first, so that its rows can be let go of.
        m_random.shuffle(std::span(pool).subspan(left));
        close(pool, end == m_blocks.size());
    }
    return m_order;
}

/// Deals the pool into batches; what is too little for one stays, unless the window is the last.
void BlockDealer::close(std::vector<std::uint32_t>& pool, bool last)
{
    const std::size_t dealt = last ? pool.size() : pool.size() / m_batch * m_batch;
    for (std::size_t first = 0; first < dealt; first += m_batch) {
        const auto batch = std::span(pool).subspan(first, std::min(m_batch, dealt - first));
        std::ranges::sort(batch);
        m_order.insert(m_order.end(), batch.begin(), batch.end());
    }
    m_windows.back().images = dealt;
    pool.erase(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(dealt));
}

WindowReader::WindowReader(const FeatureRows& rows, std::span<const RowWindow> windows)
    : m_rows(rows)
    , m_windows(windows)
    , m_thread([this](const std::stop_token& stop) { read(stop); })
{
}

WindowReader::~WindowReader()
{
    m_thread.request_stop();
    m_thread.join();
    const std::size_t done = std::min(m_loaded + 1, m_windows.size());
    for (std::size_t window = m_entered < 1 ? 0 : m_entered - 1; window < done; ++window)
        release(window);
}

void WindowReader::enter(std::size_t window)
{
    // Images left over from the last window are still looked at in this one.
    if (window >= 2)
        release(window - 2);
    std::unique_lock lock(m_mutex);
    m_entered = window;
    m_changed.notify_all();
    m_changed.wait(lock, [&] { return m_loaded > window; });
}

void WindowReader::read(const std::stop_token& stop)
{
    for (std::size_t window = 0; window < m_windows.size(); ++window) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [&] { return window <= m_entered + 1; }))
                return;
        }
        const auto& blocks = m_windows[window].blocks;
        // A disk is fastest with much in hand.
        for (const auto& block : blocks)
            m_rows.willNeed(block.first, block.count);
        for (std::size_t i = 0; i < blocks.size() && !stop.stop_requested(); ++i)
            m_rows.load(blocks[i].first, blocks[i].count);
        const std::scoped_lock lock(m_mutex);
        m_loaded = window + 1;
        m_changed.notify_all();
    }
}

void WindowReader::release(std::size_t window) const
{
    for (const auto& block : m_windows[window].blocks)
        m_rows.release(block.first, block.count);
}

} // namespace core
