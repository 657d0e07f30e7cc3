#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace fuzz {

/// Reads the bytes as a file, or a text, from outside. Every refusal by core::Error is right;
/// anything else that is thrown, a crash or a sanitizer's word is a finding.
using Reader = void (*)(std::span<const std::uint8_t> bytes);

struct NamedReader {
    std::string_view name; ///< also of its folder in tests/fuzz/corpus
    Reader read;
};

/// All readers of files and texts from outside.
std::span<const NamedReader> readers();

/// nullptr: there is none of this name.
Reader readerOf(std::string_view name);

} // namespace fuzz
