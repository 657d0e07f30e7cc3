#include "core/ranking/schedule.h"

#include <algorithm>
#include <numeric>

namespace core {

namespace {

constexpr int kLeastEpochs = 10;
constexpr std::size_t kLeastSteps = 2000;

} // namespace

std::size_t stepsPerEpoch(std::size_t images, int batch)
{
    const auto size = static_cast<std::size_t>(batch);
    return (images + size - 1) / size;
}

int plannedEpochs(std::optional<int> wanted, std::size_t steps)
{
    const auto needed = static_cast<int>((kLeastSteps + steps - 1) / steps);
    return wanted.value_or(std::max(kLeastEpochs, needed));
}

BatchDealer::BatchDealer(std::size_t images, int batch, std::uint64_t seed)
    : m_batch(static_cast<std::size_t>(batch))
    , m_random(seed)
    , m_seats(images)
    , m_order(images)
    , m_filled(stepsPerEpoch(images, batch))
{
    std::iota(m_seats.begin(), m_seats.end(), 0U);
}

std::span<const std::uint32_t> BatchDealer::deal()
{
    m_random.shuffle(std::span(m_seats));
    // Images come in ascending order, so each batch is filled in ascending order without a sort.
    std::ranges::fill(m_filled, 0U);
    for (std::uint32_t image = 0; image < m_seats.size(); ++image) {
        const std::size_t batch = m_seats[image] / m_batch;
        m_order[batch * m_batch + m_filled[batch]++] = image;
    }
    return m_order;
}

} // namespace core
