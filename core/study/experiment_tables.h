#pragma once

#include "core/report/result_table.h"
#include "core/study/experiments.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <vector>

namespace core {

/// The paper's Tables 1 to 6 on the collection, and the differences between their models: what
/// stands in them depends on the collection, the options and the instruction set alone.
std::vector<ResultTable> paperTables(const Experiments& experiments);

/// Each table as table-N.csv, .md and .tex, and all of them in tables.md; each file whole or as it
/// was. Throws Error naming what cannot be written.
void writePaperTables(const std::vector<ResultTable>& tables, const std::filesystem::path& folder);

/// What `tables --json` prints; an undefined figure is null.
nlohmann::json documentOf(const Experiments& experiments, const std::vector<ResultTable>& tables);

} // namespace core
