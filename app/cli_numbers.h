#pragma once

#include "core/evaluation/rank_correlation.h"

#include <optional>
#include <string>

namespace app {

/// Four decimals, or "undefined".
std::string number(std::optional<double> value);
/// "[0.1000, 0.2000]"
std::string number(const core::Interval& interval);

} // namespace app
