#pragma once

#include "core/catalogue/catalogue.h"
#include "core/study/runs.h"

#include <nlohmann/json_fwd.hpp>

namespace core {

/// A run as the catalogue stores it, and back. The documents are JSON; a field that is undefined is
/// null. Reading throws Error naming the run where a document is damaged.
RunRecord recordOf(const LoadedRun& run);
LoadedRun runOf(const RunRecord& record);
RunInfo infoOf(const RunSummary& summary);

/// The evaluation fields of the command line's contract: rho, rho_interval, rho_eq6, ….
nlohmann::json documentOf(const Evaluation& evaluation);
nlohmann::json documentOf(const EpochReport& epoch);
/// Settings, seeds and fingerprint of a run.
nlohmann::json settingsOf(const RunInfo& info);

} // namespace core
