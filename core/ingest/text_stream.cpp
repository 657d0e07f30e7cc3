#include "core/ingest/text_stream.h"

#include "core/error.h"

#include <string_view>
#include <system_error>
#include <utility>

namespace core {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20U;
constexpr std::size_t kProbe = 65'536; ///< bytes looked at for a NUL
constexpr std::string_view kMark = "\xEF\xBB\xBF";

} // namespace

TextStream::TextStream(std::filesystem::path file, const std::string& encoding)
    : m_file(std::move(file))
{
    open();
    if (!read())
        throw Error(m_file.string() + " is empty: export the table again.");
    m_encoding = encoding.empty() ? guessEncoding(m_raw) : encoding;
    m_decoder.emplace(m_encoding);
    decode(m_first);
    refuseBinary();
    if (m_first.starts_with(kMark))
        m_first.erase(0, kMark.size());
}

void TextStream::open()
{
    std::error_code fault;
    if (!std::filesystem::exists(m_file, fault))
        throw Error(m_file.string() + " is not there: check the name of the table.");
    if (!std::filesystem::is_regular_file(m_file, fault))
        throw Error(m_file.string() + " is no file: choose a table in CSV, TSV or JSON Lines.");
    m_bytes = std::filesystem::file_size(m_file, fault);
    m_stream.open(m_file, std::ios::binary);
    if (!m_stream)
        throw Error(m_file.string() + " cannot be read: check its permissions.");
}

void TextStream::refuseBinary() const
{
    if (std::string_view(m_first).substr(0, kProbe).find('\0') != std::string_view::npos)
        throw Error(m_file.string()
                    + " is a binary file and no table: save it as CSV, in UTF-8 for instance.");
}

bool TextStream::read()
{
    m_raw.resize(kChunk);
    m_stream.read(m_raw.data(), static_cast<std::streamsize>(kChunk));
    m_raw.resize(static_cast<std::size_t>(m_stream.gcount()));
    m_bytesRead += m_raw.size();
    if (m_stream.bad())
        throw Error(m_file.string() + " could not be read to its end: check the disk.");
    return !m_raw.empty();
}

void TextStream::decode(std::string& text)
{
    m_decoder->decode(m_raw, m_bytesRead >= m_bytes, text);
}

bool TextStream::more(std::string& text)
{
    const auto before = text.size();
    text += std::exchange(m_first, {});
    while (text.size() == before && read())
        decode(text);
    return text.size() > before;
}

} // namespace core
