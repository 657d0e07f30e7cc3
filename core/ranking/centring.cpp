#include "core/ranking/centring.h"

#include "core/parallel.h"
#include "core/ranking/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>

namespace core {

namespace {

constexpr std::size_t kRowsAtOnce = 256;
constexpr std::size_t kNarrowestPiece = 512; // columns of a mean on one thread
constexpr std::size_t kChunk = 8192;         // rows between two meetings of the threads

struct RowRange {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// The places of `indices`, by ascending row.
std::vector<std::uint32_t> placesByRow(std::span<const std::size_t> indices)
{
    std::vector<std::uint32_t> places(indices.size());
    std::iota(places.begin(), places.end(), 0U);
    if (!std::ranges::is_sorted(indices))
        std::ranges::sort(places, {}, [&](auto place) { return indices[place]; });
    return places;
}

/// Calls visit(places) for chunk after chunk of places in the order of their rows, while the next
/// chunk is read.
void scanRows(const FeatureRows& rows, std::span<const std::size_t> indices, bool bounded,
              const std::function<void(std::span<const std::uint32_t>)>& visit)
{
    const auto order = placesByRow(indices);
    const auto chunk = [&](std::size_t first) {
        first = std::min(first, order.size());
        return std::span(order).subspan(first, std::min(kChunk, order.size() - first));
    };
    const auto rowsOf = [&](std::span<const std::uint32_t> places) {
        return RowRange{indices[places.front()],
                        indices[places.back()] - indices[places.front()] + 1};
    };
    for (std::size_t first = 0; first < order.size(); first += kChunk) {
        const auto next = chunk(first + kChunk);
        if (bounded && !next.empty())
            rows.willNeed(rowsOf(next).first, rowsOf(next).count);
        visit(chunk(first));
        if (bounded)
            rows.release(rowsOf(chunk(first)).first, rowsOf(chunk(first)).count);
    }
}

} // namespace

void requireRows(const FeatureRows& rows, std::span<const std::size_t> indices, const char* caller)
{
    if (std::ranges::any_of(indices, [&](auto index) { return index >= rows.rows(); }))
        throw std::invalid_argument(std::string(caller) + ": a row is out of range");
}

VectorF meanRow(const FeatureRows& rows, std::span<const std::size_t> indices, const RowScan& scan,
                const std::stop_token& stop)
{
    requireRows(rows, indices, "meanRow");
    if (indices.empty())
        throw std::invalid_argument("meanRow: no rows");
    const std::size_t columns = rows.columns();
    std::vector<double> sums(columns, 0.0);
    std::vector<const Half*> chunk;
    // As few pieces as there are threads: of narrow ones every page of a row is found many times.
    const auto threads = static_cast<std::size_t>(threadCount(scan.threads));
    const std::size_t width = std::max(kNarrowestPiece, padded((columns + threads - 1) / threads));
    const auto sumPiece = [&](std::size_t piece) {
        const std::size_t first = piece * width;
        const ColumnRange range{first, std::min(width, columns - first)};
        for (std::size_t row = 0; row < chunk.size(); row += kRowsAtOnce) {
            throwIfStopped(stop);
            const std::size_t count = std::min(kRowsAtOnce, chunk.size() - row);
            addColumns(std::span(chunk).subspan(row, count), range, sums.data() + first);
        }
    };
    scanRows(rows, indices, scan.bounded, [&](std::span<const std::uint32_t> places) {
        chunk.clear();
        for (const auto place : places)
            chunk.push_back(rows.row(indices[place]));
        parallelFor((columns + width - 1) / width,
                    {.threads = scan.threads, .grain = 1, .stage = {}, .observe = {}}, stop,
                    sumPiece);
    });
    const Eigen::Map<const Vector> total(sums.data(), static_cast<Eigen::Index>(columns));
    return (total / static_cast<double>(indices.size())).cast<float>();
}

InverseNorm::InverseNorm(const VectorF& mean)
    : m_columns(static_cast<std::size_t>(mean.size()))
    , m_mean(padded(m_columns), 0.0F)
    , m_negligible(1e-12F * mean.squaredNorm())
{
    std::copy_n(mean.data(), m_columns, m_mean.data());
}

float InverseNorm::operator()(const Half* row) const
{
    const float squared = squaredDistance(row, m_mean.data(), m_columns);
    return squared > m_negligible ? 1.0F / std::sqrt(squared) : 0.0F;
}

std::vector<float> inverseNorms(const FeatureRows& rows, std::span<const std::size_t> indices,
                                const VectorF& mean, const RowScan& scan,
                                const std::stop_token& stop)
{
    requireRows(rows, indices, "inverseNorms");
    std::vector<float> norms(indices.size());
    const InverseNorm inverseNorm(mean);
    scanRows(rows, indices, scan.bounded, [&](std::span<const std::uint32_t> places) {
        parallelFor(
            places.size(),
            {.threads = scan.threads, .grain = kRowsAtOnce, .stage = {}, .observe = {}}, stop,
            [&](std::size_t i) { norms[places[i]] = inverseNorm(rows.row(indices[places[i]])); });
    });
    return norms;
}

} // namespace core
