#pragma once

#include "core/feature_rows.h"
#include "core/study/lesson.h"
#include "core/study/project.h"
#include "core/study/runs.h"

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

/// Whether features, counts or split of a run are others now than those it learned from: then what
/// is measured of it now is no longer what it was trained for. Cost and errors as dataFingerprint.
bool dataChangedSince(const Project& project, const RunInfo& run, const std::stop_token& stop = {});

} // namespace core
