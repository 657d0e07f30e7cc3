#pragma once

#include "core/catalogue/splits.h"
#include "core/images/fingerprint.h"
#include "core/progress.h"
#include "core/study/project.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace core {

/// Images that a model is judged by and has seen all the same: their picture is near-identical to
/// one on a side that they should not know.
struct Leaks {
    std::size_t validation = 0; ///< validation images with a near-identical training image
    std::size_t test = 0;       ///< test images with a near-identical training or validation image

    std::size_t total() const { return validation + test; }
    friend bool operator==(const Leaks&, const Leaks&) = default;
};

/// nullopt: the collection has no pictures, or none that can be read, so that nobody can tell.
/// Cost: fingerprintsOf(), and near to O(n). Throws Cancelled when stopped.
std::optional<Leaks> findLeaks(const Project& project, const Splits& splits,
                               const std::stop_token& stop = {},
                               const ProgressObserver& observe = {});
Leaks findLeaks(const std::vector<Fingerprint>& fingerprints, const Splits& splits,
                const std::stop_token& stop = {});

} // namespace core
