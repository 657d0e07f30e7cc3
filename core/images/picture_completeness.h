#pragma once

#include "core/images/picture_header.h"

#include <cstdint>
#include <span>

namespace core {

/// Whether the file's own structure reaches its end: a JPEG its end marker, a PNG its last chunk, a
/// GIF the end of its first frame, the others as many bytes as they announce. Decoders draw the
/// missing part of a picture that was cut short in grey and say nothing, so this is asked before
/// them. Reads each byte at most once (a JPEG at memory speed); what follows the end is no fault.
bool reachesItsEnd(PictureFormat format, std::span<const std::uint8_t> bytes);

} // namespace core
