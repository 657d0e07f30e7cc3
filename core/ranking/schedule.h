#pragma once

#include "core/random.h"
#include "core/ranking/trainer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core {

/// How many minibatches make an epoch over n images; the last may be smaller.
std::size_t stepsPerEpoch(std::size_t images, int batch);

/// `wanted`, or where unset 10 or as many epochs as 2,000 steps need, whichever is more.
int plannedEpochs(std::optional<int> wanted, std::size_t steps);

/// Draws minibatches without replacement: every epoch deals all images anew.
class BatchDealer {
public:
    BatchDealer(std::size_t images, int batch, std::uint64_t seed);

    /// The places 0 … n−1, batch after batch, ascending within each. Valid until the next call.
    std::span<const std::uint32_t> deal();

private:
    std::size_t m_batch;
    Random m_random;
    std::vector<std::uint32_t> m_seats; ///< in which seat of the row of batches each image sits
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_filled; ///< per batch
};

} // namespace core
