#include "core/insight/word_scanner.h"

#include "core/error.h"
#include "core/insight/addresses.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace core {

namespace {

/// ICU counts in 32 bits; what stands beyond is not read.
constexpr std::size_t kLongestText = std::numeric_limits<std::int32_t>::max() / 4;

void check(UErrorCode status)
{
    if (U_FAILURE(status) != 0)
        throw Error(std::string("The Unicode library cannot cut texts into words (")
                    + u_errorName(status) + "): install its data, the package of libicu.");
}

std::int32_t lengthOf(std::u16string_view text)
{
    return static_cast<std::int32_t>(text.size());
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// UTF-8 into UTF-16, a space in place of what is not UTF-8.
void decode(std::string_view text, std::u16string& out)
{
    text = text.substr(0, kLongestText);
    out.resize(text.size());
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(out.data(), lengthOf(out), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), U' ', nullptr, &status);
    check(status);
    out.resize(static_cast<std::size_t>(length));
    std::replace(out.begin(), out.end(), u'\u2019', u'\'');
}

void lowerAscii(std::u16string& text)
{
    for (auto& c : text)
        c = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + (u'a' - u'A')) : c;
}

/// Canonical composition, so that é is é however it was typed, then lower case.
void lowerAny(std::u16string& text, std::u16string& spare)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    check(status);
    icu::UnicodeString composed;
    constexpr UBool kTerminated = 0;
    const icu::UnicodeString whole(kTerminated, text.data(), lengthOf(text)); // an alias, no copy
    nfc->normalize(whole, composed, status);
    check(status);
    spare.resize(static_cast<std::size_t>(composed.length()) * 3); // the most that case maps to
    const auto length = u_strToLower(spare.data(), lengthOf(spare), composed.getBuffer(),
                                     composed.length(), "", &status);
    check(status);
    spare.resize(static_cast<std::size_t>(length));
    text.swap(spare);
}

/// The word as it counts; empty where it does not.
std::u16string_view wordProper(std::u16string_view word, std::int32_t kind)
{
    if (word.ends_with(u"'s"))
        word.remove_suffix(2);
    const bool letters =
        kind >= UBRK_WORD_NUMBER_LIMIT || std::any_of(word.begin(), word.end(), u_isalpha);
    const bool ideographic = kind >= UBRK_WORD_KANA;
    if (!letters || (!ideographic && u_countChar32(word.data(), lengthOf(word)) < 2))
        return {};
    return word;
}

void encode(std::u16string_view word, std::string& out)
{
    out.resize(word.size() * 3); // the most that UTF-8 needs
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &length, word.data(),
                lengthOf(word), &status);
    check(status);
    out.resize(static_cast<std::size_t>(length));
}

} // namespace

struct WordScanner::Rules {
    std::unique_ptr<icu::BreakIterator> words;
    UText text = UTEXT_INITIALIZER;
};

WordScanner::WordScanner()
    : m_rules(std::make_unique<Rules>())
{
    UErrorCode status = U_ZERO_ERROR;
    m_rules->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check(status);
}

WordScanner::~WordScanner()
{
    utext_close(&m_rules->text);
}

void WordScanner::scan(std::string_view text, const std::function<void(std::string_view)>& visit)
{
    decode(text, m_text);
    if (isAscii(text))
        lowerAscii(m_text);
    else
        lowerAny(m_text, m_spare);
    blankAddresses(m_text);
    // ICU would join what these stand between.
    std::replace_if(
        m_text.begin(), m_text.end(),
        [](char16_t c) { return c == u'.' || c == u':' || c == u'_'; }, u' ');

    UErrorCode status = U_ZERO_ERROR;
    utext_openUChars(&m_rules->text, m_text.data(), lengthOf(m_text), &status);
    m_rules->words->setText(&m_rules->text, status);
    check(status);
    auto& words = *m_rules->words;
    std::int32_t begin = words.first();
    for (auto end = words.next(); end != icu::BreakIterator::DONE; end = words.next()) {
        const auto kind = words.getRuleStatus();
        const auto first = static_cast<std::size_t>(std::exchange(begin, end));
        if (kind < UBRK_WORD_NONE_LIMIT)
            continue;
        const std::u16string_view found(m_text);
        const auto word =
            wordProper(found.substr(first, static_cast<std::size_t>(end) - first), kind);
        if (word.empty())
            continue;
        encode(word, m_word);
        visit(m_word);
    }
}

} // namespace core
