#pragma once

#include "core/features/extractor.h"
#include "core/progress.h"
#include "core/study/project.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace core {

/// features/descriptor.model: what the built-in descriptor learned from the project's pictures.
std::filesystem::path descriptorModelFile(const Project& project);

/// The built-in descriptor of this project: as it was learned before, so that its features stay
/// comparable, or learned now from up to 4,000 of its pictures, and kept. Their counts are not
/// looked at. Takes all cores, about 10 s where it learns.
///
/// Throws Error where fewer than two pictures can be read, or the file is damaged; Cancelled
/// (nothing is kept then).
std::unique_ptr<Extractor> descriptorOf(const Project& project, const std::stop_token& stop = {},
                                        const ProgressObserver& observe = {});

} // namespace core
