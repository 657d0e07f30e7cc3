#include "core/study/extraction_journal.h"

#include "core/error.h"
#include "core/features/mapped_file.h"
#include "core/features/signature.h"
#include "core/images/atomic_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <system_error>
#include <type_traits>
#include <unistd.h>

namespace core {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::array<char, 8> kMagic = {'S', 'S', 'J', 'o', 'u', 'r', 'n', '1'};
constexpr std::uint64_t kMostSignature = 1U << 20U;

/// One picture as it stands in the file, in the machine's own order of bytes: a journal does not
/// travel.
struct Record {
    std::int64_t key = 0;
    std::uint64_t structure = 0; ///< never 0 (Fingerprint): a page that was never written is
    std::array<std::uint8_t, 48> colours{};
};
static_assert(std::is_trivially_copyable_v<Record> && sizeof(Record) == 64);

Bytes fileBytes(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    if (!stream)
        return {};
    Bytes bytes(static_cast<std::size_t>(stream.tellg()));
    stream.seekg(0);
    void* to = bytes.data();
    stream.read(static_cast<char*>(to), static_cast<std::streamsize>(bytes.size()));
    return stream ? bytes : Bytes();
}

/// Takes one value after another from the front.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {
    }

    template <typename T>
    bool read(T* to, std::size_t count)
    {
        if (m_rest.size() / sizeof(T) < count)
            return false;
        if (count > 0) // or both may be null
            std::memcpy(to, m_rest.data(), count * sizeof(T));
        m_rest = m_rest.subspan(count * sizeof(T));
        return true;
    }

private:
    std::span<const std::uint8_t> m_rest;
};

template <typename T>
void append(Bytes& bytes, std::span<const T> values)
{
    const auto before = bytes.size();
    bytes.resize(before + values.size_bytes());
    if (!values.empty())
        std::memcpy(bytes.data() + before, values.data(), values.size_bytes());
}

void appendRecords(Bytes& bytes, std::span<const ExtractedPicture> pictures)
{
    for (const auto& picture : pictures) {
        const Record record{picture.key, picture.fingerprint.structure,
                            picture.fingerprint.colours};
        append(bytes, std::span<const Record>(&record, 1));
    }
}

Bytes headerOf(const ExtractionJournal::Identity& identity)
{
    Bytes bytes;
    append(bytes, std::span<const char>(kMagic));
    const std::array<std::uint64_t, 2> sizes = {identity.images, identity.signature.size()};
    append(bytes, std::span<const std::uint64_t>(sizes));
    append(bytes, std::span<const float>(identity.signature));
    return bytes;
}

bool isOf(const ExtractionJournal::Identity& identity, Reader& reader)
{
    std::array<char, kMagic.size()> magic{};
    std::array<std::uint64_t, 2> sizes{};
    if (!reader.read(magic.data(), magic.size()) || magic != kMagic
        || !reader.read(sizes.data(), sizes.size()) || sizes[0] != identity.images
        || sizes[1] > kMostSignature)
        return false;
    std::vector<float> signature(static_cast<std::size_t>(sizes[1]));
    return reader.read(signature.data(), signature.size())
           && sameSignature(identity.signature, signature);
}

/// Up to the first record that was not written to its end; nullopt where it is another's journal.
std::optional<std::vector<ExtractedPicture>>
readJournal(const std::filesystem::path& file, const ExtractionJournal::Identity& identity)
{
    const auto bytes = fileBytes(file);
    Reader reader(bytes);
    if (!isOf(identity, reader))
        return std::nullopt;
    std::vector<ExtractedPicture> done;
    Record record;
    while (reader.read(&record, 1) && record.structure != 0 && record.key >= 0
           && static_cast<std::uint64_t>(record.key) < identity.images)
        done.push_back({record.key, {record.structure, record.colours}});
    return done;
}

} // namespace

ExtractionJournal::ExtractionJournal(std::filesystem::path file, const Identity& identity,
                                     bool rowsKept)
    : m_file(std::move(file))
{
    if (rowsKept)
        if (auto done = readJournal(m_file, identity))
            m_done = std::move(*done);
    // Written anew: what followed a record that was cut short must not come back.
    auto bytes = headerOf(identity);
    appendRecords(bytes, m_done);
    writeAtomically(m_file, bytes);
}

void ExtractionJournal::add(std::span<const ExtractedPicture> pictures)
{
    Bytes bytes;
    appendRecords(bytes, pictures);
    const FileDescriptor file(::open(m_file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    const bool written =
        file.open()
        && ::write(file.number(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())
        && ::fdatasync(file.number()) == 0;
    if (!written)
        throw Error(m_file.string()
                    + " could not be written: check that its folder can be written to and that the "
                      "disk has room.");
}

void ExtractionJournal::close()
{
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
}

} // namespace core
