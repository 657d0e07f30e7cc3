#include "core/images/heif_boxes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace core {

namespace {

using namespace std::string_view_literals;

/// One of the boxes that such a file is made of: its size, four letters, and what is in it.
struct Box {
    std::uint64_t start = 0;
    std::uint64_t body = 0;
    std::uint64_t end = 0;
};

/// The box at `at`; nullopt where it does not lie before `limit`, or is no box.
std::optional<Box> boxAt(ByteSource& source, std::uint64_t at, std::uint64_t limit)
{
    constexpr std::uint64_t kHead = 8;
    if (at + kHead > limit)
        return std::nullopt;
    Box box{.start = at, .body = at + kHead};
    std::uint64_t size = source.big32(at);
    if (size == 0) { // up to the end
        size = limit - at;
    } else if (size == 1) {
        box.body += kHead;
        size = std::uint64_t{source.big32(at + kHead)} << 32U | source.big32(at + kHead + 4);
    }
    if (size < box.body - at || size > limit - at)
        return std::nullopt;
    box.end = at + size;
    return box;
}

/// The first box of this name between two places.
std::optional<Box> find(ByteSource& source, std::string_view name, std::uint64_t from,
                        std::uint64_t limit)
{
    for (auto box = boxAt(source, from, limit); box; box = boxAt(source, box->end, limit)) {
        if (source.startsWith(box->start + 4, name))
            return box;
    }
    return std::nullopt;
}

} // namespace

bool isHeif(ByteSource& source)
{
    static constexpr std::array kBrands = {"heic"sv, "heix"sv, "heim"sv, "heis"sv,
                                           "mif1"sv, "avif"sv, "hevc"sv};
    if (!source.startsWith(4, "ftyp"sv))
        return false;
    constexpr std::uint64_t kMostBrands = 32;
    const auto end = std::min<std::uint64_t>(source.big32(0), 8 + 4 * kMostBrands);
    for (std::uint64_t at = 8; at + 4 <= end; at += 4) {
        const bool version = at == 12; // stands between the first brand and the others
        if (!version && std::ranges::any_of(kBrands, [&](std::string_view brand) {
                return source.startsWith(at, brand);
            }))
            return true;
    }
    return false;
}

std::optional<std::pair<std::int64_t, std::int64_t>> heifSize(ByteSource& source)
{
    constexpr std::uint64_t kVersion = 4; // bytes of version and flags that some boxes begin with
    const auto meta = find(source, "meta"sv, 0, source.size());
    const auto properties =
        meta ? find(source, "iprp"sv, meta->body + kVersion, meta->end) : std::nullopt;
    const auto container =
        properties ? find(source, "ipco"sv, properties->body, properties->end) : std::nullopt;
    if (!container)
        return std::nullopt;
    std::pair<std::int64_t, std::int64_t> largest{0, 0};
    auto extent = find(source, "ispe"sv, container->body, container->end);
    for (; extent; extent = find(source, "ispe"sv, extent->end, container->end)) {
        const std::pair<std::int64_t, std::int64_t> size{source.big32(extent->body + kVersion),
                                                         source.big32(extent->body + kVersion + 4)};
        const auto area = [](const auto& sides) {
            return static_cast<double>(sides.first) * static_cast<double>(sides.second);
        };
        if (area(size) > area(largest))
            largest = size;
    }
    return largest.first > 0 ? std::optional(largest) : std::nullopt;
}

bool heifReachesItsEnd(ByteSource& source)
{
    std::uint64_t at = 0;
    while (at < source.size()) {
        const auto box = boxAt(source, at, source.size());
        if (!box)
            return false;
        at = box->end;
    }
    return true;
}

} // namespace core
