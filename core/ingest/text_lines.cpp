#include "core/ingest/text_lines.h"

#include "core/error.h"

#include <algorithm>
#include <utility>

namespace core {

TextLines::TextLines(TextStream& stream, std::size_t most)
    : m_stream(stream)
    , m_most(most)
{
}

std::optional<std::string_view> TextLines::next()
{
    while (const auto line = any()) {
        ++m_number;
        if (line->find_first_not_of(" \t\r") != std::string_view::npos)
            return line;
    }
    return std::nullopt;
}

std::optional<std::string_view> TextLines::any()
{
    auto end = m_buffer.find('\n', m_at);
    while (end == std::string::npos) {
        m_buffer.erase(0, std::exchange(m_at, 0));
        if (m_buffer.size() > m_most)
            throw Error(m_stream.file().string() + ", row " + std::to_string(m_number + 1)
                        + ": the row is longer than " + std::to_string(m_most >> 20U)
                        + " MB. Write one object a line.");
        const auto searched = m_buffer.size();
        if (!m_stream.more(m_buffer))
            break;
        end = m_buffer.find('\n', searched);
    }
    if (m_at == m_buffer.size())
        return std::nullopt;
    const auto begin = m_at;
    const auto length = std::min(end, m_buffer.size()) - begin;
    m_at = std::min(begin + length + 1, m_buffer.size());
    auto line = std::string_view(m_buffer).substr(begin, length);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

} // namespace core
