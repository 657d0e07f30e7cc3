#include "tests/bench/arithmetic.h"

#include <array>
#include <cstddef>

namespace bench {

namespace {

#if defined(__AVX512F__)
constexpr std::size_t kLanes = 16;
#else
constexpr std::size_t kLanes = 8;
#endif
using Lanes = float __attribute__((vector_size(kLanes * sizeof(float))));

constexpr std::size_t kSums = 12; // more than a multiply-add takes cycles times those begun in one
constexpr std::uint64_t kRounds = 1U << 22U;

} // namespace

std::uint64_t multiplyAdd()
{
    std::array<Lanes, kSums> sums{};
    for (std::size_t i = 0; i < kSums; ++i)
        sums[i] += static_cast<float>(i); // or the compiler works out one for all
    const Lanes factor = Lanes{} + 0.999F;
    const Lanes addend = Lanes{} + 1e-3F;
    for (std::uint64_t round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (std::size_t i = 0; i < kSums; ++i)
            sums[i] = sums[i] * factor + addend;
    }
    for (auto& sum : sums)
        asm volatile("" : : "m"(sum));
    return kRounds * kSums * kLanes;
}

} // namespace bench
