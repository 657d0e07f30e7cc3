#include "core/ingest/text_encoding.h"

#include "core/error.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace core {

namespace {

constexpr const char* kUtf8 = "UTF-8";
constexpr const char* kWestern = "windows-1252";
constexpr std::size_t kProbe = 65'536;
constexpr std::int32_t kBelieved = 40; ///< of ICU's confidence, up to 100

bool follows(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Bytes after this first one of a character; −1: it begins none.
int followersOf(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U)
        return 0;
    if (byte >= 0xC2U && byte < 0xE0U)
        return 1;
    if (byte >= 0xE0U && byte < 0xF0U)
        return 2;
    return byte >= 0xF0U && byte < 0xF5U ? 3 : -1;
}

/// Whether no fewer characters beyond ASCII are whole than are not. One cut off at the end is
/// neither.
bool mostlyUtf8(std::string_view text)
{
    std::size_t whole = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < text.size();) {
        const int followers = followersOf(text[i]);
        int found = 0;
        while (found < followers && i + 1 + static_cast<std::size_t>(found) < text.size()
               && follows(text[i + 1 + static_cast<std::size_t>(found)]))
            ++found;
        const bool cut = i + 1 + static_cast<std::size_t>(found) == text.size();
        if (followers > 0 && found == followers)
            ++whole;
        else if (followers != 0 && !cut)
            ++broken;
        i += 1 + static_cast<std::size_t>(found);
    }
    return whole >= broken;
}

/// UTF-16 without a mark: every second byte of Western text and of delimiters is NUL.
std::string wideWithoutMark(std::string_view text)
{
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < text.size(); ++i)
        zeros.at(i % 2) += text[i] == '\0' ? 1U : 0U;
    const std::size_t most = text.size() / 4;
    if (zeros[1] > most && zeros[0] * 8 < zeros[1])
        return "UTF-16LE";
    if (zeros[0] > most && zeros[1] * 8 < zeros[0])
        return "UTF-16BE";
    return {};
}

std::string guessOfIcu(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    ucsdet_setText(detector.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
    const auto* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr
        || ucsdet_getConfidence(match, &status) < kBelieved)
        return kWestern;
    const std::string name = ucsdet_getName(match, &status);
    // What calls itself Latin 1 is its superset on the Web and in Excel.
    return U_FAILURE(status) != 0 || name == "ISO-8859-1" || name == kUtf8 ? kWestern : name;
}

} // namespace

std::string guessEncoding(std::string_view beginning)
{
    const auto probe = beginning.substr(0, kProbe);
    if (probe.starts_with("\xEF\xBB\xBF"))
        return kUtf8;
    if (probe.starts_with("\xFF\xFE"))
        return "UTF-16LE";
    if (probe.starts_with("\xFE\xFF"))
        return "UTF-16BE";
    if (auto wide = wideWithoutMark(probe); !wide.empty())
        return wide;
    return mostlyUtf8(beginning) ? kUtf8 : guessOfIcu(probe);
}

struct TextDecoder::State {
    explicit State(const std::string& encoding)
        : plain(ucnv_compareNames(encoding.c_str(), kUtf8) == 0)
    {
        UErrorCode status = U_ZERO_ERROR;
        from = ucnv_open(encoding.c_str(), &status);
        to = ucnv_open(kUtf8, &status);
        if (U_FAILURE(status) != 0) {
            close();
            throw Error(
                "\"" + encoding
                + "\" is no encoding that is known: write UTF-8, UTF-16 or windows-1252 for "
                  "instance.");
        }
    }
    ~State() { close(); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    State(State&&) = delete;
    State& operator=(State&&) = delete;

    void close() const
    {
        ucnv_close(from);
        ucnv_close(to);
    }

    bool plain;
    UConverter* from = nullptr;
    UConverter* to = nullptr;
    std::array<UChar, 4096> pivot{};
    UChar* pivotRead = pivot.data();
    UChar* pivotWritten = pivot.data();
};

TextDecoder::TextDecoder(const std::string& encoding)
    : m_state(std::make_unique<State>(encoding))
{
}

TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;
TextDecoder::~TextDecoder() = default;

void TextDecoder::decode(std::string_view bytes, bool last, std::string& utf8)
{
    auto& state = *m_state;
    if (state.plain) {
        utf8.append(bytes);
        return;
    }
    const char* source = bytes.data();
    const char* const sourceEnd = source + bytes.size();
    std::array<char, 16'384> piece{};
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        char* target = piece.data();
        ucnv_convertEx(state.to, state.from, &target, piece.data() + piece.size(), &source,
                       sourceEnd, state.pivot.data(), &state.pivotRead, &state.pivotWritten,
                       state.pivot.data() + state.pivot.size(), 0, last ? 1 : 0, &status);
        utf8.append(piece.data(), target);
    }
}

} // namespace core
