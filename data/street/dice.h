#pragma once

#include "core/random.h"

#include <array>
#include <cstdint>
#include <span>

namespace samples {

/// What the draws of one picture or post are for; each purpose has its own stream, so that a
/// further draw for one leaves the others as they were.
enum class Stream : std::uint64_t { Plan = 1, Picture, Counts, Caption, Authors };

/// The seed of one stream of image `index`.
inline std::uint64_t streamSeed(std::uint64_t seed, Stream stream, std::uint64_t index)
{
    core::Random mixer(seed ^ (static_cast<std::uint64_t>(stream) << 56U)
                       ^ (index * 0xd1342543de82ef95U));
    return mixer.next();
}

/// Draws in the words of someone who arranges a scene.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_random(seed)
    {
    }

    double between(double low, double high) { return low + (high - low) * m_random.uniform(); }
    double around(double centre, double spread)
    {
        return between(centre - spread, centre + spread);
    }
    double normal() { return m_random.normal(); }
    bool chance(double probability) { return m_random.uniform() < probability; }

    /// Uniform in low … high, both included; low <= high.
    int count(int low, int high)
    {
        return low + static_cast<int>(m_random.below(static_cast<std::uint64_t>(high - low) + 1));
    }

    /// One of `choices`, which must not be empty.
    template <typename T, std::size_t N>
    const T& pick(const T (&choices)[N]) // NOLINT(modernize-avoid-c-arrays): a braced list binds
    {
        return choices[m_random.below(N)];
    }
    template <typename T, std::size_t N>
    const T& pick(const std::array<T, N>& choices)
    {
        return choices[m_random.below(N)];
    }
    template <typename T>
    const T& pick(std::span<const T> choices)
    {
        return choices[m_random.below(choices.size())];
    }

    core::Random& random() { return m_random; }

private:
    core::Random m_random;
};

} // namespace samples
