#pragma once

#include "core/progress.h"
#include "data/output_folder.h"
#include "data/sample.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>

namespace samples {

struct StreetOptions {
    std::size_t images = 6000; ///< at least 1
    std::uint64_t seed = 1;
    int side = 256;  ///< of a picture, in pixels
    int threads = 0; ///< that draw; 0: as many as there are cores. Changes no byte
};

/// writeSample for Collection::Street, into a folder that is there and empty.
SampleReport writeStreet(const OutputFolder& output, const StreetOptions& options,
                         const std::stop_token& stop, const core::ProgressObserver& observe);

} // namespace samples
