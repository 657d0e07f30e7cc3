#include "core/images/fingerprint.h"

#include "core/images/bitmap_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <tuple>

namespace core {

namespace {

constexpr int kCells = 32;
constexpr int kFrequencies = 8;
constexpr int kColourCells = 4;
// A frequency weaker than this is noise of compression, whose sign means nothing.
constexpr float kFaint = 4.0F;
constexpr std::size_t kBandBits = 16;
constexpr std::size_t kBuckets = std::size_t{1} << kBandBits;

std::uint64_t structureOf(const Bitmap& picture)
{
    const Bitmap small = stretched(picture, kCells, kCells);
    cv::Mat grey;
    cv::cvtColor(viewOf(small), grey, cv::COLOR_RGB2GRAY);
    cv::Mat cells;
    grey.convertTo(cells, CV_32F);
    cv::Mat frequencies;
    cv::dct(cells, frequencies);
    std::uint64_t structure = 1; // in place of the mean, which is no structure
    for (int i = 1; i < kFrequencies * kFrequencies; ++i) {
        if (frequencies.at<float>(i / kFrequencies, i % kFrequencies) > kFaint)
            structure |= std::uint64_t{1} << static_cast<unsigned>(i);
    }
    return structure;
}

/// What a band's bits differ by: nothing, one bit or two.
std::vector<std::size_t> smallDifferences()
{
    std::vector<std::size_t> differences{0};
    for (std::size_t i = 0; i < kBandBits; ++i) {
        differences.push_back(std::size_t{1} << i);
        for (std::size_t j = 0; j < i; ++j)
            differences.push_back((std::size_t{1} << i) | (std::size_t{1} << j));
    }
    return differences;
}

std::size_t bucketOf(std::uint64_t structure, std::size_t band)
{
    return (structure >> (band * kBandBits)) % kBuckets;
}

} // namespace

Fingerprint fingerprintOf(const Bitmap& picture)
{
    Fingerprint fingerprint;
    fingerprint.structure = structureOf(picture);
    const Bitmap cells = stretched(picture, kColourCells, kColourCells);
    std::ranges::copy(cells.pixels, fingerprint.colours.begin());
    return fingerprint;
}

bool nearIdentical(const Fingerprint& first, const Fingerprint& second)
{
    if (!first.known() || !second.known()
        || std::popcount(first.structure ^ second.structure) > kMostBits)
        return false;
    int difference = 0;
    for (std::size_t i = 0; i < first.colours.size(); ++i)
        difference += std::abs(int{first.colours[i]} - int{second.colours[i]});
    return difference <= kMostColour * static_cast<int>(first.colours.size());
}

FingerprintIndex::FingerprintIndex(std::vector<Fingerprint> fingerprints)
    : m_fingerprints(std::move(fingerprints))
{
    std::erase_if(m_fingerprints, [](const Fingerprint& one) { return !one.known(); });
    std::ranges::sort(m_fingerprints, [](const Fingerprint& first, const Fingerprint& second) {
        return std::tie(first.structure, first.colours)
               < std::tie(second.structure, second.colours);
    });
    m_fingerprints.erase(std::unique(m_fingerprints.begin(), m_fingerprints.end()),
                         m_fingerprints.end());

    for (std::size_t b = 0; b < m_bands.size(); ++b) {
        auto& band = m_bands[b];
        band.starts.assign(kBuckets + 1, 0);
        for (const auto& one : m_fingerprints)
            ++band.starts[bucketOf(one.structure, b) + 1];
        for (std::size_t bucket = 0; bucket < kBuckets; ++bucket)
            band.starts[bucket + 1] += band.starts[bucket];
        auto next = band.starts;
        band.members.resize(m_fingerprints.size());
        band.structures.resize(m_fingerprints.size());
        for (std::uint32_t i = 0; i < m_fingerprints.size(); ++i) {
            const auto structure = m_fingerprints[i].structure;
            const auto place = next[bucketOf(structure, b)]++;
            band.members[place] = i;
            band.structures[place] = structure;
        }
    }
}

bool FingerprintIndex::hasNearIdentical(const Fingerprint& wanted) const
{
    if (!wanted.known())
        return false;
    static const auto kDifferences = smallDifferences();
    for (std::size_t b = 0; b < m_bands.size(); ++b) {
        const auto bits = bucketOf(wanted.structure, b);
        if (std::ranges::any_of(kDifferences, [&](std::size_t difference) {
                return hasNearIdenticalIn(m_bands[b], bits ^ difference, wanted);
            }))
            return true;
    }
    return false;
}

bool FingerprintIndex::hasNearIdenticalIn(const Band& band, std::size_t bits,
                                          const Fingerprint& wanted) const
{
    for (std::size_t i = band.starts[bits]; i < band.starts[bits + 1]; ++i) {
        if (std::popcount(band.structures[i] ^ wanted.structure) <= kMostBits
            && nearIdentical(m_fingerprints[band.members[i]], wanted))
            return true;
    }
    return false;
}

} // namespace core
