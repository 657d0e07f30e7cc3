#pragma once

#include <cstdint>

namespace bench {

/// Multiplies and adds floats in registers, all independent, as fast as the compiler can make this
/// machine do it; returns how many multiply-adds these were. About 10 ms on one thread.
__attribute__((visibility("default"))) std::uint64_t multiplyAdd();

} // namespace bench
