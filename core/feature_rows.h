#pragma once

#include "core/linalg.h"

#include <cstddef>

namespace core {

/// Where feature rows come from: one mapped file, memory, or (one day) shards. The feature store
/// implements it, the trainer and the scorer read it, and neither knows the other.
///
/// X is n × d, float16, raw as on disk (not centred, not scaled; see science.md).
/// All functions may be called from several threads at once.
class FeatureRows {
public:
    FeatureRows() = default;
    FeatureRows(const FeatureRows&) = delete;
    FeatureRows& operator=(const FeatureRows&) = delete;
    FeatureRows(FeatureRows&&) = delete;
    FeatureRows& operator=(FeatureRows&&) = delete;
    virtual ~FeatureRows() = default;

    virtual std::size_t rows() const = 0;    ///< n
    virtual std::size_t columns() const = 0; ///< d

    /// The d values of row `index` < n; the pointer lives as long as this object.
    virtual const Half* row(std::size_t index) const = 0;

    /// A hint that rows [first, first + count) will be read soon. Returns at once.
    virtual void willNeed(std::size_t /*first*/, std::size_t /*count*/) const {}

    /// Reads rows [first, first + count) and returns when they are in memory.
    virtual void load(std::size_t /*first*/, std::size_t /*count*/) const {}

    /// A hint that rows [first, first + count) will not be read soon: their memory may serve
    /// others. They stay readable.
    virtual void release(std::size_t /*first*/, std::size_t /*count*/) const {}
};

} // namespace core
