#include "core/study/data_fingerprint.h"

#include "core/features/feature_store.h"
#include "core/parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace core {

namespace {

constexpr std::size_t kRowsATile = 256;

/// Four lanes of multiply and rotate, after XXH64 (Collet): fast because the lanes are independent.
class Hash {
public:
    void add(std::uint64_t number)
    {
        auto& lane = m_lanes[m_next];
        lane = std::rotl(lane + number * kSecond, 31) * kFirst;
        m_next = (m_next + 1) % m_lanes.size();
        ++m_numbers;
    }

    /// The bytes and how many they are.
    void add(std::string_view bytes)
    {
        add(std::uint64_t{bytes.size()});
        while (bytes.size() >= kBlock) {
            addBlock(bytes.data());
            bytes.remove_prefix(kBlock);
        }
        while (!bytes.empty()) {
            std::uint64_t number = 0;
            const auto taken = std::min(bytes.size(), sizeof number);
            std::memcpy(&number, bytes.data(), taken);
            add(number);
            bytes.remove_prefix(taken);
        }
    }

    std::uint64_t value() const
    {
        std::uint64_t hash = m_numbers * kThird;
        for (const auto lane : m_lanes)
            hash = std::rotl(hash ^ (lane * kSecond), 27) * kFirst + kThird;
        hash = (hash ^ (hash >> 33U)) * kSecond;
        hash = (hash ^ (hash >> 29U)) * kThird;
        return hash ^ (hash >> 32U);
    }

private:
    static constexpr std::uint64_t kFirst = 0x9E3779B185EBCA87U;
    static constexpr std::uint64_t kSecond = 0xC2B2AE3D27D4EB4FU;
    static constexpr std::uint64_t kThird = 0x165667B19E3779F9U;
    static constexpr std::size_t kBlock = 4 * sizeof(std::uint64_t);

    void addBlock(const char* bytes)
    {
        std::array<std::uint64_t, 4> numbers{};
        std::memcpy(numbers.data(), bytes, kBlock);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            m_lanes[i] = std::rotl(m_lanes[i] + numbers[i] * kSecond, 31) * kFirst;
        m_numbers += numbers.size();
    }

    std::array<std::uint64_t, 4> m_lanes{kFirst + kSecond, kSecond, 0, 0 - kFirst};
    std::size_t m_next = 0;
    std::uint64_t m_numbers = 0;
};

std::uint64_t hashOfTile(const FeatureRows& rows, std::size_t first)
{
    Hash hash;
    const auto end = std::min(first + kRowsATile, rows.rows());
    for (std::size_t i = first; i < end; ++i) {
        const auto* row = rows.row(i);
        const auto* bytes = reinterpret_cast<const char*>(row); // NOLINT(*-reinterpret-cast): bytes
        hash.add(std::string_view(bytes, rows.columns() * sizeof(Half)));
    }
    return hash.value();
}

std::vector<std::uint64_t> hashesOf(const FeatureRows& rows, const std::stop_token& stop)
{
    std::vector<std::uint64_t> hashes((rows.rows() + kRowsATile - 1) / kRowsATile);
    parallelFor(hashes.size(), {}, stop,
                [&](std::size_t tile) { hashes[tile] = hashOfTile(rows, tile * kRowsATile); });
    return hashes;
}

void addTarget(Hash& hash, const Collection& collection, const TrainRequest& request)
{
    hash.add(targetName(request.target));
    if (request.target == Target::Day) {
        for (const auto& date : collection.dates)
            hash.add(date ? static_cast<std::uint64_t>(*date) : ~std::uint64_t{0});
    }
    if (request.target == Target::Author) {
        for (const auto author : collection.authors)
            hash.add(static_cast<std::uint64_t>(author));
    }
}

} // namespace

std::string dataFingerprint(const Project& project, const TrainRequest& request,
                            const Lesson& lesson, const FeatureRows& rows,
                            const std::stop_token& stop)
{
    Hash hash;
    for (const auto& id : project.collection->ids)
        hash.add(id);
    for (const auto count : lesson.counts)
        hash.add(static_cast<std::uint64_t>(count));
    for (const auto& split : lesson.splits)
        hash.add(split ? static_cast<std::uint64_t>(*split) : ~std::uint64_t{0});
    addTarget(hash, *project.collection, request);
    for (const auto tile : hashesOf(rows, stop))
        hash.add(tile);
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", // NOLINT(*-vararg): fixed format
                  static_cast<unsigned long long>(hash.value()));
    return text.data();
}

bool dataChangedSince(const Project& project, const RunInfo& run, const std::stop_token& stop)
{
    const auto store = FeatureStore::open(project.featureFile(run.request.featureSet));
    return dataFingerprint(project, run.request, lessonOf(project, run.request), *store, stop)
           != run.dataFingerprint;
}

} // namespace core
