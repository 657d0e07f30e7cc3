#pragma once

#include "core/feature_rows.h"
#include "core/study/lesson.h"
#include "core/study/project.h"

#include <string>

namespace core {

/// 16 hexadecimal digits that tell apart what runs learned from: every row of the features, the
/// ids, the counts and the split, and where the target needs them the dates or authors. It guards
/// against confusion, not against forgery.
///
/// The same on every machine and at any number of threads. Cost: one reading of the rows at about
/// the speed of memory. Throws Cancelled when stopped.
std::string dataFingerprint(const Project& project, const TrainRequest& request,
                            const Lesson& lesson, const FeatureRows& rows,
                            const std::stop_token& stop = {});

} // namespace core
