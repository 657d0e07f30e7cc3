#pragma once

#include "core/images/bitmap.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace core {

/// Turns a picture into a row of features. extract() may be called from several threads at once.
class Extractor {
public:
    Extractor() = default;
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;
    Extractor(Extractor&&) = delete;
    Extractor& operator=(Extractor&&) = delete;
    virtual ~Extractor() = default;

    virtual std::string name() const = 0;      ///< names the feature file, "descriptor"
    virtual std::size_t dimension() const = 0; ///< d
    virtual int leastSide() const = 0;         ///< pictures may be decoded down to this side
    /// row   [dimension()], all of it written
    virtual void extract(const Bitmap& picture, std::span<float> row) const = 0;
};

/// Features that need neither weights nor a collection: colour layout (8 × 8 Lab), gradient
/// orientations over a spatial pyramid, and a colour histogram in Lab.
std::unique_ptr<Extractor> makePlainDescriptor();

} // namespace core
