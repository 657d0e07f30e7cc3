#include "core/ranking/spearman.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <future>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kWorthAThread = 100000; // values
constexpr unsigned kDigitBits = 8; // as many open ends as the first cache holds lines for
constexpr std::size_t kBuckets = std::size_t{1} << kDigitBits;
constexpr unsigned kDigits = 4; // of 8 bits: they cover the 32 bits of the coarse key

/// An unsigned number that orders as the value does; −0 becomes +0.
std::uint64_t orderedBits(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

std::vector<std::uint64_t> orderedKeys(std::span<const double> values)
{
    std::vector<std::uint64_t> keys(values.size());
    bool undefined = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        undefined |= std::isnan(values[i]);
        keys[i] = orderedBits(values[i]);
    }
    if (undefined)
        throw std::invalid_argument("averageRanks: a value is not a number");
    return keys;
}

/// The 32 leading bits of each key's distance from the least one, with the key's index below them.
std::vector<std::uint64_t> coarseKeys(std::span<const std::uint64_t> keys)
{
    const auto [least, most] = std::ranges::minmax_element(keys);
    const auto width = static_cast<unsigned>(std::bit_width(*most - *least));
    const unsigned shift = width > 32 ? width - 32 : 0;
    std::vector<std::uint64_t> packed(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        packed[i] = ((keys[i] - *least) >> shift) << 32U | i;
    return packed;
}

std::size_t digitOf(std::uint64_t packed, unsigned digit)
{
    return (packed >> (32U + digit * kDigitBits)) & (kBuckets - 1);
}

/// Sorts by the upper 32 bits, stably; a digit that all share costs no pass.
void radixSort(std::vector<std::uint64_t>& packed)
{
    std::vector<std::array<std::size_t, kBuckets>> counts(kDigits);
    for (const auto value : packed)
        for (unsigned digit = 0; digit < kDigits; ++digit)
            ++counts[digit][digitOf(value, digit)];

    std::vector<std::uint64_t> sorted(packed.size());
    for (unsigned digit = 0; digit < kDigits; ++digit) {
        auto& places = counts[digit];
        if (places[digitOf(packed.front(), digit)] == packed.size())
            continue;
        std::size_t place = 0;
        for (auto& count : places)
            place += std::exchange(count, place);
        for (const auto value : packed)
            sorted[places[digitOf(value, digit)]++] = value;
        packed.swap(sorted);
    }
}

std::size_t indexOf(std::uint64_t packed)
{
    return packed & std::numeric_limits<std::uint32_t>::max();
}

/// Orders runs of equal coarse keys by their whole keys.
void sortRuns(std::vector<std::uint64_t>& packed, std::span<const std::uint64_t> keys)
{
    const auto whole = [&](std::uint64_t value) { return keys[indexOf(value)]; };
    for (std::size_t first = 0; first < packed.size();) {
        bool differ = false;
        std::size_t last = first + 1;
        for (; last < packed.size() && packed[last] >> 32U == packed[first] >> 32U; ++last)
            differ |= whole(packed[last]) != whole(packed[first]);
        if (differ)
            std::sort(packed.begin() + static_cast<std::ptrdiff_t>(first),
                      packed.begin() + static_cast<std::ptrdiff_t>(last),
                      [&](auto a, auto b) { return whole(a) < whole(b); });
        first = last;
    }
}

} // namespace

Vector averageRanks(std::span<const double> values)
{
    if (values.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument("averageRanks: too many values");
    if (values.empty())
        return {};
    const auto keys = orderedKeys(values);
    auto order = coarseKeys(keys);
    radixSort(order);
    sortRuns(order, keys);

    Vector ranks(static_cast<Eigen::Index>(values.size()));
    for (std::size_t first = 0; first < order.size();) {
        // Whole keys lie anywhere in memory: they are looked at where the coarse ones tie.
        const auto ties = [&](std::uint64_t other) {
            return other >> 32U == order[first] >> 32U
                   && keys[indexOf(other)] == keys[indexOf(order[first])];
        };
        std::size_t last = first + 1;
        while (last < order.size() && ties(order[last]))
            ++last;
        const double mean = 0.5 * static_cast<double>(first + 1 + last);
        for (; first < last; ++first)
            ranks[static_cast<Eigen::Index>(indexOf(order[first]))] = mean;
    }
    return ranks;
}

std::optional<double> spearmanRho(std::span<const double> x, std::span<const double> y)
{
    if (x.size() != y.size())
        throw std::invalid_argument("spearmanRho: lists of different length");
    const double middle = 0.5 * (static_cast<double>(x.size()) + 1.0);
    auto other = std::async(x.size() < kWorthAThread ? std::launch::deferred : std::launch::async,
                            [y] { return averageRanks(y); });
    const Vector r = averageRanks(x).array() - middle;
    const Vector s = other.get().array() - middle;
    const double spread = std::sqrt(r.squaredNorm()) * std::sqrt(s.squaredNorm());
    if (x.size() < 2 || spread == 0.0)
        return std::nullopt;
    return std::clamp(r.dot(s) / spread, -1.0, 1.0);
}

} // namespace core
