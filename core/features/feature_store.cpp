#include "core/features/feature_store.h"

#include "core/error.h"
#include "core/features/mapped_file.h"
#include "core/features/npy_header.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <fcntl.h>
#include <fstream>
#include <utility>

namespace core {

static_assert(std::endian::native == std::endian::little, "rows are mapped as they stand on disk");

struct FeatureStore::Mapping {
    NpyHeader header;
    FileDescriptor file;
    MappedBytes bytes;
    const Half* values; ///< [rows × columns]

    struct Range {
        std::size_t offset = 0;
        std::size_t count = 0;
    };
    /// The bytes of rows [first, first + count), as many of them as there are.
    Range bytesOfRows(std::size_t first, std::size_t count) const
    {
        const std::size_t rowBytes = header.columns * sizeof(Half);
        const std::size_t from = std::min(first, header.rows);
        return {header.dataOffset + from * rowBytes,
                std::min(count, header.rows - from) * rowBytes};
    }
};

FeatureStore::FeatureStore(std::unique_ptr<Mapping> mapping)
    : m_mapping(std::move(mapping))
{
}

FeatureStore::~FeatureStore() = default;

std::unique_ptr<FeatureStore> FeatureStore::open(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file) || !in)
        throw Error("Cannot open the features " + file.string()
                    + ": extract or import them again.");
    const auto header = readNpyHeader(in, file);
    if (header.type != NpyType::Float16 || header.fortranOrder || header.bigEndian)
        throw Error(
            file.string()
            + " is not float16 row after row, little-endian: import it into the project first.");
    if (header.dataOffset % alignof(Half) != 0)
        throw Error(file.string() + " has rows at an odd offset: save it again with numpy.save.");

    // Opened twice; what another process puts in its place meanwhile is measured again below.
    FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    const std::uint64_t size =
        header.dataOffset + header.rows * header.columns * bytesOf(header.type);
    if (!descriptor.open() || fileSize(descriptor) != size)
        throw Error(file.string() + " changed while it was opened: try again.");
    MappedBytes bytes(descriptor.number(), size, MappedBytes::Access::Read, file);
    const void* first = bytes.data() + header.dataOffset;
    const auto* values = static_cast<const Half*>(first);
    return std::unique_ptr<FeatureStore>(new FeatureStore(std::make_unique<Mapping>(
        Mapping{header, std::move(descriptor), std::move(bytes), values})));
}

std::size_t FeatureStore::rows() const
{
    return m_mapping->header.rows;
}

std::size_t FeatureStore::columns() const
{
    return m_mapping->header.columns;
}

const Half* FeatureStore::row(std::size_t index) const
{
    assert(index < rows());
    return m_mapping->values + index * columns();
}

void FeatureStore::willNeed(std::size_t first, std::size_t count) const
{
    const auto range = m_mapping->bytesOfRows(first, count);
    m_mapping->bytes.willNeed(range.offset, range.count);
}

void FeatureStore::load(std::size_t first, std::size_t count) const
{
    const auto range = m_mapping->bytesOfRows(first, count);
    m_mapping->bytes.load(range.offset, range.count);
}

void FeatureStore::release(std::size_t first, std::size_t count) const
{
    const auto range = m_mapping->bytesOfRows(first, count);
    m_mapping->bytes.release(m_mapping->file, range.offset, range.count);
}

} // namespace core
