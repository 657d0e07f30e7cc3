#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <span>

namespace bench {

/// Bytes a second at which this machine reads memory: eight bytes after another, the best of
/// several passes over memory far larger than its caches. Measured at each call, in about 0.2 s.
double readBandwidth(int threads);

/// Multiply-adds of floats a second that this machine does in registers: the best of several times.
/// Measured at each call, in about 0.2 s.
double multiplyAddRate(int threads);

/// Reads all words once, each thread a share of its own.
void readOnce(std::span<const std::uint64_t> words, int threads);

/// The shortest of several runs of the same work: what it costs where nothing else disturbs it.
class Shortest {
public:
    template <typename Work>
    void time(const Work& work)
    {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        m_seconds = taken.count() < m_seconds ? taken.count() : m_seconds;
    }

    double seconds() const { return m_seconds; }

private:
    double m_seconds = std::numeric_limits<double>::infinity();
};

} // namespace bench
