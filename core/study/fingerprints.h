#pragma once

#include "core/images/fingerprint.h"
#include "core/progress.h"
#include "core/study/project.h"

#include <stop_token>
#include <vector>

namespace core {

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
