#pragma once

#include "core/progress.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>

namespace core {

struct ImportedFeatures {
    std::size_t dimension = 0;
    double scale = 1.0; ///< power of two that the values were stored times (science.md)
};

/// Which image each record of the table became.
struct RecordKeys {
    std::span<const std::int64_t> ofRecord; ///< in order: its image key, or −1 where rejected
    std::size_t images = 0;                 ///< keys are in [0, images)
    /// Of a .csv or .tsv: the column that holds ids and no feature, from 0.
    std::optional<std::size_t> idColumn{};
};

/// Whether a file is named as one that importFeatures reads.
bool isFeatureFile(const std::filesystem::path& file);
/// Whether it is one that may have a column of ids beside the features.
bool isFeatureTable(const std::filesystem::path& file);

/// Copies a table of numbers, n × d, into a feature store file of a row an image: .npy or .npz (f2,
/// f4, f8; either byte order; .npy also in Fortran order), .csv (no header, or one header line) or
/// HDF5 (.h5, .hdf5; any floating-point type).
/// Throws Error naming the file and row, and leaves `store` as it was, on the wrong number of rows
/// (it must be keys.ofRecord.size()), NaN or infinity, an unknown type, or a file cut short;
/// Cancelled when stopped.
ImportedFeatures importFeatures(const std::filesystem::path& source, const RecordKeys& keys,
                                const std::filesystem::path& store,
                                const std::stop_token& stop = {},
                                const ProgressObserver& observe = {});

} // namespace core
