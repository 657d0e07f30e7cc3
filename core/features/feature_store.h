#pragma once

#include "core/feature_rows.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace core {

/// features/<extractor>.npy, memory-mapped: float16, C order, n × d.
class FeatureStore final : public FeatureRows {
public:
    /// Throws Error naming the file if it is missing, cut short, or not float16 in C order.
    static std::unique_ptr<FeatureStore> open(const std::filesystem::path& file);
    FeatureStore(const FeatureStore&) = delete;
    FeatureStore& operator=(const FeatureStore&) = delete;
    FeatureStore(FeatureStore&&) = delete;
    FeatureStore& operator=(FeatureStore&&) = delete;
    ~FeatureStore() override;

    std::size_t rows() const override;
    std::size_t columns() const override;
    const Half* row(std::size_t index) const override;
    void willNeed(std::size_t first, std::size_t count) const override;
    void load(std::size_t first, std::size_t count) const override;
    void release(std::size_t first, std::size_t count) const override;

private:
    struct Mapping;
    explicit FeatureStore(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> m_mapping;
};

/// Writes such a file beside its final name and puts it in place in finish(): whoever opens the
/// final name sees the old file or the whole new one. Rows never written are zero.
/// setRow may be called from several threads for different rows.
class FeatureWriter {
public:
    /// What becomes of the rows where the work ends, or is killed, before finish().
    enum class Unfinished {
        Remove,
        Keep, ///< as <file>.unfinished, which the next writer of the same size goes on with
    };

    /// Makes the folder where it is missing. Throws Error if the disk has no room for rows ×
    /// columns × 2 bytes, the folder cannot be written, or another process goes on with the same
    /// unfinished file.
    FeatureWriter(const std::filesystem::path& file, std::size_t rows, std::size_t columns,
                  Unfinished unfinished = Unfinished::Remove);
    FeatureWriter(const FeatureWriter&) = delete;
    FeatureWriter& operator=(const FeatureWriter&) = delete;
    FeatureWriter(FeatureWriter&&) = delete;
    FeatureWriter& operator=(FeatureWriter&&) = delete;
    ~FeatureWriter();

    /// Whether rows of an earlier writer stand in the file.
    bool continued() const;

    /// values   [columns]; throws Error where one is not finite or beyond float16 (the row is zero
    ///          then), std::invalid_argument where the row does not fit the file
    void setRow(std::size_t index, std::span<const float> values);
    /// Hands the rows so far to the disk and waits. Throws Error if it refuses.
    void flush();
    /// Once, after the last row. Throws Error if the disk refuses.
    void finish();
    /// In place of finish(): the rows are removed in the end, also where they were to be kept.
    void discard();

private:
    struct Mapping;
    std::unique_ptr<Mapping> m_mapping;
};

} // namespace core
