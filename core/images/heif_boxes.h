#pragma once

#include "core/images/byte_source.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace core {

/// Whether the file calls itself HEIC or AVIF.
bool isHeif(ByteSource& source);

/// Width and height of the largest picture that a HEIC or AVIF file tells of, in pixels as stored;
/// nullopt where it tells of none.
std::optional<std::pair<std::int64_t, std::int64_t>> heifSize(ByteSource& source);

/// Whether all of its boxes lie within the file.
bool heifReachesItsEnd(ByteSource& source);

} // namespace core
