#pragma once

#include "core/ingest/text_stream.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// The lines of a text that hold more than blanks. LF or CRLF ends a line.
class TextLines {
public:
    /// most   bytes of a line; a longer one is an Error naming its row
    TextLines(TextStream& stream, std::size_t most);

    /// The next line without its end, good until the next call; nullopt at the end of the text.
    std::optional<std::string_view> next();
    std::int64_t number() const { return m_number; } ///< of the last line, from 1

private:
    std::optional<std::string_view> any(); ///< empty or not

    TextStream& m_stream;
    std::size_t m_most;
    std::string m_buffer; ///< text not yet given out
    std::size_t m_at = 0; ///< the next byte in m_buffer
    std::int64_t m_number = 0;
};

} // namespace core
