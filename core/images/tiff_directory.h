#pragma once

#include "core/images/byte_source.h"

#include <cstdint>
#include <optional>

namespace core {

/// The first directory of a TIFF file, or of the EXIF block of another file, which is a TIFF file
/// within it: a table of numbered entries.
class TiffDirectory {
public:
    /// An entry's values begin at `offset`, one every elementSize bytes.
    struct Entry {
        std::uint64_t count = 0;
        std::uint64_t offset = 0;
        std::uint32_t elementSize = 0; ///< 1 (uninterpreted bytes), 2 or 4
    };

    /// `start` is where "II*" or "MM*" stands; nullopt where neither does. Borrows `source`.
    static std::optional<TiffDirectory> at(ByteSource& source, std::uint64_t start);

    /// The entry of whole numbers with this tag; nullopt where there is none.
    std::optional<Entry> find(std::uint32_t tag) const;
    std::uint32_t value(const Entry& entry, std::uint64_t index) const;
    /// The first value of the entry with this tag, or `otherwise`.
    std::uint32_t first(std::uint32_t tag, std::uint32_t otherwise) const;

private:
    TiffDirectory(ByteSource& source, std::uint64_t start, bool bigEndian);
    std::uint32_t number16(std::uint64_t offset) const;
    std::uint32_t number32(std::uint64_t offset) const;

    ByteSource* m_source;
    std::uint64_t m_start;
    bool m_bigEndian;
};

} // namespace core
