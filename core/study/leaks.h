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

/// The fingerprint of each image [n], unknown where its picture cannot be read. Kept in the
/// thumbnail folder; made from the thumbnails where they are not kept (a million: about a minute a
/// core for each 100,000), and then kept.
std::vector<Fingerprint> fingerprintsOf(const Project& project, const std::stop_token& stop = {},
                                        const ProgressObserver& observe = {});
/// The same of some images, in their order; what had to be made is not kept.
std::vector<Fingerprint> fingerprintsOf(const Project& project, const std::vector<ImageKey>& keys,
                                        const std::stop_token& stop = {});
/// Keeps them, [n]; a disk that cannot be written costs time later and is no error.
void keepFingerprints(const Project& project, const std::vector<Fingerprint>& fingerprints);

} // namespace core
