#pragma once

#include "core/ingest/text_encoding.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace core {

/// The text of a file in UTF-8, piece by piece, in bounded memory; without its byte-order mark.
class TextStream {
public:
    /// Throws Error naming the file if it is missing, empty, binary or cannot be read.
    ///
    /// encoding   by ICU's name; empty: guessed from the first megabyte (text_encoding.h)
    explicit TextStream(std::filesystem::path file, const std::string& encoding = {});

    const std::filesystem::path& file() const { return m_file; }
    const std::string& encoding() const { return m_encoding; } ///< as given, or as guessed
    std::uint64_t bytesRead() const { return m_bytesRead; }    ///< of the file
    std::uint64_t bytes() const { return m_bytes; }            ///< of the file

    /// Adds the next piece to `text`; false at the end of the file. Throws Error where the file
    /// cannot be read to its end.
    bool more(std::string& text);

private:
    void open();
    bool read();
    void decode(std::string& text);
    void refuseBinary() const;

    std::filesystem::path m_file;
    std::ifstream m_stream;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_bytesRead = 0;
    std::string m_encoding;
    std::optional<TextDecoder> m_decoder;
    std::string m_raw;   ///< the last piece of the file
    std::string m_first; ///< the first piece of text, until it is given out
};

} // namespace core
