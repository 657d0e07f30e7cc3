#pragma once

#include "core/features/feature_store.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

namespace bench {

/// Writes n × d random features, half of them zero as behind a ReLU, as a project keeps them.
void writeRandomRows(const std::filesystem::path& file, std::size_t rows, std::size_t columns);

/// Such rows in a file of their own, mapped and in the page cache; removed at the end.
class StoredRows {
public:
    StoredRows(std::size_t rows, std::size_t columns);
    StoredRows(const StoredRows&) = delete;
    StoredRows& operator=(const StoredRows&) = delete;
    StoredRows(StoredRows&&) = delete;
    StoredRows& operator=(StoredRows&&) = delete;
    ~StoredRows();

    const core::FeatureStore& store() const { return *m_store; }
    double bytes() const;

private:
    std::filesystem::path m_file;
    std::unique_ptr<core::FeatureStore> m_store;
};

/// Popularities of n images: y = log(c + 1) of counts with a long tail, two thirds of them 0.
std::vector<double> randomPopularity(std::size_t images);

} // namespace bench
