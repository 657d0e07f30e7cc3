#pragma once

#include <cstdint>

namespace core {

/// The numbers that golden inputs are made of, drawn as in draws.py: a linear congruential
/// generator (Knuth's MMIX constants), of which the upper 31 bits count.
class Draws {
public:
    explicit Draws(std::uint64_t seed)
        : m_state(seed)
    {
    }

    /// A whole number in [0, bound), bound at most 2³¹.
    std::uint64_t below(std::uint64_t bound)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return (m_state >> 33U) % bound;
    }

private:
    std::uint64_t m_state;
};

} // namespace core
