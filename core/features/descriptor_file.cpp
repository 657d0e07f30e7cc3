#include "core/error.h"
#include "core/features/descriptor.h"
#include "core/features/local_patterns.h"
#include "core/features/patch_kernels.h"
#include "core/images/atomic_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>

namespace core {

namespace {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

// Eight letters, then numbers of 32 bits, then float32 values: nothing else.
constexpr std::array<char, 8> kMagic = {'S', 'S', 'D', 'E', 'S', 'C', '0', '3'};
constexpr std::uint32_t kMostOfAnything = 1U << 16;

class Writer {
public:
    Writer() { append(kMagic.data(), kMagic.size()); }

    void number(Eigen::Index value)
    {
        const auto number = static_cast<std::uint32_t>(value);
        append(&number, sizeof number);
    }

    template <typename Values>
    void values(const Values& values)
    {
        append(values.data(), static_cast<std::size_t>(values.size()) * sizeof(float));
    }

    const std::vector<std::uint8_t>& bytes() const { return m_bytes; }

private:
    void append(const void* from, std::size_t count)
    {
        const auto size = m_bytes.size();
        m_bytes.resize(size + count);
        if (count > 0)
            std::memcpy(m_bytes.data() + size, from, count);
    }

    std::vector<std::uint8_t> m_bytes;
};

class Reader {
public:
    explicit Reader(const std::filesystem::path& file)
        : m_file(file)
        , m_in(file, std::ios::binary | std::ios::ate)
    {
        m_left = m_in ? static_cast<std::uint64_t>(m_in.tellg()) : 0;
        m_in.seekg(0);
        std::array<char, kMagic.size()> magic{};
        take(magic.data(), magic.size());
        if (magic != kMagic)
            refuse();
    }

    Eigen::Index number(std::uint32_t least)
    {
        std::uint32_t number = 0;
        take(&number, sizeof number);
        if (number < least || number > kMostOfAnything)
            refuse();
        return number;
    }

    MatrixF matrix(Eigen::Index rows, Eigen::Index columns)
    {
        need(static_cast<std::uint64_t>(rows) * static_cast<std::uint64_t>(columns)
             * sizeof(float));
        MatrixF matrix(rows, columns);
        take(matrix.data(), static_cast<std::size_t>(matrix.size()) * sizeof(float));
        if (!matrix.allFinite())
            refuse();
        return matrix;
    }

    void finish() const
    {
        if (m_left != 0)
            refuse();
    }

    [[noreturn]] void refuse() const
    {
        throw Error(m_file.string()
                    + " is not what this version learned from the collection's pictures: delete it "
                      "and extract features again.");
    }

private:
    void need(std::uint64_t count) const
    {
        if (count > m_left)
            refuse();
    }

    void take(void* to, std::size_t count)
    {
        need(count);
        m_in.read(static_cast<char*>(to), static_cast<std::streamsize>(count));
        if (!m_in)
            refuse();
        m_left -= count;
    }

    std::filesystem::path m_file;
    std::ifstream m_in;
    std::uint64_t m_left = 0;
};

PatchDictionary readDictionary(Reader& reader)
{
    PatchDictionary dictionary;
    auto& shape = dictionary.shape;
    shape.pictureSide = static_cast<int>(reader.number(1));
    shape.side = static_cast<int>(reader.number(1));
    shape.stride = static_cast<int>(reader.number(1));
    shape.cells = static_cast<int>(reader.number(1));
    const auto atoms = reader.number(std::uint32_t{kAtomsMultiple});
    constexpr int kMostSide = 1024;
    if (shape.pictureSide > kMostSide || shape.side > shape.pictureSide / 2
        || shape.stride > shape.pictureSide - shape.side
        || shape.cells > (shape.pictureSide - shape.side) / shape.stride + 1
        || static_cast<std::size_t>(atoms) % kAtomsMultiple != 0)
        reader.refuse();
    dictionary.filters = reader.matrix(Eigen::Index{3} * shape.side * shape.side, atoms);
    dictionary.offsets = reader.matrix(atoms, 1);
    return dictionary;
}

} // namespace

void writeDescriptorModel(const DescriptorModel& model, const std::filesystem::path& file)
{
    Writer writer;
    writer.number(static_cast<Eigen::Index>(model.dictionaries.size()));
    for (const auto& [shape, filters, offsets] : model.dictionaries) {
        for (const auto number : {shape.pictureSide, shape.side, shape.stride, shape.cells})
            writer.number(number);
        writer.number(filters.cols());
        writer.values(filters);
        writer.values(offsets);
    }
    writer.number(model.whitening.projection.rows());
    writer.number(model.whitening.projection.cols());
    writer.values(model.whitening.mean);
    writer.values(model.whitening.projection);
    writeAtomically(file, writer.bytes());
}

DescriptorModel readDescriptorModel(const std::filesystem::path& file)
{
    Reader reader(file);
    DescriptorModel model;
    constexpr Eigen::Index kMostDictionaries = 16;
    const auto dictionaries = reader.number(0);
    if (dictionaries > kMostDictionaries)
        reader.refuse();
    auto described = static_cast<Eigen::Index>(makePlainDescriptor()->dimension() + kLocalPatterns);
    for (Eigen::Index i = 0; i < dictionaries; ++i) {
        model.dictionaries.push_back(readDictionary(reader));
        described += static_cast<Eigen::Index>(model.dictionaries.back().dimension());
    }
    const auto rows = reader.number(1);
    const auto columns = reader.number(1);
    if (rows != described)
        reader.refuse();
    model.whitening.mean = reader.matrix(rows, 1);
    model.whitening.projection = reader.matrix(rows, columns);
    reader.finish();
    return model;
}

} // namespace core
