#include "core/insight/addresses.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace core {

namespace {

using Chunk = std::span<char16_t>;

/// Without a path only these domains make a host: "love.it" is two words more often than not.
constexpr auto kUsualDomains =
    std::to_array<std::u16string_view>({u"com", u"edu", u"gov", u"info", u"net", u"org", u"tv"});

bool inHost(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
}

bool inName(char16_t c)
{
    return c == u'_' || c == u'.' || u_isalnum(c);
}

void blank(Chunk chunk)
{
    std::fill(chunk.begin(), chunk.end(), u' ');
}

bool isHostWithPathOrDomain(std::u16string_view chunk)
{
    const auto first = std::find_if(chunk.begin(), chunk.end(), u_isalnum);
    chunk.remove_prefix(static_cast<std::size_t>(first - chunk.begin()));
    const auto hostEnd = std::find_if_not(chunk.begin(), chunk.end(), inHost);
    auto host = chunk.substr(0, static_cast<std::size_t>(hostEnd - chunk.begin()));
    const bool path = host.size() < chunk.size() && chunk[host.size()] == u'/';
    if (!path && host.size() < chunk.size() && u_isalnum(chunk[host.size()]))
        return false;
    while (host.ends_with(u'.')) // of the sentence
        host.remove_suffix(1);
    const auto dot = host.rfind(u'.');
    if (dot == std::u16string_view::npos)
        return false;
    const auto domain = host.substr(dot + 1);
    if (path)
        return domain.size() >= 2 && std::all_of(domain.begin(), domain.end(), u_isalpha);
    return std::find(kUsualDomains.begin(), kUsualDomains.end(), domain) != kUsualDomains.end();
}

void blankNames(Chunk chunk)
{
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        if (chunk[i] != u'@')
            continue;
        if (i > 0 && inName(chunk[i - 1])) { // mail
            blank(chunk);
            return;
        }
        chunk[i] = u' ';
        while (i + 1 < chunk.size() && inName(chunk[i + 1]))
            chunk[++i] = u' ';
    }
}

void blankInChunk(Chunk chunk)
{
    const std::u16string_view text(chunk.data(), chunk.size());
    for (const std::u16string_view scheme : {u"http://", u"https://", u"www."}) {
        const auto begin = text.find(scheme);
        if (begin != std::u16string_view::npos) {
            blank(chunk.subspan(begin)); // what stands before it may be a word
            break;
        }
    }
    if (text.find(u"://") != std::u16string_view::npos || isHostWithPathOrDomain(text))
        blank(chunk);
    blankNames(chunk);
}

} // namespace

void blankAddresses(std::u16string& text)
{
    if (text.find_first_of(u"@.") == std::u16string::npos
        && text.find(u"://") == std::u16string::npos)
        return;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && !u_isUWhiteSpace(text[end]))
            ++end;
        blankInChunk(Chunk(text).subspan(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace core
