#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace core {

/// xoshiro256** (Blackman, Vigna 2018), seeded by SplitMix64, with draws of its own, because the
/// standard library's distributions differ between implementations and a stored seed must not.
///
/// Same seed, same numbers, on every machine. Not thread-safe: one object a thread.
class Random {
public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();                     ///< uniform over all 64-bit numbers
    std::uint64_t below(std::uint64_t bound); ///< uniform in [0, bound), without bias; bound > 0
    double uniform();                         ///< uniform in [0, 1)
    double normal();                          ///< standard Gaussian (polar method)

    /// Fisher-Yates over all of `values`.
    template <typename T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::array<std::uint64_t, 4> m_state{};
    double m_spare = 0.0;
    bool m_hasSpare = false;
};

/// The numbers 0 … n-1 in random order.
std::vector<std::size_t> randomOrder(std::size_t n, Random& random);

} // namespace core
