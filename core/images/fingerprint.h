#pragma once

#include "core/images/bitmap.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core {

/// What a picture looks like from afar, in 56 bytes: the same picture saved again, resized, cropped
/// by a few percent or with a line of text laid over it has nearly the same.
struct Fingerprint {
    /// Signs of the 63 lowest frequencies of its brightness (a cosine transform of 32 × 32 cells;
    /// after Zauner 2010); bit 0 is set in every fingerprint of a picture, so that 0 means none.
    std::uint64_t structure = 0;
    std::array<std::uint8_t, 48> colours{}; ///< means of 4 × 4 cells, R G B, rows from the top

    bool known() const { return structure != 0; }
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Throws std::invalid_argument on an empty picture. Cost: that of shrinking it to 32 × 32.
Fingerprint fingerprintOf(const Bitmap& picture);

/// Whether a person would take the two for one picture: at most kMostBits of the structure differ,
/// and colours by kMostColour in the mean. False where one is unknown.
bool nearIdentical(const Fingerprint& first, const Fingerprint& second);
inline constexpr int kMostBits = 11;
inline constexpr int kMostColour = 8; ///< of 255

/// Finds near-identical pictures without comparing all pairs: of 64 bits in four bands of 16, one
/// band differs in at most two bits where at most 11 differ in all (multi-index hashing,
/// Norouzi, Punjani, Fleet 2012). Immutable; all functions may be called from several threads at
/// once.
class FingerprintIndex {
public:
    /// Unknown ones are left out. Cost: O(n log n); 104 bytes each.
    explicit FingerprintIndex(std::vector<Fingerprint> fingerprints);

    /// Whether one of them is near-identical to this one.
    /// Cost: 548 look-ups and n/120 comparisons where structures are spread evenly.
    bool hasNearIdentical(const Fingerprint& wanted) const;

private:
    struct Band {
        std::vector<std::uint32_t> starts;     ///< [2^16 + 1] into members, by the band's bits
        std::vector<std::uint32_t> members;    ///< [n] positions in m_fingerprints
        std::vector<std::uint64_t> structures; ///< [n] theirs, side by side in memory
    };
    bool hasNearIdenticalIn(const Band& band, std::size_t bits, const Fingerprint& wanted) const;

    std::vector<Fingerprint> m_fingerprints; ///< each once
    std::array<Band, 4> m_bands;
};

} // namespace core
