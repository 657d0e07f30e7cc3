#include "core/error.h"
#include "core/features/npy_rows.h"
#include "core/features/record_rows.h"

#include <algorithm>
#include <array>
#include <istream>
#include <memory>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zip.h>

namespace core {

namespace {

using Archive = std::shared_ptr<zip_t>;

constexpr std::string_view kEnding = ".npy";
constexpr std::string_view kWanted = "features";
constexpr zip_int64_t kMostMembers = 10'000;

Archive openArchive(const std::filesystem::path& file)
{
    int fault = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, &fault);
    if (archive == nullptr)
        throw Error(file.string()
                    + " cannot be opened as .npz: save the features again with numpy.savez.");
    return {archive, zip_discard};
}

/// One member of an archive. Going back means unpacking it from its beginning.
class MemberBuffer final : public std::streambuf {
public:
    MemberBuffer(Archive archive, zip_uint64_t index, std::int64_t size)
        : m_archive(std::move(archive))
        , m_index(index)
        , m_size(size)
    {
    }

protected:
    int_type underflow() override
    {
        if (!reach())
            return traits_type::eof();
        const auto count = zip_fread(m_file.get(), m_bytes.data(), m_bytes.size());
        if (count <= 0)
            return traits_type::eof();
        m_at += count;
        setg(m_bytes.data(), m_bytes.data(), m_bytes.data() + count);
        return traits_type::to_int_type(*gptr());
    }

    pos_type seekoff(off_type offset, std::ios_base::seekdir from,
                     std::ios_base::openmode /*which*/) override
    {
        const off_type here = m_skip ? *m_skip : m_at - (egptr() - gptr());
        off_type base = 0;
        if (from == std::ios_base::cur)
            base = here;
        else if (from == std::ios_base::end)
            base = m_size;
        const off_type wanted = base + offset;
        if (wanted < 0 || wanted > m_size)
            return {off_type(-1)};
        if (wanted != here) {
            m_skip = wanted;
            setg(nullptr, nullptr, nullptr);
        }
        return {wanted};
    }

    pos_type seekpos(pos_type position, std::ios_base::openmode which) override
    {
        return seekoff(off_type(position), std::ios_base::beg, which);
    }

private:
    struct Close {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };

    /// Unpacks what lies before the wanted place.
    bool reach()
    {
        const off_type wanted = m_skip.value_or(m_at);
        m_skip.reset();
        if (!m_file || wanted < m_at) {
            m_file.reset(zip_fopen_index(m_archive.get(), m_index, 0));
            m_at = 0;
        }
        while (m_file && m_at < wanted) {
            const auto most = static_cast<off_type>(m_bytes.size());
            const auto count = zip_fread(m_file.get(), m_bytes.data(),
                                         static_cast<zip_uint64_t>(std::min(most, wanted - m_at)));
            if (count <= 0)
                return false;
            m_at += count;
        }
        return m_file != nullptr;
    }

    Archive m_archive;
    zip_uint64_t m_index;
    off_type m_size;
    std::unique_ptr<zip_file_t, Close> m_file;
    off_type m_at = 0;              ///< of the member, where m_file stands
    std::optional<off_type> m_skip; ///< where to go before the next byte is read
    std::array<char, 65'536> m_bytes{};
};

/// A stream that owns its buffer.
class MemberStream final : public std::istream {
public:
    MemberStream(Archive archive, zip_uint64_t index, std::int64_t size)
        : std::istream(nullptr)
        , m_buffer(std::move(archive), index, size)
    {
        rdbuf(&m_buffer);
    }

private:
    MemberBuffer m_buffer;
};

struct Member {
    zip_uint64_t index;
    std::int64_t size;
    std::string name; ///< without its ending
};

std::vector<Member> membersOf(const Archive& archive)
{
    std::vector<Member> members;
    const auto count = std::min(zip_get_num_entries(archive.get(), 0), kMostMembers);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat{};
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.get(), index, 0, &stat) != 0
            || (stat.valid & (ZIP_STAT_NAME | ZIP_STAT_SIZE)) != (ZIP_STAT_NAME | ZIP_STAT_SIZE))
            continue;
        const std::string_view name(stat.name);
        if (name.ends_with(kEnding))
            members.push_back({index, static_cast<std::int64_t>(stat.size),
                               std::string(name.substr(0, name.size() - kEnding.size()))});
    }
    return members;
}

std::unique_ptr<NpyRows> rowsOf(const std::filesystem::path& file, const Archive& archive,
                                const Member& member)
{
    const auto name = file / (member.name + std::string(kEnding));
    auto rows = std::make_unique<NpyRows>(
        std::make_unique<MemberStream>(archive, member.index, member.size), name);
    if (rows->byColumns())
        throw Error(name.string()
                    + " is in Fortran order, which cannot be unpacked row by row: save it again "
                      "with numpy.ascontiguousarray(array), or as .npy.");
    return rows;
}

} // namespace

std::unique_ptr<RecordRows> openNpzRows(const std::filesystem::path& file)
{
    const auto archive = openArchive(file);
    std::unique_ptr<NpyRows> chosen;
    std::vector<std::string> tables;
    std::string fault = "It holds no array.";
    for (const auto& member : membersOf(archive)) {
        try {
            auto rows = rowsOf(file, archive, member);
            tables.push_back(member.name);
            if (!chosen || member.name == kWanted)
                chosen = std::move(rows);
        } catch (const Error& error) {
            if (member.name == kWanted)
                throw; // another table must not take its place
            fault = error.what();
        }
    }
    if (tables.empty())
        throw Error(file.string() + " holds no table of features. " + fault);
    if (tables.size() > 1 && std::ranges::find(tables, kWanted) == tables.end())
        throw Error(file.string() + " holds several tables (" + tables[0] + ", " + tables[1]
                    + (tables.size() > 2 ? ", …" : "")
                    + "): save one alone, or name the one to take \"features\".");
    return chosen;
}

} // namespace core
