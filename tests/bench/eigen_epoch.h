#pragma once

#include <cstddef>
#include <cstdint>

namespace bench {

/// One epoch of Equation 4 as core::Descent steps it, in plain types: this header is all that is
/// shared with a library that is compiled for this machine alone.
struct EigenEpoch {
    const std::uint16_t* rows = nullptr; ///< [n × columns] float16
    std::size_t columns = 0;
    const std::uint32_t* order = nullptr; ///< [images] places, batch after batch
    std::size_t images = 0;
    std::size_t batch = 100;
    const std::size_t* members = nullptr; ///< row of each place
    const float* y = nullptr;             ///< of each place; ascending
    const float* inverseNorms = nullptr;  ///< of each place
    const float* mean = nullptr;          ///< [columns]
    float* weights = nullptr;             ///< [2·sensesEach × columns], popular ones first
    std::size_t sensesEach = 5;
    double learningRate = 0.0;
    double regularisation = 0.0;
    int threads = 1; ///< of Eigen's products
};

/// Steps over the epoch with products of Eigen, the rows converted a batch at a time.
[[gnu::visibility("default")]] void descendWithEigen(const EigenEpoch& epoch);

} // namespace bench
