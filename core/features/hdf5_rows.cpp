#include "core/error.h"
#include "core/features/isolated_rows.h"
#include "core/features/record_rows.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <hdf5.h>
#include <string>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kBlockValues = std::size_t{1} << 18U;
constexpr std::size_t kMostDatasets = 10'000;

/// An identifier of the library, closed at the end.
class Handle {
public:
    using Close = herr_t (*)(hid_t);

    Handle() = default;
    Handle(hid_t id, Close close)
        : m_id(id)
        , m_close(close)
    {
    }
    Handle(Handle&& other) noexcept
        : m_id(std::exchange(other.m_id, H5I_INVALID_HID))
        , m_close(other.m_close)
    {
    }
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        std::swap(m_close, other.m_close);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }

    hid_t get() const { return m_id; }
    bool valid() const { return m_id >= 0; }

private:
    hid_t m_id = H5I_INVALID_HID;
    Close m_close = nullptr;
};

herr_t keepDataset(hid_t /*object*/, const char* name, const H5O_info_t* info, void* names)
{
    auto& kept = *static_cast<std::vector<std::string>*>(names);
    if (info->type == H5O_TYPE_DATASET)
        kept.emplace_back(name);
    return kept.size() < kMostDatasets ? 0 : 1;
}

/// A dataset of n × d floating-point numbers.
struct Table {
    Handle dataset;
    hsize_t rows = 0;
    hsize_t columns = 0;
};

/// valid() of its dataset is false where it is something else.
Table tableOf(const Handle& file, const std::string& name)
{
    Table table;
    Handle dataset(H5Dopen2(file.get(), name.c_str(), H5P_DEFAULT), H5Dclose);
    const Handle type(dataset.valid() ? H5Dget_type(dataset.get()) : H5I_INVALID_HID, H5Tclose);
    const Handle space(dataset.valid() ? H5Dget_space(dataset.get()) : H5I_INVALID_HID, H5Sclose);
    if (!type.valid() || !space.valid() || H5Tget_class(type.get()) != H5T_FLOAT
        || H5Sget_simple_extent_ndims(space.get()) != 2)
        return table;
    std::array<hsize_t, 2> extent{};
    if (H5Sget_simple_extent_dims(space.get(), extent.data(), nullptr) != 2 || extent[1] == 0
        || extent[1] > kMostFeatures)
        return table;
    table.dataset = std::move(dataset);
    table.rows = extent[0];
    table.columns = extent[1];
    return table;
}

class Hdf5Rows final : public RecordRows {
public:
    Hdf5Rows(std::filesystem::path name, Handle file, Table table)
        : m_name(std::move(name))
        , m_file(std::move(file))
        , m_table(std::move(table))
        , m_blockRows(
              std::max<std::size_t>(1, kBlockValues / std::max<hsize_t>(1, m_table.columns)))
        , m_block(m_blockRows * m_table.columns)
    {
    }

    std::size_t columns() const override { return m_table.columns; }
    std::optional<std::size_t> rows() const override { return m_table.rows; }
    void rewind() override
    {
        m_index = 0;
        m_first = 0;
        m_held = 0;
    }

    std::span<const double> next() override
    {
        if (m_index == m_table.rows)
            return {};
        if (m_index == m_first + m_held)
            fill();
        const auto row =
            std::span(m_block).subspan((m_index - m_first) * m_table.columns, m_table.columns);
        ++m_index;
        return row;
    }

private:
    void fill()
    {
        m_first = m_index;
        m_held = std::min<std::size_t>(m_blockRows, m_table.rows - m_index);
        const std::array<hsize_t, 2> start = {m_first, 0};
        const std::array<hsize_t, 2> count = {m_held, m_table.columns};
        const Handle from(H5Dget_space(m_table.dataset.get()), H5Sclose);
        const Handle to(H5Screate_simple(2, count.data(), nullptr), H5Sclose);
        const bool chosen = from.valid() && to.valid()
                            && H5Sselect_hyperslab(from.get(), H5S_SELECT_SET, start.data(),
                                                   nullptr, count.data(), nullptr)
                                   >= 0;
        if (!chosen
            || H5Dread(m_table.dataset.get(), H5T_NATIVE_DOUBLE, to.get(), from.get(), H5P_DEFAULT,
                       m_block.data())
                   < 0)
            throw Error("Cannot read row " + std::to_string(m_index + 1) + " of " + m_name.string()
                        + ": the file may be damaged; write it again.");
    }

    std::filesystem::path m_name;
    Handle m_file;
    Table m_table;
    std::size_t m_blockRows;
    std::vector<double> m_block; ///< whole rows
    std::size_t m_first = 0;     ///< row of the dataset that the block begins with
    std::size_t m_held = 0;      ///< rows in the block
    std::size_t m_index = 0;     ///< of the next row
};

std::unique_ptr<RecordRows> openTable(const std::filesystem::path& file)
{
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); // its own words on standard error
    Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (!opened.valid())
        throw Error(file.string() + " cannot be read as HDF5: write the features again.");
    std::vector<std::string> names;
    H5Ovisit2(opened.get(), H5_INDEX_NAME, H5_ITER_INC, keepDataset, &names, H5O_INFO_BASIC);

    Table chosen;
    std::vector<std::string> tables;
    bool named = false;
    for (const auto& name : names) {
        auto table = tableOf(opened, name);
        if (!table.dataset.valid())
            continue;
        tables.push_back(name);
        const bool wanted = name == "features" || name.ends_with("/features");
        if (tables.size() == 1 || (wanted && !named))
            chosen = std::move(table);
        named = named || wanted;
    }
    if (tables.empty())
        throw Error(file.string()
                    + " holds no dataset of two dimensions with floating-point numbers: write the "
                      "features as one, with a row an image.");
    if (tables.size() > 1 && !named)
        throw Error(file.string() + " holds several tables (" + tables[0] + ", " + tables[1]
                    + (tables.size() > 2 ? ", …" : "")
                    + "): write one alone, or name the one to take \"features\".");
    return std::make_unique<Hdf5Rows>(file, std::move(opened), std::move(chosen));
}

} // namespace

// In a process of its own: the library crashes on some damaged files.
std::unique_ptr<RecordRows> openHdf5Rows(const std::filesystem::path& file)
{
    return isolatedRows(file, [file] { return openTable(file); });
}

} // namespace core
