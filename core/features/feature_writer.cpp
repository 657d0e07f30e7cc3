#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/features/mapped_file.h"
#include "core/features/npy_header.h"
#include "core/images/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fcntl.h>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace core {

namespace {

/// Removes what a killed process left of this file. A writer that lives holds a lock on its own.
void removeLeftovers(const std::filesystem::path& file)
{
    std::error_code error;
    const std::string prefix = file.filename().string() + ".";
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path(), error)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix) || !name.ends_with(".part"))
            continue;
        const FileDescriptor leftover(::open(entry.path().c_str(), O_RDWR | O_CLOEXEC));
        if (leftover.open() && ::flock(leftover.number(), LOCK_EX | LOCK_NB) == 0)
            std::filesystem::remove(entry.path(), error);
    }
}

bool begins(const FileDescriptor& file, const std::string& text)
{
    std::string start(text.size(), '\0');
    return ::pread(file.number(), start.data(), start.size(), 0)
               == static_cast<ssize_t>(start.size())
           && start == text;
}

std::uint64_t fileBytes(std::uint64_t headerBytes, std::size_t rows, std::size_t columns)
{
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max() / 4;
    if (columns == 0 || columns > kMost || rows > kMost / columns)
        throw std::invalid_argument("a feature file has at least one column, and fewer values than "
                                    "a disk could hold");
    return headerBytes + std::uint64_t{rows} * columns * sizeof(Half);
}

} // namespace

struct FeatureWriter::Mapping {
    std::filesystem::path file;
    Unfinished unfinished;
    std::filesystem::path temporary;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::optional<FileDescriptor> descriptor{};
    std::optional<MappedBytes> bytes{};
    Half* values = nullptr; ///< [rows × columns]
    bool continued = false;

    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    Mapping(Mapping&&) = delete;
    Mapping& operator=(Mapping&&) = delete;

    Mapping(const std::filesystem::path& finalName, std::size_t n, std::size_t d, Unfinished kept)
        : file(std::filesystem::absolute(finalName))
        , unfinished(kept)
        , temporary(kept == Unfinished::Keep ? file.string() + ".unfinished"
                                             : temporaryBeside(file).string())
        , rows(n)
        , columns(d)
    {
    }

    ~Mapping()
    {
        bytes.reset();
        std::error_code error;
        if (unfinished == Unfinished::Remove && descriptor && descriptor->open()
            && !temporary.empty())
            std::filesystem::remove(temporary, error);
    }

    void open()
    {
        const int fresh = unfinished == Unfinished::Keep ? 0 : O_EXCL;
        descriptor.emplace(::open(temporary.c_str(), O_RDWR | O_CREAT | fresh | O_CLOEXEC, 0666));
        if (!descriptor->open())
            throw Error("Cannot write " + file.string()
                        + ": check that its folder may be written.");
        if (::flock(descriptor->number(), LOCK_EX | LOCK_NB) != 0)
            throw Error(file.string()
                        + " is being written by another program: wait until it has ended.");
    }

    /// Takes the room on the disk first, because a mapped file on a full disk kills the process.
    void create()
    {
        const std::string header = npyHeaderOfHalfs(rows, columns);
        const std::uint64_t size = fileBytes(header.size(), rows, columns);
        std::error_code error;
        std::filesystem::create_directories(file.parent_path(), error);
        removeLeftovers(file);
        open();
        continued = begins(*descriptor, header) && fileSize(*descriptor) == size;
        if (!continued && ::ftruncate(descriptor->number(), 0) != 0)
            throw Error("Cannot write " + file.string() + ": check the disk.");
        if (::posix_fallocate(descriptor->number(), 0, static_cast<off_t>(size)) != 0) {
            unfinished = Unfinished::Remove;
            throw Error("Cannot write " + file.string() + ": the disk has no room for its "
                        + std::to_string(size) + " bytes; free some and try again.");
        }
        bytes.emplace(descriptor->number(), size, MappedBytes::Access::ReadWrite, file);
        const void* text = header.data();
        std::copy_n(static_cast<const std::byte*>(text), header.size(), bytes->data());
        void* rowsBegin = bytes->data() + header.size();
        values = static_cast<Half*>(rowsBegin);
    }
};

FeatureWriter::FeatureWriter(const std::filesystem::path& file, std::size_t rows,
                             std::size_t columns, Unfinished unfinished)
    : m_mapping(std::make_unique<Mapping>(file, rows, columns, unfinished))
{
    m_mapping->create();
}

FeatureWriter::~FeatureWriter() = default;

bool FeatureWriter::continued() const
{
    return m_mapping->continued;
}

void FeatureWriter::discard()
{
    m_mapping->unfinished = Unfinished::Remove;
}

void FeatureWriter::flush()
{
    if (!m_mapping->bytes->flush())
        throw Error("Cannot write " + m_mapping->file.string() + ": check the disk.");
}

void FeatureWriter::setRow(std::size_t index, std::span<const float> values)
{
    if (m_mapping->values == nullptr)
        throw std::logic_error("a finished feature file takes no more rows");
    if (index >= m_mapping->rows || values.size() != m_mapping->columns)
        throw std::invalid_argument("the row does not fit the feature file");
    Half* row = m_mapping->values + index * values.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        row[i] = Half(values[i]);
        if (!Eigen::numext::isfinite(row[i])) {
            std::fill_n(m_mapping->values + index * values.size(), values.size(), Half(0));
            throw Error("Feature " + std::to_string(i + 1) + " of row " + std::to_string(index + 1)
                        + " of " + m_mapping->file.string()
                        + " is not a number that float16 can hold: scale the features.");
        }
    }
}

void FeatureWriter::finish()
{
    if (m_mapping->values == nullptr)
        throw std::logic_error("a feature file is finished once");
    const bool flushed = m_mapping->bytes->flush() && ::fsync(m_mapping->descriptor->number()) == 0;
    std::error_code error;
    if (flushed)
        std::filesystem::rename(m_mapping->temporary, m_mapping->file, error);
    if (!flushed || error)
        throw Error("Cannot write " + m_mapping->file.string()
                    + ": check the disk and that its folder may be written.");
    m_mapping->temporary.clear();
    m_mapping->values = nullptr;
    m_mapping->bytes.reset();
    m_mapping->descriptor.reset();
}

} // namespace core
