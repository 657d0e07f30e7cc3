#pragma once

#include "core/feature_rows.h"
#include "core/random.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace core {

/// How rows that do not fit in memory are shuffled: blocks of neighbouring rows are drawn at
/// random, and the rows of as many blocks as a window holds are shuffled among themselves.
struct BlockPlan {
    std::size_t rowsPerBlock = 1;
    std::size_t blocksPerWindow = 1;
};

/// The plan by which rows of `columns` take at most `memory` bytes: a window is worked on while the
/// next is read and the last is let go. A block is 4 MB or the memory that there is.
BlockPlan blockPlan(std::size_t columns, std::size_t memory);

struct RowBlock {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// Images of an epoch that follow one another in its order, and the blocks to be read for them.
struct RowWindow {
    std::size_t images = 0;
    std::vector<RowBlock> blocks;
};

/// Draws minibatches as BatchDealer does, but window after window. Images left over from a window
/// that are too few for a batch join those of the next.
class BlockDealer {
public:
    /// members   row of each place
    BlockDealer(std::span<const std::size_t> members, int batch, const BlockPlan& plan,
                std::uint64_t seed);

    /// The places 0 … n−1, batch after batch, ascending within each. Valid until the next call, as
    /// is windows().
    std::span<const std::uint32_t> deal();
    std::span<const RowWindow> windows() const { return m_windows; }

private:
    void close(std::vector<std::uint32_t>& pool, bool last);

    std::size_t m_batch;
    BlockPlan m_plan;
    Random m_random;
    std::vector<std::uint32_t> m_places; ///< block after block
    std::vector<std::size_t> m_starts;   ///< of each block in m_places
    std::vector<std::uint32_t> m_blocks; ///< those with images, in the order drawn
    std::vector<std::uint32_t> m_order;
    std::vector<RowWindow> m_windows;
};

/// Reads one window ahead of the work on a thread of its own, and lets go of what is done with.
/// The windows are borrowed.
class WindowReader {
public:
    WindowReader(const FeatureRows& rows, std::span<const RowWindow> windows);
    WindowReader(const WindowReader&) = delete;
    WindowReader& operator=(const WindowReader&) = delete;
    WindowReader(WindowReader&&) = delete;
    WindowReader& operator=(WindowReader&&) = delete;
    ~WindowReader(); ///< stops reading after the block at hand

    /// Returns when the window is in memory. Windows are entered in their order.
    void enter(std::size_t window);

private:
    void read(const std::stop_token& stop);
    void release(std::size_t window) const;

    const FeatureRows& m_rows;
    std::span<const RowWindow> m_windows;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_entered = 0; // guarded by m_mutex
    std::size_t m_loaded = 0;  // guarded by m_mutex
    std::jthread m_thread;     // last member: joined before anything else goes away
};

} // namespace core
