#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace core {

/// A file that promises more features an image is taken for damaged.
inline constexpr std::size_t kMostFeatures = std::size_t{1} << 20U;

/// The rows of a feature file that is being imported, from the first to the last.
class RecordRows {
public:
    RecordRows() = default;
    RecordRows(const RecordRows&) = delete;
    RecordRows& operator=(const RecordRows&) = delete;
    RecordRows(RecordRows&&) = delete;
    RecordRows& operator=(RecordRows&&) = delete;
    virtual ~RecordRows() = default;

    virtual std::size_t columns() const = 0; ///< d
    /// How many rows there are, where the file tells before they are read.
    virtual std::optional<std::size_t> rows() const = 0;
    /// The next row [columns()], valid until the next call; empty after the last. NaN and infinity
    /// pass. Throws Error naming file and row where the file does not hold what it should.
    virtual std::span<const double> next() = 0;
    /// Begins again at the first row.
    virtual void rewind() = 0;
};

/// Throws Error naming the file if it is missing or no table of numbers.
std::unique_ptr<RecordRows> openNpyRows(const std::filesystem::path& file);
/// The one table of floating-point numbers in a .npz, or of several that which is named "features".
std::unique_ptr<RecordRows> openNpzRows(const std::filesystem::path& file);
/// The same of the datasets of an HDF5 file, in whatever group.
std::unique_ptr<RecordRows> openHdf5Rows(const std::filesystem::path& file);
/// Comma, semicolon or tab between the numbers, one row a line. A first line that holds something
/// else than numbers is taken as the header.
///
/// idColumn   from 0: what stands there is no feature (in quotes or not), and the first line is the
///            header
std::unique_ptr<RecordRows> openCsvRows(const std::filesystem::path& file,
                                        std::optional<std::size_t> idColumn = {});

} // namespace core
