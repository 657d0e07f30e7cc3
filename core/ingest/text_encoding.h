#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace core {

/// How the text that begins so is encoded, by ICU's name: "UTF-8", "UTF-16LE", "UTF-16BE",
/// "windows-1252", … By its byte-order mark; by the NULs of UTF-16; UTF-8 where most of what is not
/// ASCII is well-formed UTF-8 (a few rows may be damaged); else ICU's guess, Windows-1252 where it
/// has none that it believes.
std::string guessEncoding(std::string_view beginning);

/// Turns a stream of bytes into UTF-8, piece by piece.
class TextDecoder {
public:
    /// Throws Error where ICU knows no encoding of this name.
    explicit TextDecoder(const std::string& encoding);
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;
    ~TextDecoder();

    /// Adds the text of the next bytes; a character cut in two waits for the next piece. What
    /// stands for no character becomes U+FFFD. UTF-8 passes as it is, damaged or not.
    ///
    /// last   nothing comes after these
    void decode(std::string_view bytes, bool last, std::string& utf8);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace core
